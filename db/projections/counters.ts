/** Exact counts by name and key, kept by adding differences in the same transaction as the rows they count. */
import type { Database } from 'better-sqlite3';
import { prepared, preparedValue } from '../statements.ts';

/** One row counts once under each of these. */
export type CounterKey = readonly [name: string, key: string];

export class CounterChanges {
  readonly #changes = new Map<string, Map<string, number>>();

  /** A row that was counted under `before` is now counted under `after`. */
  move(before: readonly CounterKey[], after: readonly CounterKey[]): void {
    for (const counter of before) this.#add(counter, -1);
    for (const counter of after) this.#add(counter, 1);
  }

  /** Writes what has gathered, and starts again from nothing. */
  flush(db: Database): void {
    for (const [name, keys] of this.#changes) {
      for (const [key, change] of keys) if (change !== 0) addToCounter(db, name, key, change);
    }
    this.#changes.clear();
  }

  #add([name, key]: CounterKey, change: number): void {
    let keys = this.#changes.get(name);
    if (keys === undefined) {
      keys = new Map();
      this.#changes.set(name, keys);
    }
    keys.set(key, (keys.get(key) ?? 0) + change);
  }
}

/** 0 when nothing is counted there. */
export const counterOf = (db: Database, name: string, key: string): number =>
  preparedValue<number>(db, 'SELECT n FROM counter WHERE name = ? AND key = ?').get(name, key) ?? 0;

export function removeCounters(db: Database, names: readonly string[]): void {
  for (const name of names) prepared(db, 'DELETE FROM counter WHERE name = ?').run(name);
}

/** A counter below 0 is a bug, and the table's own check refuses it. */
function addToCounter(db: Database, name: string, key: string, change: number): void {
  const counted = prepared(db, 'UPDATE counter SET n = n + ? WHERE name = ? AND key = ?').run(change, name, key);
  if (counted.changes === 0) prepared(db, 'INSERT INTO counter (name, key, n) VALUES (?, ?, ?)').run(name, key, change);
}
