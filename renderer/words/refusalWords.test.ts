import { expect, test } from 'vitest';
import { namesOf } from '../names.ts';
import { refusalWords, type Problem } from './refusalWords.ts';

const names = namesOf({
  people: [{ id: 'kai', name: 'Kai Lund', roles: [], groups: [] }],
  teams: [],
});

const cases: readonly (readonly [Problem, string, string])[] = [
  [
    { code: 'NotPermitted', permission: 'order.approve', roles: ['serviceOrderManager', 'fulfillmentManager'] },
    'You may not approve orders',
    'Your roles do not include it. Service order manager or Fulfillment manager can: ask one of them, or switch person in the title bar.',
  ],
  [
    { code: 'WrongState', subject: 'order', id: 'ORD1', found: 'inProgress', needed: ['new'] },
    'Not possible while the order is “In progress”',
    'It has to be “New” first. Open the order to see what moves it there.',
  ],
  [
    { code: 'NotYours', id: 'T1', assignee: 'kai' },
    'This task belongs to Kai Lund',
    'Ask Kai Lund to release it, or ask a manager to assign it to you.',
  ],
  [
    {
      code: 'CheckFailed',
      checks: [
        { check: 'specification', lines: ['L1', 'L2'] },
        { check: 'hasLines', lines: [] },
      ],
    },
    'The order cannot be approved yet',
    'Not passed: Every line has a known specification (L1, L2); The order has lines. Correct it where it stands, or decline it with the reason.',
  ],
  [
    { code: 'FieldMissing', subject: 'task', id: 'T1', fields: ['vlan', 'port', 'serial'] },
    'Something is still missing',
    'Fill in “vlan”, “port” and “serial”, then try again.',
  ],
  [
    { code: 'TooLarge', limitBytes: 512 * 1024 * 1024 },
    'The file is too large',
    'The limit is 536.9 MB. Split the file and import the parts one after the other.',
  ],
  [
    { code: 'FieldInvalid', subject: 'policy', id: 'policy', field: 'delegations.0.until', expected: 'afterItStarts' },
    '“Until” cannot be like that',
    'Expected: a moment after it starts. Change it, then try again.',
  ],
  [
    { code: 'FieldInvalid', subject: 'policy', id: 'policy', field: 'priority.customer.ACME', expected: 'rank' },
    '“Rank” cannot be like that',
    'Expected: a number from 0 to 100. Change it, then try again.',
  ],
  [
    { code: 'FieldInvalid', subject: 'order', id: 'ORD1', field: 'startAt', expected: 'dateBefore2200' },
    '“Start” cannot be like that',
    'Expected: a date before the year 2200. Change it, then try again.',
  ],
  [
    { code: 'NothingToChange', subject: 'order', id: 'ORD1' },
    'Nothing to change',
    'The order already is as you asked: nothing is left to do.',
  ],
  [
    { code: 'WouldCircle', id: 'TASK1-1', other: 'ORD2' },
    'The two orders would wait for each other',
    'ORD2 already waits for this order. Choose another task, or remove that dependency first.',
  ],
  [
    { code: 'WouldCircle', id: 'ORD1', other: 'ORD2', path: ['TASK1-3 Dig', 'ORD2 Dig', 'TASK1-3 Dig'] },
    'The two orders would wait for each other',
    'TASK1-3 Dig → ORD2 Dig → TASK1-3 Dig. Let one of them go on without the other order, or leave out of the change what brings them together.',
  ],
  [
    { code: 'Unreachable', message: '' },
    'The connection to the app is lost',
    'It is tried again by itself. If it stays away, start Fulfillment Desk again. Your data is safe.',
  ],
];

test.each(cases)('$code says what happened and what to do next', (problem, title, message) => {
  expect(refusalWords(problem, names)).toEqual({ title, message });
});

test('a stale decision says who did what, and when', () => {
  const { title, message } = refusalWords(
    {
      code: 'Stale',
      subject: 'order',
      id: 'ORD1',
      event: 'OrderApproved',
      by: 'kai',
      at: '2026-11-23T12:00:00.000Z',
      version: 7,
    },
    names,
  );
  expect(title).toBe('Kai Lund was faster');
  expect(message).toMatch(/^Approved by Kai Lund, 23 Nov 2026, \d\d:\d\d\. Nothing of yours was changed/);
});

test('a command id that was used before is told with what it was used for, where that is known', () => {
  const told = (order: string | null) =>
    refusalWords({ code: 'CommandIdReused', id: 'c1', order, at: '2026-11-23T12:00:00.000Z' }, names).message;
  expect(told('ORD1')).toMatch(/something else was done 23 Nov 2026, \d\d:\d\d on ORD1\. Nothing was changed now\./);
  expect(told(null)).toMatch(/something else was done 23 Nov 2026, \d\d:\d\d\. .*Do it again/);
});
