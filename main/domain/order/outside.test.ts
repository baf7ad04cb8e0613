import { expect, test } from 'vitest';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { faultsOf } from './testing/invariants.ts';
import { agent, fulfiller } from './testing/people.ts';
import { given, raise, resolve, typesOf } from './testing/story.ts';

const { ship, survey } = tasks;
const trench = { order: 'order-2', orderNumber: 'ORD0000422', node: 'T7', title: 'Dig the trench' } as const;
const wait = (task: number, on: Partial<typeof trench> = {}) =>
  ({ type: 'waitForOther', on: { task, ...trench, ...on } }) as const;
const meet = (task: number) => ({ type: 'meetOutside', task, order: trench.order, node: trench.node }) as const;
const by = { by: fulfiller };
const approved = () => given(captured([line('1', 'internet')])).approved();

test('O6 an open task that is made to wait for another order is ready no more, and opens when that has ended', () => {
  const waiting = approved().and(wait(ship), by);
  expect(waiting.task(ship)).toMatchObject({ state: 'draft', openedAt: undefined, outside: [trench] });
  expect(waiting.when({ type: 'startTask', task: ship }).refusal).toEqual({
    code: 'StillWaiting',
    id: 'TASK0000421-4',
    on: ['ORD0000422 Dig the trench'],
  });
  const { events, after: met } = waiting.when(meet(ship), by);
  expect(typesOf(events)).toEqual(['OutsideDependencyMet', 'TasksOpened']);
  expect(met.task(ship)).toMatchObject({ state: 'open', outside: [] });
});

test('O6 a task waits for its own order and for the others alike', () => {
  const waiting = approved().and(wait(survey), by).done(ship);
  expect(waiting.task(survey)).toMatchObject({ state: 'draft', pending: 0 });
  expect(waiting.domainOrder(2).state).toBe('qualified');
  expect(waiting.and(meet(survey), by).task(survey).state).toBe('open');
  const met = approved().and(wait(survey), by).and(meet(survey), by);
  expect(met.task(survey).state).toBe('draft');
});

test('O6 of several other orders the last one lets the task go', () => {
  const waiting = approved()
    .and(wait(ship), by)
    .and(wait(ship, { node: 'D3' as 'T7' }), by)
    .and(meet(ship), by);
  expect(waiting.task(ship)).toMatchObject({ state: 'draft', outside: [{ node: 'D3' }] });
});

test('O6 a task that has started, or that waits there already, is not made to wait', () => {
  expect(approved().started(ship).when(wait(ship), by).refusal).toMatchObject({
    code: 'WrongState',
    found: 'inProgress',
  });
  const waiting = approved().and(wait(ship), by);
  expect(waiting.when(wait(ship), by).refusal).toMatchObject({ code: 'NothingToChange', subject: 'task' });
});

test('O6 two orders cannot wait for each other, nor an order for itself', () => {
  const around = { wouldCircle: () => true };
  expect(approved().when(wait(ship), { ...by, around }).refusal).toEqual({
    code: 'WouldCircle',
    id: 'TASK0000421-4',
    other: 'ORD0000422',
  });
  const own = wait(ship, { order: 'order-1' as 'order-2' });
  expect(approved().when(own, by).refusal).toMatchObject({ code: 'FieldInvalid', expected: 'otherOrder' });
});

test('O6 whether a task waits for another order is for those who assign work', () => {
  expect(approved().when(wait(ship), { by: agent }).refusal).toMatchObject({ permission: 'task.assign' });
  expect(approved().and(wait(ship), by).when(meet(ship), { by: agent }).refusal).toMatchObject({
    permission: 'task.assign',
  });
});

test('O6 a held task that is made to wait goes on waiting when it is let go of', () => {
  const waiting = approved().and(raise(ship)).and(wait(ship), by);
  expect(waiting.task(ship)).toMatchObject({ state: 'onHold', hold: { restore: 'draft' } });
  const retried = waiting.and(resolve(1, 'retry'));
  expect(retried.task(ship).state).toBe('draft');
  expect(waiting.and(meet(ship), by).and(resolve(1, 'retry')).task(ship).state).toBe('open');
  expect(faultsOf(retried.order)).toEqual([]);
});

test('O6 a task that has ended, or does not wait for that, has nothing to be told', () => {
  expect(approved().when(meet(ship), by).refusal).toMatchObject({ code: 'NothingToChange' });
  const skipped = approved().and(wait(ship), by).and(raise(ship)).and(resolve(1, 'skip'));
  expect(skipped.task(ship).state).toBe('closedComplete');
  expect(skipped.when(meet(ship), by).refusal).toMatchObject({ code: 'NothingToChange' });
  expect(approved().when(meet(99), by).refusal).toMatchObject({ code: 'NotFound' });
});
