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
      const fold = new OrderFold(target, projections, before);
      for (const event of events) fold.add(event);
      const after = fold.settle();
      target.counters.flush(db);
      return after;
    },
    renewChecks: order => settleChecks(target, order),
  };
}

/** Folds events onto one order; history is written as it goes by, states once at the end. */
export class OrderFold {
  readonly #target: Target;
  readonly #projections: readonly Projection[];
  readonly #before: Order | null;
  #after: Order | null;
  #captured = false;

  constructor(target: Target, projections: readonly Projection[], before: Order | null) {
    this.#target = target;
    this.#projections = projections;
    this.#before = before;
    this.#after = before;
  }

  add(event: RecordedEvent): void {
    const before = this.#after;
    const after = evolve(before, event);
    for (const { record } of this.#projections) record?.(this.#target, { before, event, after });
    this.#after = after;
    this.#captured ||= capturesAnew(event);
  }

  settle(): Order {
    if (this.#after === null) throw new Error('An order begins with an event.');
    if (this.#after === this.#before) return this.#after;
    const change = changeOf(this.#before, this.#after, this.#captured);
    for (const { settle } of this.#projections) settle?.(this.#target, change);
    return this.#after;
  }
}
