/** Tells what a change does to every task it touches, one row each: those of the plan in their order, then those added (features O10). */
import type { Compensation, CompensationRow } from '../../vocabulary/revision.ts';
import { getDomainOrder, getTask, planOf } from '../change.ts';
import type { PlanAddition } from '../events.ts';
import type { Order } from '../order.ts';
import { coveredByNoReturn } from './pointOfNoReturn.ts';
import type { Places } from './adding.ts';
import { stateBehind, type TaskAction } from './taskActions.ts';

export type Telling = {
  readonly order: Order;
  readonly actions: readonly TaskAction[];
  readonly addition: PlanAddition;
  readonly places: Places;
  readonly waiting: readonly number[];
  /** Lines that the change touches; of others only what is not kept, or waits again, is told. */
  readonly lines: ReadonlySet<number>;
};

const changing: ReadonlySet<Compensation> = new Set(['redo', 'undo', 'cancel']);

export function compensationRows({
  order,
  actions,
  addition,
  places,
  waiting,
  lines,
}: Telling): readonly CompensationRow[] {
  const again = new Set(waiting);
  const covered = coveredByNoReturn(order);
  const told = actions.flatMap(({ task: number, action, reason, causes }): readonly CompensationRow[] => {
    const task = getTask(order, number);
    const waits = again.has(number) && action === 'keep';
    if (!lines.has(task.line) && action === 'keep' && !waits) return [];
    const isPast = changing.has(action) && covered.has(task.domainOrder);
    return [
      {
        action,
        task: number,
        title: task.title,
        line: task.line,
        domainOrder: task.domainOrder,
        domainOrderName: getDomainOrder(order, task.domainOrder).name,
        state: stateBehind(task),
        reason: waits ? 'waitsAgain' : reason,
        causes,
        ...(isPast ? { pastNoReturn: true } : {}),
      },
    ];
  });
  return [...told, ...addedRows(order, addition, places)];
}

function addedRows(order: Order, { tasks, domainOrders }: PlanAddition, places: Places): readonly CompensationRow[] {
  const known = planOf(order).domainOrders.size;
  const reasons = new Map([...places.values()].map(({ number, branch }) => [number, branch.reason]));
  return tasks.flatMap(({ undoes, domainOrder, title }): readonly CompensationRow[] => {
    if (undoes !== undefined) return [];
    const there = domainOrder <= known ? getDomainOrder(order, domainOrder) : domainOrders[domainOrder - known - 1];
    if (there === undefined) throw new Error(`No domain order ${domainOrder} in what is added`);
    return [
      {
        action: 'add',
        title,
        line: there.line,
        ...(domainOrder <= known ? { domainOrder } : {}),
        domainOrderName: there.name,
        reason: reasons.get(domainOrder) ?? 'byHand',
        causes: [],
      },
    ];
  });
}
