import { expect, test } from 'vitest';
import { rolesGranting } from '../people/permissions.ts';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, manager } from './testing/people.ts';
import { asking } from './testing/revisions.ts';
import { given, minute, typesOf, type Story } from './testing/story.ts';
import { takeBack, withoutHistory } from './testing/takeBack.ts';

const ordered = () => given(captured([line('a', 'internet')]));
const running = () => ordered().approved();
const skipping = (task: number, reason = 'They have a router') => ({ type: 'skipTask', task, reason }) as const;
const codes = { rootCause: 'siteNotReady', resolutionCode: 'workedAround' } as const;
const paused = (story: Story) => story.and({ type: 'pauseTask', task: tasks.ship, reason: 'Strike' }, { by: agent });

test('F7 an open, a started and a paused task are skipped in one deed with the reason, and what comes after opens', () => {
  for (const story of [running(), running().started(tasks.ship), paused(running())]) {
    const { events, after } = story.when(skipping(tasks.ship), { by: fulfiller, at: minute(30) });
    expect(typesOf(events)).toEqual([
      'TaskCompleted',
      'DomainOrderClosed',
      ...typesOf(events).filter(type => type === 'DomainOrderQualified'),
      'TasksOpened',
    ]);
    const task = after.task(tasks.ship);
    expect(task).toMatchObject({ state: 'closedComplete', touched: { by: 'fulfiller' }, actualEnd: minute(30) });
    expect(task.outcome).toEqual({ kind: 'skipped', reason: 'They have a router' });
    expect(after.task(tasks.survey).state).toBe('open');
  }
});

test('F7 a fallout that holds the task is resolved with it, which takes a root cause and a resolution code', () => {
  const held = running().held(tasks.ship).held(tasks.ship);
  expect(held.when(skipping(tasks.ship), { by: fulfiller }).refusal).toMatchObject({
    code: 'FieldMissing',
    subject: 'fallout',
    fields: ['rootCause', 'resolutionCode'],
  });
  const { events, after } = held.when({ ...skipping(tasks.ship), ...codes }, { by: fulfiller });
  expect(typesOf(events).slice(0, 3)).toEqual(['FalloutResolved', 'FalloutResolved', 'TaskCompleted']);
  expect(after.task(tasks.ship).outcome).toMatchObject({ kind: 'skipped', fallout: 1 });
  for (const number of [1, 2]) {
    expect(after.fallout(number).resolution).toMatchObject({ ...codes, action: 'skip', text: 'They have a router' });
  }
});

test('U2 U3 a task is skipped with a reason, and by those only who may force its completion', () => {
  const story = running();
  expect(story.when(skipping(tasks.ship, '  '), { by: fulfiller }).refusal).toMatchObject({
    code: 'FieldMissing',
    fields: ['reason'],
  });
  expect(story.when(skipping(tasks.ship), { by: agent }).refusal).toEqual({
    code: 'NotPermitted',
    permission: 'fallout.resolve',
    roles: rolesGranting('fallout.resolve'),
  });
  expect(story.when(skipping(tasks.ship), { by: manager }).refusal).toBeNull();
});

test('F7 what still waits, what has ended, what is in a pending change and what has not started is not skipped', () => {
  const story = running();
  const refused = (of: Story, task: number) => of.when(skipping(task), { by: fulfiller }).refusal;
  expect(refused(story, tasks.survey)).toMatchObject({ code: 'WrongState', found: 'draft' });
  expect(refused(story.done(tasks.ship), tasks.ship)).toMatchObject({ code: 'WrongState', found: 'closedComplete' });
  const asked = story.and(asking([{ kind: 'quantity', line: 1, value: 2 }]));
  expect(refused(asked, tasks.ship)).toMatchObject({ code: 'WrongState', found: 'onHold' });
  const later = paused(ordered().and({ type: 'approve', startAt: minute(600) }));
  expect(refused(later, tasks.ship)).toMatchObject({ code: 'WrongState', subject: 'order' });
});

test('F7 somebody else’s word on the fallout stands in the way', () => {
  const held = running().held(tasks.ship);
  const { version } = held.order;
  const moved = held.and({ type: 'triageFallout', fallout: 1, priority: 'low' }, { by: manager });
  expect(moved.when({ ...skipping(tasks.ship), ...codes, seen: version }, { by: fulfiller }).refusal).toMatchObject({
    code: 'Stale',
    subject: 'fallout',
  });
});

test('X8 a skipped task is taken back while nothing builds on it, but not where a fallout was resolved with it', () => {
  const before = running();
  const after = before.and(skipping(tasks.ship), { by: fulfiller });
  const back = takeBack({ now: after, action: { before, after }, by: fulfiller });
  expect(back.refusal).toBeNull();
  expect(withoutHistory(back.after.order)).toEqual(withoutHistory(before.order));
  const held = before.held(tasks.ship);
  const resolved = held.and({ ...skipping(tasks.ship), ...codes }, { by: fulfiller });
  expect(takeBack({ now: resolved, action: { before: held, after: resolved }, by: fulfiller }).refusal).toMatchObject({
    why: 'notUndoable',
  });
});
