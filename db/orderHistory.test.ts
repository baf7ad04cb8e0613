import { expect, test } from 'vitest';
import { foldOrder, openTestFile, TestDesk } from './testing/testDesk.ts';
import { readOrder } from './eventLog.ts';
import { evolve } from '../main/domain/order/evolve.ts';
import type { Order } from '../main/domain/order/order.ts';
import { openOrderHistory, type HistoryLimits } from './orderHistory.ts';

function noted(notes: number) {
  const db = openTestFile(':memory:');
  const desk = new TestDesk(db);
  const orderId = desk.import();
  desk.send(orderId, { type: 'approve' });
  for (let note = 0; note < notes; note += 1) {
    desk.send(orderId, { type: 'addNote', subject: 'order', kind: 'work', text: `Note ${note}` });
  }
  return { db, desk, orderId };
}

test.each<[string, HistoryLimits]>([
  ['with states kept on the way', {}],
  ['with ever fewer states kept', { every: 2, mostStates: 3 }],
  ['with nothing kept', { every: 1_000, mostWeight: 0 }],
])('X6 whichever moments are asked for in whichever order, each is what folding up to it gives, %s', (_, limits) => {
  const { db, orderId } = noted(150);
  const history = openOrderHistory(db, limits);
  const last = foldOrder(db, orderId)?.version ?? 0;
  for (const version of [last, 1, 64, 33, 100, 32, last - 1, 2, 65]) {
    const folded = readOrder(db, orderId, 0, version).reduce<Order | null>(evolve, null);
    expect(history.asOf(orderId, version)?.order).toEqual(folded);
  }
});

test('X6 as of a moment it is the time of its event', () => {
  const { db, orderId } = noted(40);
  const history = openOrderHistory(db);
  const events = readOrder(db, orderId);
  for (const version of [1, 32, 33]) {
    expect(history.asOf(orderId, version)?.at).toBe(events[version - 1]?.at);
  }
});

test('a moment that has not come yet is the last one, and is looked at again when it has come', () => {
  const { db, desk, orderId } = noted(1);
  const history = openOrderHistory(db);
  const last = foldOrder(db, orderId)?.version ?? 0;
  expect(history.asOf(orderId, last + 1)?.order.version).toBe(last);
  desk.send(orderId, { type: 'addNote', subject: 'order', kind: 'work', text: 'One more' });
  expect(history.asOf(orderId, last + 1)?.order.version).toBe(last + 1);
});

test('the order as it is now is the last of its moments, and the same object until something happens', () => {
  const { db, desk, orderId } = noted(3);
  const history = openOrderHistory(db);
  const now = history.load(orderId);
  expect(now).toEqual(foldOrder(db, orderId));
  expect(history.load(orderId)).toBe(now);
  expect(history.asOf(orderId, now?.version ?? 0)?.order).toBe(now);
  desk.send(orderId, { type: 'addNote', subject: 'order', kind: 'work', text: 'One more' });
  expect(history.load(orderId)).toEqual(foldOrder(db, orderId));
  expect(history.load('nothing')).toBeNull();
  expect(history.asOf('nothing', 1)).toBeUndefined();
});
