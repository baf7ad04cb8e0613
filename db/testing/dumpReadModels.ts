/** Everything the read models say, in an order of its own, so that two ways of filling them can be compared row for row. */
import type { Database } from 'better-sqlite3';
import { documentSql } from '../projections/documentId.ts';
import { projections } from '../projections/list.ts';

export function dumpReadModels(db: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = projections.flatMap(({ tables }) => tables).filter(name => !name.startsWith('search'));
  const dump: Record<string, readonly unknown[]> = {};
  for (const name of tables) dump[name] = db.prepare(`SELECT * FROM ${name}`).all();
  dump['counter'] = db.prepare('SELECT * FROM counter WHERE n > 0').all();
  // Documents are numbered as they come, which a replay does in another order; what they say must be the same.
  dump['search'] = db
    .prepare(
      `SELECT order_id, ${documentSql.kind} AS kind, ${documentSql.number} AS number, term
       FROM (SELECT doc AS document, term FROM search_word) JOIN search_order ON place = ${documentSql.place}
       ORDER BY order_id, kind, number, term`,
    )
    .all();
  return dump;
}
