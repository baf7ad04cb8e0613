import { expect, test } from 'vitest';
import { theDesk } from '../../people/desk.ts';
import { defaultPolicy } from '../../policy/policy.ts';
import { captured, after as waitsFor, line } from '../testing/captures.ts';
import { tasks } from '../testing/catalogs.ts';
import { agent, fulfiller, manager, otherAgent, viewer } from '../testing/people.ts';
import { faultsOf } from '../testing/invariants.ts';
import { changed, value } from '../testing/revisions.ts';
import { given, raise, resolve, typesOf, type Outcome, type Story } from '../testing/story.ts';
import { takeBack, withoutHistory } from '../testing/takeBack.ts';
import { miscountsOf } from '../testing/recount.ts';

const running = () => given(captured([line('a', 'internet')])).approved();
const values = [{ name: 'serial', value: 'SN-1' }] as const;

/** The story up to its last step: everything that can be done to one line. */
const nearlyDone = () => running().done(tasks.ship).done(tasks.survey).done(tasks.install, values).started(tasks.check);

/** Takes the step and takes it back at once. */
function thereAndBack(before: Story, step: (story: Story) => Story, by = agent): { done: Story; back: Outcome } {
  const done = step(before);
  return { done, back: takeBack({ now: done, action: { before, after: done }, by }) };
}

const steps: readonly (readonly [string, Story, (story: Story) => Story, typeof agent])[] = [
  ['claim', running(), story => story.and({ type: 'claimTask', task: tasks.ship }), agent],
  [
    'assign',
    running(),
    story => story.and({ type: 'assignTask', task: tasks.ship, assignee: 'otherAgent', group: 'field' }),
    fulfiller,
  ],
  [
    'release',
    running().and({ type: 'claimTask', task: tasks.ship }),
    story => story.and({ type: 'releaseTask', task: tasks.ship }),
    agent,
  ],
  ['start', running(), story => story.started(tasks.ship), agent],
  ['complete', running().started(tasks.ship), story => story.done(tasks.ship), agent],
  [
    'record values',
    running().done(tasks.ship).done(tasks.survey).started(tasks.install),
    story => story.and({ type: 'recordValues', task: tasks.install, values }),
    agent,
  ],
  [
    'pause',
    running(),
    story => story.and({ type: 'pauseTask', task: tasks.ship, reason: 'No van' }, { by: agent }),
    agent,
  ],
  [
    'resume',
    running().and({ type: 'pauseTask', task: tasks.ship, reason: 'No van' }, { by: agent }),
    story => story.and({ type: 'resumeTask', task: tasks.ship }, { by: agent }),
    agent,
  ],
  ['complete the last task', nearlyDone(), story => story.done(tasks.check), agent],
];

test.each(steps)('X8 %s is taken back: the order is as it was', (_name, before, step, by) => {
  const { back } = thereAndBack(before, step, by);
  expect(back.refusal).toBeNull();
  expect(typesOf(back.events)).toEqual(['ActionUndone']);
  expect(withoutHistory(back.after.order)).toEqual(withoutHistory(before.order));
});

test('X8 the undo is in the log itself, and tells what it took back', () => {
  const { back } = thereAndBack(running().started(tasks.ship), story => story.done(tasks.ship));
  expect(back.events[0]).toMatchObject({
    type: 'ActionUndone',
    data: { action: 'action-1', events: expect.arrayContaining(['TaskCompleted', 'TasksOpened']) },
  });
  expect(back.after.task(tasks.ship)).toMatchObject({
    state: 'inProgress',
    touched: { type: 'ActionUndone', by: 'agent' },
  });
});

test('X8 taking back the last task opens its domain order, its line and the order again, and gives the inventory back', () => {
  const before = nearlyDone();
  const { done, back } = thereAndBack(before, story => story.done(tasks.check));
  expect([done.order.state, done.line(1).state, done.item(1).state]).toEqual(['completed', 'completed', 'active']);
  const { after } = back;
  expect([after.order.state, after.line(1).state, after.item(1).state]).toEqual([
    'inProgress',
    'inProgress',
    'installationPending',
  ]);
  expect(after.order.actualEnd).toBeUndefined();
  expect(miscountsOf(after.order)).toEqual([]);
  expect(after.done(tasks.check).order.state).toBe('completed');
});

