import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DomainEvent } from '../../main/domain/order/events.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { entriesOf } from './activityEntries.ts';
import type { Entry } from './activityStep.ts';
import { openOrderHistory } from '../orderHistory.ts';
import { activityPage } from './activityPages.ts';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';

let db: Database;
let desk: TestDesk;
let orderId: string;
let task: number;
beforeEach(() => {
  db = openTestFile(':memory:');
  desk = new TestDesk(db);
  orderId = desk.import();
  desk.send(orderId, { type: 'approve' });
  task = db.prepare<[], number>('SELECT min(number) FROM task_row WHERE is_open = 1').pluck().get() ?? 0;
});
afterEach(() => {
  db.close();
});

/** The latest command's entries, oldest first. */
const latest = (type: string) =>
  activityPage(db, openOrderHistory(db), { orderId }, { limit: 500 })
    .rows.toReversed()
    .filter(row => row.type === type)
    .map(({ by, subject, field, was, now, text }) => [by, subject, field, was, now, text]);

const told = (event: DomainEvent, before: Order, after = before): readonly Entry[] =>
  entriesOf({
    before,
    after,
    event: { ...event, version: 9, at: '', by: 'ada', id: '', orderId, device: '', commandId: '' },
  });

test('U1 a paused task is told with the reason and both states, and so is taking it up again', () => {
  desk.send(orderId, { type: 'pauseTask', task, reason: 'No van today' }, 'bo');
  desk.send(orderId, { type: 'resumeTask', task }, 'cy');
  expect(latest('TaskPaused')).toEqual([['bo', `T${task}`, 'state', 'open', 'onHold', 'No van today']]);
  expect(latest('TaskResumed')).toEqual([['cy', `T${task}`, 'state', 'onHold', 'open', null]]);
});

test('X8 an undo is told with what it took back and every fact that went back', () => {
  desk.send(orderId, { type: 'startTask', task });
  const command = db.prepare<[], string>('SELECT command_id FROM event ORDER BY position DESC').pluck().get() ?? '';
  expect(desk.send(orderId, { type: 'undo', action: command }).ok).toBe(true);
  const entries = latest('ActionUndone');
  expect(entries[0]).toEqual(['ada', `T${task}`, 'undone', null, 'TaskStarted', null]);
  expect(entries).toContainEqual(['ada', `T${task}`, 'state', 'inProgress', 'open', null]);
  expect(entries).toContainEqual(['ada', `T${task}`, 'assignee', 'ada', null, null]);
  expect(entries).toContainEqual(['ada', 'L1', 'state', 'inProgress', 'scheduled', null]);
});

test('T3 a task that the desk gave to somebody is told with the reasons', () => {
  const why = { method: 'leastLoaded', candidates: 3, load: 1 } as const;
  const event: DomainEvent = {
    type: 'TaskAssigned',
    v: 1,
    data: { task, assignee: { was: null, now: 'bo' }, group: { was: 'field', now: 'field' }, how: 'auto', why },
  };
  expect(told(event, desk.order(orderId))).toEqual([
    { subject: `T${task}`, field: 'assignee', was: null, now: 'bo', text: 'auto' },
    { subject: `T${task}`, field: 'why', now: JSON.stringify(why) },
  ]);
});

test('T6 a computed priority is told per line, with the parts it came of', () => {
  const parts = [{ table: 'customer', key: 'acc-1', rank: 90, weight: 2 }] as const;
  const score = { score: 90, priority: 'critical', parts } as const;
  const event: DomainEvent = { type: 'PriorityComputed', v: 1, data: { lines: [{ line: 1, score }], order: score } };
  expect(told(event, desk.order(orderId))).toContainEqual({
    subject: 'L1',
    field: 'score',
    was: null,
    now: '90',
    text: JSON.stringify(parts),
  });
});

test('U2 a requested change is told with its reason, the reason to override, and what is asked for', () => {
  const plannedEnd = { was: '', now: '' };
  const compensation = { rows: [], added: { domainOrders: 0, tasks: 0 }, canceledDomainOrders: [] };
  const event: DomainEvent = {
    type: 'RevisionRequested',
    v: 1,
    data: {
      number: 1,
      operation: 'update',
      changes: [
        { kind: 'characteristic', line: 1, name: 'bandwidth', value: '1G' },
        { kind: 'quantity', line: 1, value: 2 },
      ],
      reason: 'The branch grows',
      override: { reason: 'Agreed with the customer' },
      compensation: { ...compensation, pastNoReturn: [], needsAttention: [], plannedEnd },
      touches: { lines: [], domainOrders: [], tasks: [] },
      restore: 'inProgress',
    },
  };
  expect(told(event, desk.order(orderId))).toEqual([
    { subject: 'order', field: 'revision', now: '1', text: 'The branch grows' },
    { subject: 'order', field: 'override', now: 'Agreed with the customer' },
    { subject: 'L1', field: 'characteristic.bandwidth', was: '100M', now: '1G' },
    { subject: 'L1', field: 'quantity', was: '1', now: '2' },
  ]);
});

test('U1 an event that changes parts is told with what each was and is', () => {
  const before = desk.order(orderId);
  const event: DomainEvent = { type: 'RevisionRejected', v: 1, data: { revision: 1, text: 'Too late' } };
  const after: Order = { ...before, state: 'onHold', requestedCompletion: '2026-04-01T00:00:00.000Z' };
  expect(told(event, after, before)).toEqual([
    { subject: 'order', field: 'revision', now: '1', text: 'Too late' },
    { subject: 'order', field: 'state', was: 'onHold', now: 'inProgress' },
    {
      subject: 'order',
      field: 'requestedCompletion',
      was: '2026-04-01T00:00:00.000Z',
      now: '2026-03-01T00:00:00.000Z',
    },
  ]);
});

test('O6 waiting for a part of another order is told with its number and title, when it begins and when it ends', () => {
  const on = { task, order: 'other', orderNumber: 'ORD0000007', node: 'D2', title: 'Fibre to the building' } as const;
  const order = desk.order(orderId);
  const wait = 'ORD0000007 Fibre to the building';
  expect(told({ type: 'OutsideDependencyAdded', v: 1, data: on }, order)).toEqual([
    { subject: `T${task}`, field: 'waitsFor', now: wait },
  ]);
});

test('A8 a first approval in somebody’s place names them', () => {
  const order = desk.order(orderId);
  expect(told({ type: 'OrderEndorsed', v: 1, data: { onBehalfOf: 'bo' } }, order)).toEqual([
    { subject: 'order', field: 'onBehalfOf', now: 'bo' },
  ]);
  expect(told({ type: 'OrderEndorsed', v: 1, data: { onBehalfOf: null } }, order)).toEqual([{ subject: 'order' }]);
});
