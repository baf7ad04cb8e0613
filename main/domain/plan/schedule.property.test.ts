import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog, PlanTemplate } from '../catalog/catalog.ts';
import { planOf } from '../order/change.ts';
import type { Order } from '../order/order.ts';
import { commandOf, wishes } from '../order/testing/randomCommands.ts';
import { orders } from '../order/testing/randomOrders.ts';
import { given, minute } from '../order/testing/story.ts';
import { rowsOf } from '../table.ts';
import { workCalendar } from '../policy/calendar.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import { dependenciesOf } from './dependencies.ts';
import { viewPlan } from './planView.ts';
import { scheduleOrder, type PlanSchedule } from './schedule.ts';
import { conditionsAt } from './testing/conditions.ts';
import { endByHand, scheduleByHand } from './testing/scheduleByHand.ts';

type Dice = readonly number[];

/** The catalog with other durations, and with lags and waits for a start where asked. */
function variedCatalog(catalog: Catalog, dice: Dice, isTimed: boolean): Catalog {
  let thrown = 0;
  const next = (below: number): number => (dice[(thrown += 1) % dice.length] ?? 0) % below;
  const timed = (wait: PlanTemplate['after'][number]): PlanTemplate['after'][number] => {
    if (wait.kind === 'otherOrders') return wait;
    const { on: _on, lagMinutes: _lag, ...plain } = wait;
    if (!isTimed) return plain;
    return { ...plain, ...(next(3) === 0 ? { on: 'start' } : {}), ...(next(3) === 0 ? { lagMinutes: next(300) } : {}) };
  };
  return {
    ...catalog,
    planTemplates: catalog.planTemplates.map(template => ({
      ...template,
      after: template.after.map(timed),
      tasks: template.tasks.map(task => ({ ...task, durationMinutes: next(400), after: task.after.map(timed) })),
    })),
  };
}

/** Approved, worked on for a while, and some ends proposed; undefined when it cannot be approved. */
function worked(
  catalog: Catalog,
  order: Parameters<typeof given>[0],
  { steps: dice, proposals }: { readonly steps: Dice; readonly proposals: Dice },
): Order | undefined {
  const approved = given(order, catalog).when({ type: 'approve' });
  if (approved.refusal !== null) return undefined;
  let story = approved.after;
  for (const [step, die] of dice.entries()) {
    const doable = [...rowsOf(planOf(story.order).tasks)].filter(
      ({ state }) => state === 'open' || state === 'inProgress',
    );
    const task = doable[die % Math.max(1, doable.length)];
    if (task === undefined) break;
    const { number } = task;
    const command =
      task.state === 'open'
        ? ({ type: 'startTask', task: number } as const)
        : ({ type: 'completeTask', task: number, values: [{ name: 'serial', value: 'A1' }] } as const);
    story = story.when(command, { at: minute(1 + step * 17) }).after;
  }
  const at = minute(1 + dice.length * 17);
  for (const [nth, after] of proposals.entries()) {
    const left = unfinished(story.order);
    const task = left[(after + nth) % Math.max(1, left.length)];
    if (task === undefined) break;
    const end = new Date(Date.parse(at) + (1 + after) * 60_000).toISOString();
    story = story.when({ type: 'proposeEnd', task: task.number, end, reason: 'Promised' }, { at }).after;
  }
  return story.order;
}

const cases = fc.record({
  drawn: orders,
  durations: fc.array(fc.nat(10_000), { minLength: 20, maxLength: 20 }),
  steps: fc.array(fc.nat(1000), { maxLength: 12 }),
  proposals: fc.array(fc.nat(2500), { maxLength: 4 }),
  wait: fc.nat(600),
});

/** Whether there are lags and waits for a start, and whether somebody has proposed ends. */
type Kind = { readonly isTimed?: boolean; readonly isDated?: boolean; readonly runs: number };

/** Random orders at random moments; those that cannot be approved are passed over. */
function forOrders({ isTimed = false, isDated = false, runs }: Kind, check: (order: Order, now: string) => void): void {
  fc.assert(
    fc.property(cases, ({ drawn: { catalog, order: asked }, durations, steps, proposals, wait }) => {
      const dice = { steps, proposals: isDated ? proposals : [] };
      const order = worked(variedCatalog(catalog, durations, isTimed), asked, dice);
      fc.pre(order !== undefined);
      check(order, minute(1 + steps.length * 17 + wait));
    }),
    { numRuns: runs },
  );
}

const unfinished = (order: Order) => [...rowsOf(planOf(order).tasks)].filter(({ state }) => !hasTaskEnded(state));

function scheduled(order: Order, now: string): PlanSchedule {
  const schedule = scheduleOrder(order, conditionsAt(now));
  if (schedule === undefined) throw new Error('The order has no plan.');
  return schedule;
}

test.each([
  { isTimed: false, isDated: false },
  { isTimed: true, isDated: false },
  { isTimed: true, isDated: true },
])('O4 O16 the schedule is what working it out part by part gives: %j', kind => {
  forOrders({ ...kind, runs: 150 }, (order, now) => {
    const schedule = scheduled(order, now);
    const byHand = scheduleByHand(order, Date.parse(now));
    for (const { number } of rowsOf(planOf(order).tasks)) {
      expect([number, schedule.starts[number - 1], schedule.ends[number - 1]]).toEqual([
        number,
        byHand.start(number),
        byHand.end(number),
      ]);
    }
    const end = endByHand(order, byHand);
    expect(schedule.end).toBe(end === -Infinity ? NaN : end);
  });
});