test('X8 what the action opened and somebody took since stands in the way, by number', () => {
  const before = running().started(tasks.ship);
  const done = before.done(tasks.ship);
  const action = { before, after: done };
  const claimed = done.and({ type: 'claimTask', task: tasks.survey }, { by: otherAgent });
  expect(takeBack({ now: claimed, action }).refusal).toEqual({
    code: 'CannotUndo',
    why: 'dependedOn',
    on: [`TASK0000421-${tasks.survey}`],
  });
  const held = done.and(raise(tasks.survey));
  expect(takeBack({ now: held, action }).refusal).toMatchObject({ why: 'dependedOn', on: ['TASK0000421-2'] });
  const released = claimed.and({ type: 'releaseTask', task: tasks.survey }, { by: otherAgent });
  expect(takeBack({ now: released, action }).refusal).toBeNull();
});

test('X8 a pause is taken back of a task that became free meanwhile, and it opens', () => {
  const before = running();
  const done = before.and({ type: 'pauseTask', task: tasks.survey, reason: 'No van' }, { by: agent });
  const freed = done.done(tasks.ship);
  const back = takeBack({ now: freed, action: { before, after: done } });
  expect(typesOf(back.events)).toEqual(['ActionUndone', 'TasksOpened']);
  expect(back.after.task(tasks.survey).state).toBe('open');
});

test('X8 a domain order whose only task was skipped while it waited may start when that is taken back', () => {
  const lines = [line('a', 'voice'), line('b', 'voice', waitsFor('a')), line('c', 'voice')];
  const before = given(captured(lines)).approved().and({ type: 'pauseTask', task: 2, reason: 'No van' });
  const done = before.and({ type: 'skipTask', task: 2, reason: 'Not needed here' });
  const freed = done.done(1);
  const back = takeBack({ now: freed, action: { before, after: done }, by: manager });
  expect(typesOf(back.events)).toEqual(['ActionUndone', 'DomainOrderQualified']);
  expect(faultsOf(back.after.order)).toEqual([]);
});

test('X8 that the desk found nobody for what an action opened, then or later, does not stand in its way', () => {
  const policy = { ...defaultPolicy, teams: { field: { assignment: 'leastLoaded' } } } as const;
  const before = running().started(tasks.ship);
  const { after: done } = before.when({ type: 'completeTask', task: tasks.ship }, { around: { policy } });
  expect(done.task(tasks.survey).nobodyWhy).toEqual({ group: 'field', cause: 'team' });
  const back = takeBack({ now: done, action: { before, after: done } });
  expect(back.refusal).toBeNull();
  expect(withoutHistory(back.after.order)).toEqual(withoutHistory(before.order));
  const opened = before.done(tasks.ship);
  const later = opened.when({ type: 'handOutTasks', tasks: [tasks.survey] }, { by: theDesk, around: { policy } });
  expect(typesOf(later.events)).toEqual(['TaskLeftInQueue']);
  const afterwards = takeBack({ now: later.after, action: { before, after: opened } });
  expect(afterwards.refusal).toBeNull();
  expect(withoutHistory(afterwards.after.order)).toEqual(withoutHistory(before.order));
});

test('X8 a part of another order that went on because of it stands in the way too', () => {
  const before = running().started(tasks.ship);
  const done = before.done(tasks.ship);
  expect(takeBack({ now: done, action: { before, after: done }, letGo: ['TASK0000999-4'] }).refusal).toEqual({
    code: 'CannotUndo',
    why: 'dependedOn',
    on: ['TASK0000999-4'],
  });
});

