/** Which orders wait for a moment that has come, and when the next such moment is. */
import type { Database } from 'better-sqlite3';
import { prepared, preparedValue } from '../statements.ts';

export type Wake = {
  readonly orderId: string;
  /** ISO-8601 UTC: the earliest moment that the order waits for. */
  readonly at: string;
};

/** Orders that wait for a moment not after `now`, those that wait longest first; ISO-8601 UTC. */
export const listDueWakes = (db: Database, now: string, limit: number): readonly Wake[] =>
  prepared<Wake>(
    db,
    `SELECT order_id AS orderId, min(at) AS at FROM wake_row WHERE at <= ?
     GROUP BY order_id ORDER BY min(at), order_id LIMIT ?`,
  ).all(now, limit);

/** ISO-8601 UTC; undefined when nothing waits for a moment. With `after`, only moments later than that. */
export const findNextWake = (db: Database, after = ''): string | undefined =>
  preparedValue<string>(db, 'SELECT at FROM wake_row WHERE at > ? ORDER BY at LIMIT 1').get(after);
