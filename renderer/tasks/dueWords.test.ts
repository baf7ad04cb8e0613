/** Words for due dates and durations. */
import { expect, test } from 'vitest';
import { dueWords, durationWords, spanWords } from './dueWords.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');

test('what is late says by how much', () => {
  expect(dueWords('2026-11-23T10:00:00.000Z', false, now)).toEqual({ over: true, text: '2 h over' });
  expect(dueWords('2026-11-20T11:00:00.000Z', false, now)).toEqual({ over: true, text: '3 d over' });
});

test('what has ended is not late any more', () => {
  expect(dueWords('2026-11-20T11:00:00.000Z', true, now).over).toBe(false);
});

test('what is due later says the day', () => {
  expect(dueWords('2026-11-28T11:00:00.000Z', false, now)).toEqual({ over: false, text: '28 Nov' });
});

test('spans and durations are short', () => {
  expect([spanWords(10), spanWords(35 * 60_000), spanWords(47 * 3_600_000)]).toEqual(['1 min', '35 min', '47 h']);
  expect([durationWords(45), durationWords(120), durationWords(150)]).toEqual(['45 min', '2 h', '2 h 30 min']);
});
