/** One row per change: who changed what from which value to which, and when; the history of an order and of each of its parts. */
import { prepared } from '../statements.ts';
import { entriesOf } from './activityEntries.ts';
import type { Projection } from './projection.ts';

const INSERT = `
  INSERT INTO activity (order_id, version, n, subject, at, by_id, type, field, was, now, text)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export const activity: Projection = {
  name: 'activity',
  version: 1,
  tables: ['activity'],
  create: [
    `CREATE TABLE activity (
      order_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      n INTEGER NOT NULL,
      subject TEXT NOT NULL,
      at TEXT NOT NULL,
      by_id TEXT NOT NULL,
      type TEXT NOT NULL,
      field TEXT,
      was TEXT,
      now TEXT,
      text TEXT,
      PRIMARY KEY (order_id, version, n)
    ) STRICT, WITHOUT ROWID`,
  ],
  indexes: ['CREATE INDEX activity_of_subject ON activity (order_id, subject, version, n)'],
  counters: [],
  record: ({ db }, step) => {
    const { orderId, version, at, by, type } = step.event;
    const insert = prepared(db, INSERT);
    for (const [n, { subject, field, was, now, text }] of entriesOf(step).entries()) {
      insert.run(orderId, version, n, subject, at, by, type, field ?? null, was ?? null, now ?? null, text ?? null);
    }
  },
};
