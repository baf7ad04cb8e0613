import { expect, test } from 'vitest';
import { captured, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { evolve } from '../order/evolve.ts';
import type { Order } from '../order/order.ts';
import { changed, value } from '../order/testing/revisions.ts';
import { siteCatalog, siteTasks } from '../order/testing/siteCatalog.ts';
import { given, minute, resolve, type Story } from '../order/testing/story.ts';
import { takeBack } from '../order/testing/takeBack.ts';
import { datesOf } from './planNode.ts';
import type { PlanKey } from './planKey.ts';
import { viewPlan } from './planView.ts';

const actual = (order: Order, key: PlanKey): readonly (string | null)[] => {
  const { actualStart, actualEnd } = datesOf(viewPlan(order), key);
  return [actualStart, actualEnd];
};

/** Everything in the one line of an order, from minute 60 on. */
const finish = (story: Story): Story =>
  story
    .done(tasks.ship, [], { at: minute(60) })
    .done(tasks.survey, [], { at: minute(61) })
    .done(tasks.install, [{ name: 'serial', value: 'SN' }], { at: minute(62) })
    .done(tasks.check, [], { at: minute(63) });

test('T7 what was canceled counts for the end of what is above it, and nothing begins by being canceled', () => {
  const two = given(captured([line('a', 'internet'), line('b', 'voice')])).approved();
  const [voice = 0] = two.line(2).domainOrders.flatMap(number => two.domainOrder(number).tasks);
  const canceled = changed(two.done(voice, [], { at: minute(8) }), [{ kind: 'cancelLine', line: 1 }], {
    at: minute(20),
  });
  expect(canceled.line(1).state).toBe('canceled');
  expect(actual(canceled.order, 'L1')).toEqual([null, minute(21)]);
  expect(actual(canceled.order, 'L2')).toEqual([minute(8), minute(8)]);
  // Both stand at one location, which ended with the last of them.
  expect(actual(canceled.order, 'S1')).toEqual([minute(8), minute(21)]);
});

test('T7 work that is to be done anew takes the end away from what is above it, and not the start', () => {
  const speed = { characteristics: [{ name: 'speed', value: 1 }] };
  const site = given(captured([line('1', 'site', speed)]), siteCatalog).approved();
  const dug = site.done(siteTasks.dig, [], { at: minute(30) });
  const line1 = dug.line(1);
  const redone = changed(dug, [value(1, 'speed', 2)], { at: minute(40) });
  expect(redone.task(siteTasks.dig).redone).toBe(1);
  expect(actual(redone.order, `T${siteTasks.dig}`)).toEqual([null, null]);
  expect(actual(redone.order, line1.id)).toEqual([minute(30), null]);
});

test('T7 X8 an end that was taken back is none, and neither is one that was still to come at a moment of the past', () => {
  const done = finish(given(captured([line('a', 'internet')])).approved());
  for (const key of ['L1', 'S1'] as const) expect(actual(done.order, key)).toEqual([minute(60), minute(63)]);
  const { version = 0 } = done.log.find(({ type }) => type === 'LineCompleted') ?? {};
  let then: Order | null = null;
  for (const event of done.log) if (event.version < version) then = evolve(then, event);
  for (const key of ['L1', 'S1'] as const) expect(then && actual(then, key)).toEqual([minute(60), null]);

  const before = finish(given(captured([line('a', 'internet'), line('b', 'voice')])).approved());
  const [voice = 0] = before.line(2).domainOrders.flatMap(number => before.domainOrder(number).tasks);
  const under = before.started(voice, { at: minute(70) });
  const after = under.done(voice, [], { at: minute(80) });
  expect(actual(after.order, 'S1')).toEqual([minute(60), minute(80)]);
  expect(actual(takeBack({ now: after, action: { before: under, after } }).after.order, 'L2')).toEqual([
    minute(70),
    null,
  ]);
});

test('T7 taking back the work of a domain order that nobody had begun begins neither it nor its line', () => {
  const stated = given(captured([line('a', 'internet')]))
    .approved()
    .held(tasks.ship)
    .and(resolve(1, 'forceComplete'));
  const canceled = changed(stated, [{ kind: 'cancelLine', line: 1 }], { at: minute(20) });
  const { undoneBy = 0, domainOrder } = canceled.task(tasks.ship);
  const under = canceled.started(undoneBy, { at: minute(30) });
  expect(under.domainOrder(domainOrder).actualStart).toBeUndefined();
  expect(actual(under.order, `T${undoneBy}`)).toEqual([minute(30), null]);
  for (const key of [`D${domainOrder}`, 'L1'] as const) expect(actual(under.order, key)).toEqual([null, null]);
});
