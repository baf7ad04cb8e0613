/** The words for why a part waits. */
import { expect, test } from 'vitest';
import type { Waiting } from '../../preload/contract/plan.ts';
import { namesOf } from '../names.ts';
import { whoSentence, whySentence, whyShort } from './whyWords.ts';

const names = namesOf({
  people: [{ id: 'liv', name: 'Liv Dahl', roles: [], groups: [] }],
  teams: [{ id: 'access', name: 'Access network' }],
});
const on = (...titles: string[]): Waiting['on'] =>
  titles.map((title, index) => ({ key: `T${index + 1}`, title, state: 'open' }));

test('O8 a task waiting for others names them, and who can act', () => {
  const waiting: Waiting = {
    cause: 'predecessors',
    on: on('Survey the site', 'Ship the router', 'Book the lift'),
    who: { kind: 'group', id: 'access' },
  };
  expect(whyShort(waiting)).toBe('Survey the site and 2 more');
  expect(whySentence(waiting)).toBe('It starts when these 3 are done:');
  expect(whoSentence(waiting, names)).toBe('Anyone in Access network can act.');
});

test('O8 a held task names its fallout', () => {
  const waiting: Waiting = { cause: 'fallout', on: on('FO0000421-1'), who: { kind: 'person', id: 'liv' } };
  expect(whyShort(waiting)).toBe('FO0000421-1');
  expect(whySentence(waiting)).toBe('A fallout holds it:');
  expect(whoSentence(waiting, names)).toBe('Liv Dahl can act.');
});

test('O8 an order before approval says who may approve', () => {
  const waiting: Waiting = { cause: 'approval', on: [], who: { kind: 'permission', permission: 'order.approve' } };
  expect(whyShort(waiting)).toBe('Approval');
  expect(whySentence(waiting)).toBe('The order waits for approval.');
  expect(whoSentence(waiting, names)).toBe('Anyone who may approve orders can act.');
});
