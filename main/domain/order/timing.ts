/** Decides what the passing of time does: orders approved to start later, and tasks whose lag has run out (features A7, O5). */
import { err, ok } from '../result.ts';
import { emptyTable, rowsOf } from '../table.ts';
import { planOf } from './change.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { firstRefusal, inState, permitted, stillAsSeen } from './guards.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';
import { closeIfDone, completeIfDone, domainOrderFreeAt, openWhatIsFree, release } from './settle.ts';
import { unfold, type Decided, type Unfolding } from './unfolding.ts';

/** Approved to start at a moment, and not started. */
export const isBeforeStart = ({ startsAt, actualStart }: Pick<Order, 'startsAt' | 'actualStart'>): boolean =>
  startsAt !== undefined && actualStart === undefined;

/** Starts an approved order before its time. */
export function startNow(order: Order, { seen }: CommandOf<'startNow'>, context: DecisionContext): Decided {
  const refusal = firstRefusal(
    () => permitted(context.by, 'order.approve'),
    () => stillAsSeen('order', order.number, order.touched, seen),
    () => (order.state === 'inProgress' ? nothingDue(order) : null),
    () => inState('order', order.number, order.state, ['acknowledged']),
    () => (order.startsAt === undefined ? nothingDue(order) : null),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  beginWork(unfolding);
  return ok(unfolding.end());
}

/** Said by the desk when a moment has come that the order waits for; the moment of the decision counts, so a late one catches up. */
export function passTime(order: Order, context: DecisionContext): Decided {
  const refusal = permitted(context.by, 'order.approve');
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  const { startsAt, state } = order;
  if (startsAt !== undefined && state === 'acknowledged' && startsAt <= context.at) beginWork(unfolding);
  const due: number[] = [];
  for (const task of rowsOf(unfolding.order().plan?.tasks ?? emptyTable)) {
    if (task.state === 'scheduled' && (task.opensAt ?? '') <= context.at) due.push(task.number);
  }
  release(unfolding, laggedOut(unfolding.order(), context.at), due);
  return unfolding.events().length === 0 ? err(nothingDue(order)) : ok(unfolding.end());
}

/** A domain order may start once its own lag has run out, whatever its tasks go on waiting for (domain.md A.3). */
function laggedOut(order: Order, at: string): readonly number[] {
  const found: number[] = [];
  for (const { number, state } of rowsOf(order.plan?.domainOrders ?? emptyTable)) {
    if (state !== 'draft') continue;
    const freeAt = domainOrderFreeAt(order, number);
    if (freeAt !== null && freeAt <= at) found.push(number);
  }
  return found;
}

const nothingDue = ({ number }: Order): Refusal => ({ code: 'NothingToChange', subject: 'order', id: number });

/** An order starts, at approval or when the moment has come that the approval named: what waits for nothing opens, and what asks for nothing is done at once (features A7). */
export function beginWork(unfolding: Unfolding): void {
  unfolding.emit({ type: 'OrderStarted', v: 1, data: {} });
  openWhatIsFree(unfolding);
  closeWhatIsEmpty(unfolding);
}

/** Lines that ask for nothing, and domain orders that have neither tasks nor children. */
export function closeWhatIsEmpty(unfolding: Unfolding): void {
  const order = unfolding.order();
  for (const { number } of rowsOf(planOf(order).domainOrders)) closeIfDone(unfolding, number);
  for (const { number } of rowsOf(order.lines)) completeIfDone(unfolding, number);
}
