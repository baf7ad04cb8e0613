import { writeFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CannotOpenError,
  DamagedFileError,
  DiskFullError,
  LockedError,
  NotADatabaseError,
  OldRuntimeError,
} from './errors.ts';
import { assertRuntime, openReader, openWriter } from './open.ts';
import { tempFolder, type TempFolder } from './testing/tempFolder.ts';
import { transaction } from './transaction.ts';

let folder: TempFolder;
let file: string;
beforeEach(() => {
  folder = tempFolder();
  file = folder.file('desk.db');
});
afterEach(() => {
  folder.remove();
});

const pragma = (db: Database, name: string): unknown => db.pragma(name, { simple: true });
const fill = (db: Database): void => {
  db.exec('CREATE TABLE IF NOT EXISTS note (text TEXT) STRICT');
  transaction(db, () => db.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(100)));
};

test('a commit waits for the disk, in the first session and in every later one', () => {
  for (let session = 1; session <= 2; session += 1) {
    const db = openWriter(file);
    fill(db);
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'journal_mode')).toBe('wal');
    db.close();
  }
});

test('the writer checks what it refers to, trusts no stored code and checkpoints by itself when nobody else does', () => {
  const db = openWriter(file);
  expect(pragma(db, 'foreign_keys')).toBe(1);
  expect(pragma(db, 'trusted_schema')).toBe(0);
  expect(pragma(db, 'cell_size_check')).toBe(1);
  expect(pragma(db, 'temp_store')).toBe(2);
  expect(pragma(db, 'wal_autocheckpoint')).toBe(10_000);
  expect(pragma(db, 'busy_timeout')).toBe(5_000);
  expect(pragma(db, 'cache_size')).toBe(-65_536);
  db.close();
});

test('a reader sees what was committed and can change nothing', () => {
  const writer = openWriter(file);
  fill(writer);
  const reader = openReader(file);
  expect(reader.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1);
  expect(() => reader.exec('DELETE FROM note')).toThrow('readonly');
  reader.close();
  writer.close();
});

test('an old Node is refused with a sentence instead of a crash', () => {
  expect(() => {
    assertRuntime(file, { node: '20.20.2', modules: '115', napi: '9' });
  }).toThrow(OldRuntimeError);
  expect(() => {
    assertRuntime(file, { node: '20.20.2', modules: '115', napi: '9' });
  }).toThrow('Node 20.20.2 is too old for the database');
});

test('a file of another kind is refused by name and left as it is', () => {
  writeFileSync(file, 'This is a letter, not a workspace. '.repeat(40));
  expect(() => openWriter(file)).toThrow(NotADatabaseError);
  expect(() => openWriter(file)).toThrow(`${file} is not a workspace file.`);
});

test('a folder that is missing is named', () => {
  expect(() => openWriter(folder.file('nowhere/desk.db'))).toThrow(CannotOpenError);
  expect(() => openReader(file)).toThrow(CannotOpenError);
});

test('a file that another program holds is refused as locked', () => {
  const other = openWriter(file);
  fill(other);
  other.exec('BEGIN IMMEDIATE');
  const db = openWriter(file, { busyTimeoutMs: 1 });
  expect(() => transaction(db, () => db.exec('DELETE FROM note'))).toThrow(LockedError);
  other.exec('ROLLBACK');
  db.close();
  other.close();
});

test('a full disk is told, and what was committed before is kept', () => {
  const db = openWriter(file);
  fill(db);
  db.pragma('max_page_count = 3');
  expect(() => transaction(db, () => db.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(100_000)))).toThrow(
    DiskFullError,
  );
  expect(db.inTransaction).toBe(false);
  expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1);
  db.close();
});

test('a damaged file is told from one that is no database', () => {
  const db = openWriter(file);
  fill(db);
  db.close();
  const header = Buffer.alloc(8_192);
  header.write('SQLite format 3\0', 'latin1');
  header.writeUInt16BE(4_096, 16);
  header.writeUInt8(1, 18);
  header.writeUInt8(1, 19);
  header.writeUInt8(64, 21);
  header.writeUInt8(32, 22);
  header.writeUInt8(32, 23);
  header.writeUInt32BE(2, 28);
  header.writeUInt32BE(4, 44);
  header.writeUInt8(99, 100);
  writeFileSync(file, header);
  expect(() => openWriter(file)).toThrow(DamagedFileError);
});
