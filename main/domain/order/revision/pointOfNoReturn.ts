/** The point of no return of a branch: passed when a task says so and is done, and in the way of changes from then on (features O11, O12). */
import { rowsOf } from '../../table.ts';
import { getDomainOrder, getTask, planOf } from '../change.ts';
import type { Order } from '../order.ts';
import type { Unfolding } from '../unfolding.ts';

/** A task that was done, and not skipped, may take its domain order past the point from which there is no way back. */
export function passPointOfNoReturn(unfolding: Unfolding, number: number): void {
  const { pointOfNoReturn, outcome, domainOrder } = getTask(unfolding.order(), number);
  if (pointOfNoReturn !== true || outcome === undefined || outcome.kind === 'skipped') return;
  if (getDomainOrder(unfolding.order(), domainOrder).pointOfNoReturn !== undefined) return;
  unfolding.emit({ type: 'PointOfNoReturnPassed', v: 1, data: { domainOrder, task: number } });
}

/** The domain orders, these or above them, whose point of no return is passed: it covers everything below. */
export function noReturnsOver(order: Order, domainOrders: Iterable<number>): readonly number[] {
  const seen = new Set<number>();
  for (const number of domainOrders) {
    let at: number | undefined = number;
    for (; at !== undefined && !seen.has(at); at = getDomainOrder(order, at).parent) seen.add(at);
  }
  return [...seen].filter(number => getDomainOrder(order, number).pointOfNoReturn !== undefined);
}

/** The domain orders that are covered by one; linear in the size of the plan. */
export function coveredByNoReturn(order: Order): ReadonlySet<number> {
  const covered = new Set<number>();
  // Children are numbered after their parents.
  for (const { number, parent, pointOfNoReturn } of rowsOf(planOf(order).domainOrders)) {
    if (pointOfNoReturn !== undefined || (parent !== undefined && covered.has(parent))) covered.add(number);
  }
  return covered;
}
