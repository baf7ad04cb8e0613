import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupTo } from './backup.ts';
import { CannotOpenError } from './errors.ts';
import { beginSession, endSession, quickCheck } from './health.ts';
import { openReader, openWriter } from './open.ts';
import { readOrder } from './eventLog.ts';
import { damageTable } from './testing/damageTable.ts';
import { tempFolder, type TempFolder } from './testing/tempFolder.ts';
import { openTestFile, TestDesk } from './testing/testDesk.ts';

let folder: TempFolder;
let file: string;
beforeEach(() => {
  folder = tempFolder();
  file = folder.file('desk.db');
});
afterEach(() => {
  folder.remove();
});

test('X22 a backup is one file that opens as the workspace it was taken from', () => {
  const db = openTestFile(file);
  const desk = new TestDesk(db);
  const orderId = desk.import();
  const copy = folder.file('copy.db');
  writeFileSync(copy, 'an older backup');
  backupTo(db, copy);
  desk.send(orderId, { type: 'approve' });
  const opened = openReader(copy);
  expect(readOrder(opened, orderId).map(({ type }) => type)).toEqual(['OrderImported']);
  expect(existsSync(`${copy}.part`)).toBe(false);
  opened.close();
  db.close();
});

test('a backup that fails leaves nothing half written', () => {
  const db = openTestFile(file);
  expect(() => {
    backupTo(db, folder.file('nowhere/copy.db'));
  }).toThrow(CannotOpenError);
  db.close();
});

test('a session that never ended is noticed by the next one', () => {
  const first = openTestFile(file);
  expect(beginSession(first, 'monday')).toEqual({ unclean: false });
  first.close();
  const second = openTestFile(file);
  expect(beginSession(second, 'tuesday')).toEqual({ unclean: true, previousStartedAt: 'monday' });
  endSession(second);
  second.close();
  const third = openTestFile(file);
  expect(beginSession(third, 'wednesday')).toEqual({ unclean: false });
  third.close();
});

test('a page that cannot be read at all is told as damage too', () => {
  openTestFile(file).close();
  damageTable(file, 'source_key');
  const reader = openReader(file);
  expect(quickCheck(reader)).not.toEqual([]);
  reader.close();
});

test('a sound file has nothing to report, a damaged one says where', () => {
  const db = openTestFile(file);
  expect(quickCheck(db)).toEqual([]);
  db.exec('CREATE TABLE strip (a TEXT, b TEXT) STRICT; CREATE INDEX strip_a ON strip (a)');
  db.exec(`INSERT INTO strip VALUES ('1', NULL)`);
  db.close();
  const broken = openWriter(file);
  broken.unsafeMode(true);
  broken.pragma('writable_schema = ON');
  broken.exec(
    `UPDATE sqlite_schema SET sql = 'CREATE TABLE strip (a TEXT, b TEXT NOT NULL) STRICT' WHERE name = 'strip'`,
  );
  broken.close();
  const reader = openReader(file);
  expect(quickCheck(reader)).toEqual(['NULL value in strip.b']);
  reader.close();
});
