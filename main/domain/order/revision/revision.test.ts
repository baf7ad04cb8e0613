import { expect, test } from 'vitest';
import { emptyTable, rowsOf } from '../../table.ts';
import { previewRevision } from './revision.ts';
import { captured, line } from '../testing/captures.ts';
import { tasks } from '../testing/catalogs.ts';
import { faultsOf } from '../testing/invariants.ts';
import { agent, fulfiller, manager } from '../testing/people.ts';
import {
  actionsOf,
  approving,
  asking,
  cancelling,
  changed,
  lastRevision,
  rejecting,
  value,
} from '../testing/revisions.ts';
import { siteCatalog, siteTasks } from '../testing/siteCatalog.ts';
import { contextOf, eventsOf, given, minute, raise, resolve, typesOf, type Story } from '../testing/story.ts';

const { handover, dig, connect, ship } = siteTasks;
const speed = { characteristics: [{ name: 'speed', value: 1 }] };
const site = (...more: readonly ReturnType<typeof line>[]): Story =>
  given(captured([line('1', 'site', speed), ...more]), siteCatalog).approved();
const faster = asking([value(1, 'speed', 2)]);
const states = (story: Story): readonly string[] =>
  [...rowsOf(story.order.plan?.tasks ?? emptyTable)].map(({ state }) => state);

test('O9 a request changes nothing: it holds what it touches, and its approval by a manager applies it', () => {
  const before = site().done(dig);
  const asked = before.and(faster, { by: fulfiller });
  expect(asked.order).toMatchObject({ state: 'revisionInProgress' });
  expect(asked.line(1)).toMatchObject({ state: 'revisionInProgress', characteristics: speed.characteristics });
  expect(asked.domainOrder(2)).toMatchObject({ state: 'onHold', hold: { revision: 1, restore: 'inProgress' } });
  expect(asked.task(connect)).toMatchObject({ state: 'onHold', hold: { revision: 1, restore: 'open', fallouts: [] } });
  expect(asked.task(dig).state).toBe('closedComplete');
  expect(asked.when(approving(), { by: agent }).refusal).toMatchObject({
    code: 'NotPermitted',
    permission: 'order.approve',
  });
  const { events, after } = asked.when(approving());
  expect(typesOf(events).slice(0, 2)).toEqual(['RevisionApproved', 'OrderResumed']);
  expect(after.order.state).toBe('inProgress');
  expect(after.line(1)).toMatchObject({
    state: 'inProgress',
    hold: undefined,
    characteristics: [{ name: 'speed', value: 2 }],
  });
  expect(after.domainOrder(2).characteristics).toEqual([{ name: 'speed', value: 2 }]);
});

test('O9 only an order in progress can be changed, only by those who may, and only with a reason', () => {
  const story = site();
  const refusal = (command = faster, by = manager, on = story) => on.when(command, { by }).refusal;
  expect(refusal(faster, agent)).toMatchObject({ code: 'NotPermitted', permission: 'order.revise' });
  expect(refusal({ ...faster, reason: ' ' })).toMatchObject({ code: 'FieldMissing', fields: ['reason'] });
  expect(refusal(faster, manager, given(captured([line('1', 'site', speed)]), siteCatalog))).toMatchObject({
    code: 'WrongState',
    found: 'new',
  });
  expect(refusal(faster, manager, story.and(faster))).toMatchObject({
    code: 'WrongState',
    found: 'revisionInProgress',
    needed: ['inProgress'],
  });
});

test('O9 what is so already, what is not there and what nobody can deliver is refused', () => {
  const refusal = (...changes: Parameters<typeof asking>[0]) => site().when(asking(changes)).refusal;
  expect(refusal(value(1, 'speed', 1))).toEqual({ code: 'NothingToChange', subject: 'order', id: 'ORD0000421' });
  expect(refusal()).toMatchObject({ code: 'NothingToChange' });
  expect(refusal(value(7, 'speed', 1))).toMatchObject({ code: 'NotFound', subject: 'line' });
  expect(refusal({ kind: 'quantity', line: 1, value: 0 })).toMatchObject({ code: 'FieldInvalid', field: 'quantity' });
  expect(refusal({ kind: 'requestedCompletion', value: 'soon' })).toMatchObject({ code: 'FieldInvalid' });
  expect(refusal({ kind: 'location', line: 1, value: { name: ' ' } })).toMatchObject({ field: 'location' });
  expect(refusal({ kind: 'contact', value: { name: '' } })).toMatchObject({ field: 'contact', expected: 'text' });
  expect(refusal({ kind: 'addLine', line: line('2', 'site', { location: { name: '' } }) })).toMatchObject({
    field: 'location',
  });
  expect(refusal({ kind: 'addLine', line: line('2', 'unheard') })).toMatchObject({
    code: 'NotFound',
    subject: 'specification',
  });
  expect(refusal({ kind: 'addLine', line: line('1', 'site') })).toMatchObject({
    code: 'AlreadyExists',
    subject: 'line',
  });
  expect(site().when(cancelling({ changes: [value(1, 'speed', 2)] })).refusal).toMatchObject({
    code: 'FieldInvalid',
    field: 'changes',
  });
  expect(site().when(approving()).refusal).toMatchObject({ code: 'WrongState', found: 'inProgress' });
  expect(site().and(faster).when(approving(2)).refusal).toMatchObject({ code: 'NotFound' });
});

