import { expect, test } from 'vitest';
import type { OutsideTemplateDependency } from '../catalog/catalog.ts';
import { catalogOf, cfs, task, template } from '../catalog/testing/catalogRows.ts';
import { theDesk } from '../people/desk.ts';
import { findInPlan } from '../plan/findInPlan.ts';
import { viewPlan } from '../plan/planView.ts';
import { conditionsAt } from '../plan/testing/conditions.ts';
import { whyWaiting } from '../plan/whyWaiting.ts';
import type { CommandOf } from './commands.ts';
import { captured, line } from './testing/captures.ts';
import { faultsOf } from './testing/invariants.ts';
import { agent, fulfiller } from './testing/people.ts';
import { given, minute, type Step, type Story } from './testing/story.ts';

const trench = { order: 'order-2', orderNumber: 'ORD0000422', node: 'D1', title: 'trench' } as const;

/** T1 needs nothing, T2 comes after it and wants a trench of another order. */
const waiting = (wait: Partial<OutsideTemplateDependency> = {}): Story => {
  const wanted = { kind: 'otherOrders', specification: 'trench', same: 'account', ...wait } as const;
  const catalog = catalogOf({
    specifications: [cfs('fibre'), { ...cfs('trench'), name: 'Trench' }],
    planTemplates: [
      template('fibre', [task('plan'), task('pull', { after: [{ kind: 'task', task: 'plan' }, wanted] })]),
    ],
    policies: [{ id: 'p', specification: 'fibre', planTemplate: 'fibre' }],
  });
  return given(captured([line('1', 'fibre')]), catalog).approved();
};

const offered: CommandOf<'meetWants'> = { type: 'meetWants', tasks: [2], order: trench.order };
const dug: Step = {
  by: theDesk,
  around: { findOutside: (_wanted, _account, _site, among) => (among === trench.order ? [trench] : []) },
};
const ended: CommandOf<'meetOutside'> = { type: 'meetOutside', task: 2, order: trench.order, node: trench.node };

test('O6 what a task requires of an order that was not approved yet keeps it waiting, and it says so', () => {
  const story = waiting({ required: true }).done(1);
  expect(story.task(2)).toMatchObject({ state: 'draft', wants: [{ specification: 'trench', name: 'Trench' }] });
  expect(faultsOf(story.order)).toEqual([]);
  const view = viewPlan(story.order, conditionsAt(minute(5)));
  expect(whyWaiting(view, 'T2')).toMatchObject({
    cause: 'orderToCome',
    on: [{ title: 'Trench' }],
    who: { kind: 'permission', permission: 'task.assign' },
  });
  expect(findInPlan(view, { blocked: true }, 10).matches).toMatchObject([{ key: 'T2' }]);
  expect(story.when({ type: 'startTask', task: 2 }).refusal).toMatchObject({ code: 'StillWaiting', on: ['Trench'] });
});

test('O6 when an order that has it is approved, the task waits for that, and opens with its end', () => {
  const met = waiting({ required: true }).done(1).and(offered, dug);
  expect(met.task(2)).toMatchObject({ state: 'draft', outside: [trench], wants: [] });
  expect(whyWaiting(viewPlan(met.order), 'T2')).toMatchObject({ cause: 'otherOrder' });
  const free = met.and(ended, { by: theDesk });
  expect(free.task(2).state).toBe('open');
  expect(faultsOf(free.order)).toEqual([]);
  expect(met.when(offered, dug).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('O6 what is not required keeps nothing waiting; it is waited for only when it comes before the task is ready', () => {
  const early = waiting().and(offered, dug);
  expect(early.task(2).outside).toEqual([trench]);
  expect(early.done(1).task(2).state).toBe('draft');
  const late = waiting().done(1);
  expect(late.task(2).state).toBe('open');
  expect(late.when(offered, dug).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('O6 a manager lets a task go on without an order that never comes', () => {
  const story = waiting({ required: true }).done(1);
  const without = { type: 'goWithout', task: 2, specification: 'trench' } as const;
  expect(story.when(without, { by: agent }).refusal).toMatchObject({ code: 'NotPermitted' });
  expect(story.when(offered, { ...dug, by: agent }).refusal).toMatchObject({ code: 'NotPermitted' });
  const free = story.and(without, { by: fulfiller });
  expect(free.task(2)).toMatchObject({ state: 'open', wants: [] });
  expect(free.when(without, { by: fulfiller }).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('O6 an order that waits for this one is not waited for in turn', () => {
  const story = waiting({ required: true });
  const { refusal } = story.when(offered, { by: theDesk, around: { ...dug.around, wouldCircle: () => true } });
  expect(refusal).toMatchObject({ code: 'NothingToChange' });
  const round = { other: trench.orderNumber, path: [] };
  const joined = story.when(offered, { by: theDesk, around: { ...dug.around, findCircle: () => round } });
  expect(joined.refusal).toMatchObject({ code: 'NothingToChange' });
});

test('O6 a lag after the end of a part of another order runs out before the task opens; a person who lets it go does not wait', () => {
  const found: Step = { around: { findOutside: () => [trench] } };
  const catalog = waiting({ lagMinutes: 30, on: 'start' }).catalog;
  const story = given(captured([line('1', 'fibre')]), catalog)
    .approved(found)
    .done(1);
  expect(story.task(2).outside).toEqual([{ ...trench, on: 'start', lagMinutes: 30 }]);
  const at = minute(20);
  const lagging = story.and(ended, { by: theDesk, at });
  expect(lagging.task(2)).toMatchObject({ state: 'scheduled', opensAt: minute(50) });
  expect(whyWaiting(viewPlan(lagging.order), 'T2')).toMatchObject({ cause: 'lag', until: minute(50) });
  expect(faultsOf(lagging.order)).toEqual([]);
  expect(lagging.and({ type: 'passTime' }, { by: theDesk, at: minute(50) }).task(2).state).toBe('open');
  expect(story.and(ended, { by: fulfiller, at }).task(2).state).toBe('open');
});
