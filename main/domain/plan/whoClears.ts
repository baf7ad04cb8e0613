/** Who can get a waiting task on its way: a person, a team, whoever has a permission, or nobody but time. */
import type { Permission } from '../people/permissions.ts';
import type { OrderTask } from '../order/order.ts';
import type { PlanView } from './planView.ts';

export type Who =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'nobody' };

export const whoever = (permission: Permission): Who => ({ kind: 'permission', permission });
export const nobody: Who = { kind: 'nobody' };

/** Who can take a task one step on, or clear what holds it, when that is not another part of the plan. */
export function whoMoves(view: PlanView, task: OrderTask): Who {
  switch (task.state) {
    case 'onHold':
      return whoLetsGo(view, task);
    case 'scheduled':
      return nobody;
    case 'draft':
      return whoever('task.assign');
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
