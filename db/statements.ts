/** Prepared statements, kept per connection so that each text is compiled once. */
import type { Database, Statement } from 'better-sqlite3';

export type Cell = string | number | null;
type Kept = {
  readonly objects: Map<string, unknown>;
  readonly arrays: Map<string, unknown>;
  readonly values: Map<string, unknown>;
};

const keptBy = new WeakMap<Database, Kept>();

/** A statement whose rows come as objects. */
export function prepared<Row = never>(db: Database, sql: string): Statement<Cell[], Row> {
  return find(keptOf(db).objects, sql, () => db.prepare<Cell[], Row>(sql));
}

/** A statement whose rows come as arrays: half the cost of objects on wide rows. */
export function preparedArrays<Row extends readonly Cell[]>(db: Database, sql: string): Statement<Cell[], Row> {
  return find(keptOf(db).arrays, sql, () => db.prepare<Cell[], Row>(sql).raw());
}

/** A statement whose rows are the value of their first column. */
export function preparedValue<Value extends Cell>(db: Database, sql: string): Statement<Cell[], Value> {
  return find(keptOf(db).values, sql, () => db.prepare<Cell[], Value>(sql).pluck());
}

function keptOf(db: Database): Kept {
  let kept = keptBy.get(db);
  if (kept === undefined) {
    kept = { objects: new Map(), arrays: new Map(), values: new Map() };
    keptBy.set(db, kept);
  }
  return kept;
}

function find<S>(kept: Map<string, unknown>, sql: string, prepare: () => S): S {
  const found = kept.get(sql) as S | undefined;
  if (found !== undefined) return found;
  const made = prepare();
  kept.set(sql, made);
  return made;
}
