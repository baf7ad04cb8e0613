/** Damages a workspace file as a failing disk does: nonsense where the first page of one table was. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { openWriter } from '../open.ts';

/** The file must be closed; what opening it does not read is the part to take. */
export function damageTable(file: string, table: string): void {
  const db = openWriter(file);
  const page = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table);
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  if (page === undefined) throw new Error(`There is no table ${table}.`);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(size, 'nonsense'), 0, size, (page - 1) * size);
  closeSync(handle);
}
