/** Which tasks nobody has, in the order of their queues, for handing them out anew (features T3). */
import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** Where a walk through them stands; the first is before all of them. */
export type QueuePlace = { readonly dueAt: string; readonly orderId: string; readonly task: number };

export const queueStart: QueuePlace = { dueAt: '', orderId: '', task: 0 };

export type UnassignedTask = QueuePlace & { readonly state: string; readonly group: string | null };

/** Those after a place, from their index alone: as quick for a million tasks as for ten. */
export const listUnassigned = (db: Database, after: QueuePlace, limit: number): readonly UnassignedTask[] =>
  prepared<UnassignedTask>(
    db,
    `SELECT due_at AS dueAt, order_id AS orderId, number AS task, state, group_id AS "group" FROM task_row
     WHERE is_open = 1 AND assignee IS NULL AND (due_at, order_id, number) > (?, ?, ?)
     ORDER BY due_at, order_id, number LIMIT ?`,
  ).all(after.dueAt, after.orderId, after.task, limit);
