/** How many domain orders and tasks are below a part, and how many of them have ended (features O2): counted when it is asked, for what is kept on every part above would be changed by whatever ends below. */
import { listRows } from '../table.ts';
import { preorder } from '../tree.ts';
import { hasDomainOrderEnded, hasTaskEnded } from '../vocabulary/states.ts';
import { getDomainOrder, getTask } from './change.ts';
import type { Count, Order } from './order.ts';
import { domainOrdersInside } from './settle.ts';

export type Counts = { readonly domainOrders: Count; readonly tasks: Count };

/** Its own tasks, and everything below it. */
export function countsOfDomainOrder(order: Order, number: number): Counts {
  const [, ...below] = preorder([number], part => getDomainOrder(order, part).children);
  return { domainOrders: countDomainOrders(order, below), tasks: countTasks(order, [number, ...below]) };
}

/** Nested lines included. */
export function countsOfLine(order: Order, number: number): Counts {
  if (order.plan === undefined) return { domainOrders: nothing, tasks: nothing };
  const inside = domainOrdersInside(order, number);
  return { domainOrders: countDomainOrders(order, inside), tasks: countTasks(order, inside) };
}

/** The tasks of every domain order with everything below it, counted in one go for whoever asks about many. */
export function tasksOfDomainOrders({ plan }: Order): (number: number) => Count {
  const domainOrders = plan === undefined ? [] : listRows(plan.domainOrders);
  const [ended, total] = [new Int32Array(domainOrders.length + 1), new Int32Array(domainOrders.length + 1)];
  for (const { domainOrder, state } of plan === undefined ? [] : listRows(plan.tasks)) {
    total[domainOrder] = (total[domainOrder] as number) + 1;
    if (hasTaskEnded(state)) ended[domainOrder] = (ended[domainOrder] as number) + 1;
  }
  // A domain order is numbered after the one it is in.
  for (const { number, parent } of domainOrders.toReversed()) {
    if (parent === undefined) continue;
    total[parent] = (total[parent] as number) + (total[number] as number);
    ended[parent] = (ended[parent] as number) + (ended[number] as number);
  }
  return number => ({ ended: ended[number] ?? 0, total: total[number] ?? 0 });
}

const nothing: Count = { ended: 0, total: 0 };

const countDomainOrders = (order: Order, numbers: readonly number[]): Count => ({
  ended: numbers.filter(number => hasDomainOrderEnded(getDomainOrder(order, number).state)).length,
  total: numbers.length,
});

function countTasks(order: Order, domainOrders: readonly number[]): Count {
  let [ended, total] = [0, 0];
  for (const number of domainOrders) {
    for (const task of getDomainOrder(order, number).tasks) {
      total += 1;
      if (hasTaskEnded(getTask(order, task).state)) ended += 1;
    }
  }
  return { ended, total };
}
