import fc from 'fast-check';
import { expect, test } from 'vitest';
import { captured, line } from '../order/testing/captures.ts';
import { internet, tasks } from '../order/testing/catalogs.ts';
import { given, minute, type Story } from '../order/testing/story.ts';
import { workCalendar } from '../policy/calendar.ts';
import type { Order, OrderTask } from '../order/order.ts';
import { planOf } from '../order/change.ts';
import { getRow, replaceRow } from '../table.ts';
import { isLate, lateFrom, shareJeopardy, slaMinutesOf, slaShareOf, taskJeopardy } from './jeopardy.ts';
import { factsOfPart } from './planNode.ts';
import { viewPlan } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import type { Conditions } from './remainingWork.ts';
import { conditionsAt } from './testing/conditions.ts';

/** Four tasks of an hour one after the other; shipping was opened at 08:01. */
const order = given(captured([line('a', 'internet')])).approved();
const ship = `T${tasks.ship}` as const;

const at = (story: Story | Order, key: PlanKey, now: string, parts: Partial<Conditions> = {}) =>
  factsOfPart(viewPlan('order' in story ? story.order : story, conditionsAt(now, parts)), key);

function withTask(base: Order, number: number, change: Partial<OrderTask>): Order {
  const plan = planOf(base);
  const task = { ...getRow(plan.tasks, number), ...change };
  return { ...base, plan: { ...plan, tasks: replaceRow(plan.tasks, number, task) } };
}

test('O15 the level of a task follows the share of its SLA that has passed since it was opened', () => {
  const levels = [2, 30, 31, 45, 46, 60, 61, 300].map(now => at(order, ship, minute(now)).jeopardy);
  expect(levels).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high', 'critical', 'critical']);
  expect(at(order, ship, minute(31)).slaShare).toBe(0.5);
});

test('O15 no clock runs before a task is opened, nor after it has ended; its share stays', () => {
  expect(at(order, `T${tasks.survey}`, minute(500))).toMatchObject({ jeopardy: 'none', slaShare: null });
  const done = order.done(tasks.ship, [], { at: minute(91) });
  expect(at(done, ship, minute(500))).toMatchObject({ jeopardy: 'none', slaShare: 1.5 });
});

test('O15 the catalog may give a task another SLA than its duration', () => {
  const longer = given(captured([line('a', 'internet')]), {
    ...internet,
    planTemplates: internet.planTemplates.map(template => ({
      ...template,
      tasks: template.tasks.map(task => ({ ...task, slaMinutes: 240 })),
    })),
  }).approved();
  expect(slaMinutesOf(longer.task(tasks.ship))).toBe(240);
  expect(at(longer, ship, minute(61)).slaShare).toBe(0.25);
});

test('O15 only the working hours of its team count', () => {
  const office = workCalendar({ zone: 'UTC', hours: [{ day: 1, from: '08:01', to: '08:31' }], closed: [] });
  const parts: Partial<Conditions> = {
    calendarOf: team => (team === 'stock' ? office : workCalendar({ zone: 'UTC', hours: [], closed: [] })),
  };
  expect(at(order, ship, minute(600), parts)).toMatchObject({ jeopardy: 'medium', slaShare: 0.5 });
});

test('O15 a pending revision stops the clock, and it goes on from where it was', () => {
  const paused = withTask(order.order, tasks.ship, { pauses: [{ from: minute(21) }] });
  expect(at(paused, ship, minute(500))).toMatchObject({ jeopardy: 'none', slaShare: 0.333 });
  const held = { fallouts: [], revision: 1, restore: 'draft' } as const;
  const all = [tasks.survey, tasks.install, tasks.check].reduce(
    (base, number) => withTask(base, number, { hold: held }),
    paused,
  );
  expect(at(all, 'L1', minute(500)).jeopardy).toBe('low');
  const resumed = withTask(order.order, tasks.ship, { pauses: [{ from: minute(21), to: minute(401) }] });
  expect(at(resumed, ship, minute(411))).toMatchObject({ jeopardy: 'medium', slaShare: 0.5 });
});

test('X14 the level follows the times of events: the same events seen later tell the same', () => {
  const started = order.started(tasks.ship, { at: minute(5) });
  const done = started.done(tasks.ship, [], { at: minute(25) });
  for (const now of [minute(25), minute(100_000)]) expect(at(done, ship, now).slaShare).toBe(0.4);
  expect(done.task(tasks.survey).openedAt).toBe(minute(25));
  expect(at(done, `T${tasks.survey}`, minute(85))).toMatchObject({ jeopardy: 'critical', slaShare: 1 });
});

