/** Who can get a waiting task on its way. */
import type { OrderTask } from '../order/order.ts';
import { nobody, whoever, type Who } from '../people/who.ts';
import { whoElsewhere } from './elsewhere.ts';
import type { PlanView } from './planView.ts';

/** Who can take a task one step on, or clear what holds it, when that is not another part of the plan. */
export function whoMoves(view: PlanView, task: OrderTask): Who {
  switch (task.state) {
    case 'onHold':
      return whoLetsGo(view, task);
    case 'scheduled':
      return nobody;
    case 'draft':
      return whoElsewhere(task, view.conditions?.elsewhere);
    default:
      if (task.assignee !== undefined) return { kind: 'person', id: task.assignee };
      return task.group === undefined ? whoever('task.work') : { kind: 'group', id: task.group };
  }
}

/** Of several causes, the first to clear: while a change is undecided nothing else is worth it. */
function whoLetsGo(view: PlanView, { number, hold }: OrderTask): Who {
  if (hold?.revision !== undefined) return whoever('order.approve');
  const fallout = view.holding.get(number);
  if (fallout === undefined && hold?.person !== undefined) return { kind: 'person', id: hold.person.by };
  if (fallout?.owner !== undefined) return { kind: 'person', id: fallout.owner };
  return fallout?.group === undefined ? whoever('fallout.resolve') : { kind: 'group', id: fallout.group };
}