test('O9 a rejected request gives back exactly what was, and says who said no and why', () => {
  const before = site().done(dig).held(ship);
  const asked = before.and(faster);
  expect(asked.when({ ...rejecting(), text: ' ' }).refusal).toMatchObject({ code: 'FieldMissing', fields: ['text'] });
  const after = asked.and(rejecting());
  expect(after.order.state).toBe('inProgress');
  expect(states(after)).toEqual(states(before));
  expect(after.task(ship).hold).toEqual(before.task(ship).hold);
  expect(after.order.decisions.at(-1)).toEqual({
    verdict: 'revisionRejected',
    by: 'manager',
    at: minute(6),
    text: 'Not before the season is over',
  });
  expect(lastRevision(after)).toMatchObject({ state: 'rejected', requestedBy: 'manager', decidedBy: 'manager' });
});

test('A.13 item 8: a request that touches every line holds all domain orders and tasks; approval restores, adds, redoes, undoes and cancels', () => {
  const story = site(
    line('2', 'site', {
      characteristics: [
        { name: 'speed', value: 1 },
        { name: 'backup', value: 'lte' },
      ],
    }),
  )
    .done(dig)
    .done(ship);
  // The second line: D4 site, D5 line, D6 modem, D7 backup; T5 handover, T6 dig, T7 connect, T8 ship, T9 pair.
  const ready = story.done(6).started(8);
  const asked = ready.and(asking([value(1, 'speed', 2), value(1, 'backup', 'lte'), { kind: 'cancelLine', line: 2 }]));
  const unfinished = (parts: Iterable<{ readonly state: string }>) =>
    [...parts].filter(({ state }) => state !== 'closedComplete');
  const { plan } = asked.order;
  expect(unfinished(rowsOf(plan?.domainOrders ?? emptyTable)).every(({ state }) => state === 'onHold')).toBe(true);
  expect(unfinished(rowsOf(plan?.tasks ?? emptyTable)).every(({ state }) => state === 'onHold')).toBe(true);
  const { events, after } = asked.when(approving());
  expect(actionsOf(lastRevision(after))).toEqual({
    [handover]: 'keep',
    [dig]: 'redo',
    [connect]: 'keep',
    [ship]: 'keep',
    5: 'cancel',
    6: 'undo',
    7: 'cancel',
    8: 'cancel',
    9: 'cancel',
  });
  const [approved] = eventsOf(events, 'RevisionApproved');
  expect(approved?.data.addition.tasks.map(({ title }) => title)).toEqual(['Do pair', 'Fill the trench']);
  expect(after.task(dig)).toMatchObject({
    state: 'open',
    redone: 1,
    actualEnd: undefined,
    assignee: 'agent',
  });
  expect(after.task(connect).state).toBe('draft');
  expect(after.line(2).state).toBe('cancellationInProgress');
  expect(faultsOf(after.order)).toEqual([]);
  const undone = after.done(11);
  expect([undone.line(2).state, undone.item(2).state, undone.order.state]).toEqual([
    'canceled',
    'inactive',
    'inProgress',
  ]);
  expect(faultsOf(undone.order)).toEqual([]);
});

test('work on the lines that a request does not touch goes on, and the order is not done before it is decided', () => {
  const story = given(captured([line('1', 'internet'), line('2', 'voice')])).approved();
  const asked = story.and(asking([value(1, 'tier', 'gold')]));
  expect(asked.when({ type: 'startTask', task: tasks.ship }).refusal).toMatchObject({
    code: 'WrongState',
    found: 'onHold',
  });
  const voice = asked.done(5);
  expect([voice.line(2).state, voice.order.state]).toEqual(['completed', 'revisionInProgress']);
  const alone = given(captured([line('1', 'voice'), line('2', 'voice')]))
    .approved()
    .done(1);
  const reopening = alone.and(asking([value(1, 'tier', 'gold')])).done(2);
  expect([reopening.order.remaining, reopening.order.state]).toEqual([0, 'revisionInProgress']);
  expect(reopening.and(rejecting()).order.state).toBe('completed');
  const again = reopening.and(approving());
  expect([again.order.state, again.line(1).state, again.item(1).state]).toEqual([
    'inProgress',
    'inProgress',
    'changePending',
  ]);
  expect([again.done(1).order.state, again.done(1).item(1).state]).toEqual(['completed', 'active']);
});

