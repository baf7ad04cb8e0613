/** The calendar of the timeline: what is in sight, at which scale, with which marks. */
import { expect, test } from 'vitest';
import { exampleOutlook } from '../planExample.ts';
import { addDays, DAY_MS, fitted, scaleOf, startOfDay, timeAt, weekendsOf, xOf } from './scale.ts';
import { beyondOf, beyondSentence, nothingBeyond } from './beyond.ts';
import { spanOf } from './planSpan.ts';
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

const days = ({ from, to }: { readonly from: number; readonly to: number }): number => (to - from) / DAY_MS;
const farEnd = '2199-05-04T12:00:00.000Z';

test('O4 an end in a far year is left out of the fit and of the calendar, and told beside them', () => {
  const span = spanOf({ ...exampleOutlook, estimatedEnd: farEnd });
  expect(span && days(span.work)).toBeLessThan(10);
  expect(span?.to).toBe(span?.work.to);
  expect(span?.outside).toEqual([{ name: 'expectedEnd', at: Date.parse(farEnd) }]);
});

test('O4 a plan that was dated into a far year is fitted, and now is what lies outside', () => {
  const span = spanOf({
    ...exampleOutlook,
    start: '2199-05-01T12:00:00.000Z',
    baselineEnd: farEnd,
    plannedEnd: farEnd,
    estimatedEnd: farEnd,
  });
  expect(span && days(span.work)).toBeLessThan(10);
  expect(span?.outside.map(({ name }) => name)).toEqual(['now', 'due']);
});

test('O4 a plan whose only end is in a far year begins in sight', () => {
  const span = spanOf({ ...exampleOutlook, baselineEnd: farEnd, plannedEnd: farEnd, estimatedEnd: farEnd });
  expect(span && days(span.work)).toBeLessThan(10);
  expect(span?.work.from).toBe(addDays(startOfDay(Date.parse(exampleOutlook.start ?? '')), -1));
});

test('O4 a due date some years on can be scrolled to, and one in a far year is only told', () => {
  const due = (year: number) =>
    spanOf({ ...exampleOutlook, committedDueDate: `${year}-12-20T12:00:00.000Z` })?.to ?? NaN;
  expect(new Date(due(2029)).getFullYear()).toBe(2029);
  expect(new Date(due(2199)).getFullYear()).toBe(2026);
});

test('O4 what is out of sight is said by its side, and only while it is out of sight', () => {
  const outside = [
    { name: 'now', at: day(1, 5) },
    { name: 'due', at: day(12, 1) },
  ] as const;
  const inSight = beyondOf(outside, { from: day(5, 1), to: day(6, 1) }, nothingBeyond);
  expect(beyondSentence(inSight)).toMatch(
    /^Further left, out of sight: now\. Further right, out of sight: due 1 Dec( 2026)?\.$/,
  );
  expect(beyondSentence(beyondOf(outside, { from: day(1, 1), to: day(12, 2) }, inSight))).toBe('');
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
