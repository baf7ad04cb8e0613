/** Keeps the read models in step with the log: with every command, and by a replay when their version is another. */
import type { Database } from 'better-sqlite3';
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import { evolve } from '../../main/domain/order/evolve.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { capturesAnew, changeOf } from './change.ts';
import { CounterChanges } from './counters.ts';
import { settleChecks } from './orders.ts';
import type { Projection, Target } from './projection.ts';

export type ReadModels = {
  /**
   * Folds the events of one command onto the order they were decided on, writes every row that changed, and gives the
   * order as it stands now. Call it in the transaction that appended the events.
   */
  readonly apply: (before: Order | null, events: readonly RecordedEvent[]) => Order;
  /** Writes anew how many checks of an order fail, for when the catalog has changed. Call it inside a transaction. */
  readonly renewChecks: (order: Order) => void;
};

export type ReadModelOptions = {
  /** How many pre-approval checks of an order fail under the catalog of now; asked only while it waits for a decision. */
  readonly countFailedChecks: (order: Order) => number;
};

export function openReadModels(
  db: Database,
  projections: readonly Projection[],
  { countFailedChecks }: ReadModelOptions,
): ReadModels {
  const target: Target = { db, counters: new CounterChanges(), countFailedChecks };
  return {
    apply: (before, events) => {
      if (!db.inTransaction) throw new Error('Read models are written inside a transaction.');
      const after = settleOrder(target, projections, before, events);
      target.counters.flush(db);
      return after;
    },
    renewChecks: order => settleChecks(target, order),
  };
}

/** The order after its events, with every row that is another than before written. */
export function settleOrder(
  target: Target,
  projections: readonly Projection[],
  before: Order | null,
  events: readonly RecordedEvent[],
): Order {
  const after = events.reduce<Order | null>(evolve, before);
  if (after === null) throw new Error('An order begins with an event.');
  if (after === before) return after;
  const change = changeOf(before, after, events.some(capturesAnew));
  for (const { settle } of projections) settle(target, change);
  return after;
}
