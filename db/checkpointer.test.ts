import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCheckpoints } from './checkpoint.ts';
import { startCheckpointer } from './checkpointer.ts';
import { openReader, openWriter } from './open.ts';
import { tempFolder, type TempFolder } from './testing/tempFolder.ts';
import { transaction } from './transaction.ts';

let folder: TempFolder;
let file: string;
let writer: Database;
beforeEach(() => {
  folder = tempFolder();
  file = folder.file('desk.db');
  writer = openWriter(file);
  writer.exec('CREATE TABLE blob (bytes BLOB NOT NULL) STRICT');
});
afterEach(() => {
  writer.close();
  folder.remove();
});

const write = (pages: number): void => {
  transaction(writer, () => writer.prepare('INSERT INTO blob VALUES (zeroblob(?))').run(pages * 4_096));
};
const logBytes = (): number => statSync(`${file}-wal`).size;

test('a log is moved when it has grown by a thousand pages, or when it rests', () => {
  const own = openWriter(file);
  const checkpoints = openCheckpoints(own);
  write(10);
  expect(checkpoints.look()).toBe('nothing');
  expect(checkpoints.look()).toBe('passive');
  expect(checkpoints.look()).toBe('nothing');
  write(1_100);
  expect(checkpoints.look()).toBe('passive');
  write(20);
  expect(checkpoints.look()).toBe('nothing');
  own.close();
});

test('a log past 64 MB is cut back', { timeout: 30_000 }, () => {
  const own = openWriter(file);
  write(17_000);
  expect(openCheckpoints(own).look()).toBe('truncated');
  expect(logBytes()).toBe(0);
  own.close();
});

test('the thread leaves an empty log behind and everything in the file', async () => {
  const checkpointer = await startCheckpointer(file);
  expect(checkpointer.runsIn()).toBe('thread');
  write(50);
  await checkpointer.close();
  expect(checkpointer.runsIn()).toBe('writer');
  expect(logBytes()).toBe(0);
  const reader = openReader(file);
  expect(reader.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(1);
  reader.close();
});

test('a thread that cannot start leaves the writer to checkpoint by itself', { timeout: 30_000 }, async () => {
  const checkpointer = await startCheckpointer(file, { entry: new URL('file:///no/such/thread.js') });
  expect(checkpointer.runsIn()).toBe('writer');
  await checkpointer.close();
  for (let round = 0; round < 4; round += 1) write(5_000);
  expect(writer.pragma('wal_checkpoint(NOOP)')).toMatchObject([{ busy: 0 }]);
  expect(logBytes()).toBeLessThan(15_000 * 4_200);
});
