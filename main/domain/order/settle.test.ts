import { expect, test } from 'vitest';
import { countsOfDomainOrder, countsOfLine } from './countsBelow.ts';
import type { Story } from './testing/story.ts';
import { after, captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { given, minute, typesOf } from './testing/story.ts';

const { check, survey, install, ship } = tasks;
const serial = [{ name: 'serial', value: 'SN-1' }];
const approved = () => given(captured([line('1', 'internet')])).approved();
const states = (story: Story) => [check, survey, install, ship].map(number => story.task(number).state);
/** All four tasks of the line whose first task has this number. */
const finish = (story: Story, first = 1): Story =>
  story
    .done(first + 3)
    .done(first + 1)
    .done(first + 2, serial)
    .done(first);

test('O5 at the start only what waits for nothing is open', () => {
  expect(states(approved())).toEqual(['draft', 'draft', 'draft', 'open']);
});

test('O5 a task whose domain order waits for another domain order opens when that one is closed', () => {
  const story = approved().done(ship);
  expect(states(story)).toEqual(['draft', 'open', 'draft', 'closedComplete']);
  expect(story.domainOrder(3).state).toBe('closedComplete');
  expect(story.domainOrder(2).state).toBe('qualified');
});

test('O5 a task opens when the task it waits for is completed', () => {
  expect(states(approved().done(ship).done(survey))).toEqual(['draft', 'closedComplete', 'open', 'closedComplete']);
});

test('O5 a task that waits for all children opens with the last of them', () => {
  const story = approved().done(ship).done(survey);
  expect(story.task(check).pending).toBe(1);
  const last = story.done(install, serial);
  expect(last.task(check)).toMatchObject({ state: 'open', pending: 0 });
});

test('O5 a task that still waits cannot be started, and says for what', () => {
  expect(approved().when({ type: 'startTask', task: survey }).refusal).toEqual({
    code: 'StillWaiting',
    id: 'TASK0000421-2',
    on: ['RO0000421-3 router'],
  });
});

test('O5 what has ended is not named among what a task waits for', () => {
  const { refusal } = approved().done(ship).when({ type: 'startTask', task: check });
  expect(refusal).toMatchObject({ code: 'StillWaiting', on: ['SO0000421-2 access'] });
});

test('O5 a line that waits for another opens when that one is completed, with the lines nested in it', () => {
  const lines = [line('1', 'voice'), line('2', 'voice', after('1')), line('3', 'voice', { parent: 2 })];
  const story = given(captured(lines)).approved();
  expect([2, 3].map(number => story.task(number).state)).toEqual(['draft', 'draft']);
  expect(story.when({ type: 'startTask', task: 3 }).refusal).toMatchObject({ on: ['ORDL0000421-1 voice'] });
  const { events, after: freed } = story.started(1).when({ type: 'completeTask', task: 1 });
  expect([2, 3].map(number => freed.task(number).state)).toEqual(['open', 'open']);
  expect(typesOf(events)).toEqual([
    'TaskCompleted',
    'DomainOrderClosed',
    'LineCompleted',
    'InventoryChanged',
    'DomainOrderQualified',
    'TasksOpened',
  ]);
});

test('O5 a line that waits for two lines opens only with the second', () => {
  const lines = [line('1', 'voice'), line('2', 'voice'), line('3', 'voice', after('1', '2'))];
  const first = given(captured(lines)).approved().done(1);
  expect(first.task(3).state).toBe('draft');
  expect(first.done(2).task(3).state).toBe('open');
});

test('O5 a nested line waits for what the line around it waits for, even when its own predecessor is done', () => {
  const lines = [
    line('1', 'voice'),
    line('2', 'voice'),
    line('3', 'voice', after('1')),
    line('4', 'voice', { parent: 3, ...after('2') }),
  ];
  const second = given(captured(lines)).approved().done(2);
  expect(second.task(4).state).toBe('draft');
  expect(second.done(1).task(4).state).toBe('open');
});

test('starting the first task puts its domain orders and its line under way', () => {
  const { events, after: started } = approved().when({ type: 'startTask', task: ship });
  expect(typesOf(events)).toEqual([
    'TaskAssigned',
    'TaskStarted',
    'DomainOrderStarted',
    'DomainOrderStarted',
    'LineStarted',
  ]);
  expect([1, 2, 3].map(number => started.domainOrder(number).state)).toEqual(['inProgress', 'draft', 'inProgress']);
  expect(started.line(1).state).toBe('inProgress');
  expect(started.domainOrder(3).actualStart).toBe(minute(2));
});

test('O2 a completed task is counted on its domain order, those above, its line and the order', () => {
  const story = approved().done(ship);
  expect(countsOfDomainOrder(story.order, 3).tasks).toEqual({ ended: 1, total: 1 });
  expect(countsOfDomainOrder(story.order, 2).tasks).toEqual({ ended: 0, total: 2 });
  expect(countsOfDomainOrder(story.order, 1).tasks).toEqual({ ended: 1, total: 4 });
  expect(countsOfLine(story.order, 1).tasks).toEqual({ ended: 1, total: 4 });
  expect(story.order.counts.tasks).toEqual({ ended: 1, total: 4 });
});

test('O2 a closed domain order is counted on those above, its line and the order', () => {
  const story = approved().done(ship);
  expect(countsOfDomainOrder(story.order, 1).domainOrders).toEqual({ ended: 1, total: 2 });
  expect(countsOfLine(story.order, 1).domainOrders).toEqual({ ended: 1, total: 3 });
  expect(story.order.counts.domainOrders).toEqual({ ended: 1, total: 3 });
});

test('O2 what is done in a nested line is counted on the lines around it', () => {
  const lines = [line('1', 'voice'), line('2', 'voice', { parent: 1 }), line('3', 'voice', { parent: 2 })];
  const story = given(captured(lines)).approved().done(3);
  expect([1, 2, 3].map(number => countsOfLine(story.order, number).tasks)).toEqual([
    { ended: 1, total: 3 },
    { ended: 1, total: 2 },
    { ended: 1, total: 1 },
  ]);
});

test('the last task closes its domain order, the last domain order completes the line, and the last line the order', () => {
  const story = approved().done(ship).done(survey).done(install, serial).started(check);
  const { events, after: done } = story.when({ type: 'completeTask', task: check });
  expect(typesOf(events)).toEqual([
    'TaskCompleted',
    'DomainOrderClosed',
    'LineCompleted',
    'InventoryChanged',
    'OrderCompleted',
  ]);
  expect(done.order).toMatchObject({ state: 'completed', actualEnd: minute(9), remaining: 0 });
  expect(done.line(1)).toMatchObject({ state: 'completed', remaining: 0 });
  expect(done.domainOrder(1)).toMatchObject({ state: 'closedComplete', actualEnd: minute(9), remaining: 0 });
});

test('the order is done with its last line and not before', () => {
  const first = finish(given(captured([line('1', 'internet'), line('2', 'internet')])).approved());
  expect([first.line(1).state, first.order.state]).toEqual(['completed', 'inProgress']);
  expect(finish(first, 5).order.state).toBe('completed');
});

test('a line is not done while a line nested in it is not', () => {
  const story = given(captured([line('1', 'voice'), line('2', 'voice', { parent: 1 })]))
    .approved()
    .done(1);
  expect([story.line(1).state, story.order.state]).toEqual(['inProgress', 'inProgress']);
  expect(story.done(2).line(1).state).toBe('completed');
});

test.each([
  ['add', 'active'],
  ['change', 'active'],
  ['disconnect', 'inactive'],
  ['suspend', 'suspended'],
  ['resume', 'active'],
] as const)('when a line with action %s is done, its inventory is %s', (action, state) => {
  const story = given(captured([line('1', 'voice', { action, serviceId: 'svc-1' })])).approved();
  const done = story.done(1);
  expect(done.item(1)).toMatchObject({ serviceId: 'svc-1', state });
});

test('the inventory gets the values of the line and those that fulfillment settled', () => {
  const lines = [line('1', 'internet', { characteristics: [{ name: 'tier', value: 'gold' }] })];
  const done = finish(given(captured(lines)).approved());
  expect(done.item(1).characteristics).toEqual([
    { name: 'tier', value: 'gold' },
    { name: 'routerSerial', value: 'SN-1' },
  ]);
});
