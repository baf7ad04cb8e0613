import { expect, onTestFinished, test } from 'vitest';
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
