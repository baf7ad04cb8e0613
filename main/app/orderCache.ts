/** Orders folded from the log, a bounded number of them; one asked for again only folds what is new. */
import type { Database } from 'better-sqlite3';
import { readOrder } from '../../db/eventLog.ts';
import { evolve } from '../domain/order/evolve.ts';
import type { Order } from '../domain/order/order.ts';

export type OrderCache = {
  /** The order as the log has it now, or null when there is none. */
  readonly load: (orderId: string) => Order | null;
  readonly put: (order: Order) => void;
  /** Forgets everything: after a transaction was rolled back what is kept here may be ahead of the log. */
  readonly clear: () => void;
};

/** `limit` bounds the number of orders kept, the least recently used going first. */
export function openOrderCache(db: Database, limit = 200): OrderCache {
  const kept = new Map<string, Order>();
  const put = (order: Order): void => {
    kept.delete(order.id);
    kept.set(order.id, order);
    const oldest = kept.keys().next().value;
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
  };
  return {
    put,
    clear: () => kept.clear(),
    load: orderId => {
      const before = kept.get(orderId) ?? null;
      const order = readOrder(db, orderId, before?.version ?? 0).reduce<Order | null>(evolve, before);
      if (order !== null) put(order);
      return order;
    },
  };
}
