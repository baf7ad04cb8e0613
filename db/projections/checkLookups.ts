/** What the checks of an order that waits for a decision looked for in the inventory, so that whatever comes or goes there finds them (features A5, D1). */
import type { Database } from 'better-sqlite3';
import type { InventoryState } from '../../main/domain/vocabulary/states.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { prepared, preparedValue } from '../statements.ts';
import type { Change } from './projection.ts';
import { deleteRows, rowTable } from './rowTable.ts';

export type CheckLookup = { readonly account: string; readonly specification: string };

export const checkLookups = rowTable(
  'check_lookup',
  { order_id: 'TEXT NOT NULL', account_id: 'TEXT NOT NULL', specification: 'TEXT NOT NULL' },
  ['order_id', 'account_id', 'specification'],
  ['CREATE INDEX check_lookup_of ON check_lookup (account_id, specification)'],
);

/** In place of what was kept of that order before. */
export function keepLookups(db: Database, orderId: string, lookups: readonly CheckLookup[]): void {
  deleteRows(db, checkLookups, { order_id: orderId });
  const insert = 'INSERT OR IGNORE INTO check_lookup (order_id, account_id, specification) VALUES (?, ?, ?)';
  for (const { account, specification } of lookups) prepared(db, insert).run(orderId, account, specification);
}

/** These say how a service stands; what is still to come says nothing of it. */
const telling: ReadonlySet<InventoryState> = new Set(['active', 'inactive', 'suspended']);

/** The service itself may have been brought by another order, whose row says what it is and whose. */
const AWAITING = `
  WITH stirred AS (
    SELECT account_id, specification FROM inventory_row WHERE order_id = ? AND number = ?
    UNION
    SELECT account_id, specification FROM inventory_row WHERE service_id = ? AND state = 'active'
  )
  SELECT DISTINCT order_id FROM check_lookup JOIN stirred USING (account_id, specification) WHERE order_id <> ?`;

/** The other orders that looked for what this change has brought, taken or moved. As many as there are: few of one account wait for one service at a time. */
export function listAwaiting(db: Database, { before, after, captured, inventory }: Change): readonly string[] {
  const found = new Set<string>();
  for (const number of inventory) {
    const was = before === null ? undefined : findRow(before.inventory, number)?.state;
    const { state, serviceId } = getRow(after.inventory, number);
    const isTold = [was, state].some(one => one !== undefined && telling.has(one));
    if (!isTold || (was === state && !captured)) continue;
    for (const id of preparedValue<string>(db, AWAITING).all(after.id, number, serviceId, after.id)) found.add(id);
  }
  return [...found];
}