test('a task keeps its other holds through a request and its decision', () => {
  const story = site().done(dig).held(connect);
  const asked = story.and(asking([{ kind: 'location', line: 1, value: { name: 'Harbour' } }]));
  expect(asked.task(connect).hold).toEqual({ fallouts: [1], revision: 1, restore: 'open' });
  const more = asked.and(raise(connect)).and(resolve(1, 'retry'));
  expect(more.task(connect)).toMatchObject({ state: 'onHold', hold: { fallouts: [2], revision: 1, restore: 'open' } });
  expect(more.when(resolve(2, 'forceComplete')).refusal).toMatchObject({
    code: 'WrongState',
    subject: 'task',
    found: 'onHold',
  });
  expect(more.when({ type: 'recordValues', task: connect, values: [{ name: 'a', value: 1 }] }).refusal).toMatchObject({
    code: 'WrongState',
  });
  const approved = more.and(approving());
  expect(approved.task(connect)).toMatchObject({ state: 'onHold', hold: { fallouts: [2], restore: 'draft' } });
  expect(approved.task(connect).hold?.revision).toBeUndefined();
  expect(approved.and(resolve(2, 'retry')).task(connect).state).toBe('draft');
  const free = asked.and(rejecting()).and(resolve(1, 'retry'));
  expect(free.task(connect).state).toBe('open');
});

test('O15 the clock of a task that a request holds stands still until the decision', () => {
  const asked = site().started(dig).and(faster);
  expect(asked.task(dig).pauses).toEqual([{ from: minute(3) }]);
  expect(asked.task(handover).pauses).toBeUndefined();
  expect(asked.and(rejecting()).task(dig).pauses).toEqual([{ from: minute(3), to: minute(4) }]);
});

test('an approval dates what is left anew and remembers the first plan', () => {
  const before = site().done(dig);
  const after = changed(before, [value(1, 'speed', 2)]);
  expect(after.task(dig)).toMatchObject({
    plannedStart: minute(5),
    plannedEnd: minute(65),
    baselineStart: before.task(dig).plannedStart,
    baselineEnd: before.task(dig).plannedEnd,
  });
  expect(after.task(connect).plannedStart).toBe(minute(65));
});

test('X5 a preview says what a request would do to each task, and keeps nothing', () => {
  const story = site().done(dig);
  const preview = previewRevision(
    story.order,
    { operation: 'update', changes: [value(1, 'speed', 2)] },
    contextOf(manager, minute(9), siteCatalog),
  );
  if (!preview.ok) throw new Error(preview.error.code);
  expect(
    preview.value.compensation.rows.map(({ action, task, reason, causes }) => [action, task, reason, causes]),
  ).toEqual([
    ['keep', handover, 'reacts', ['speed']],
    ['redo', dig, 'reacts', ['speed']],
    ['keep', connect, 'waitsAgain', ['speed']],
    ['keep', ship, 'unaffected', []],
  ]);
  const asked = story.and(faster);
  expect(lastRevision(asked).compensation.rows).toEqual(preview.value.compensation.rows);
  expect(lastRevision(asked.and(approving())).compensation.rows).toEqual(preview.value.compensation.rows);
});

test('X5 a preview names the branches past their point of no return, and refuses nothing for it', () => {
  const story = site().done(dig).done(connect);
  const preview = previewRevision(
    story.order,
    { operation: 'cancel', changes: [] },
    contextOf(manager, minute(9), siteCatalog),
  );
  if (!preview.ok) throw new Error(preview.error.code);
  expect(preview.value.compensation.pastNoReturn).toEqual([2]);
  const past = preview.value.compensation.rows.filter(({ pastNoReturn }) => pastNoReturn === true);
  expect(past.map(({ task }) => task)).toEqual([dig, connect, ship]);
});

test('a decision on an order that somebody changed meanwhile is refused by what they did', () => {
  const asked = site().and(faster);
  const seen = asked.order.version - 1;
  expect(asked.when({ ...approving(), seen }).refusal).toMatchObject({ code: 'Stale', event: 'RevisionRequested' });
});
