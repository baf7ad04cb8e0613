/** Builds pages that begin right after a known row, so that the thousandth page costs what the first one does. */
import type { Database } from 'better-sqlite3';
import { type Cell, preparedArrays } from '../statements.ts';

/** The sort key of the last row of a page; opaque to everybody else. */
export type Cursor = readonly (string | number)[];

export type Page<T> = {
  readonly rows: readonly T[];
  /** Where the next page begins; null after the last row. */
  readonly next: Cursor | null;
  /** Exactly how many rows all pages have together; null when only counting them all could tell. */
  readonly total: number | null;
};

/** One equality lookup in an index that is sorted by the page's order. */
export type Branch = { readonly where: string; readonly cells: readonly Cell[] };

export type KeysetRead = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Sort columns, all in one direction, together unique, all among `columns`. */
  readonly order: readonly string[];
  readonly descending?: boolean;
  /** Rows of any of these; no row may be in two of them. */
  readonly branches: readonly Branch[];
  readonly after?: Cursor | null | undefined;
  readonly limit: number;
};

export type Sql = { readonly text: string; readonly cells: readonly Cell[] };

/** Branches are merged while they are read, so a page over many of them reads little more than its own rows. */
export function keysetSql({ table, columns, order, descending = false, branches, after, limit }: KeysetRead): Sql {
  if (after !== undefined && after !== null && after.length !== order.length)
    throw new Error('The cursor is of another page.');
  const beyond = `(${order.join(', ')}) ${descending ? '<' : '>'} (${order.map(() => '?').join(', ')})`;
  const cursor = after ?? [];
  const selects = branches.map(
    ({ where }) =>
      `SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}${cursor.length > 0 ? ` AND ${beyond}` : ''}`,
  );
  const sort = order.map(column => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  return {
    text: `${selects.join(' UNION ALL ')} ORDER BY ${sort} LIMIT ?`,
    cells: [...branches.flatMap(({ cells }) => [...cells, ...cursor]), limit],
  };
}

/** Reads one page and the cursor of the next; `rowOf` turns the cells, in the order of `columns`, into a row. */
export function readPage<T>(db: Database, read: KeysetRead, rowOf: (cells: never) => T): Omit<Page<T>, 'total'> {
  if (read.branches.length === 0) return { rows: [], next: null };
  // One row more than asked for tells whether there is a next page.
  const { text, cells } = keysetSql({ ...read, limit: read.limit + 1 });
  const found = preparedArrays<readonly Cell[]>(db, text).all(...cells);
  const shown = found.slice(0, read.limit);
  const last = found.length > read.limit ? shown.at(-1) : undefined;
  return { rows: shown.map(cells => rowOf(cells as never)), next: last === undefined ? null : cursorOf(read, last) };
}

/** The sort key of a row, given its cells in the order of the columns. */
export function cursorOf({ order, columns }: KeysetRead, cells: readonly Cell[]): Cursor {
  return order.map(column => {
    const cell = cells[columns.indexOf(column)];
    if (cell === undefined || cell === null) throw new Error(`Sort column ${column} must be read and never be null.`);
    return cell;
  });
}
