/** Everything the read models say, in an order of its own, so that two ways of filling them can be compared row for row. */
import type { Database } from 'better-sqlite3';
import { projections } from '../projections/list.ts';

export function dumpReadModels(db: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = projections.flatMap(({ tables }) => tables).filter(name => !name.startsWith('search'));
  const dump: Record<string, readonly unknown[]> = {};
  for (const name of tables) dump[name] = db.prepare(`SELECT * FROM ${name}`).all();
  dump['counter'] = db.prepare('SELECT * FROM counter').all();
  // Documents are numbered as they come, which a replay does in another order; what they say must be the same.
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, search_text, instance)');
  dump['search'] = db
    .prepare(
      `SELECT r.order_id, r.kind, r.number, w.term FROM temp.words w JOIN search_row r ON r.id = w.doc
       ORDER BY r.order_id, r.kind, r.number, w.term`,
    )
    .all();
  db.exec('DROP TABLE temp.words');
  return dump;
}
