import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';
import { openOrderHistory } from '../orderHistory.ts';
import { activityPage } from './activityPages.ts';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';

let db: Database;
let desk: TestDesk;
let orderId: string;
beforeEach(() => {
  db = openTestFile(':memory:');
  desk = new TestDesk(db);
  orderId = desk.import();
});
afterEach(() => {
  db.close();
});

const history = (subject?: SubjectId) =>
  activityPage(db, openOrderHistory(db), { orderId, ...(subject !== undefined && { subject }) }, { limit: 500 })
    .rows.toReversed()
    .map(({ by, type, subject: of, field, was, now, text }) => [by, type, of, field, was, now, text]);

test('U1 a corrected field is told with its old value, its new value, who and when', () => {
  desk.send(orderId, { type: 'reject', reasonCode: 'incompleteData', text: 'Which Borealis?' }, 'bo');
  desk.send(orderId, { type: 'reopen' }, 'cy');
  desk.send(orderId, {
    type: 'correct',
    changes: [
      { field: 'account', value: { id: 'acc-2', name: 'Borealis AS' } },
      { field: 'characteristic', line: 1, name: 'bandwidth', value: '200M' },
    ],
  });
  expect(history()).toEqual([
    ['ada', 'OrderImported', 'order', 'state', null, 'new', null],
    ['bo', 'OrderRejected', 'order', 'state', 'new', 'rejected', 'Which Borealis?'],
    ['bo', 'OrderRejected', 'order', 'reasonCode', null, 'incompleteData', null],
    ['cy', 'OrderReopened', 'order', 'state', 'rejected', 'draft', null],
    [
      'ada',
      'OrderCorrected',
      'order',
      'account',
      '{"id":"acc-1","name":"Borealis Seafood"}',
      '{"id":"acc-2","name":"Borealis AS"}',
      null,
    ],
    ['ada', 'OrderCorrected', 'L1', 'characteristic.bandwidth', '100M', '200M', null],
  ]);
  const [latest] = activityPage(db, openOrderHistory(db), { orderId }, { limit: 1 }).rows;
  expect(latest?.at).toBe('2026-01-05T08:04:00.000Z');
});

test('F4 a raised fallout is told both on the fallout and on the task it holds', () => {
  desk.send(orderId, { type: 'approve' });
  const task = db.prepare<[], number>('SELECT min(number) FROM task_row WHERE is_open = 1').pluck().get() ?? 0;
  desk.send(orderId, { type: 'startTask', task });
  desk.send(
    orderId,
    {
      type: 'raiseFallout',
      task,
      falloutType: 'provisioningFailure',
      priority: 'high',
      text: 'The port is busy',
      group: 'design',
    },
    'bo',
  );
  desk.send(orderId, {
    type: 'resolveFallout',
    fallout: 1,
    action: 'retry',
    rootCause: 'humanError',
    resolutionCode: 'dataCorrected',
    text: 'Other port',
  });
  expect(history('F1')).toEqual([
    ['bo', 'FalloutRaised', 'F1', 'state', null, 'open', 'The port is busy'],
    ['ada', 'FalloutResolved', 'F1', 'state', 'open', 'resolved', 'Other port'],
    ['ada', 'FalloutResolved', 'F1', 'action', null, 'retry', null],
    ['ada', 'FalloutResolved', 'F1', 'rootCause', null, 'humanError', null],
    ['ada', 'FalloutResolved', 'F1', 'resolutionCode', null, 'dataCorrected', null],
  ]);
  const onTask = history(`T${task}`).map(([by, type, , field, was, now, text]) => [by, type, field, was, now, text]);
  expect(onTask).toContainEqual(['bo', 'FalloutRaised', 'fallout', null, 'F1', 'The port is busy']);
  expect(onTask.filter(([, , field]) => field === 'state').map(([, type]) => type)).toEqual([
    'TasksOpened',
    'TaskStarted',
    'TaskHeld',
    'TaskRestored',
  ]);
});

test('the notes on a part are found among everything else that happened, each with whom it is for', () => {
  desk.send(orderId, { type: 'addNote', subject: 'order', kind: 'work', text: 'Called back' });
  desk.send(orderId, { type: 'approve' });
  desk.send(orderId, { type: 'addNote', subject: 'T1', kind: 'work', text: 'On the task' }, 'bo');
  desk.send(orderId, { type: 'addNote', subject: 'order', kind: 'customer', text: 'We come on Monday' }, 'bo');
  const notesOf = (subject: SubjectId, limit: number) =>
    activityPage(db, openOrderHistory(db), { orderId, subject, only: 'notes' }, { limit });
  expect(notesOf('order', 500).rows.map(({ by, field, text }) => [by, field, text])).toEqual([
    ['bo', 'customerComment', 'We come on Monday'],
    ['ada', 'workNote', 'Called back'],
  ]);
  expect(notesOf('order', 1)).toMatchObject({ rows: [{ text: 'We come on Monday' }], next: expect.any(Array) });
  expect(notesOf('T1', 500).rows.map(({ text }) => text)).toEqual(['On the task']);
});
