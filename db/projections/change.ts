/** Finds what differs between two states of one order without looking at what they share. */
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { changedNumbers, emptyTable, type Table } from '../../main/domain/table.ts';
import type { Change } from './projection.ts';

/** Only these change what was captured: those before there is a plan, and an approved change of an order under way. */
const capturing: ReadonlySet<RecordedEvent['type']> = new Set([
  'OrderImported',
  'OrderCorrected',
  'LineMatched',
  'RevisionApproved',
]);

export const capturesAnew = (event: RecordedEvent): boolean => capturing.has(event.type);

export function changeOf(before: Order | null, after: Order, captured: boolean): Change {
  const changed = <T>(was: Table<T> | undefined, now: Table<T> | undefined): readonly number[] => {
    if (now === undefined) return [];
    // Rows carry copies of captured text, such as the account's name, so all of them may have changed with it.
    if (captured) return Array.from({ length: now.size }, (_, index) => index + 1);
    return changedNumbers(was ?? emptyTable, now);
  };
  return {
    before,
    after,
    captured,
    lines: changed(before?.lines, after.lines),
    domainOrders: changed(before?.plan?.domainOrders, after.plan?.domainOrders),
    tasks: changed(before?.plan?.tasks, after.plan?.tasks),
    fallouts: changed(before?.fallouts, after.fallouts),
    inventory: changed(before?.inventory, after.inventory),
  };
}
