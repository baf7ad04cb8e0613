/** Which orders something happened to last. */
import type { Database } from 'better-sqlite3';
import { preparedValue } from '../statements.ts';

/** Events looked at: people often work on one order for a while. */
const LOOKED_AT = 500;
/** Longer histories are not even measured. */
const LONGEST = 500;

/** The log is read from its end, so that its length does not matter; of what the events say only the length is read. */
const sql = `
  SELECT order_id FROM (SELECT order_id, version, position FROM event ORDER BY position DESC LIMIT ${LOOKED_AT}) AS late
  GROUP BY order_id
  HAVING max(version) <= ${LONGEST}
    AND (SELECT sum(octet_length(data)) FROM event AS own WHERE own.order_id = late.order_id) <= ?
  ORDER BY max(position) DESC LIMIT ?`;

/** At most so many, newest first, without those whose events take more room than so many bytes. */
export const listLatestOrders = (db: Database, most: number, largest: number): string[] =>
  preparedValue<string>(db, sql).all(largest, most);
