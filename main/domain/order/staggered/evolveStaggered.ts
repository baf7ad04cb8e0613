/** Folds what staggered decomposition adds to a plan under way (features D4). */
import { nodeOf } from '../../vocabulary/node.ts';
import { getDomainOrder, getTask, planOf, touchedBy, withDomainOrder, withTask } from '../change.ts';
import { notReady } from '../evolveTiming.ts';
import type { HappenedEvent } from '../events.ts';
import { grownOrder } from '../growPlan.ts';
import type { Order } from '../order.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

/** The plan with the addition; what was ready and now has to wait for something new is ready no more. */
export function reconsideredTargets(order: Order, event: Happened<'TargetsReconsidered'>): Order {
  const { domainOrders, tasks } = planOf(order);
  const touched = touchedBy(event);
  const waiting = new Set<number>();
  let changed = grownOrder(order, event.data, event);
  for (const { after } of event.data.dependencies) {
    const { kind, number } = nodeOf(after);
    if (kind === 'task' && number <= tasks.size) waiting.add(number);
    if (kind !== 'domainOrder' || number > domainOrders.size) continue;
    for (const task of getDomainOrder(changed, number).tasks) waiting.add(task);
    changed = withDomainOrder(changed, number, ({ state }) => (state === 'qualified' ? { state: 'draft' } : {}));
  }
  for (const number of waiting) {
    const change = notReady(getTask(changed, number));
    if (Object.keys(change).length > 0) changed = withTask(changed, number, () => ({ ...change, touched }));
  }
  return changed;
}
