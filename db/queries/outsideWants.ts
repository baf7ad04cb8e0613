/** Which tasks want something that an order has, now that it has a plan (features O6). */
import type { Database } from 'better-sqlite3';
import { prepared, preparedValue } from '../statements.ts';

export type Wanting = {
  readonly orderId: string;
  readonly task: number;
  readonly specification: string;
  /** Null for any site. */
  readonly site: string | null;
};

/** Of other orders of the same account. */
export const listWantsFor = (db: Database, orderId: string): readonly Wanting[] =>
  prepared<Wanting>(
    db,
    `SELECT DISTINCT w.order_id AS orderId, w.task, w.specification, w.site
     FROM (SELECT DISTINCT specification, account_id FROM domain_order_row WHERE order_id = ? AND is_open = 1) d
     CROSS JOIN outside_want w ON w.specification = d.specification AND w.account_id = d.account_id
     WHERE w.order_id <> ? ORDER BY w.order_id, w.task`,
  ).all(orderId, orderId);

/** Whether any task of any order wants something. */
export const isAnythingWanted = (db: Database): boolean =>
  preparedValue<number>(db, 'SELECT EXISTS (SELECT 1 FROM outside_want)').get() === 1;

/** ISO-8601 UTC: when something last happened to the order. */
export const findLastMoment = (db: Database, orderId: string): string =>
  preparedValue<string>(db, 'SELECT at FROM event WHERE order_id = ? ORDER BY version DESC LIMIT 1').get(orderId) ?? '';

/** The words of the condition are those of the index `event_of_planning`, or it would not be used. */
export const latelyPlannedSql = `SELECT DISTINCT order_id AS orderId FROM event INDEXED BY event_of_planning
  WHERE position > (SELECT coalesce(max(position), 0) FROM event) - ?
    AND type IN ('OrderDecomposed', 'TargetsReconsidered', 'RevisionApproved')`;

/** Orders that got a plan, or more of one, among the last things that happened. */
export const listLatelyPlanned = (db: Database, events: number): readonly string[] =>
  prepared<{ orderId: string }>(db, latelyPlannedSql)
    .all(events)
    .map(({ orderId }) => orderId);
