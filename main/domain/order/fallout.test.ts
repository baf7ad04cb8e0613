import { expect, test } from 'vitest';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, fulfiller, otherAgent } from './testing/people.ts';
import { given, minute, raise, resolve, typesOf } from './testing/story.ts';

const { survey, ship } = tasks;
const approved = () => given(captured([line('1', 'internet')])).approved();
const held = () => approved().held(ship);
const id = 'FO0000421-1';

test('F1 one command raises a fallout with type, priority, team, person, text and due date', () => {
  const { events, after } = approved().when(
    raise(ship, {
      falloutType: 'equipmentFault',
      priority: 'critical',
      text: ' Router is dead ',
      group: 'stock',
      owner: 'otherAgent',
      dueAt: '2026-11-24T08:00:00.000Z',
    }),
  );
  expect(typesOf(events)).toEqual(['FalloutRaised', 'TaskHeld']);
  expect(after.fallout(1)).toMatchObject({
    id: 'F1',
    task: ship,
    type: 'equipmentFault',
    priority: 'critical',
    text: 'Router is dead',
    group: 'stock',
    owner: 'otherAgent',
    dueAt: '2026-11-24T08:00:00.000Z',
  });
});

test('F1 a fallout needs a text and a type from the list', () => {
  expect(approved().when(raise(ship, { text: ' ' })).refusal).toMatchObject({ code: 'FieldMissing', fields: ['text'] });
  expect(approved().when(raise(ship, { falloutType: 'gremlins' })).refusal).toMatchObject({
    code: 'FieldInvalid',
    field: 'falloutType',
  });
});

test('F1 a fallout is not given to somebody or some team that does not exist', () => {
  expect(approved().when(raise(ship, { owner: 'ghost' })).refusal).toMatchObject({ code: 'NotFound', id: 'ghost' });
  expect(approved().when(raise(ship, { group: 'ghosts' })).refusal).toMatchObject({ code: 'NotFound', id: 'ghosts' });
});

test('F1 a fallout can be raised from a task that waits, is open, in progress or held, whoever it belongs to', () => {
  expect(approved().when(raise(survey)).refusal).toBeNull();
  expect(approved().when(raise(ship)).refusal).toBeNull();
  expect(approved().started(ship).when(raise(ship), { by: otherAgent }).refusal).toBeNull();
  expect(held().when(raise(ship)).refusal).toBeNull();
});

test('F3 a fallout is a record of its own, with an owner, a due date and a life', () => {
  expect(held().fallout(1)).toMatchObject({ state: 'open', raisedBy: 'agent', raisedAt: minute(2) });
  expect(approved().held(ship, { owner: 'agent' }).fallout(1).state).toBe('inProgress');
});

test('F3 fallouts are numbered in the order they were raised', () => {
  const story = held().held(survey).held(ship);
  expect([1, 2, 3].map(number => story.fallout(number).task)).toEqual([ship, survey, ship]);
  expect(story.task(ship).fallouts).toEqual([1, 3]);
});

test('F3 triage changes type, priority, team, owner, due date and state, and keeps what was', () => {
  const { events, after } = held().when({
    type: 'triageFallout',
    fallout: 1,
    falloutType: 'dataError',
    priority: 'low',
    group: 'field',
    owner: 'agent',
    dueAt: '2026-11-25T08:00:00.000Z',
    state: 'awaitingInformation',
  });
  expect(events).toEqual([
    {
      type: 'FalloutTriaged',
      v: 1,
      data: {
        fallout: 1,
        changes: [
          { field: 'type', was: 'siteAccess', now: 'dataError' },
          { field: 'priority', was: 'high', now: 'low' },
          { field: 'state', was: 'open', now: 'awaitingInformation' },
          { field: 'group', was: null, now: 'field' },
          { field: 'owner', was: null, now: 'agent' },
          { field: 'dueAt', was: null, now: '2026-11-25T08:00:00.000Z' },
        ],
      },
    },
  ]);
  expect(after.fallout(1)).toMatchObject({ type: 'dataError', priority: 'low', state: 'awaitingInformation' });
});

test('F3 a first owner takes an open fallout into progress; taking the owner away leaves it there', () => {
  const owned = held().and({ type: 'triageFallout', fallout: 1, owner: 'agent' });
  expect(owned.fallout(1)).toMatchObject({ state: 'inProgress', owner: 'agent' });
  const left = owned.and({ type: 'triageFallout', fallout: 1, owner: null });
  expect(left.fallout(1)).toMatchObject({ state: 'inProgress', owner: undefined });
});

test('F3 triage that changes nothing, or names what does not exist, is refused', () => {
  const triage = (parts: object) => held().when({ type: 'triageFallout', fallout: 1, ...parts }).refusal;
  expect(triage({ priority: 'high' })).toEqual({ code: 'NothingToChange', subject: 'fallout', id });
  expect(triage({})).toMatchObject({ code: 'NothingToChange' });
  expect(triage({ falloutType: 'gremlins' })).toMatchObject({ code: 'FieldInvalid' });
  expect(triage({ owner: 'ghost' })).toMatchObject({ code: 'NotFound', subject: 'person' });
  expect(triage({ group: 'ghosts' })).toMatchObject({ code: 'NotFound', subject: 'group' });
});

