/** Finds what had been let go in a plan that has changed and has to wait again, for something before it is not done any more. */
import { listRows } from '../../table.ts';
import { withWaiting } from './applyRevision.ts';
import { getDomainOrder, getLine, planOf } from '../change.ts';
import type { ApprovedRevision } from '../events.ts';
import type { DomainOrder, Order, OrderTask } from '../order.ts';
import { stateBehind } from './taskActions.ts';

type Waiting = ApprovedRevision['waiting'];

/** Open, scheduled and begun tasks, and qualified domain orders; what waits for the start of one of them waits again too. */
export function waitingAgain(order: Order): Waiting {
  const tasks: number[] = [];
  const domainOrders: number[] = [];
  for (let so = order; ;) {
    const found = waitingNow(so);
    if (found.tasks.length + found.domainOrders.length === 0) break;
    tasks.push(...found.tasks);
    domainOrders.push(...found.domainOrders);
    so = withWaiting(so, found, order.touched);
  }
  return { tasks: tasks.toSorted((a, b) => a - b), domainOrders: domainOrders.toSorted((a, b) => a - b) };
}

function waitingNow(order: Order): Waiting {
  const { tasks, domainOrders } = planOf(order);
  return {
    tasks: listRows(tasks)
      .filter(task => wasLetGo(task) && !isLetGo(order, task))
      .map(({ number }) => number),
    domainOrders: listRows(domainOrders)
      .filter(part => part.state === 'qualified' && !isDomainOrderLetGo(order, part))
      .map(({ number }) => number),
  };
}

const wasLetGo = (task: OrderTask): boolean =>
  ['open', 'scheduled', 'inProgress', 'awaitingInformation', 'resolved'].includes(stateBehind(task));

function isLetGo(order: Order, { pending, domainOrder, undoes }: OrderTask): boolean {
  if (pending > 0 || undoes !== undefined) return pending === 0;
  return isDomainOrderLetGo(order, getDomainOrder(order, domainOrder));
}

function isDomainOrderLetGo(order: Order, { pending, line }: Pick<DomainOrder, 'pending' | 'line'>): boolean {
  if (pending > 0) return false;
  for (let at: number | undefined = line; at !== undefined; at = getLine(order, at).parent) {
    if (getLine(order, at).pending > 0) return false;
  }
  return true;
}
