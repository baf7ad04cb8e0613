import { expect, test } from 'vitest';
import { captured, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { given } from '../order/testing/story.ts';
import { comparePlans } from './comparePlans.ts';

const imported = given(captured([line('a', 'internet'), line('b', 'voice')]));
const approved = imported.approved();

test('X6 between two moments every part that changed is named with what it was and what it is', () => {
  const later = approved.done(tasks.ship);
  const changes = comparePlans(approved.order, later.order);
  const of = (key: string) => changes.find(part => part.key === key);
  expect(of('T4')).toMatchObject({
    kind: 'task',
    number: 'TASK0000421-4',
    title: 'Do ship',
    change: 'changed',
    fields: expect.arrayContaining([
      { field: 'state', was: 'open', now: 'closedComplete' },
      { field: 'assignee', was: null, now: 'agent' },
    ]),
  });
  expect(of('D3')?.fields).toContainEqual({ field: 'state', was: 'qualified', now: 'closedComplete' });
  expect(of('L1')?.fields).toContainEqual({ field: 'state', was: 'scheduled', now: 'inProgress' });
  expect(of('L2')).toBeUndefined();
});

test('X6 parts that came with the plan are added, and going back they are removed', () => {
  const there = comparePlans(imported.order, approved.order);
  expect(there.filter(({ change }) => change === 'added').map(({ key }) => key)).toEqual(
    expect.arrayContaining(['D1', 'D2', 'T1', 'T4']),
  );
  const back = comparePlans(approved.order, imported.order);
  expect(back.filter(({ change }) => change === 'removed')).toHaveLength(
    there.filter(({ change }) => change === 'added').length,
  );
});

test('X6 recorded values, hands and fallouts are among the differences', () => {
  const before = approved.done(tasks.ship).done(tasks.survey).started(tasks.install);
  const after = before
    .and({ type: 'recordValues', task: tasks.install, values: [{ name: 'serial', value: 'SN-1' }] })
    .held(tasks.install);
  const changes = comparePlans(before.order, after.order);
  expect(changes.find(({ key }) => key === 'T3')?.fields).toEqual(
    expect.arrayContaining([
      { field: 'state', was: 'inProgress', now: 'onHold' },
      { field: 'value.serial', was: null, now: 'SN-1' },
    ]),
  );
  expect(changes.at(-1)).toMatchObject({ key: 'F1', kind: 'fallout', change: 'added', number: 'FO0000421-1' });
});

test('X6 a moment does not differ from itself, even when it was folded twice', () => {
  expect(comparePlans(approved.order, structuredClone(approved.order))).toEqual([]);
});

test('differences come in the order of the plan: order, line, domain order, its tasks', () => {
  const keys = comparePlans(imported.order, approved.order).map(({ key }) => key);
  expect(keys.slice(0, 4)).toEqual(['order', 'L1', 'D1', 'T1']);
});