test.each([false, true])(
  'O4 a task can slip by its slack and not by a minute more, with proposed ends: %s',
  isDated => {
    forOrders({ isDated, runs: 60 }, (order, now) => {
      const schedule = scheduled(order, now);
      for (const { number, actualStart, proposedEnd } of unfinished(order)) {
        // One that has a date slips only past that date.
        if (actualStart !== undefined || proposedEnd !== undefined) continue;
        const slack = schedule.slack[number - 1] as number;
        const endWith = (minutes: number): number =>
          endByHand(order, scheduleByHand(order, Date.parse(now), { task: number, by: minutes * 60_000 }));
        expect(endWith(slack)).toBe(schedule.end);
        expect(endWith(slack + 1)).toBeGreaterThan(schedule.end);
      }
    });
  },
);

test('O16 a task with a proposed end can end later by its slack and not by a minute more', () => {
  forOrders({ isDated: true, runs: 60 }, (order, now) => {
    const schedule = scheduled(order, now);
    for (const { number, proposedEnd } of unfinished(order)) {
      if (proposedEnd === undefined) continue;
      const endWith = (minutes: number): number | undefined => {
        const end = (schedule.ends[number - 1] as number) + minutes * 60_000;
        return scheduleOrder(order, conditionsAt(now), { task: number, end })?.end;
      };
      const slack = schedule.slack[number - 1] as number;
      expect(endWith(slack)).toBe(schedule.end);
      expect(endWith(slack + 1)).toBeGreaterThan(schedule.end);
    }
  });
});

test('O4 the critical path is a chain without slack that is as long as the rest of the order', () => {
  forOrders({ runs: 100 }, (order, now) => {
    const { criticalPath, ends, starts, slack, end } = scheduled(order, now);
    expect(criticalPath.length > 0).toBe(unfinished(order).length > 0);
    if (criticalPath.length === 0) return;
    expect(criticalPath.map(task => slack[task - 1])).toEqual(criticalPath.map(() => 0));
    expect(ends[(criticalPath.at(-1) ?? 0) - 1]).toBe(end);
    const left = criticalPath.map(
      task => (ends[task - 1] as number) - Math.max(starts[task - 1] as number, Date.parse(now)),
    );
    expect(left.reduce((sum, length) => sum + length, 0)).toBe(end - Date.parse(now));
  });
});

test('O4 whatever has no slack leads to the end of the order by parts without slack', () => {
  forOrders({ runs: 100 }, (order, now) => {
    const { ends, starts, slack, end } = scheduled(order, now);
    const critical = unfinished(order).filter(({ number }) => slack[number - 1] === 0);
    for (const { number } of critical) {
      const goesOn = critical.some(next => next.number !== number && starts[next.number - 1] === ends[number - 1]);
      expect(goesOn || ends[number - 1] === end).toBe(true);
    }
  });
});

test('O16 no estimate comes before what the task waits for, in whatever hours teams work', () => {
  const office = workCalendar({
    zone: 'Europe/Oslo',
    hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '08:00', to: '16:00' })),
    closed: ['2026-11-25'],
  });
  forOrders({ runs: 60 }, (order, now) => {
    const schedule = scheduleOrder(order, conditionsAt(now, { calendarOf: () => office }));
    if (schedule === undefined) return;
    const { starts, ends } = schedule;
    for (const { before, after } of dependenciesOf(order)) {
      if (!before.startsWith('T') || !after.startsWith('T')) continue;
      const [first, then] = [Number(before.slice(1)) - 1, Number(after.slice(1)) - 1];
      expect(starts[then]).toBeGreaterThanOrEqual(ends[first] as number);
    }
    for (const { number, actualStart, durationMinutes } of unfinished(order)) {
      if (actualStart !== undefined) continue;
      expect(starts[number - 1]).toBeGreaterThanOrEqual(Date.parse(now));
      expect(office.nextOpen(starts[number - 1] as number)).toBe(starts[number - 1]);
      expect(office.workingBetween(starts[number - 1] as number, ends[number - 1] as number)).toBe(durationMinutes);
    }
  });
});

test('O16 whatever has happened to an order, its forecast contradicts neither its plan nor the clock', () => {
  fc.assert(
    fc.property(orders, wishes, fc.nat(600), ({ catalog, order: asked }, wished, wait) => {
      let story = given(asked, catalog);
      for (const wish of wished) {
        const { command, ...step } = commandOf(story.order, wish);
        story = story.when(command, step).after;
      }
      const { order } = story;
      fc.pre(order.plan !== undefined);
      const now = minute(1_000_000 + wait);
      const { facts, index, schedule } = viewPlan(order, conditionsAt(now));
      for (const { number, state } of rowsOf(planOf(order).tasks)) {
        const [start, end] = [schedule?.starts[number - 1] as number, schedule?.ends[number - 1] as number];
        expect(start).toBeLessThanOrEqual(end);
        expect(end >= Date.parse(now)).toBe(!hasTaskEnded(state));
        expect(Number.isNaN(schedule?.slack[number - 1])).toBe(hasTaskEnded(state));
      }
      const end = facts.ends[index.at('order')] as number;
      const isOpen = unfinished(order).length > 0;
      expect(isOpen ? end : NaN).toBe(schedule?.end);
    }),
    { numRuns: 150 },
  );
});