test('O15 a line is judged by how many of its unfinished tasks are late', () => {
  expect([0, 1, 2, 3, 4, 8].map(late => shareJeopardy(late, 8))).toEqual([
    'low',
    'medium',
    'high',
    'high',
    'critical',
    'critical',
  ]);
  expect(at(order, 'L1', minute(30)).jeopardy).toBe('low');
  // Of four tasks shipping is late at first; later the survey should have been done too.
  expect(at(order, 'L1', minute(62)).jeopardy).toBe('high');
  expect(at(order, 'L1', minute(122)).jeopardy).toBe('critical');
});

test('O15 a line whose promised date will not be kept is critical, however punctual its tasks are', () => {
  const promised = given(captured([line('a', 'internet')], { requestedCompletion: minute(200) })).approved();
  for (const key of ['L1', 'S1', 'order'] as const) expect(at(promised, key, minute(1)).jeopardy).toBe('critical');
  expect(at(promised, 'D1', minute(1)).jeopardy).toBe('low');
});

test('O15 an order is as much in danger as the worst of its lines, without anybody setting anything up', () => {
  const lines = [line('a', 'internet'), line('b', 'internet', { location: { name: 'Elsewhere' } })];
  const two = given(captured(lines))
    .approved()
    .done(tasks.ship, [], { at: minute(20) });
  expect(at(two, 'L1', minute(62)).jeopardy).toBe('low');
  expect(at(two, 'L2', minute(62)).jeopardy).toBe('high');
  expect(['S1', 'S2', 'order'].map(key => at(two, key as PlanKey, minute(62)).jeopardy)).toEqual([
    'low',
    'high',
    'high',
  ]);
});

test('O15 nothing that has not begun, or has ended, is in danger', () => {
  expect(at(given(captured([line('a', 'internet')])), 'order', minute(1)).jeopardy).toBe('none');
  const ended = order
    .done(tasks.ship)
    .done(tasks.survey)
    .done(tasks.install, [{ name: 'serial', value: 'A1' }])
    .done(tasks.check);
  expect(ended.order.state).toBe('completed');
  expect(['order', 'S1', 'L1', 'D1'].map(key => at(ended, key as PlanKey, minute(100_000)).jeopardy)).toEqual(
    Array(4).fill('none'),
  );
});

test('O15 a task without a duration is overdue from its first minute', () => {
  const instant = { ...order.task(tasks.ship), durationMinutes: 0, plannedEnd: minute(900) };
  const now = Date.parse(minute(2));
  const share = slaShareOf(instant, now, conditionsAt(minute(2)).calendarOf);
  expect(taskJeopardy(instant, share)).toBe('critical');
  expect(isLate(instant, share, now)).toBe(true);
  expect(isLate(instant, 0, now)).toBe(false);
});

test('O15 from when a task is late is the first moment at which it is', () => {
  const office = workCalendar({
    zone: 'Europe/Oslo',
    hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '08:00', to: '16:00' })),
    closed: ['2026-01-06'],
  });
  const start = Date.parse(minute(0));
  const iso = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();
  const span = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.array(span, { maxLength: 3 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.boolean(),
      (opened, slaMinutes, spans, planned, later, hasHours) => {
        const calendarOf = hasHours ? () => office : () => workCalendar({ zone: 'UTC', hours: [], closed: [] });
        let end = opened;
        const pauses = spans.map(([gap, length]) => {
          const from = end + gap;
          end = from + length;
          return { from: iso(from), to: iso(end) };
        });
        const dates = { openedAt: iso(opened), plannedEnd: iso(planned), slaMinutes, pauses };
        const task = { ...order.task(tasks.ship), ...dates };
        const from = lateFrom(task, calendarOf) as number;
        const lateAt = (now: number): boolean => isLate(task, slaShareOf(task, now, calendarOf), now);
        // Before its pauses are over nobody asks: they are what has happened to it.
        const now = Math.max(start + later * 60_000, Date.parse(iso(end)));
        expect(lateAt(now)).toBe(from <= now);
        const isExact = !lateAt(from - 2) && lateAt(from + 1);
        expect(isExact || from <= Date.parse(iso(end))).toBe(true);
      },
    ),
  );
});
