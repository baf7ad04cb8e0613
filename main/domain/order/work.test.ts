import { expect, test } from 'vitest';
import { captured, line } from './testing/captures.ts';
import { catalogOf, cfs, task as taskTemplate, template } from '../catalog/testing/catalogRows.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, manager, otherAgent } from './testing/people.ts';
import { given, minute, raise, typesOf } from './testing/story.ts';

const { survey, ship } = tasks;
const approved = () => given(captured([line('1', 'internet')])).approved();
const notYours = { code: 'NotYours', id: 'TASK0000421-4', assignee: 'agent' };

test('T2 an agent claims an open task', () => {
  const { events, after } = approved().when({ type: 'claimTask', task: ship });
  expect(events).toEqual([
    {
      type: 'TaskAssigned',
      v: 1,
      data: {
        task: ship,
        assignee: { was: null, now: 'agent' },
        group: { was: 'stock', now: 'stock' },
        how: 'claimed',
      },
    },
  ]);
  expect(after.task(ship)).toMatchObject({ assignee: 'agent', state: 'open' });
});

test('T2 a task that waits or is held can be claimed too', () => {
  expect(approved().and({ type: 'claimTask', task: survey }).task(survey).assignee).toBe('agent');
  expect(approved().held(ship).and({ type: 'claimTask', task: ship }).task(ship)).toMatchObject({
    assignee: 'agent',
    state: 'onHold',
  });
});

test('T2 a claimed task cannot be claimed by somebody else, who learns whose it is', () => {
  const claimed = approved().and({ type: 'claimTask', task: ship });
  expect(claimed.when({ type: 'claimTask', task: ship }, { by: otherAgent }).refusal).toEqual(notYours);
});

