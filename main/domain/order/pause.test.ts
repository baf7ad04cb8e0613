import { expect, test } from 'vitest';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, otherAgent, viewer } from './testing/people.ts';
import { given, minute, resolve, typesOf, type Story } from './testing/story.ts';

const running = () => given(captured([line('a', 'internet')])).approved();
const pausing = (task: number, reason = 'The customer is away') => ({ type: 'pauseTask', task, reason }) as const;
const resuming = (task: number) => ({ type: 'resumeTask', task }) as const;
const paused = (story: Story, task: number) => story.and(pausing(task), { by: fulfiller });

test('X8 a paused task is on hold for its reason, and resumed it is what it was', () => {
  const started = running().started(tasks.ship);
  const { events, after } = started.when(pausing(tasks.ship), { by: agent, at: minute(30) });
  expect(typesOf(events)).toEqual(['TaskPaused']);
  expect(after.task(tasks.ship)).toMatchObject({
    state: 'onHold',
    hold: {
      fallouts: [],
      restore: 'inProgress',
      person: { by: 'agent', at: minute(30), reason: 'The customer is away' },
    },
  });
  const resumed = after.and(resuming(tasks.ship), { by: agent });
  expect(resumed.task(tasks.ship)).toMatchObject({ state: 'inProgress' });
  expect(resumed.task(tasks.ship).hold).toBeUndefined();
});

test('X8 a task is paused for a reason, and only once', () => {
  const story = running();
  expect(story.when(pausing(tasks.ship, '  '), { by: agent }).refusal).toMatchObject({
    code: 'FieldMissing',
    fields: ['reason'],
  });
  expect(paused(story, tasks.ship).when(pausing(tasks.ship), { by: agent }).refusal).toMatchObject({
    code: 'NothingToChange',
  });
  expect(story.when(resuming(tasks.ship), { by: agent }).refusal).toMatchObject({ code: 'WrongState' });
  expect(story.held(tasks.ship).when(resuming(tasks.ship), { by: agent }).refusal).toMatchObject({
    code: 'NothingToChange',
  });
  expect(story.done(tasks.ship).when(pausing(tasks.ship), { by: agent }).refusal).toMatchObject({
    code: 'WrongState',
    found: 'closedComplete',
  });
});

test('U3 an agent pauses an own or a free task, a manager anybody’s, and who only looks none', () => {
  const free = running();
  const claimed = free.and({ type: 'claimTask', task: tasks.ship }, { by: agent });
  expect(free.when(pausing(tasks.ship), { by: otherAgent }).refusal).toBeNull();
  expect(claimed.when(pausing(tasks.ship), { by: agent }).refusal).toBeNull();
  expect(claimed.when(pausing(tasks.ship), { by: otherAgent }).refusal).toMatchObject({
    code: 'NotPermitted',
    permission: 'task.assign',
  });
  expect(claimed.when(pausing(tasks.ship), { by: fulfiller }).refusal).toBeNull();
  expect(free.when(pausing(tasks.ship), { by: viewer }).refusal).toMatchObject({ code: 'NotPermitted' });
});

test('a fallout on a paused task holds it as well: it goes on when both are gone', () => {
  const held = paused(running().started(tasks.ship), tasks.ship).held(tasks.ship);
  expect(held.task(tasks.ship).hold).toMatchObject({
    fallouts: [1],
    person: { by: 'fulfiller' },
    restore: 'inProgress',
  });
  const retried = held.and(resolve(1, 'retry'));
  expect(retried.task(tasks.ship)).toMatchObject({ state: 'onHold', hold: { fallouts: [], restore: 'inProgress' } });
  expect(retried.and(resuming(tasks.ship)).task(tasks.ship).state).toBe('inProgress');
  const resumed = held.and(resuming(tasks.ship));
  expect(resumed.task(tasks.ship)).toMatchObject({ state: 'onHold', hold: { fallouts: [1] } });
  expect(resumed.task(tasks.ship).hold?.person).toBeUndefined();
  expect(resumed.and(resolve(1, 'retry')).task(tasks.ship).state).toBe('inProgress');
});

test('a draft that is paused stays on hold when it becomes free, and opens when it is resumed', () => {
  const story = paused(running(), tasks.survey).done(tasks.ship);
  expect(story.task(tasks.survey)).toMatchObject({ state: 'onHold', hold: { restore: 'draft' } });
  const { events, after } = story.when(resuming(tasks.survey), { by: agent });
  expect(typesOf(events)).toEqual(['TaskResumed', 'TasksOpened']);
  expect(after.task(tasks.survey).state).toBe('open');
});

test('a draft that is resumed early goes on waiting', () => {
  const { events, after } = paused(running(), tasks.survey).when(resuming(tasks.survey), { by: agent });
  expect(typesOf(events)).toEqual(['TaskResumed']);
  expect(after.task(tasks.survey).state).toBe('draft');
});
