/** Pages whose rows the database writes as JSON: a hundred rows become one text without ever being objects here. */
import type { Database } from 'better-sqlite3';
import { type Cell, preparedValue } from '../statements.ts';
import { cursorOf, keysetSql, type Cursor, type KeysetRead } from './keyset.ts';

export type WrittenPage = {
  /** JSON: the list of rows, each the list of its cells in the order of the columns. */
  readonly cells: string;
  /** Where the next page begins; null after the last row. */
  readonly next: Cursor | null;
  /** Exactly how many rows all pages have together. */
  readonly total: number;
};

/** Columns may be any SQL over the table; those that the page is sorted by are among them as they are. */
export function writePage(db: Database, read: KeysetRead): Omit<WrittenPage, 'total'> {
  if (read.branches.length === 0) return { cells: '[]', next: null };
  // Rows of several branches can only be merged by what is selected.
  const columns = [`json_array(${read.columns.join(', ')})`, ...read.order];
  // One row more than asked for tells whether there is a next page.
  const { text, cells } = keysetSql({ ...read, columns, limit: read.limit + 1 });
  const found = preparedValue<string>(db, text).all(...cells);
  const shown = found.slice(0, read.limit);
  const last = found.length > read.limit ? shown.at(-1) : undefined;
  const next = last === undefined ? null : cursorOf(read, JSON.parse(last) as readonly Cell[]);
  return { cells: `[${shown.join(',')}]`, next };
}
