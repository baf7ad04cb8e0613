/** Hands out the next number of a named sequence; numbers have no gaps because they are taken in the transaction that uses them. */
import type { Database } from 'better-sqlite3';
import { preparedValue } from './statements.ts';

/** 1 for the first call with that name, then 2, 3 and so on. */
export function nextNumber(db: Database, name: string): number {
  const sql = `
    INSERT INTO number_sequence (name, last) VALUES (?, 1)
    ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last`;
  const next = preparedValue<number>(db, sql).get(name);
  if (next === undefined) throw new Error(`The sequence ${name} gave no number.`);
  return next;
}