test('X8 a start on whose being under way other work counts stays', () => {
  const before = given(captured([line('a', 'internet'), line('b', 'internet')])).approved();
  const done = before.started(tasks.ship);
  const alone = done.started(8);
  expect(takeBack({ now: alone, action: { before, after: done } }).refusal).toBeNull();
  const survey = running().done(tasks.ship);
  const first = survey.started(tasks.survey);
  const beside = first.and({ type: 'completeTask', task: tasks.survey }).started(tasks.install);
  expect(takeBack({ now: beside, action: { before: survey, after: first } }).refusal).toMatchObject({
    why: 'dependedOn',
    on: expect.arrayContaining([`TASK0000421-${tasks.install}`]),
  });
});

test('X8 a task that opened since because of this and of something else stands in the way', () => {
  const order = captured([line('a', 'internet'), line('b', 'internet'), line('c', 'internet', waitsFor('a', 'b'))]);
  const finish = (story: Story, first: number): Story =>
    story
      .done(first + tasks.ship)
      .done(first + tasks.survey)
      .done(first + tasks.install, values)
      .started(first + tasks.check);
  const before = finish(finish(given(order).approved(), 0), 4);
  const done = before.done(tasks.check);
  const action = { before, after: done };
  expect(takeBack({ now: done, action }).refusal).toBeNull();
  const both = done.done(4 + tasks.check);
  expect(both.task(8 + tasks.ship).state).toBe('open');
  expect(takeBack({ now: both, action }).refusal).toMatchObject({
    why: 'dependedOn',
    on: expect.arrayContaining([`TASK0000421-${8 + tasks.ship}`]),
  });
});

test('X8 what would have to wait again, for a change has what comes before it done anew, is not taken back', () => {
  const order = captured([line('a', 'voice'), line('b', 'voice', waitsFor('a')), line('c', 'voice')]);
  const before = given(order).approved().done(1).started(2);
  const done = before.done(2);
  const action = { before, after: done };
  expect(takeBack({ now: done, action }).refusal).toBeNull();
  const anew = changed(done, [value(1, 'tier', 'gold')]);
  expect([anew.line(1).state, anew.task(1).state]).toEqual(['inProgress', 'open']);
  expect(takeBack({ now: anew, action }).refusal).toEqual({
    code: 'CannotUndo',
    why: 'waitsAgain',
    on: ['ORDL0000421-1 voice'],
  });
});

test('X8 what ended since with the action among what was done stands in the way', () => {
  const two = given(captured([line('a', 'voice'), line('b', 'voice')])).approved();
  const before = two.started(1);
  const done = before.done(1);
  const ended = done.done(2);
  expect(ended.order.state).toBe('completed');
  expect(takeBack({ now: ended, action: { before, after: done } }).refusal).toMatchObject({
    why: 'dependedOn',
    on: ['ORD0000421'],
  });
});

test('X8 only one’s own action is taken back, while it is remembered, and by who may still do it', () => {
  const before = running();
  const done = before.started(tasks.ship);
  const action = { before, after: done };
  expect(takeBack({ now: done, action, by: fulfiller }).refusal).toMatchObject({ code: 'CannotUndo', why: 'notYours' });
  expect(takeBack({ now: done }).refusal).toMatchObject({ code: 'CannotUndo', why: 'unknown' });
  const demoted = { ...agent, roles: viewer.roles };
  expect(takeBack({ now: done, action, by: demoted }).refusal).toMatchObject({
    code: 'NotPermitted',
    permission: 'task.work',
  });
});

test('X8 a fallout nobody has worked on is taken back: the task is as it was, and the record stays as withdrawn', () => {
  const before = running().started(tasks.ship);
  const { back } = thereAndBack(before, story => story.and(raise(tasks.ship), { by: fulfiller }), fulfiller);
  expect(back.refusal).toBeNull();
  expect(typesOf(back.events)).toEqual(['ActionUndone']);
  const { after } = back;
  expect(after.task(tasks.ship)).toMatchObject({ state: 'inProgress', hold: undefined, fallouts: [1] });
  expect(after.fallout(1)).toMatchObject({ state: 'canceled', touched: { type: 'ActionUndone', by: fulfiller.id } });
  const asked = after.when(resolve(1, 'retry'), { by: fulfiller });
  expect(asked.refusal).toMatchObject({ code: 'WrongState', subject: 'fallout', found: 'canceled' });
  expect(after.held(tasks.ship, {}, { by: fulfiller }).fallout(2).state).toBe('open');
  expect(after.done(tasks.ship).fallout(1).state).toBe('canceled');
});

