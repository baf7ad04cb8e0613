import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordedEvent } from '../main/domain/order/events.ts';
import { appendEvents, countEvents, readAll, readByOrder, readOrder, versionOf } from './eventLog.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { findReceipt, keepReceipt } from './receipts.ts';
import { transaction } from './transaction.ts';

let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(db, migrations);
});
afterEach(() => {
  db.close();
});

const note = (orderId: string, version: number, commandId: string): RecordedEvent => ({
  type: 'NoteAdded',
  v: 1,
  data: { subject: 'order', kind: 'work', text: `note ${version} — ø` },
  id: `${commandId}-${version}`,
  orderId,
  version,
  at: '2026-01-05T08:00:00.000Z',
  by: 'ada',
  device: 'laptop',
  commandId,
});

const append = (orderId: string, expectedVersion: number, commandId: string, count = 1) =>
  transaction(db, () =>
    appendEvents(db, {
      orderId,
      expectedVersion,
      commandId,
      events: Array.from({ length: count }, (_, index) => note(orderId, expectedVersion + 1 + index, commandId)),
    }),
  );

test('gives back exactly what was appended, in order', () => {
  expect(append('a', 0, 'c1', 2)).toEqual({ ok: true, value: 2 });
  expect(append('a', 2, 'c2')).toEqual({ ok: true, value: 3 });
  expect(readOrder(db, 'a')).toEqual([note('a', 1, 'c1'), note('a', 2, 'c1'), note('a', 3, 'c2')]);
  expect(readOrder(db, 'a', 2)).toEqual([note('a', 3, 'c2')]);
  expect(versionOf(db, 'a')).toBe(3);
  expect(versionOf(db, 'b')).toBe(0);
});

test('the second of two writers is told that it is stale, and nothing of it is written', () => {
  append('a', 0, 'c1');
  expect(append('a', 0, 'c2')).toEqual({ ok: false, error: { code: 'Stale', version: 1 } });
  expect(countEvents(db)).toBe(1);
});

test('reads everything in the order it was recorded, or order by order, while others write', () => {
  append('b', 0, 'c1', 2);
  append('a', 0, 'c2');
  append('b', 2, 'c3');
  const places = [...readAll(db, 0, 2)].map(({ position, event }) => [position, event.orderId, event.version]);
  expect(places).toEqual([
    [1, 'b', 1],
    [2, 'b', 2],
    [3, 'a', 1],
    [4, 'b', 3],
  ]);
  expect([...readAll(db, 3)].map(({ position }) => position)).toEqual([4]);
  const seen: string[] = [];
  for (const event of readByOrder(db, 2)) {
    seen.push(`${event.orderId}${event.version}`);
    if (event.orderId === 'a') append('c', 0, 'c4');
  }
  expect(seen).toEqual(['a1', 'b1', 'b2', 'b3', 'c1']);
});

test('events are never changed and never removed, but a confirmation may be filled in', () => {
  append('a', 0, 'c1');
  expect(() => db.exec(`UPDATE event SET data = '{}'`)).toThrow('events are never changed');
  expect(() => db.exec('DELETE FROM event')).toThrow('events are never removed');
  db.exec('UPDATE event SET confirmed_position = 7');
  expect(readOrder(db, 'a')).toEqual([note('a', 1, 'c1')]);
});

test('one command never records its events twice', () => {
  append('a', 0, 'c1');
  expect(() => append('b', 0, 'c1')).toThrow('UNIQUE');
  expect(countEvents(db)).toBe(1);
});

test('an event that does not fit its command, or no transaction around it, is a bug', () => {
  expect(() =>
    transaction(db, () =>
      appendEvents(db, { orderId: 'a', expectedVersion: 0, commandId: 'c', events: [note('a', 2, 'c')] }),
    ),
  ).toThrow('does not belong to command c');
  expect(() => appendEvents(db, { orderId: 'a', expectedVersion: 0, commandId: 'c', events: [] })).toThrow(
    'inside a transaction',
  );
});

test('a command that is sent again finds the answer it got', () => {
  const about = {
    commandId: 'c1',
    order: { id: 'a', version: 3 },
    at: '2026-01-05T08:00:00.000Z',
    result: { ok: true },
  };
  const refused = { commandId: 'c2', at: '2026-01-05T08:01:00.000Z', result: { ok: false, code: 'NotPermitted' } };
  keepReceipt(db, about);
  keepReceipt(db, refused);
  expect(findReceipt(db, 'c1')).toEqual(about);
  expect(findReceipt(db, 'c2')).toEqual(refused);
  expect(findReceipt(db, 'c3')).toBeUndefined();
  expect(() => {
    keepReceipt(db, about);
  }).toThrow('UNIQUE');
});
