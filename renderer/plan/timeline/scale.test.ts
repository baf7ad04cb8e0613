/** The calendar of the timeline: what is in sight, at which scale, with which marks. */
import { expect, test } from 'vitest';
import { exampleOutlook } from '../planExample.ts';
import { addDays, DAY_MS, fitted, scaleOf, spanOf, startOfDay, timeAt, weekendsOf, xOf } from './scale.ts';
import { ticksFor, weekNumber } from './ticks.ts';

/** Local, as a person reads a calendar. */
const day = (month: number, date: number, hour = 0): number => new Date(2026, month - 1, date, hour).getTime();

test('O4 the timeline spans every date of the order, its due date and now', () => {
  const span = spanOf(exampleOutlook);
  expect(span?.from).toBe(addDays(startOfDay(Date.parse('2026-11-23T06:00:00.000Z')), -1));
  expect(span?.to).toBe(addDays(startOfDay(Date.parse('2026-11-28T12:00:00.000Z')), 2));
  const late = spanOf({ ...exampleOutlook, committedDueDate: '2026-12-20T12:00:00.000Z' });
  expect(late?.to).toBe(addDays(startOfDay(Date.parse('2026-12-20T12:00:00.000Z')), 2));
  expect(
    spanOf({
      ...exampleOutlook,
      start: null,
      baselineEnd: null,
      plannedEnd: null,
      estimatedEnd: null,
    }),
  ).toBeUndefined();
});

test('fits a span into its place and fills the place when there is more', () => {
  const span = { from: day(11, 1), to: day(11, 11) };
  expect(fitted(span, 800)).toBe(80);
  expect(scaleOf(span, 20, 800)).toMatchObject({ width: 800, from: span.from, to: span.from + 40 * DAY_MS });
});

test('a moment and its place on the screen lead to one another', () => {
  const scale = scaleOf({ from: day(11, 1), to: day(11, 11) }, 48, 100);
  expect(xOf(scale, day(11, 2, 12))).toBe(72);
  expect(timeAt(scale, 72)).toBe(day(11, 2, 12));
});

test('weekends are one band each, and none where a day is too thin', () => {
  const span = { from: day(11, 2), to: day(11, 16) };
  const bands = weekendsOf(scaleOf(span, 32, 100), span);
  expect(bands).toEqual([
    { from: day(11, 7), to: day(11, 9) },
    { from: day(11, 14), to: day(11, 16) },
  ]);
  expect(weekendsOf(scaleOf(span, 1, 10), span)).toEqual([]);
});

test.each([
  [600, 'Mon 2 Nov', '00:00'],
  [112, 'November 2026', 'Mon 2'],
  [32, 'November 2026', '2'],
  [10, 'November 2026', 'Week 45'],
  [2, '2026', 'Nov'],
])('at %d pixels a day it marks %s over %s', (pxPerDay, major, minor) => {
  const span = { from: day(11, 2), to: day(11, 16) };
  const ticks = ticksFor(scaleOf(span, pxPerDay, 10), span);
  expect([ticks.major[0]?.label, ticks.minor[0]?.label]).toEqual([major, minor]);
});

test('weeks are counted as ISO 8601 does', () => {
  expect(weekNumber(new Date(2026, 0, 5).getTime())).toBe(2);
  expect(weekNumber(new Date(2025, 11, 29).getTime())).toBe(1);
});
