/** The document an order came from, as it came, from the event that brought it in. */
import type { Database } from 'better-sqlite3';
import type { EventOf } from '../../main/domain/order/events.ts';
import { preparedValue } from '../statements.ts';

export type SourceDocument = Pick<EventOf<'OrderImported'>['data'], 'document' | 'understood'>;

/** Undefined when there is no such order. */
export function findSourceDocument(db: Database, orderId: string): SourceDocument | undefined {
  const data = preparedValue<string>(db, 'SELECT data FROM event WHERE order_id = ? AND version = 1').get(orderId);
  return data === undefined ? undefined : (JSON.parse(data) as EventOf<'OrderImported'>['data']);
}
