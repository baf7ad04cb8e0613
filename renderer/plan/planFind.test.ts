/** Search in one plan: which rows stand, and where the next match is. */
import { expect, test } from 'vitest';
import { examplePlan } from './planExample.ts';
import { filterOf, foundRows, nextMatch, noSearch, type Found } from './planFind.ts';
import { joinParts } from './planRows.ts';

const whole = joinParts([{ root: 'order', nodes: examplePlan, next: null }]);
const found: Found = {
  matches: [
    { key: 'T2', above: ['D1', 'L1', 'S1', 'order'] },
    { key: 'T4', above: ['D2', 'L1', 'S1', 'order'] },
  ],
  total: 2,
};
const none: ReadonlySet<string> = new Set();

test('O7 what matches stands with everything above it, the rest does not', () => {
  const rows = foundRows(whole, found, none);
  expect(rows.map(row => row.key)).toEqual(['order', 'S1', 'L1', 'D1', 'T2', 'D2', 'T4']);
  expect(rows.filter(row => row.kind === 'node' && row.match).map(row => row.key)).toEqual(['T2', 'T4']);
});

test('O7 a match that is not loaded is asked for below the nearest part that is', () => {
  const upper = joinParts([
    {
      root: 'order',
      next: null,
      nodes: examplePlan
        .filter(({ kind }) => kind !== 'task')
        .map(node => (node.kind === 'domainOrder' ? { ...node, childrenShown: false } : node)),
    },
  ]);
  expect(foundRows(upper, found, none).map(row => row.key)).toEqual([
    'order',
    'S1',
    'L1',
    'D1',
    'D1/rest',
    'D2',
    'D2/rest',
  ]);
});

test('O7 the next match comes after where one is, and around the end', () => {
  const rows = foundRows(whole, found, none);
  expect(nextMatch(found, 'T2', rows, 1)).toBe('T4');
  expect(nextMatch(found, 'T4', rows, 1)).toBe('T2');
  expect(nextMatch(found, 'T2', rows, -1)).toBe('T4');
  expect(nextMatch(found, 'D2', rows, 1)).toBe('T4');
  expect(nextMatch(found, 'D2', rows, -1)).toBe('T2');
  expect(nextMatch({ matches: [], total: 0 }, 'D2', rows, 1)).toBeUndefined();
});

test('O7 nothing asked for is no filter at all', () => {
  expect(filterOf({ ...noSearch, text: '  ' })).toBeUndefined();
  const hands = { kind: 'person', id: 'liv' } as const;
  expect(filterOf({ ...noSearch, text: ' port ', critical: true, hands, jeopardy: true })).toEqual({
    text: 'port',
    critical: true,
    jeopardy: ['medium', 'high', 'critical'],
    assignee: 'liv',
  });
  expect(filterOf({ ...noSearch, states: ['onHold'], hands: { kind: 'team', id: 'field' } })).toEqual({
    states: ['onHold'],
    group: 'field',
  });
});
