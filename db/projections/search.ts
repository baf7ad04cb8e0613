/** Full text over orders, tasks and fallouts: one document each, found by the beginnings of its words. */
import type { Database } from 'better-sqlite3';
import { findRow, getRow } from '../../main/domain/table.ts';
import { prepared, preparedValue } from '../statements.ts';
import type { Projection } from './projection.ts';
import { wordsOfFallout, wordsOfOrder, wordsOfTask } from './searchWords.ts';

export type SearchKind = 'order' | 'task' | 'fallout';

export const search: Projection = {
  name: 'search',
  version: 1,
  tables: ['search_row', 'search_text'],
  create: [
    `CREATE TABLE search_row (
      id INTEGER PRIMARY KEY,
      order_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      number INTEGER NOT NULL,
      UNIQUE (order_id, kind, number)
    ) STRICT`,
    // Only the index is kept: the words themselves stand in the rows and in the log.
    `CREATE VIRTUAL TABLE search_text USING fts5 (
      words, content = '', contentless_delete = 1, detail = none,
      tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )`,
  ],
  indexes: [],
  counters: [],
  settle: ({ db }, { before, after, captured, tasks, fallouts }) => {
    if (captured) index(db, after.id, 'order', 0, before !== null, wordsOfOrder(after));
    for (const number of tasks) {
      if (after.plan === undefined) break;
      const was = before?.plan && findRow(before.plan.tasks, number);
      const now = getRow(after.plan.tasks, number);
      if (was === undefined || captured || was.values !== now.values) {
        index(db, after.id, 'task', number, was !== undefined, wordsOfTask(after, now));
      }
    }
    for (const number of fallouts) {
      const was = before === null ? undefined : findRow(before.fallouts, number);
      if (was !== undefined && !captured) continue;
      index(db, after.id, 'fallout', number, was !== undefined, wordsOfFallout(after, getRow(after.fallouts, number)));
    }
  },
};

function index(db: Database, orderId: string, kind: SearchKind, number: number, known: boolean, words: string): void {
  if (known) {
    const find = 'SELECT id FROM search_row WHERE order_id = ? AND kind = ? AND number = ?';
    const id = preparedValue<number>(db, find).get(orderId, kind, number);
    if (id === undefined) throw new Error(`No search row ${orderId}/${kind}/${number} to renew.`);
    prepared(db, 'DELETE FROM search_text WHERE rowid = ?').run(id);
    prepared(db, 'INSERT INTO search_text (rowid, words) VALUES (?, ?)').run(id, words);
    return;
  }
  const sql = 'INSERT INTO search_row (order_id, kind, number) VALUES (?, ?, ?)';
  const { lastInsertRowid } = prepared(db, sql).run(orderId, kind, number);
  prepared(db, 'INSERT INTO search_text (rowid, words) VALUES (?, ?)').run(Number(lastInsertRowid), words);
}
