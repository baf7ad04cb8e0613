import { expect, test } from 'vitest';
import { after as afterLines, captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { fulfiller } from './testing/people.ts';
import { given, minute, resolve, typesOf } from './testing/story.ts';

const { check, survey, install, ship } = tasks;
const approved = () => given(captured([line('1', 'internet')])).approved();

test('F5 resolving gives a task back the state it was held in: a draft waits on', () => {
  const story = approved().held(survey);
  expect(story.task(survey).hold?.restore).toBe('draft');
  const { events, after } = story.when(resolve(1, 'retry'));
  expect(typesOf(events)).toEqual(['FalloutResolved', 'TaskRestored']);
  expect(after.task(survey)).toMatchObject({ state: 'draft', hold: undefined });
});

test('F5 resolving gives a task back the state it was held in: an open one is open', () => {
  expect(approved().held(ship).and(resolve(1, 'retry')).task(ship)).toMatchObject({ state: 'open', hold: undefined });
});

test('F5 resolving gives a task back the state it was held in: one in progress goes on, by the same hands', () => {
  const story = approved().started(ship).held(ship).and(resolve(1, 'retry'));
  expect(story.task(ship)).toMatchObject({ state: 'inProgress', assignee: 'agent', actualStart: minute(2) });
  expect(story.done(ship).task(ship).state).toBe('closedComplete');
});

test('F5 a draft whose predecessors ended while it was held opens when resolved', () => {
  const story = approved().held(survey).done(ship);
  expect(story.task(survey)).toMatchObject({ state: 'onHold', pending: 0 });
  const { events, after } = story.when(resolve(1, 'retry'));
  expect(typesOf(events)).toEqual(['FalloutResolved', 'TaskRestored', 'TasksOpened']);
  expect(after.task(survey).state).toBe('open');
});

test('F5 a task with two fallouts stays held until the second is resolved, and then gets its first state back', () => {
  const story = approved().started(ship).held(ship).held(ship, { text: 'And the lift is broken' });
  expect(story.task(ship).hold).toEqual({ fallouts: [1, 2], restore: 'inProgress' });
  const first = story.and(resolve(1, 'retry'));
  expect(first.task(ship)).toMatchObject({ state: 'onHold', hold: { fallouts: [2], restore: 'inProgress' } });
  expect(first.and(resolve(2, 'retry')).task(ship)).toMatchObject({ state: 'inProgress', hold: undefined });
});

test('F5 the order of resolving makes no difference', () => {
  const story = approved().held(survey).done(ship).held(survey);
  const second = story.and(resolve(2, 'retry'));
  expect(second.task(survey)).toMatchObject({ state: 'onHold', hold: { fallouts: [1], restore: 'draft' } });
  expect(second.and(resolve(1, 'retry')).task(survey).state).toBe('open');
});

test('F6 retry counts on the task, and the fallout says what was done', () => {
  const once = approved().held(ship).and(resolve(1, 'retry'));
  expect(once.task(ship).retries).toBe(1);
  expect(once.fallout(1)).toMatchObject({ state: 'resolved', resolution: { action: 'retry' } });
  expect(once.held(ship).and(resolve(2, 'retry')).task(ship).retries).toBe(2);
});

test('F6 a retried task that fails again gets a new fallout, and both are closed when it is completed', () => {
  const story = approved().held(ship).and(resolve(1, 'retry')).held(ship).and(resolve(2, 'retry'));
  const { events, after } = story.started(ship).when({ type: 'completeTask', task: ship });
  expect(typesOf(events).slice(0, 3)).toEqual(['TaskCompleted', 'FalloutClosed', 'FalloutClosed']);
  expect([1, 2].map(number => after.fallout(number).state)).toEqual(['closedComplete', 'closedComplete']);
});

test('F7 force-complete ends the task with the stated result, and the plan goes on', () => {
  const { events, after } = approved()
    .started(ship)
    .held(ship)
    .when(resolve(1, 'forceComplete', { text: ' Delivered by the customer ' }));
  expect(typesOf(events)).toEqual([
    'FalloutResolved',
    'TaskCompleted',
    'FalloutClosed',
    'DomainOrderClosed',
    'DomainOrderQualified',
    'TasksOpened',
  ]);
  expect(after.task(ship)).toMatchObject({
    state: 'closedComplete',
    hold: undefined,
    outcome: { kind: 'stated', result: 'Delivered by the customer', fallout: 1 },
  });
  expect(after.task(survey).state).toBe('open');
});

test('F7 skip ends the task with the reason, even when mandatory fields are empty', () => {
  const story = approved()
    .done(ship)
    .done(survey)
    .held(install)
    .and(resolve(1, 'skip', { text: 'Was there already' }));
  expect(story.task(install)).toMatchObject({
    state: 'closedComplete',
    outcome: { kind: 'skipped', reason: 'Was there already', fallout: 1 },
  });
  expect(story.task(check).state).toBe('open');
});

test('F7 the last task can be skipped, and the order is completed', () => {
  const lines = [line('1', 'voice'), line('2', 'voice', afterLines('1'))];
  const story = given(captured(lines)).approved().done(1).held(2).and(resolve(1, 'skip'));
  expect(story.order.state).toBe('completed');
});

test('F7 force-complete closes the other fallouts of the task with it', () => {
  const story = approved().held(ship).held(ship).and(resolve(1, 'forceComplete'));
  expect([1, 2].map(number => story.fallout(number).state)).toEqual(['closedComplete', 'closedComplete']);
  expect(story.when(resolve(2, 'retry')).refusal).toMatchObject({ code: 'WrongState', found: 'closedComplete' });
});

test('F7 a task that still waits can be skipped: what waits for it opens, and what it waited for goes on', () => {
  const skipped = approved().done(ship).held(install).and(resolve(1, 'skip'));
  expect(skipped.task(install).state).toBe('closedComplete');
  expect(skipped.task(survey).state).toBe('open');
  expect(skipped.task(check).state).toBe('draft');
  expect(skipped.done(survey).task(check).state).toBe('open');
});

test('F7 a domain order whose every task was skipped before its turn is closed, and what waits for it goes on in its turn', () => {
  const skipped = approved().held(survey).and(resolve(1, 'skip')).held(install).and(resolve(2, 'skip'));
  expect(skipped.domainOrder(2).state).toBe('closedComplete');
  expect(skipped.task(check).state).toBe('draft');
  expect(skipped.done(ship).task(check).state).toBe('open');
});

test('F12 resolving demands a root cause, a resolution code and a text, and names each one missing', () => {
  const blank = { rootCause: '', resolutionCode: ' ', text: '' };
  expect(
    approved()
      .held(ship)
      .when(resolve(1, 'retry', blank)).refusal,
  ).toEqual({
    code: 'FieldMissing',
    subject: 'fallout',
    id: 'FO0000421-1',
    fields: ['rootCause', 'resolutionCode', 'text'],
  });
});

test('F12 root cause and resolution code come from their lists', () => {
  const story = approved().held(ship);
  const invalid = (field: string) => ({ code: 'FieldInvalid', subject: 'fallout', field });
  expect(story.when(resolve(1, 'skip', { rootCause: 'moon' })).refusal).toMatchObject(invalid('rootCause'));
  expect(story.when(resolve(1, 'skip', { resolutionCode: 'magic' })).refusal).toMatchObject(invalid('resolutionCode'));
});

test('F12 the resolution is kept on the fallout with codes, text, who and when', () => {
  const story = approved()
    .held(ship)
    .and(resolve(1, 'retry', { text: ' Key found ' }), { at: minute(50) });
  expect(story.fallout(1).resolution).toEqual({
    action: 'retry',
    rootCause: 'siteNotReady',
    resolutionCode: 'workedAround',
    text: 'Key found',
    by: fulfiller.id,
    at: minute(50),
  });
});

test('a fallout is resolved once', () => {
  const resolved = approved().held(ship).and(resolve(1, 'retry'));
  expect(resolved.when(resolve(1, 'forceComplete')).refusal).toMatchObject({ code: 'WrongState', found: 'resolved' });
  expect(resolved.done(ship).when(resolve(1, 'retry')).refusal).toMatchObject({ found: 'closedComplete' });
});

test('a fallout that waits for somebody can be resolved as well as one in progress', () => {
  for (const state of ['onHold', 'awaitingInformation', 'inProgress'] as const) {
    const story = approved().held(ship).and({ type: 'triageFallout', fallout: 1, state });
    expect(story.and(resolve(1, 'retry')).task(ship).state).toBe('open');
  }
});
