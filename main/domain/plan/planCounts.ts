/** How many domain orders and tasks are below every part of a plan, and how many of them have ended (features O2). */
import type { Order } from '../order/order.ts';
import { listRows } from '../table.ts';
import { hasDomainOrderEnded, hasTaskEnded } from '../vocabulary/states.ts';
import type { PlanIndex } from './planIndex.ts';

/** All by the place of the part in the index of the plan. */
export type PlanCounts = {
  readonly domainOrders: Int32Array;
  readonly endedDomainOrders: Int32Array;
  readonly tasks: Int32Array;
  readonly endedTasks: Int32Array;
};

/** Linear in the size of the plan, however deep it is. */
export function countPlan({ plan }: Order, index: PlanIndex): PlanCounts {
  const { size, firstDomainOrder, firstTask, parents, bottomUp } = index;
  const blank = (): Int32Array => new Int32Array(size);
  const [domainOrders, endedDomainOrders, tasks, endedTasks] = [blank(), blank(), blank(), blank()];
  const hasEnded = new Uint8Array(size);
  let place = firstDomainOrder;
  for (const { state } of plan === undefined ? [] : listRows(plan.domainOrders)) {
    if (hasDomainOrderEnded(state)) hasEnded[place] = 1;
    place += 1;
  }
  for (const { state } of index.tasks) {
    if (hasTaskEnded(state)) hasEnded[place] = 1;
    place += 1;
  }
  for (let step = 0; step < size; step += 1) {
    const below = bottomUp[step] as number;
    const above = parents[below] as number;
    if (above < 0) continue;
    const ended = hasEnded[below] as number;
    const [isTask, isDomainOrder] = below >= firstTask ? [1, 0] : [0, below >= firstDomainOrder ? 1 : 0];
    tasks[above] = (tasks[above] as number) + (tasks[below] as number) + isTask;
    endedTasks[above] = (endedTasks[above] as number) + (endedTasks[below] as number) + isTask * ended;
    domainOrders[above] = (domainOrders[above] as number) + (domainOrders[below] as number) + isDomainOrder;
    endedDomainOrders[above] =
      (endedDomainOrders[above] as number) + (endedDomainOrders[below] as number) + isDomainOrder * ended;
  }
  return { domainOrders, endedDomainOrders, tasks, endedTasks };
}