test('F3 triage leaves the task as it is', () => {
  const story = held();
  const triaged = story.and({ type: 'triageFallout', fallout: 1, owner: 'agent', priority: 'low' });
  expect(triaged.task(ship)).toBe(story.task(ship));
});

test('F4 raising a fallout holds the task, and both records say who, what and when', () => {
  const story = approved()
    .started(ship)
    .held(ship, {}, { by: fulfiller, at: minute(30) });
  const by = { by: 'fulfiller', at: minute(30) };
  expect(story.task(ship)).toMatchObject({
    state: 'onHold',
    hold: { fallouts: [1], restore: 'inProgress' },
    touched: { ...by, type: 'TaskHeld' },
  });
  expect(story.fallout(1)).toMatchObject({ touched: { ...by, type: 'FalloutRaised' }, raisedBy: 'fulfiller' });
  expect(story.log.slice(-2)).toMatchObject([
    { type: 'FalloutRaised', ...by },
    { type: 'TaskHeld', ...by, data: { task: ship, fallout: 1 } },
  ]);
});

test('F4 every fallout of an order is counted by it', () => {
  expect(held().held(survey).order.fallouts.size).toBe(2);
});

test('F4 a held task can be neither started nor completed', () => {
  const story = approved().started(ship).held(ship);
  expect(story.when({ type: 'completeTask', task: ship }).refusal).toMatchObject({ found: 'onHold' });
  expect(story.when({ type: 'startTask', task: ship }).refusal).toMatchObject({ found: 'onHold' });
});

test('F4 a held task keeps its successors waiting', () => {
  expect(held().task(survey).state).toBe('draft');
});

test('F11 a fallout and its task go to another person and team together', () => {
  const { events, after } = approved()
    .started(ship)
    .held(ship)
    .when({ type: 'reassignFallout', fallout: 1, owner: 'otherAgent', group: 'field' });
  expect(typesOf(events)).toEqual(['FalloutTriaged', 'TaskAssigned']);
  expect(after.fallout(1)).toMatchObject({ owner: 'otherAgent', group: 'field', state: 'inProgress' });
  expect(after.task(ship)).toMatchObject({ assignee: 'otherAgent', group: 'field', state: 'onHold' });
});

test('F11 whichever of the two is there already stays', () => {
  const story = approved().held(ship, { owner: 'agent', group: 'stock' });
  const { events } = story.when({ type: 'reassignFallout', fallout: 1, owner: 'agent', group: 'stock' });
  expect(typesOf(events)).toEqual(['TaskAssigned']);
  const both = story.and({ type: 'reassignFallout', fallout: 1, owner: 'agent', group: 'stock' });
  expect(both.when({ type: 'reassignFallout', fallout: 1, owner: 'agent', group: 'stock' }).refusal).toMatchObject({
    code: 'NothingToChange',
  });
});

test('F11 both can be left to a team, or to nobody', () => {
  const story = approved().started(ship).held(ship, { owner: 'agent' });
  const left = story.and({ type: 'reassignFallout', fallout: 1, owner: null, group: null });
  expect(left.fallout(1)).toMatchObject({ owner: undefined, group: undefined });
  expect(left.task(ship)).toMatchObject({ assignee: undefined, group: undefined });
});

test('F11 neither goes to somebody or some team that does not exist', () => {
  const to = (owner: string | null, group: string | null) =>
    held().when({ type: 'reassignFallout', fallout: 1, owner, group }).refusal;
  expect(to('ghost', null)).toMatchObject({ code: 'NotFound', subject: 'person' });
  expect(to(null, 'ghosts')).toMatchObject({ code: 'NotFound', subject: 'group' });
});

test('a resolved or closed fallout is neither triaged nor reassigned', () => {
  const resolved = held().and(resolve(1, 'retry'));
  const closed = resolved.done(ship);
  for (const [story, found] of [
    [resolved, 'resolved'],
    [closed, 'closedComplete'],
  ] as const) {
    const wrong = { code: 'WrongState', subject: 'fallout', id, found };
    expect(story.when({ type: 'triageFallout', fallout: 1, priority: 'low' }).refusal).toMatchObject(wrong);
    expect(story.when({ type: 'reassignFallout', fallout: 1, owner: null, group: null }).refusal).toMatchObject(wrong);
  }
});

test('nothing can be asked of a fallout that is not there', () => {
  const missing = { code: 'NotFound', subject: 'fallout', id: 'FO0000421-9' };
  expect(held().when({ type: 'triageFallout', fallout: 9 }).refusal).toEqual(missing);
  expect(held().when({ type: 'reassignFallout', fallout: 9, owner: null, group: null }).refusal).toEqual(missing);
  expect(held().when(resolve(9, 'retry')).refusal).toEqual(missing);
});

test('a fallout is not raised on a task that has ended', () => {
  const { refusal } = approved().done(ship).when(raise(ship), { by: agent });
  expect(refusal).toMatchObject({ code: 'WrongState', found: 'closedComplete' });
});
