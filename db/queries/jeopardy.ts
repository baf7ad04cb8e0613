/** Which orders are late at a moment and how many they are, and what the level of single tasks follows from. */
import type { Database } from 'better-sqlite3';
import type { SlaClock } from '../../main/domain/plan/jeopardy.ts';
import { prepared, preparedValue } from '../statements.ts';
import { snapshot } from '../transaction.ts';
import { readPage, type KeysetRead, type Page } from './keyset.ts';
import { orderColumns, orderRowOf, type OrderRow } from './orderPages.ts';
import type { PageRequest } from './taskPages.ts';

export const countLateSql = 'SELECT count(*) FROM late_order WHERE late_at <= ?';

/** Exact: as many entries of an index as there are late orders, whatever else is in the workspace. Milliseconds since 1970. */
export const countLateOrders = (db: Database, now: number): number =>
  preparedValue<number>(db, countLateSql).get(now) ?? 0;

/** Orders that are late at a moment, those first that have been so for longest. */
export const lateOrdersPage = (db: Database, now: number, page: PageRequest): Page<OrderRow> =>
  snapshot(db, () => ({ ...readPage(db, lateRead(now, page), orderRowOf), total: countLateOrders(db, now) }));

/** The read behind a page, for the test that looks at its query plan. */
export const lateRead = (now: number, { after, limit }: PageRequest): KeysetRead => ({
  // Crosswise, so that the moments are walked and the rows looked up, never the other way round.
  table: 'late_order CROSS JOIN order_row ON order_row.id = late_order.order_id',
  columns: [...orderColumns, 'late_at', 'order_id'],
  order: ['late_at', 'order_id'],
  branches: [{ where: 'late_at <= ?', cells: [now] }],
  after,
  limit,
});

/** Undefined when the task has ended, is stopped, or was never opened. */
export function findSlaClock(db: Database, orderId: string, task: number): SlaClock | undefined {
  const sql = 'SELECT clock FROM late_task WHERE order_id = ? AND task = ?';
  const clock = prepared<{ readonly clock: string | null }>(db, sql).get(orderId, task)?.clock ?? null;
  return clock === null ? undefined : (JSON.parse(clock) as SlaClock);
}
