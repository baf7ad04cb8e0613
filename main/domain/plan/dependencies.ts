/** Everything in an order that waits for something else in it, as a list. */
import type { Dependency } from '../decomposition/decomposed.ts';
import type { DomainOrder, Order, OrderLine, OrderTask, TimedLinks } from '../order/order.ts';
import { listRows } from '../table.ts';
import type { NodeId } from '../vocabulary/node.ts';

/** By what waits: lines, domain orders, tasks, each in the order of their numbers. */
export function dependenciesOf({ lines, plan }: Order): readonly Dependency[] {
  const found: Dependency[] = [];
  const add = ({ id, predecessors, startPredecessors, lags }: OrderLine | DomainOrder | OrderTask): void => {
    // Most parts wait for nothing, and going through nothing takes its time too.
    if (predecessors.length === 0) return;
    for (const before of predecessors) {
      // Hardly any is timed, and asking each whether it is would be most of the work.
      if (startPredecessors === undefined && lags === undefined) found.push({ before, after: id });
      else found.push({ before, after: id, ...timingOf(before, startPredecessors, lags) });
    }
  };
  for (const line of listRows(lines)) add(line);
  if (plan === undefined) return found;
  for (const domainOrder of listRows(plan.domainOrders)) add(domainOrder);
  for (const task of listRows(plan.tasks)) add(task);
  return found;
}

function timingOf(before: NodeId, startPredecessors: readonly NodeId[] = [], lags: TimedLinks['lags'] = {}) {
  const lagMinutes = lags[before];
  return {
    ...(startPredecessors.includes(before) ? { on: 'start' as const } : {}),
    ...(lagMinutes === undefined ? {} : { lagMinutes }),
  };
}
