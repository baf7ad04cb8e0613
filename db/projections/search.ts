/** Full text over orders, tasks and fallouts: one document each, found by the beginnings of its words. */
import type { Database } from 'better-sqlite3';
import { findRow, getRow } from '../../main/domain/table.ts';
import { prepared, preparedValue } from '../statements.ts';
import { documentId, type SearchKind } from './documentId.ts';
import type { Projection } from './projection.ts';
import { wordsOfFallout, wordsOfOrder, wordsOfTask } from './searchWords.ts';

export const search: Projection = {
  name: 'search',
  version: 2,
  tables: ['search_word', 'search_text', 'search_order'],
  create: [
    // The number of an order among the documents; a later order has a higher one.
    `CREATE TABLE search_order (
      place INTEGER PRIMARY KEY,
      order_id TEXT NOT NULL UNIQUE
    ) STRICT`,
    // Only the index is kept: the words themselves stand in the rows and in the log.
    `CREATE VIRTUAL TABLE search_text USING fts5 (
      words, content = '', contentless_delete = 1, detail = none,
      tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )`,
    'CREATE VIRTUAL TABLE search_word USING fts5vocab (search_text, instance)',
  ],
  indexes: [],
  counters: [],
  settle: ({ db }, { before, after, captured, tasks, fallouts }) => {
    const put = documentWriter(db, after.id, before === null);
    if (captured) put('order', 0, before !== null, wordsOfOrder(after));
    for (const number of tasks) {
      if (after.plan === undefined) break;
      const was = before?.plan && findRow(before.plan.tasks, number);
      const now = getRow(after.plan.tasks, number);
      if (was !== undefined && !captured && was.values === now.values) continue;
      const words = wordsOfTask(after, now);
      // A change of what was captured seldom changes what its tasks are found by, and writing a document anew is dear.
      if (was !== undefined && before !== null && words === wordsOfTask(before, was)) continue;
      put('task', number, was !== undefined, words);
    }
    for (const number of fallouts) {
      const was = before === null ? undefined : findRow(before.fallouts, number);
      const now = getRow(after.fallouts, number);
      if (was === undefined || captured || was.type !== now.type || was.text !== now.text) {
        put('fallout', number, was !== undefined, wordsOfFallout(after, now));
      }
    }
  },
};

type PutDocument = (kind: SearchKind, number: number, known: boolean, words: string) => void;

/** Most commands change no words at all, so the order's place is looked up with its first document. */
function documentWriter(db: Database, orderId: string, isNew: boolean): PutDocument {
  let place: number | undefined;
  return (kind, number, known, words) => {
    place ??= isNew ? addPlace(db, orderId) : placeOf(db, orderId);
    const id = documentId({ place, kind, number });
    if (known) prepared(db, 'DELETE FROM search_text WHERE rowid = ?').run(id);
    prepared(db, 'INSERT INTO search_text (rowid, words) VALUES (?, ?)').run(id, words);
  };
}

const addPlace = (db: Database, orderId: string): number =>
  Number(prepared(db, 'INSERT INTO search_order (order_id) VALUES (?)').run(orderId).lastInsertRowid);

function placeOf(db: Database, orderId: string): number {
  const place = preparedValue<number>(db, 'SELECT place FROM search_order WHERE order_id = ?').get(orderId);
  if (place === undefined) throw new Error(`Order ${orderId} has no place among the documents.`);
  return place;
}
