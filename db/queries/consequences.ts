/** What came of an action after it was done: whether it was taken back, and which parts of other orders went on because of it. */
import type { Database } from 'better-sqlite3';
import type { NodeId } from '../../main/domain/vocabulary/node.ts';
import { prepared, preparedValue } from '../statements.ts';

/** Whether somebody has taken back the command since; looks at the order's later events only. */
export const wasTakenBack = (db: Database, orderId: string, commandId: string, afterVersion: number): boolean =>
  preparedValue<number>(
    db,
    `SELECT 1 FROM event WHERE order_id = ? AND version > ? AND type = 'ActionUndone'
       AND json_extract(data, '$.action') = ? LIMIT 1`,
  ).get(orderId, afterVersion, commandId) !== undefined;

export type LetGo = { readonly orderId: string; readonly task: number };

/** Tasks of other orders that stopped waiting for one of these parts since the event; the cost grows with what happened since. */
export function listLetGo(
  db: Database,
  orderId: string,
  nodes: readonly NodeId[],
  sinceEvent: string,
): readonly LetGo[] {
  const position = preparedValue<number>(db, 'SELECT position FROM event WHERE id = ?').get(sinceEvent) ?? 0;
  return prepared<LetGo>(
    db,
    `SELECT order_id AS orderId, json_extract(data, '$.task') AS task FROM event
     WHERE position > ? AND type = 'OutsideDependencyMet' AND json_extract(data, '$.order') = ?
       AND json_extract(data, '$.node') IN (SELECT value FROM json_each(?))
     ORDER BY position`,
  ).all(position, orderId, JSON.stringify(nodes));
}