test('T2 claiming what is yours already changes nothing', () => {
  const claimed = approved().and({ type: 'claimTask', task: ship });
  expect(claimed.when({ type: 'claimTask', task: ship }).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('T2 a manager assigns a task to a person, and reassigns it to another and another team', () => {
  const assigned = approved().and({ type: 'assignTask', task: ship, assignee: 'agent' });
  expect(assigned.task(ship)).toMatchObject({ assignee: 'agent', group: 'stock' });
  const again = assigned.and({ type: 'assignTask', task: ship, assignee: 'otherAgent', group: 'field' });
  expect(again.task(ship)).toMatchObject({ assignee: 'otherAgent', group: 'field' });
});

test('T2 a manager takes a task from a person and leaves it to the team, or to nobody', () => {
  const assigned = approved().and({ type: 'assignTask', task: ship, assignee: 'agent' });
  const teams = assigned.and({ type: 'assignTask', task: ship, assignee: null });
  expect(teams.task(ship)).toMatchObject({ assignee: undefined, group: 'stock' });
  const nobodys = teams.and({ type: 'assignTask', task: ship, assignee: null, group: null });
  expect(nobodys.task(ship)).toMatchObject({ assignee: undefined, group: undefined });
});

test('T2 a task is not assigned to somebody or some team that does not exist', () => {
  const assign = (assignee: string, group?: string) =>
    approved().when({ type: 'assignTask', task: ship, assignee, ...(group === undefined ? {} : { group }) }).refusal;
  expect(assign('ghost')).toEqual({ code: 'NotFound', subject: 'person', id: 'ghost' });
  expect(assign('agent', 'ghosts')).toEqual({ code: 'NotFound', subject: 'group', id: 'ghosts' });
});

test('T2 a task of a team that was dissolved can still be given to a person', () => {
  const catalog = catalogOf({
    specifications: [cfs('tv')],
    planTemplates: [template('t', [taskTemplate('watch', { group: 'dissolved' })])],
    policies: [{ id: 'p', planTemplate: 't' }],
  });
  const story = given(captured([line('1', 'tv')]), catalog).approved();
  expect(story.and({ type: 'assignTask', task: 1, assignee: 'agent' }).task(1).assignee).toBe('agent');
});

test('T2 assigning a task to whom it belongs changes nothing', () => {
  const assigned = approved().and({ type: 'assignTask', task: ship, assignee: 'agent' });
  expect(assigned.when({ type: 'assignTask', task: ship, assignee: 'agent' }).refusal).toEqual({
    code: 'NothingToChange',
    subject: 'task',
    id: 'TASK0000421-4',
  });
});

test('T2 a person releases their own task, and another can claim it', () => {
  const released = approved().and({ type: 'claimTask', task: ship }).and({ type: 'releaseTask', task: ship });
  expect(released.task(ship)).toMatchObject({ assignee: undefined, group: 'stock' });
  expect(released.and({ type: 'claimTask', task: ship }, { by: otherAgent }).task(ship).assignee).toBe('otherAgent');
});

test("T2 releasing somebody else's task takes the permission to assign", () => {
  const claimed = approved().and({ type: 'claimTask', task: ship });
  expect(claimed.when({ type: 'releaseTask', task: ship }, { by: otherAgent }).refusal).toMatchObject({
    code: 'NotPermitted',
    permission: 'task.assign',
  });
  expect(claimed.and({ type: 'releaseTask', task: ship }, { by: manager }).task(ship).assignee).toBeUndefined();
});

test('T2 a task of nobody cannot be released', () => {
  const { refusal } = approved().when({ type: 'releaseTask', task: ship }, { by: fulfiller });
  expect(refusal).toMatchObject({ code: 'NothingToChange' });
});

test('T2 a released task in progress goes on with whoever takes it', () => {
  const released = approved().started(ship).and({ type: 'releaseTask', task: ship });
  expect(released.task(ship)).toMatchObject({ state: 'inProgress', assignee: undefined });
  const taken = released.and({ type: 'claimTask', task: ship }, { by: otherAgent });
  expect(taken.done(ship, [], { by: otherAgent }).task(ship).state).toBe('closedComplete');
});

test('T2 a task that has ended is neither claimed, assigned nor released', () => {
  const done = approved().done(ship);
  const ended = { code: 'WrongState', subject: 'task', found: 'closedComplete' };
  expect(done.when({ type: 'claimTask', task: ship }).refusal).toMatchObject(ended);
  expect(done.when({ type: 'assignTask', task: ship, assignee: null }).refusal).toMatchObject(ended);
  expect(done.when({ type: 'releaseTask', task: ship }).refusal).toMatchObject(ended);
});

test('a task of nobody belongs to the one who starts it', () => {
  const { events, after } = approved().when({ type: 'startTask', task: ship });
  expect(typesOf(events).slice(0, 2)).toEqual(['TaskAssigned', 'TaskStarted']);
  expect(after.task(ship)).toMatchObject({ state: 'inProgress', assignee: 'agent', actualStart: minute(2) });
});

test("somebody else's task cannot be started, not even by a manager", () => {
  const claimed = approved().and({ type: 'claimTask', task: ship });
  expect(claimed.when({ type: 'startTask', task: ship }, { by: otherAgent }).refusal).toEqual(notYours);
  expect(claimed.when({ type: 'startTask', task: ship }, { by: fulfiller }).refusal).toEqual(notYours);
});

test("somebody else's task cannot be completed by an agent, but can by a manager", () => {
  const started = approved().started(ship);
  expect(started.when({ type: 'completeTask', task: ship }, { by: otherAgent }).refusal).toEqual(notYours);
  expect(started.when({ type: 'completeTask', task: ship }, { by: fulfiller }).refusal).toBeNull();
});

test('a task is completed only from In progress', () => {
  const complete = { type: 'completeTask', task: ship } as const;
  const wrong = (found: string) => ({ code: 'WrongState', subject: 'task', found, needed: ['inProgress'] });
  expect(approved().when(complete).refusal).toMatchObject(wrong('open'));
  expect(approved().held(ship).when(complete).refusal).toMatchObject(wrong('onHold'));
  expect(approved().when({ type: 'completeTask', task: survey }).refusal).toMatchObject(wrong('draft'));
});

test('a task is completed once', () => {
  const done = approved().done(ship);
  expect(done.when({ type: 'completeTask', task: ship }).refusal).toMatchObject({ found: 'closedComplete' });
  expect(done.when({ type: 'startTask', task: ship }).refusal).toMatchObject({ found: 'closedComplete' });
  expect(done.when(raise(ship)).refusal).toMatchObject({ code: 'WrongState', found: 'closedComplete' });
});

test('a completed task keeps when and how it ended', () => {
  const done = approved()
    .started(ship)
    .and({ type: 'completeTask', task: ship }, { at: minute(90) });
  expect(done.task(ship)).toMatchObject({
    state: 'closedComplete',
    outcome: { kind: 'done' },
    actualStart: minute(2),
    actualEnd: minute(90),
    touched: { by: 'agent', at: minute(90), type: 'TaskCompleted' },
  });
});

test('nothing can be asked of a task before the order has a plan, nor of one it does not have', () => {
  const unapproved = given(captured([line('1', 'internet')]));
  const missing = { code: 'NotFound', subject: 'task', id: 'TASK0000421-4' };
  expect(unapproved.when({ type: 'claimTask', task: ship }).refusal).toEqual(missing);
  expect(unapproved.when(raise(ship)).refusal).toEqual(missing);
  expect(approved().when({ type: 'startTask', task: 99 }).refusal).toMatchObject({ code: 'NotFound' });
  expect(approved().when({ type: 'completeTask', task: 0 }).refusal).toMatchObject({ code: 'NotFound' });
});

test('T2 an agent may claim a task of a team they are not in', () => {
  expect(agent.groups).not.toContain('stock');
  const claimed = approved().and({ type: 'claimTask', task: ship }, { by: agent });
  expect(claimed.task(ship)).toMatchObject({ assignee: 'agent', group: 'stock' });
});
