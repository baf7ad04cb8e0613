/** Everything in an order that waits for something else in it, as a list. */
import type { Dependency } from '../decomposition/decomposed.ts';
import type { DomainOrder, Order, OrderLine, OrderTask } from '../order/order.ts';
import { rowsOf } from '../table.ts';

/** By what waits: lines, domain orders, tasks, each in the order of their numbers. */
export function dependenciesOf({ lines, plan }: Order): readonly Dependency[] {
  const found: Dependency[] = [];
  const add = (part: OrderLine | DomainOrder | OrderTask): void => {
    const { id, predecessors, startPredecessors, lags } = part;
    for (const before of predecessors) {
      const lagMinutes = lags?.[before];
      found.push({
        before,
        after: id,
        ...(startPredecessors?.includes(before) === true ? { on: 'start' } : {}),
        ...(lagMinutes === undefined ? {} : { lagMinutes }),
      });
    }
  };
  for (const line of rowsOf(lines)) add(line);
  for (const domainOrder of plan === undefined ? [] : rowsOf(plan.domainOrders)) add(domainOrder);
  for (const task of plan === undefined ? [] : rowsOf(plan.tasks)) add(task);
  return found;
}
