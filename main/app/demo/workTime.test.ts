import { expect, test } from 'vitest';
import { addWork, isoMinute, lastWork, nextWork, takeWork } from './workTime.ts';

const at = (iso: string): number => Date.parse(iso);

test('work goes on the next morning', () => {
  expect(isoMinute(nextWork(at('2026-11-23T21:00:00Z')))).toBe('2026-11-24T06:00:00.000Z');
  expect(isoMinute(nextWork(at('2026-11-23T05:00:00Z')))).toBe('2026-11-23T06:00:00.000Z');
  expect(isoMinute(addWork(at('2026-11-23T19:30:00Z'), 60))).toBe('2026-11-24T06:30:00.000Z');
});

test('what came in at night is from the evening before', () => {
  expect(isoMinute(lastWork(at('2026-11-23T05:00:00Z')))).toBe('2026-11-22T19:59:00.000Z');
  expect(isoMinute(lastWork(at('2026-11-23T23:00:00Z')))).toBe('2026-11-23T19:59:00.000Z');
});

test('time taken away is never in the night and never later', () => {
  const now = at('2026-11-23T10:15:00Z');
  for (let minutes = 0; minutes < 5000; minutes += 37) {
    const moment = takeWork(now, minutes);
    expect(moment).toBeLessThanOrEqual(now - minutes * 60_000);
    expect(lastWork(moment)).toBe(moment);
    expect(nextWork(moment)).toBe(moment);
  }
});
