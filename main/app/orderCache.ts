/** Orders as the writer last left them or folded them from the log; one asked for again only folds what is new. */
import type { Database } from 'better-sqlite3';
import { BoundedMap } from '../../db/boundedMap.ts';
import { readOrder } from '../../db/eventLog.ts';
import { weightOfOrder } from '../../db/orderWeight.ts';
import { evolve } from '../domain/order/evolve.ts';
import type { Order } from '../domain/order/order.ts';

export type OrderCache = {
  /** The order as the log has it now, or null when there is none. */
  readonly load: (orderId: string) => Order | null;
  readonly put: (order: Order) => void;
  /** Forgets everything: after a transaction was rolled back what is kept here may be ahead of the log. */
  readonly clear: () => void;
};

/** In parts of all orders that are kept: some tens of megabytes. */
const MOST = 60_000;

export function openOrderCache(db: Database, most = MOST): OrderCache {
  const kept = new BoundedMap<string, Order>(most, weightOfOrder);
  return {
    put: order => kept.set(order.id, order),
    clear: () => kept.clear(),
    load: orderId => {
      const before = kept.get(orderId) ?? null;
      const order = readOrder(db, orderId, before?.version ?? 0).reduce<Order | null>(evolve, before);
      if (order !== null && order !== before) kept.set(orderId, order);
      return order;
    },
  };
}
