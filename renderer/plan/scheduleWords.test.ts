/** The words for dates, slack and progress. */
import { expect, test } from 'vitest';
import { lateShort, lateWords, percentOf, slackWords } from './scheduleWords.ts';

test.each([
  ['2026-11-28T12:00:00.000Z', '2026-11-26T12:00:00.000Z', '+2 d'],
  ['2026-11-25T12:00:00.000Z', '2026-11-26T12:00:00.000Z', '−1 d'],
  ['2026-11-26T15:00:00.000Z', '2026-11-26T12:00:00.000Z', '+3 h'],
  ['2026-11-26T12:20:00.000Z', '2026-11-26T12:00:00.000Z', '+20 min'],
  ['2026-11-26T12:00:00.000Z', '2026-11-26T12:00:00.000Z', null],
])('O16 an end at %s that was planned for %s is %s', (now, before, words) => {
  expect(lateWords(now, before)).toBe(words);
});

test.each([
  [0, '0'],
  [45, '45 min'],
  [200, '3 h'],
  [480, '1 d'],
  [1200, '2.5 d'],
  [9600, '20 d'],
])('%d working minutes of slack are %s', (minutes, words) => {
  expect(slackWords(minutes)).toBe(words);
});

test('O16 at a glance less than an hour is on time, and nothing canceled is late', () => {
  const baselineEnd = '2026-11-26T12:00:00.000Z';
  const at = (end: string, state = 'inProgress') => lateShort({ state, baselineEnd }, end);
  expect(at('2026-11-26T12:59:00.000Z')).toBeNull();
  expect(at('2026-11-26T14:00:00.000Z')).toEqual({ words: '+2 h', isLate: true });
  expect(at('2026-11-25T12:00:00.000Z')).toEqual({ words: '−1 d', isLate: false });
  expect(at('2026-11-28T12:00:00.000Z', 'canceled')).toBeNull();
  expect(lateShort({ state: 'draft', baselineEnd: null }, baselineEnd)).toBeNull();
});

test('what is not all done never reads as all', () => {
  expect(percentOf({ done: 999, total: 1000 })).toBe(99);
  expect(percentOf({ done: 1000, total: 1000 })).toBe(100);
  expect(percentOf({ done: 0, total: 0 })).toBeNull();
});
