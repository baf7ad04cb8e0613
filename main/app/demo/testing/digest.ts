/** All that happened in a workspace as one hash, to tell whether two came to the same end. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** Everything that happened, order by order; ids differ from load to load, so that other orders are named by their numbers. */
export function digestOf(file: Database): string {
  const hash = createHash('sha256');
  const orders = file.prepare<[], { id: string; number: string }>('SELECT id, number FROM order_row').all();
  const numbers = new Map(orders.map(({ id, number }) => [id, number]));
  const told = file
    .prepare<[], string>(
      `SELECT json_array(number, event.version, type, at, by_id, json_remove(data, '$.orderId'))
       FROM event JOIN order_row ON order_row.id = event.order_id ORDER BY number_value, event.version`,
    )
    .pluck();
  for (const line of told.iterate())
    hash.update(line.replaceAll(/[\da-f]{8}(-[\da-f]{4,12}){4}/g, id => numbers.get(id) ?? id));
  return hash.digest('hex');
}
