/** The words for why a part waits. */
import { expect, test } from 'vitest';
import type { Waiting } from '../../preload/contract/plan.ts';
import { namesOf } from '../names.ts';
import { whoSentence, whyMore, whySentence, whyShort } from './whyWords.ts';

const names = namesOf({
  people: [{ id: 'liv', name: 'Liv Dahl', roles: [], groups: [] }],
  teams: [{ id: 'access', name: 'Access network' }],
});
const on = (...titles: string[]): Waiting['on'] =>
  titles.map((title, index) => ({ key: `T${index + 1}`, title, state: 'open' }));
const because = (cause: Waiting['cause'], more: Partial<Waiting> = {}): Waiting => ({
  cause,
  on: [],
  until: null,
  atEarliest: false,
  text: null,
  who: { kind: 'nobody' },
  ...more,
});

test('O8 a task waiting for others names them, and who can act', () => {
  const waiting = because('predecessors', {
    on: on('Survey the site', 'Ship the router', 'Book the lift'),
    who: { kind: 'group', id: 'access' },
  });
  expect(whyShort(waiting)).toBe('Survey the site and 2 more');
  expect(whySentence(waiting)).toBe('It starts when these 3 are done:');
  expect(whoSentence(waiting, names)).toBe('Anyone in Access network can act.');
});

test('O4 O6 a task that waits for another order says when that is expected to let go', () => {
  const waiting = because('otherOrder', { on: on('ORD2 Dig the trench'), until: '2026-11-24T12:00:00.000Z' });
  const [expected] = whyMore(waiting, Date.parse('2026-11-23T12:00:00.000Z'));
  expect(expected).toMatch(/^As things stand there, that is 24 Nov 2026, \d\d:\d\d \(/);
  const [earliest] = whyMore({ ...waiting, atEarliest: true });
  expect(earliest).toMatch(/^As things stand there, that is 24 Nov 2026, \d\d:\d\d at the earliest \(/);
});

test('O8 a held task names its fallout', () => {
  const waiting = because('fallout', { on: on('FO0000421-1'), who: { kind: 'person', id: 'liv' } });
  expect(whyShort(waiting)).toBe('FO0000421-1');
  expect(whySentence(waiting)).toBe('A fallout holds it:');
  expect(whoSentence(waiting, names)).toBe('Liv Dahl can act.');
});

test('O8 an order before approval says who may approve', () => {
  const waiting = because('approval', { who: { kind: 'permission', permission: 'order.approve' } });
  expect(whyShort(waiting)).toBe('Approval');
  expect(whySentence(waiting)).toBe('The order waits for approval.');
  expect(whoSentence(waiting, names)).toBe('Anyone who may approve orders can act.');
});

test('O8 a task whose waiting time runs says until when, and that nobody needs to act', () => {
  const waiting = because('lag', { until: '2026-11-26T12:00:00.000Z' });
  expect(whyShort(waiting)).toMatch(/^Waiting time until 26 Nov/);
  expect(whyMore(waiting, Date.parse('2026-11-24T12:00:00.000Z'))[0]).toMatch(
    /^Until 26 Nov 2026, \d\d:\d\d \(in 2 days\)\.$/,
  );
  expect(whoSentence(waiting, names)).toBe('Nobody needs to act: it goes on by itself.');
});

test('O8 a task that somebody put on hold gives their reason', () => {
  const waiting = because('pause', { text: 'Customer on holiday', who: { kind: 'person', id: 'liv' } });
  expect(whyShort(waiting)).toBe('To be resumed');
  expect(whySentence(waiting)).toBe('It was put on hold.');
  expect(whyMore(waiting)).toEqual(['Reason: Customer on holiday']);
});

test('O6 a task that waits for another order names what it waits for', () => {
  const waiting = because('otherOrder', { on: on('Fibre to Kai 12') });
  expect(whyShort(waiting)).toBe('Fibre to Kai 12');
  expect(whySentence(waiting)).toBe('It waits for this part of another order:');
});

test.each(['secondApproval', 'revision', 'startDate', 'correction', 'claim', 'start', 'completion'] as const)(
  'O8 there is a sentence for %s',
  cause => {
    expect(whySentence(because(cause))).toMatch(/\.$/);
  },
);
