import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';
import { countOrdersByText, findByText, findOrdersByText } from './findByText.ts';

let db: Database;
let desk: TestDesk;
beforeEach(() => {
  db = openTestFile(':memory:');
  desk = new TestDesk(db);
});
afterEach(() => {
  db.close();
});

const keys = (text: string, limit = 20): string[] =>
  findByText(db, text, limit).map(({ kind, orderId, number }) => `${kind} ${orderId.slice(-1)} ${number}`);

test('Q1 finds an order by any number, customer, address or value, by the beginnings of words', () => {
  desk.import({ externalId: 'CRM-77', account: { id: 'a', name: 'Blåbær Fjordlaks' } });
  desk.import();
  for (const text of ['crm-77', 'CRM 7', 'fjord', 'blabær', 'ORD0000001']) expect(keys(text)).toEqual(['order 1 0']);
  for (const text of ['torget', 'managed fire', '100M', 'new branch'])
    expect(keys(text)).toEqual(['order 2 0', 'order 1 0']);
  expect(keys('fjord nothing')).toEqual([]);
  expect(keys(' - ')).toEqual([]);
  expect(keys('"')).toEqual([]);
});

test('finds tasks and fallouts with what they are about', () => {
  const orderId = desk.import();
  desk.send(orderId, { type: 'approve' });
  const task = findByText(db, 'assign port', 5)[0];
  expect(task).toMatchObject({ kind: 'task', orderId, title: 'Assign a port', accountName: 'Borealis Seafood' });
  desk.send(orderId, {
    type: 'raiseFallout',
    task: task?.number ?? 0,
    falloutType: 'provisioningFailure',
    priority: 'high',
    text: 'Duct collapsed',
    group: 'design',
  });
  expect(findByText(db, 'collapsed', 5)).toMatchObject([
    { kind: 'fallout', number: 1, title: 'Duct collapsed', state: 'open' },
  ]);
  expect(keys('FO0000001')).toEqual(['fallout 1 1']);
});

test('a whole number finds what it names before anything else', () => {
  const orderId = desk.import();
  desk.send(orderId, { type: 'approve' });
  desk.send(orderId, { type: 'recordValues', task: 3, values: [{ name: 'remark', value: '1' }] });
  expect(keys('TASK0000001-1')[0]).toBe('task 1 1');
  expect(keys('task0000001-4', 1)).toEqual(['task 1 4']);
  expect(keys('ord1', 1)).toEqual(['order 1 0']);
  expect(keys('FO0000001-1')).toEqual([]);
});

test('Q1 an order number finds the order, then its tasks; with other words, what of the order has them', () => {
  const orderId = desk.import();
  desk.import();
  desk.send(orderId, { type: 'approve' });
  const found = keys('ord0000001');
  expect(found[0]).toBe('order 1 0');
  expect(found.slice(1)).toEqual(keys('TASK0000001'));
  expect(found.length).toBeGreaterThan(5);
  expect(keys('ORD0000001 survey')).toEqual(keys('survey'));
  expect(keys('survey task0000001')).toEqual(keys('survey'));
  expect(keys('ORD0000002 survey')).toEqual([]);
  expect(keys('FO0000001')).toEqual([]);
});

test('a number of somebody else that looks like ours is found too', () => {
  desk.import();
  desk.import({ externalId: 'ORD0000001' });
  expect(keys('ORD0000001')).toEqual(['order 1 0', 'order 2 0']);
});

test('a value is found as soon as it is recorded, and no longer when it was replaced', () => {
  const orderId = desk.import();
  desk.send(orderId, { type: 'approve' });
  const task = findByText(db, 'survey', 5)[0]?.number ?? 0;
  const record = (value: string): void => {
    desk.send(orderId, { type: 'recordValues', task, values: [{ name: 'remark', value }] });
  };
  record('basement');
  expect(keys('basement')).toEqual([`task 1 ${task}`]);
  record('attic');
  expect(keys('basement')).toEqual([]);
  expect(keys('attic')).toEqual([`task 1 ${task}`]);
});

test('a corrected order is found by its new words only', () => {
  const orderId = desk.import();
  desk.send(orderId, { type: 'reject', reasonCode: 'incompleteData', text: 'No' });
  desk.send(orderId, { type: 'reopen' });
  desk.send(orderId, { type: 'correct', changes: [{ field: 'description', value: 'Rooftop antenna' }] });
  expect(keys('antenna')).toEqual(['order 1 0']);
  expect(keys('branch')).toEqual([]);
});

test('orders alone are found among many tasks, in the states asked for', () => {
  const started = desk.import();
  desk.send(started, { type: 'approve' });
  const fresh = desk.import();
  const ids = (states?: readonly string[]): string[] =>
    findOrdersByText(db, 'borealis', { limit: 10, ...(states !== undefined && { states }) }).map(({ id }) => id);
  expect(ids()).toEqual([fresh, started]);
  expect(ids(['new'])).toEqual([fresh]);
  expect(findOrdersByText(db, '', { limit: 10 })).toEqual([]);
  expect(findOrdersByText(db, 'borealis', { limit: 1 })).toHaveLength(1);
  expect(countOrdersByText(db, 'borealis', ['new', 'inProgress'])).toBe(2);
  expect(countOrdersByText(db, 'borealis', ['new'])).toBe(1);
  expect(countOrdersByText(db, '', ['new'])).toBe(0);
});
