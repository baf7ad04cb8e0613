import { expect, test } from 'vitest';
import type { PlanTemplate } from '../catalog/catalog.ts';
import { catalogOf, cfs, relationship, rfs, task, template } from '../catalog/testing/catalogRows.ts';
import { branchOf } from './cancelBranch.ts';
import { after as afterLines, captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { eventsOf, given, minute, resolve, typesOf, type Story } from './testing/story.ts';

const { check, survey, install, ship } = tasks;
const approved = () => given(captured([line('1', 'internet')])).approved();

/** D1 root; D2 left with D3 leaf under it; D4 right, whose task waits for what the test says. One task each: T1 to T4. */
function tree(right: PlanTemplate['tasks'][number]['after']): Story {
  const catalog = catalogOf({
    specifications: [cfs('root'), rfs('left'), rfs('leaf'), rfs('right')],
    relationships: [
      relationship('realizedAs', 'root', 'left', { order: 1 }),
      relationship('realizedAs', 'left', 'leaf'),
      relationship('realizedAs', 'root', 'right', { order: 2 }),
    ],
    planTemplates: [
      template('plain', [task('do')]),
      template('last', [task('do', { after: [{ kind: 'children' }] })]),
      template('waiting', [task('do', { after: right })]),
    ],
    policies: [
      { id: 'p1', specification: 'root', planTemplate: 'last' },
      { id: 'p2', specification: 'right', planTemplate: 'waiting' },
      { id: 'p3', planTemplate: 'plain' },
    ],
  });
  return given(captured([line('1', 'root')]), catalog).approved();
}
const states = (story: Story, ...numbers: readonly number[]) => numbers.map(number => story.task(number).state);
const orderStates = (story: Story, ...numbers: readonly number[]) =>
  numbers.map(number => story.domainOrder(number).state);

test('F7 cancel branch cancels the domain order of the task and everything under it, and nothing else', () => {
  const story = tree([]).held(2).and(resolve(1, 'cancelBranch'));
  expect(states(story, 1, 2, 3, 4)).toEqual(['draft', 'canceled', 'canceled', 'open']);
  expect(orderStates(story, 1, 2, 3, 4)).toEqual(['qualified', 'canceled', 'canceled', 'qualified']);
  expect(story.task(3).actualEnd).toBe(minute(3));
});

test('F7 what would be canceled is told beforehand', () => {
  expect(branchOf(tree([]).order, 2)).toEqual({ tasks: [3, 2], domainOrders: [3, 2] });
  expect(branchOf(tree([]).done(3).order, 2)).toEqual({ tasks: [2], domainOrders: [2] });
});

test('F7 what was completed in the branch stays completed, and its domain order is canceled', () => {
  const story = approved().done(ship).done(survey).held(install).and(resolve(1, 'cancelBranch'));
  expect(states(story, survey, install)).toEqual(['closedComplete', 'canceled']);
  expect(orderStates(story, 1, 2, 3)).toEqual(['inProgress', 'canceled', 'closedComplete']);
});

test('F7 a closed child in the branch stays closed', () => {
  const story = tree([]).done(3).held(2).and(resolve(1, 'cancelBranch'));
  expect(orderStates(story, 2, 3)).toEqual(['canceled', 'closedComplete']);
});

test('F7 a task that waited for all children opens when the last of them is canceled', () => {
  const story = tree([]).done(4).held(2).and(resolve(1, 'cancelBranch'));
  expect(states(story, 1)).toEqual(['open']);
});

test.each([
  ['a canceled domain order', [{ kind: 'specification', specification: 'left' }]],
  ['a canceled task', [{ kind: 'specification', specification: 'leaf', task: 'do' }]],
] as const)('F7 another branch that waited for %s opens', (_name, right) => {
  const waiting = tree(right);
  expect(states(waiting, 4)).toEqual(['draft']);
  const { events, after } = waiting.held(2).when(resolve(1, 'cancelBranch'));
  expect(states(after, 4)).toEqual(['open']);
  expect(eventsOf(events, 'TasksOpened').map(({ data }) => data.tasks)).toEqual([[4]]);
});

test('F7 every fallout in the branch is closed with it', () => {
  const story = tree([]).held(3).held(2).held(2).and(resolve(2, 'cancelBranch'));
  expect([1, 2, 3].map(number => story.fallout(number).state)).toEqual(Array(3).fill('closedComplete'));
  expect([2, 3].map(number => story.task(number).hold)).toEqual([undefined, undefined]);
});

test('F7 the tasks of the branch are counted as ended', () => {
  const story = tree([]).held(2).and(resolve(1, 'cancelBranch'));
  expect(story.order.counts).toEqual({ tasks: { ended: 2, total: 4 }, domainOrders: { ended: 2, total: 4 } });
});

test('F7 canceling the top of a line cancels the line, and with the last line the order', () => {
  const story = tree([]);
  const { events, after } = story.held(1).when(resolve(1, 'cancelBranch'));
  expect(after.line(1).state).toBe('canceled');
  expect(after.order).toMatchObject({ state: 'canceled', actualEnd: minute(3), remaining: 0 });
  expect(typesOf(events).slice(-3)).toEqual(['LineCanceled', 'InventoryChanged', 'OrderCanceled']);
});

test('F7 an order of which one line was canceled is completed by the others', () => {
  const lines = [line('1', 'voice'), line('2', 'voice', afterLines('1'))];
  const canceled = given(captured(lines)).approved().held(1).and(resolve(1, 'cancelBranch'));
  expect([canceled.line(1).state, canceled.task(2).state]).toEqual(['canceled', 'open']);
  expect(canceled.done(2).order.state).toBe('completed');
});

test('F7 a domain order above is canceled when everything under it was and it has no work of its own', () => {
  const catalog = catalogOf({
    specifications: [cfs('root'), rfs('left'), rfs('right')],
    relationships: [relationship('realizedAs', 'root', 'left'), relationship('realizedAs', 'root', 'right')],
  });
  const story = given(captured([line('1', 'root')]), catalog).approved();
  const both = story.held(1).and(resolve(1, 'cancelBranch')).held(2).and(resolve(2, 'cancelBranch'));
  expect([both.domainOrder(1).state, both.order.state]).toEqual(['canceled', 'canceled']);
  const one = story.held(1).and(resolve(1, 'cancelBranch')).done(2);
  expect([one.domainOrder(1).state, one.order.state]).toEqual(['closedComplete', 'completed']);
});

test.each([
  ['add', 'inactive'],
  ['change', 'active'],
  ['disconnect', 'active'],
  ['suspend', 'active'],
  ['resume', 'suspended'],
] as const)('F7 when a line with action %s is canceled, its inventory is %s', (action, state) => {
  const story = given(captured([line('1', 'voice', { action, serviceId: 'svc-1' })])).approved();
  const { after } = story.held(1).when(resolve(1, 'cancelBranch'));
  expect(after.item(1)).toMatchObject({ state, characteristics: [] });
});

test('F7 a line whose own work was canceled has nothing in use, even when a line nested in it is completed', () => {
  const lines = [line('1', 'voice'), line('2', 'voice', { parent: 1 })];
  const story = given(captured(lines)).approved().held(1).and(resolve(1, 'cancelBranch')).done(2);
  expect([story.line(1).state, story.line(2).state]).toEqual(['completed', 'completed']);
  expect([story.item(1).state, story.item(2).state]).toEqual(['inactive', 'active']);
});

test('nothing of a canceled branch moves again', () => {
  const story = tree([]).held(2).held(3).and(resolve(1, 'cancelBranch'));
  expect(story.when({ type: 'claimTask', task: 3 }).refusal).toMatchObject({ found: 'canceled' });
  expect(story.when(resolve(2, 'retry')).refusal).toMatchObject({ found: 'closedComplete' });
  expect(story.when({ type: 'startTask', task: 2 }).refusal).toMatchObject({ found: 'canceled' });
});

test('F7 a held task that waited only for the canceled branch opens when it is resolved', () => {
  const story = tree([{ kind: 'specification', specification: 'left' }])
    .held(4)
    .held(2)
    .and(resolve(2, 'cancelBranch'));
  expect(states(story, 4)).toEqual(['onHold']);
  expect(states(story.and(resolve(1, 'retry')), 4)).toEqual(['open']);
});

test('F7 canceling the branch of a child leaves the check of its parent to do', () => {
  const story = approved().held(ship).and(resolve(1, 'cancelBranch')).held(survey).and(resolve(2, 'cancelBranch'));
  expect(orderStates(story, 1, 2, 3)).toEqual(['qualified', 'canceled', 'canceled']);
  expect(states(story, check)).toEqual(['open']);
});