test('X8 of several fallouts on a task the one taken back lets go, and the others hold on', () => {
  const before = running().held(tasks.ship);
  const { back } = thereAndBack(before, story => story.and(raise(tasks.ship), { by: fulfiller }), fulfiller);
  expect(back.after.task(tasks.ship)).toMatchObject({ state: 'onHold', hold: { fallouts: [1], restore: 'open' } });
  expect(back.after.fallout(1).state).toBe('open');
});

test('X8 a fallout that somebody took on, moved or resolved stays, and is named', () => {
  const before = running();
  const raised = before.and(raise(tasks.ship), { by: fulfiller });
  const action = { before, after: raised };
  const triaged = raised.and({ type: 'triageFallout', fallout: 1, owner: 'otherAgent' }, { by: fulfiller });
  const resolved = raised.and(resolve(1, 'retry'), { by: fulfiller });
  const another = raised.and(raise(tasks.ship), { by: fulfiller });
  const whys = [triaged, resolved, another].map(now => takeBack({ now, action, by: fulfiller }).refusal);
  expect(whys).toMatchObject([
    { why: 'dependedOn', on: ['FO0000421-1'] },
    { why: 'dependedOn', on: [`TASK0000421-${tasks.ship}`, 'FO0000421-1'] },
    { why: 'dependedOn', on: [`TASK0000421-${tasks.ship}`] },
  ]);
  const demoted = { ...fulfiller, roles: viewer.roles };
  expect(takeBack({ now: raised, action, by: demoted }).refusal).toMatchObject({
    code: 'NotPermitted',
    permission: 'fallout.create',
  });
});

test('X8 other kinds of action stay: a resolution, an approval, and an undo itself', () => {
  const imported = given(captured([line('a', 'internet')]));
  const approved = imported.approved();
  const held = approved.held(tasks.ship, {}, { by: fulfiller });
  const resolved = held.and(resolve(1, 'skip'), { by: fulfiller });
  const { back, done } = thereAndBack(approved, story => story.started(tasks.ship));
  const kinds = [
    takeBack({ now: approved, action: { before: imported, after: approved }, by: manager }),
    takeBack({ now: resolved, action: { before: held, after: resolved }, by: fulfiller }),
    takeBack({ now: back.after, action: { before: done, after: back.after } }),
  ];
  expect(kinds.map(({ refusal }) => refusal)).toEqual(
    kinds.map(() => ({ code: 'CannotUndo', why: 'notUndoable', on: [] })),
  );
});

test('X8 completing what a fallout of another’s was resolved on stays, one’s own is opened again', () => {
  const before = running().started(tasks.ship).held(tasks.ship).and(resolve(1, 'retry'), { by: fulfiller });
  const done = before.done(tasks.ship);
  expect(takeBack({ now: done, action: { before, after: done } }).refusal).toMatchObject({ why: 'notUndoable' });
  const own = before.and({ type: 'completeTask', task: tasks.ship }, { by: fulfiller });
  const back = takeBack({ now: own, action: { before, after: own }, by: fulfiller });
  expect(back.refusal).toBeNull();
  expect(back.after.fallout(1).state).toBe('resolved');
});

test('X8 an action taken back twice is no longer as it was left', () => {
  const before = running();
  const { done, back } = thereAndBack(before, story => story.started(tasks.ship));
  expect(takeBack({ now: back.after, action: { before, after: done } }).refusal).toMatchObject({ why: 'dependedOn' });
});
