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
    'Not passed: Every line has a known specification (L1, L2); The order has lines. Decline it with the reason, or have it corrected and submitted again.',
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
