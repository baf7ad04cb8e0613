/** Marking steps one by one and with all that is below a part. */
import { expect, test } from 'vitest';
import { countBelow, itemsOf, markOf, noMarks, toggled, withMarks, type Marked } from './stepMarks.ts';

const step = (...above: string[]): Marked => ({ seen: 4, above });
const branch = new Map([
  ['T1', step('D1', 'L1', 'order')],
  ['T2', step('D1', 'L1', 'order')],
]);

test('a step that is marked twice is not marked, and a branch is marked as a whole first', () => {
  const one = toggled(noMarks, new Map([['T1', step('D1')]]));
  expect([...one.keys()]).toEqual(['T1']);
  expect([...toggled(one, new Map([['T1', step('D1')]])).keys()]).toEqual([]);
  expect([...toggled(one, branch).keys()].toSorted()).toEqual(['T1', 'T2']);
  expect([...toggled(branch, branch).keys()]).toEqual([]);
});

test('a part is marked in part or as a whole by what is marked below it', () => {
  const one = new Map([['T1', step('D1', 'L1', 'order')]]);
  const below = countBelow(one);
  expect(['T1', 'T2', 'D1', 'D2', 'order'].map(key => markOf(one, below, key, 2))).toEqual([
    'all',
    'none',
    'some',
    'none',
    'some',
  ]);
  expect(markOf(branch, countBelow(branch), 'D1', 2)).toBe('all');
});

test('X9 the list is of the version that was seen when the step was marked, also when it is marked again later', () => {
  const again = withMarks(branch, new Map([['T1', { seen: 9, above: [] }]]));
  expect(itemsOf('o1', again)).toEqual([
    { orderId: 'o1', task: 1, seen: 4 },
    { orderId: 'o1', task: 2, seen: 4 },
  ]);
});
