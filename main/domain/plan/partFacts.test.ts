import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderTask } from '../order/order.ts';
import { commandOf, wishes } from '../order/testing/randomCommands.ts';
import { orders } from '../order/testing/randomOrders.ts';
import { given, minute } from '../order/testing/story.ts';
import { emptyTable, listRows } from '../table.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import { factsOfPart } from './planNode.ts';
import { childrenOf, viewPlan, type PlanView } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import { conditionsAt } from './testing/conditions.ts';
import { hasEnded } from './whyWaiting.ts';

const last = (moments: readonly string[]): string | null => moments.toSorted().at(-1) ?? null;
const first = (moments: readonly string[]): string | null => moments.toSorted()[0] ?? null;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Every part with the tasks at and under it. */
function tasksUnder(view: PlanView): ReadonlyMap<PlanKey, readonly OrderTask[]> {
  const tasks = listRows(view.order.plan?.tasks ?? emptyTable);
  const found = new Map<PlanKey, readonly OrderTask[]>();
  const look = (key: PlanKey): readonly OrderTask[] => {
    const own = tasks.filter(({ id }) => id === key);
    const all = [...own, ...childrenOf(view, key).flatMap(look)];
    found.set(key, all);
    return all;
  };
  look('order');
  return found;
}

/** What `factsOfPart` says, gone through part by part and task by task. */
function datesByHand(view: PlanView, tasks: readonly OrderTask[]) {
  const going = tasks.filter(({ state }) => state !== 'canceled');
  const planned = going.length > 0 ? going : tasks;
  const slacks = tasks.flatMap(({ id, state }) =>
    hasTaskEnded(state) ? [] : [factsOfPart(view, id).slackMinutes ?? 0],
  );
  return {
    plannedStart: first(planned.map(({ plannedStart }) => plannedStart)),
    plannedEnd: last(planned.map(({ plannedEnd }) => plannedEnd)),
    baselineStart: first(tasks.map(({ baselineStart, plannedStart }) => baselineStart ?? plannedStart)),
    baselineEnd: last(tasks.map(({ baselineEnd, plannedEnd }) => baselineEnd ?? plannedEnd)),
    slackMinutes: slacks.length === 0 ? null : Math.min(...slacks),
    progress: {
      done: sum(tasks.map(({ state, durationMinutes }) => (state === 'closedComplete' ? durationMinutes : 0))),
      total: sum(going.map(({ durationMinutes }) => durationMinutes)),
    },
  };
}

/** From the first start to the last end of the domain orders and tasks at and under a part, once it has ended itself. */
function actualByHand(view: PlanView, key: PlanKey, tasks: readonly OrderTask[]) {
  const { order } = view;
  if (key === 'order') return { actualStart: order.actualStart ?? null, actualEnd: order.actualEnd ?? null };
  const under = new Set(tasks.map(({ domainOrder }) => domainOrder));
  const isGroup = key.startsWith('L') || key.startsWith('S');
  const domainOrders = listRows(order.plan?.domainOrders ?? emptyTable);
  const own = [
    ...(key.startsWith('T') ? tasks : []),
    ...domainOrders.filter(({ id, number }) => id === key || (isGroup && under.has(number))),
  ];
  const starts = own.flatMap(({ actualStart }) => (actualStart === undefined ? [] : [actualStart]));
  const ends = own.flatMap(({ actualEnd }) => (actualEnd === undefined ? [] : [actualEnd]));
  return { actualStart: first(starts), actualEnd: hasEnded(view, key) ? last(ends) : null };
}

test('what is told of a part is what its tasks come to, whatever was done, moved or canceled', () => {
  fc.assert(
    fc.property(orders, wishes, (from, asked) => {
      let story = given(from.order, from.catalog);
      for (const wish of asked) {
        const { command, ...step } = commandOf(story.order, wish);
        story = story.when(command, step).after;
        fc.pre((story.order.plan?.domainOrders.size ?? 0) <= 60);
      }
      const view = viewPlan(story.order, conditionsAt(minute(3_000)));
      for (const [key, tasks] of tasksUnder(view)) {
        const facts = { ...datesByHand(view, tasks), ...actualByHand(view, key, tasks) };
        expect({ key, ...factsOfPart(view, key) }).toMatchObject({ key, ...facts });
      }
    }),
    { numRuns: 150 },
  );
});
