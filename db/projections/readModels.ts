/** Keeps the read models in step with the log: with every command, and by a replay when their version is another. */
import type { Database } from 'better-sqlite3';
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { capturesAnew, changeOf } from './change.ts';
import { CounterChanges } from './counters.ts';
import { settleChecks } from './orders.ts';
import type { Projection, Target } from './projection.ts';

export type ReadModels = {
  /** Writes every row that the events of one command have changed. Call it in the transaction that appended them. */
  readonly apply: (step: OrderStep) => void;
  /** Writes anew how many checks of an order fail, for when the catalog has changed. Call it inside a transaction. */
  readonly renewChecks: (order: Order) => void;
};

/** What happened to one order, as it was before and as it stands after. */
export type OrderStep = {
  readonly before: Order | null;
  readonly events: readonly RecordedEvent[];
  readonly after: Order;
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
    apply: step => {
      if (!db.inTransaction) throw new Error('Read models are written inside a transaction.');
      settleOrder(target, projections, step);
      target.counters.flush(db);
    },
    renewChecks: order => settleChecks(target, order),
  };
}

/** Writes every row of the order that is another than before. */
export function settleOrder(
  target: Target,
  projections: readonly Projection[],
  { before, events, after }: OrderStep,
): void {
  const change = changeOf(before, after, events.some(capturesAnew));
  for (const { settle } of projections) settle(target, change);
}
