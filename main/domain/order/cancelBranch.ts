/** Cancels one branch of the plan: a domain order, everything below it, and nothing else. */
import { getDomainOrder, getTask } from './change.ts';
import type { Fallout, Order } from './order.ts';
import type { NodeId } from '../vocabulary/node.ts';
import { closeFallouts, closeIfDone, releaseAfter, releasedBy } from './settle.ts';
import { postorder } from '../tree.ts';
import { hasDomainOrderEnded, hasTaskEnded } from '../vocabulary/states.ts';
import type { Unfolding } from './unfolding.ts';

export type Branch = { readonly tasks: readonly number[]; readonly domainOrders: readonly number[] };

/** What has not ended in the domain order of a task and below it, children before their parents. */
export function branchOf(order: Order, task: number): Branch {
  const domainOrders = postorder([getTask(order, task).domainOrder], number => getDomainOrder(order, number).children);
  return {
    tasks: domainOrders
      .flatMap(number => getDomainOrder(order, number).tasks)
      .filter(number => !hasTaskEnded(getTask(order, number).state)),
    domainOrders: domainOrders.filter(number => !hasDomainOrderEnded(getDomainOrder(order, number).state)),
  };
}

/** The tasks are canceled first, so that each domain order is canceled only when nothing of it is left to do. */
export function cancelBranch(unfolding: Unfolding, fallout: Fallout): void {
  const { tasks, domainOrders } = branchOf(unfolding.order(), fallout.task);
  const freed: NodeId[] = tasks.flatMap(number => releasedBy(getTask(unfolding.order(), number)));
  unfolding.emit({ type: 'TasksCanceled', v: 1, data: { tasks, fallout: fallout.number } });
  for (const number of tasks) closeFallouts(unfolding, number);
  const canceling = new Set(domainOrders);
  for (const number of domainOrders) closeIfDone(unfolding, number, canceling);
  releaseAfter(unfolding, freed);
}
