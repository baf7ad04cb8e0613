/** A table of a read model: its columns, and writing a row so that only what changed is touched, indexes included. */
import type { Database } from 'better-sqlite3';
import { type Cell, prepared } from '../statements.ts';

export type RowTable<Column extends string = string> = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
  readonly create: string;
  readonly indexes: readonly string[];
};

/** `undefined` means: leave what is there. */
export type Row<Column extends string> = { readonly [C in Column]: Cell | undefined };

/** `columns` maps each name to its SQL type; rows are stored in the order of the key, so the parts of one order lie together. */
export function rowTable<const Column extends string>(
  name: string,
  columns: Readonly<Record<Column, string>>,
  key: readonly NoInfer<Column>[],
  indexes: readonly string[] = [],
): RowTable<Column> {
  const names = Object.keys(columns) as Column[];
  const lines = names.map(column => `${column} ${columns[column]}`);
  return {
    name,
    columns: names,
    key,
    create: `CREATE TABLE ${name} (${lines.join(', ')}, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`,
    indexes,
  };
}

/** The part of a projection that says what it keeps its rows in. */
export function inTables(...tables: readonly RowTable[]) {
  return {
    tables: tables.map(({ name }) => name),
    create: tables.map(({ create }) => create),
    indexes: tables.flatMap(({ indexes }) => indexes),
  };
}

/** Inserts the row, or updates the columns that differ from `before`. Updating a row that is not there is a bug and throws. */
export function writeRow<Column extends string>(
  db: Database,
  table: RowTable<Column>,
  before: Row<Column> | undefined,
  after: Row<Column>,
): void {
  if (before === undefined) {
    const cells: Cell[] = [];
    for (const column of table.columns) cells.push(cellOf(table, after, column));
    prepared(db, insertSql(table)).run(...cells);
    return;
  }
  const values: Cell[] = [];
  let changed = 0;
  let bit = 1;
  for (const column of table.columns) {
    const now = after[column];
    if (now !== undefined && now !== before[column]) {
      values.push(now);
      changed |= bit;
    }
    bit <<= 1;
  }
  if (changed === 0) return;
  for (const column of table.key) values.push(cellOf(table, after, column));
  if (prepared(db, updateSql(table, changed)).run(...values).changes !== 1) {
    throw new Error(`No row ${table.key.map(column => after[column]).join('/')} in ${table.name} to update.`);
  }
}

/** Deletes the row with this key, or every row with this much of it; there may be none. */
export function deleteRows<Column extends string>(
  db: Database,
  table: RowTable<Column>,
  row: Partial<Row<Column>>,
): void {
  const known = table.key.filter(column => column in row);
  const sql = `DELETE FROM ${table.name} WHERE ${allEqual(known)}`;
  prepared(db, sql).run(...known.map(column => cellOf(table, row, column)));
}

const allEqual = (columns: readonly string[]): string => columns.map(column => `${column} = ?`).join(' AND ');

function cellOf<Column extends string>(table: RowTable<Column>, row: Partial<Row<Column>>, column: Column): Cell {
  const cell = row[column];
  if (cell === undefined) throw new Error(`${table.name}.${column} was given no value.`);
  return cell;
}

const insertTexts = new WeakMap<RowTable, string>();

function insertSql(table: RowTable): string {
  let sql = insertTexts.get(table);
  if (sql === undefined) {
    sql = `INSERT INTO ${table.name} (${table.columns.join(', ')}) VALUES (${table.columns.map(() => '?').join(', ')})`;
    insertTexts.set(table, sql);
  }
  return sql;
}

const updateTexts = new WeakMap<RowTable, Map<number, string>>();

/** `changed` has a bit for each column, the first the lowest. */
function updateSql(table: RowTable, changed: number): string {
  let texts = updateTexts.get(table);
  if (texts === undefined) updateTexts.set(table, (texts = new Map()));
  let sql = texts.get(changed);
  if (sql === undefined) {
    const columns = table.columns.filter((_, at) => (changed & (1 << at)) !== 0);
    const sets = columns.map(column => `${column} = ?`).join(', ');
    sql = `UPDATE ${table.name} SET ${sets} WHERE ${allEqual(table.key)}`;
    texts.set(changed, sql);
  }
  return sql;
}
