/** Replays the log into read models whose version in the file is not the one this build writes. */
import type { Database } from 'better-sqlite3';
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import { evolve } from '../../main/domain/order/evolve.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { countEvents, readByOrder, readOrder } from '../eventLog.ts';
import { prepared, preparedValue } from '../statements.ts';
import { transaction } from '../transaction.ts';
import { CounterChanges, removeCounters } from './counters.ts';
import { orders, settleChecks } from './orders.ts';
import type { Projection, Target } from './projection.ts';
import { settleOrder, type ReadModelOptions } from './readModels.ts';

export type RebuildProgress = { readonly done: number; readonly total: number };

export type RebuildOptions = ReadModelOptions & {
  /** Called after each transaction; both are numbers of events. */
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Events per transaction. */
  readonly batch?: number;
};

const BATCH = 25_000;

/**
 * Rebuilds what is out of date, and gives the names; an empty list means everything was in step.
 * Runs in bounded transactions: a crash on the way leaves the models unmarked, and the next start begins again.
 */
export function rebuildReadModels(
  db: Database,
  projections: readonly Projection[],
  { countFailedChecks, onProgress, batch = BATCH }: RebuildOptions,
): readonly string[] {
  const stale = projections.filter(({ name, version }) => versionInFile(db, name) !== version);
  if (stale.length === 0) return [];
  transaction(db, () => {
    for (const projection of stale) makeEmpty(db, projection);
  });
  // The checks look into the inventory, which is not whole before the end.
  replay({ db, counters: new CounterChanges(), countFailedChecks: () => 0 }, stale, batch, onProgress);
  transaction(db, () => {
    for (const { indexes } of stale) for (const sql of indexes) db.exec(sql);
  });
  if (stale.includes(orders)) judgeWaiting({ db, counters: new CounterChanges(), countFailedChecks });
  transaction(db, () => {
    for (const { name, version } of stale) {
      prepared(db, 'INSERT INTO read_model (name, version) VALUES (?, ?)').run(name, version);
    }
  });
  return stale.map(({ name }) => name);
}

/** Counts what fails on the orders that wait for a decision, some hundreds in each transaction. */
function judgeWaiting(target: Target): void {
  const { db } = target;
  const sql = `SELECT id FROM order_row WHERE state IN ('new', 'draft') AND id > ? ORDER BY id LIMIT 500`;
  const page = preparedValue<string>(db, sql);
  for (let ids = page.all(''); ids.length > 0; ids = page.all(ids.at(-1) ?? '')) {
    transaction(db, () => {
      for (const id of ids) {
        const order = readOrder(db, id).reduce<Order | null>(evolve, null);
        if (order !== null) settleChecks(target, order);
      }
    });
  }
}

const versionInFile = (db: Database, name: string): number | undefined =>
  preparedValue<number>(db, 'SELECT version FROM read_model WHERE name = ?').get(name);

function makeEmpty(db: Database, { name, tables, create, counters }: Projection): void {
  prepared(db, 'DELETE FROM read_model WHERE name = ?').run(name);
  for (const table of tables) db.exec(`DROP TABLE IF EXISTS ${table}`);
  removeCounters(db, counters);
  for (const sql of create) db.exec(sql);
}

function replay(
  target: Target,
  stale: readonly Projection[],
  batch: number,
  onProgress: RebuildOptions['onProgress'],
): void {
  const { db, counters } = target;
  const total = countEvents(db);
  const log = readByOrder(db);
  let ofOrder: RecordedEvent[] = [];
  const settle = (): void => {
    const after = ofOrder.reduce<Order | null>(evolve, null);
    if (after !== null) settleOrder(target, stale, { before: null, events: ofOrder, after });
    ofOrder = [];
  };
  let done = 0;
  /** Gives false when the log has ended. */
  const takeBatch = (): boolean => {
    for (let taken = 0; taken < batch; taken += 1) {
      const next = log.next();
      if (next.done === true) {
        settle();
        return false;
      }
      if (ofOrder[0]?.orderId !== next.value.orderId) settle();
      ofOrder.push(next.value);
      done += 1;
    }
    return true;
  };
  for (let more = true; more;) {
    more = transaction(db, () => {
      const left = takeBatch();
      counters.flush(db);
      return left;
    });
    onProgress?.({ done, total });
  }
}
