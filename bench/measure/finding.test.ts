import { expect, test } from 'vitest';
import { atLeast, atMost, noted, withinMs } from './finding.ts';
import { tableOf } from './printTable.ts';

const parts = { id: 'x', what: 'this', against: 'that', note: '' };

test('a budget is kept up to its very number', () => {
  expect(atMost(1.5, 1.5, parts).verdict).toBe('kept');
  expect(atMost(1.5, 1.501, parts).verdict).toBe('missed');
  expect(atLeast(20, 20, parts).verdict).toBe('kept');
  expect(atLeast(20, 19.9, parts).verdict).toBe('missed');
  expect(withinMs(16, 16.1, parts).verdict).toBe('missed');
});

test('a figure that could not be measured well is never called missed, and one without a budget never judged', () => {
  expect(atMost(2, 9, parts, false).verdict).toBe('noisy');
  expect(noted('3×', parts)).toMatchObject({ verdict: 'noted', budget: '' });
});

test('the table has a column as wide as its widest cell', () => {
  const lines = tableOf([atMost(1.5, 1.2, parts)]).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]?.indexOf('against')).toBe(lines[2]?.indexOf('that'));
});
