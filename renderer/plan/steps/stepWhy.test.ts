/** The words for what is left out of a batch of steps. */
import { expect, test } from 'vitest';
import type { Problem } from '../../words/refusalWords.ts';
import { shortReason, standingOf, whyNot } from './stepWhy.ts';

const inState = (found: string): Problem => ({
  code: 'WrongState',
  subject: 'task',
  id: 'TASK1',
  found,
  needed: ['open'],
});
const nothing: Problem = { code: 'NothingToChange', subject: 'task', id: 'TASK1' };
const stale: Problem = { code: 'Stale', subject: 'task', id: 'T', event: 'TaskStarted', by: 'kai', at: '', version: 4 };

test('X9 how many of the selected it can be done to is told together with why not to the others', () => {
  expect(standingOf('hold', 9, [inState('closedComplete'), inState('canceled'), nothing])).toBe(
    '12 selected · 9 can be held · 2 have ended · 1 is held already',
  );
  expect(standingOf('resume', 0, [inState('open'), stale])).toBe(
    '2 selected · 0 can be resumed · 1 is not on hold · 1 was changed meanwhile',
  );
  expect(standingOf('assign', 3, [])).toBe('3 selected · 3 can be assigned');
});

test('the same refusal means something else for each thing that is asked', () => {
  expect(shortReason(nothing, 'hold')).toBe('It is on hold already.');
  expect(shortReason(nothing, 'retry')).toBe('No open fallout holds it.');
  expect(shortReason(inState('onHold'), 'hold')).toBe('A fallout or a change of the order holds it already.');
  expect(shortReason(stale, 'hold')).toBeUndefined();
  expect(whyNot({ code: 'NotPermitted', permission: 'task.assign', roles: [] }, 'assign')).toBe('permission');
});

test('F7 what still waits is not skipped, and a change that waits for a decision keeps what it holds', () => {
  expect(standingOf('skip', 2, [inState('draft'), inState('scheduled')])).toBe(
    '4 selected · 2 can be skipped · 2 still wait for others',
  );
  expect(shortReason(inState('onHold'), 'skip')).toBe('A change of the order that waits for a decision holds it.');
  expect(shortReason(nothing, 'escalate')).toBe('It is escalated to them for that reason already.');
});
