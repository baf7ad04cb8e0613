/** The point of no return of a branch: passed when a task says so and is done, and in the way of changes from then on (features O11, O12). */
import { getDomainOrder, getTask } from '../change.ts';
import type { Order } from '../order.ts';
import type { Unfolding } from '../unfolding.ts';

/** A task that was done, and not skipped, may take its domain order past the point from which there is no way back. */
export function passPointOfNoReturn(unfolding: Unfolding, number: number): void {
  const { pointOfNoReturn, outcome, domainOrder } = getTask(unfolding.order(), number);
  if (pointOfNoReturn !== true || outcome === undefined || outcome.kind === 'skipped') return;
  if (getDomainOrder(unfolding.order(), domainOrder).pointOfNoReturn !== undefined) return;
  unfolding.emit({ type: 'PointOfNoReturnPassed', v: 1, data: { domainOrder, task: number } });
}

/** The domain orders, this one or above it, whose point of no return is passed: it covers everything below. */
export function noReturnsOver(order: Order, domainOrder: number): readonly number[] {
  const { pointOfNoReturn, parent } = getDomainOrder(order, domainOrder);
  const above = parent === undefined ? [] : noReturnsOver(order, parent);
  return pointOfNoReturn === undefined ? above : [domainOrder, ...above];
}
