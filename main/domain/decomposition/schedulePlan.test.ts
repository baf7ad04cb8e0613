import { expect, test } from 'vitest';
import { workCalendar } from '../policy/calendar.ts';
import type { Dependency } from './decomposed.ts';
import { schedulePlan } from './schedulePlan.ts';

/** Monday. */
const start = Date.parse('2026-11-23T08:00:00.000Z');
const lines = [{ number: 1 }];
const task = (domainOrder: number, hours: number, group?: string) => ({
  domainOrder,
  durationMinutes: hours * 60,
  group,
});

/** Start and end of each task in hours since the start. */
function hoursOf(...args: Parameters<typeof schedulePlan> extends [number, ...infer Rest] ? Rest : never) {
  const scheduled = schedulePlan(start, ...args);
  if (!scheduled.ok) throw new Error(`A circle: ${scheduled.error.join(' ')}`);
  const { starts, ends } = scheduled.value;
  return [...starts].map((from, index) => [(from - start) / 3_600_000, ((ends[index] ?? 0) - start) / 3_600_000]);
}

const after = (
  before: Dependency['before'],
  then: Dependency['after'],
  parts: Partial<Dependency> = {},
): Dependency => ({
  before,
  after: then,
  ...parts,
});

test('O5 a lag is real time after the predecessor has let go', () => {
  const tasks = [task(1, 2), task(1, 1)];
  expect(hoursOf(lines, [{ line: 1 }], tasks, [after('T1', 'T2', { lagMinutes: 90 })])).toEqual([
    [0, 2],
    [3.5, 4.5],
  ]);
});

test('O5 a task may start once another has started, and a lag counts from there', () => {
  const tasks = [task(1, 2), task(1, 4), task(1, 1)];
  const waits = [after('T1', 'T2'), after('T2', 'T3', { on: 'start', lagMinutes: 60 })];
  expect(hoursOf(lines, [{ line: 1 }], tasks, waits)).toEqual([
    [0, 2],
    [2, 6],
    [3, 4],
  ]);
});

test('O5 what waits for the start of a domain order starts with the first task in it or below it', () => {
  const domainOrders = [{ line: 1 }, { line: 1, parent: 1 }, { line: 1 }];
  const tasks = [task(1, 5), task(1, 1), task(2, 3), task(3, 1)];
  const waits = [after('T3', 'T1'), after('T1', 'T2'), after('D1', 'D3', { on: 'start', lagMinutes: 30 })];
  expect(hoursOf(lines, domainOrders, tasks, waits).at(3)).toEqual([0.5, 1.5]);
});

test('O5 a line that waits for the start of another, which has nothing in it, starts at once', () => {
  const two = [{ number: 1 }, { number: 2 }];
  expect(hoursOf(two, [{ line: 2 }], [task(1, 1)], [after('L1', 'L2', { on: 'start' })])).toEqual([[0, 1]]);
});

test('T7 each task takes place in the working hours of its own team', () => {
  const office = workCalendar({ zone: 'UTC', hours: [{ day: 1, from: '09:00', to: '12:00' }], closed: [] });
  const always = workCalendar({ zone: 'UTC', hours: [], closed: [] });
  const tasks = [task(1, 4, 'field'), task(1, 2, 'core')];
  const waits = [after('T1', 'T2')];
  const dated = hoursOf(lines, [{ line: 1 }], tasks, waits, team => (team === 'field' ? office : always));
  // Three hours on the first Monday, the fourth on the next.
  expect(dated).toEqual([
    [1, 7 * 24 + 2],
    [7 * 24 + 2, 7 * 24 + 4],
  ]);
});

test('a circle through a start is told as one, with each part once', () => {
  const scheduled = schedulePlan(
    start,
    lines,
    [{ line: 1 }, { line: 1 }],
    [task(1, 1), task(2, 1)],
    [after('D1', 'D2', { on: 'start' }), after('D2', 'D1', { on: 'start' })],
  );
  expect(scheduled.ok ? [] : scheduled.error.toSorted()).toEqual(['D1', 'D2', 'T1', 'T2']);
});
