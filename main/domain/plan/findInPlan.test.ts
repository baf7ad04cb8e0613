import { expect, test } from 'vitest';
import { captured, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { given, minute } from '../order/testing/story.ts';
import { findInPlan, isBlocked, type PlanFilter } from './findInPlan.ts';
import { viewPlan } from './planView.ts';
import { conditionsAt } from './testing/conditions.ts';

const story = given(
  captured([
    line('a', 'internet', { name: 'Internet Tromsø', location: { name: 'Tromsø' } }),
    line('b', 'internet', {
      name: 'Internet Bergen',
      location: { name: 'Bergen', address: 'Torget 1' },
      characteristics: [{ name: 'tier', value: 'gold' }],
    }),
  ]),
)
  .approved()
  .done(tasks.ship, [], { at: minute(30) })
  .and({ type: 'claimTask', task: tasks.survey });

const find = (filter: PlanFilter, limit = 100, now = minute(40)) =>
  findInPlan(viewPlan(story.order, conditionsAt(now)), filter, limit, id =>
    id === 'agent' ? 'Ada Lovelace' : undefined,
  );
const keys = (filter: PlanFilter, now?: string) => find(filter, 100, now).matches.map(({ key }) => key);

test('O7 parts are found by words of their title, number, values and place, in plan order', () => {
  expect(keys({ text: 'tromso' })).toEqual(['S1', 'L1']);
  expect(keys({ text: 'TASK0000421-3' })).toEqual(['T3']);
  expect(keys({ text: 'do ship' })).toEqual(['T4', 'T8']);
  expect(keys({ text: 'torget' })).toEqual(['S2']);
  expect(keys({ text: 'gold' })).toEqual(['L2', 'D4', 'D5']);
  expect(keys({ text: 'no such thing' })).toEqual([]);
});

test('O7 tasks are found by the name of whoever has them, and by their team', () => {
  expect(keys({ text: 'lovelace' })).toEqual(['T2', 'T4']);
  expect(keys({ text: 'stock' })).toEqual(['T4', 'T8']);
  expect(keys({ assignee: 'agent', states: ['open'] })).toEqual(['T2']);
  expect(keys({ group: 'stock' })).toEqual(['T4', 'T8']);
});

test('O7 every match says what stands above it, from the order down', () => {
  expect(find({ text: 'TASK0000421-3' }).matches).toEqual([{ key: 'T3', above: ['order', 'S1', 'L1', 'D1', 'D2'] }]);
});

test('O7 all are counted, of which so many are given as were asked for', () => {
  const { matches, total } = find({ text: 'do' }, 3);
  expect([matches.map(({ key }) => key), total]).toEqual([['T1', 'T2', 'T3'], 8]);
});

test('O7 filters keep only tasks, and a text then holds for what stands above them too', () => {
  expect(keys({ critical: true })).toEqual(['T5', 'T6', 'T7', 'T8']);
  expect(keys({ text: 'bergen', critical: true })).toEqual(['T5', 'T6', 'T7', 'T8']);
  expect(keys({ text: 'tromso', critical: true })).toEqual([]);
  expect(keys({ states: ['closedComplete'] })).toEqual(['T4']);
});

test('O7 blocked is what could go on and does not', () => {
  expect(keys({ blocked: true })).toEqual(['T8']);
  // Nobody has begun the survey, and it should have been done by now.
  expect(keys({ blocked: true }, minute(300))).toEqual(['T2', 'T8']);
  expect(keys({ jeopardy: ['critical'] }, minute(300))).toEqual(['T2', 'T8']);
  const held = story.held(8, {}, { at: minute(50) });
  expect(isBlocked(held.task(8), Date.parse(minute(50)))).toBe(true);
  expect(
    isBlocked(
      { ...held.task(5), pending: 0, outside: [{ order: 'o', orderNumber: 'ORD1', node: 'T1', title: 'x' }] },
      undefined,
    ),
  ).toBe(true);
  expect(isBlocked(held.task(5), undefined)).toBe(false);
  expect(isBlocked(held.task(4), undefined)).toBe(false);
});

test('O7 without a text and without a filter nothing is looked for', () => {
  expect(find({})).toEqual({ matches: [], total: 0 });
  expect(find({ text: '  ', critical: false })).toEqual({ matches: [], total: 0 });
});
