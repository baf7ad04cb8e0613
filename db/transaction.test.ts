import { closeSync, openSync, writeSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { DamagedFileError } from './errors.ts';
import { openReader, openWriter } from './open.ts';
import { tempFolder } from './testing/tempFolder.ts';
import { snapshot, transaction } from './transaction.ts';

function openBoth() {
  const folder = tempFolder();
  const writer = openWriter(folder.file('w.db'));
  writer.exec('CREATE TABLE note (n INTEGER)');
  const reader = openReader(folder.file('w.db'));
  onTestFinished(() => {
    reader.close();
    writer.close();
    folder.remove();
  });
  const count = (): number => reader.prepare<[], number>('SELECT count(*) FROM note').pluck().get() ?? 0;
  return { writer, reader, count, add: () => void writer.exec('INSERT INTO note VALUES (1)') };
}

test('everything read in a snapshot is of one moment, whatever is written meanwhile', () => {
  const { reader, count, add } = openBoth();
  const seen = snapshot(reader, () => {
    const before = count();
    add();
    return [before, snapshot(reader, count)];
  });
  expect(seen).toEqual([0, 0]);
  expect(count()).toBe(1);
});

test('a snapshot that fails leaves the connection ready for the next', () => {
  const { reader, count } = openBoth();
  expect(() =>
    snapshot(reader, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(snapshot(reader, count)).toBe(0);
  expect(reader.inTransaction).toBe(false);
});

test('a snapshot of a damaged file says that it is damaged', () => {
  const { writer, reader, count, add } = openBoth();
  add();
  const page = writer.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'note'").pluck().get() ?? 0;
  const size = Number(writer.pragma('page_size', { simple: true }));
  writer.pragma('wal_checkpoint(TRUNCATE)');
  const file = openSync(reader.name, 'r+');
  writeSync(file, Buffer.alloc(size, 0xee), 0, size, (page - 1) * size);
  closeSync(file);
  expect(() => snapshot(reader, count)).toThrow(DamagedFileError);
  expect(reader.inTransaction).toBe(false);
});

test('what a transaction wrote is undone when it fails', () => {
  const { writer, count } = openBoth();
  expect(() =>
    transaction(writer, () => {
      writer.exec('INSERT INTO note VALUES (1)');
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(count()).toBe(0);
});
