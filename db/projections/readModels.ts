/** Keeps the read models in step with the log: with every command, and by a replay when their version is another. */
import type { Database } from 'better-sqlite3';
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { capturesAnew, changeOf } from './change.ts';
import { CounterChanges } from './counters.ts';
import { inventory } from './inventory.ts';
import { orders, settleChecks } from './orders.ts';
import type { Change, CountFailedChecks, Projection, Target } from './projection.ts';
import { listAwaiting } from './checkLookups.ts';

export type ReadModels = {
  /**
   * Writes every row that the events of one command have changed. Call it in the transaction that appended them. Gives the
   * other orders whose checks it may have another answer for: those that wait for a decision and looked for what has come or gone.
   */
  readonly apply: (step: OrderStep) => readonly string[];
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
  readonly countFailedChecks: CountFailedChecks;
};

export function openReadModels(
  db: Database,
  projections: readonly Projection[],
  { countFailedChecks }: ReadModelOptions,
): ReadModels {
  const target: Target = { db, counters: new CounterChanges(), countFailedChecks };
  const isJudging = [orders, inventory].every(one => projections.includes(one));
  return {
    apply: step => {
      if (!db.inTransaction) throw new Error('Read models are written inside a transaction.');
      const change = settleOrder(target, projections, step);
      target.counters.flush(db);
      return isJudging ? listAwaiting(db, change) : [];
    },
    renewChecks: order => settleChecks(target, order),
  };
}

/** Writes every row of the order that is another than before; gives what was. */
export function settleOrder(
  target: Target,
  projections: readonly Projection[],
  { before, events, after }: OrderStep,
): Change {
  const change = changeOf(before, after, events.some(capturesAnew));
  for (const { settle } of projections) settle(target, change);
  return change;
}
