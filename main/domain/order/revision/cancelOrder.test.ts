import { expect, test } from 'vitest';
import { emptyTable, rowsOf } from '../../table.ts';
import { after as afterLines, captured, line } from '../testing/captures.ts';
import { internet, tasks as internetTasks } from '../testing/catalogs.ts';
import { faultsOf } from '../testing/invariants.ts';
import { actionsOf, approving, cancelling, lastRevision } from '../testing/revisions.ts';
import { siteCatalog, siteTasks } from '../testing/siteCatalog.ts';
import { eventsOf, given, type Story } from '../testing/story.ts';

const { handover, dig, connect, ship, pair } = siteTasks;
const values = (...names: readonly string[]) => ({
  characteristics: [{ name: 'speed', value: 1 }, ...names.map(name => ({ name, value: 'yes' }))],
});
const site = (...more: readonly ReturnType<typeof line>[]): Story =>
  given(captured([line('1', 'site', values('backup')), ...more]), siteCatalog).approved();
test('O13 a canceled order takes back what was done in the reverse order of its dependencies, across domain orders and lines', () => {
  const lines = [line('1', 'internet'), line('2', 'voice', afterLines('1'))];
  const { ship: shipping, survey, install, check } = internetTasks;
  const serial = [{ name: 'serial', value: 'SN' }];
  const story = given(captured(lines)).approved().done(shipping).done(survey).done(install, serial).done(check).done(5);
  expect(story.order.state).toBe('completed');
  const running = given(captured([...lines, line('3', 'voice')]))
    .approved()
    .done(shipping)
    .done(survey)
    .done(install, serial)
    .done(check)
    .done(5);
  const asked = running.and(cancelling());
  expect([asked.order.state, asked.line(3).state, asked.task(6).state]).toEqual([
    'assessingCancellation',
    'assessingCancellation',
    'onHold',
  ]);
  expect(actionsOf(lastRevision(asked))).toEqual({
    1: 'undo',
    2: 'undo',
    3: 'undo',
    4: 'undo',
    5: 'undo',
    6: 'cancel',
  });
  const after = asked.and(approving());
  expect(after.order.state).toBe('cancellationInProgress');
  expect([1, 2, 3].map(number => after.line(number).state)).toEqual([
    'cancellationInProgress',
    'cancellationInProgress',
    'canceled',
  ]);
  // Tasks 7 to 11 take back check, survey, install, ship and the voice of line 2.
  const undone: number[] = [];
  let left = after;
  for (let open = openTasks(left); open.length > 0; open = openTasks(left)) {
    expect(faultsOf(left.order)).toEqual([]);
    undone.push(...open.map(number => left.task(number).undoes ?? 0));
    for (const number of open) left = left.done(number);
  }
  expect(undone).toEqual([5, check, install, survey, shipping]);
  expect(left.order).toMatchObject({ state: 'canceled', remaining: 0 });
  expect([1, 2, 3].map(number => left.item(number).state)).toEqual(['inactive', 'inactive', 'inactive']);
  expect(left.when(cancelling()).refusal).toMatchObject({ code: 'WrongState', found: 'canceled' });
});

const openTasks = ({ order }: Story): readonly number[] =>
  [...rowsOf(order.plan?.tasks ?? emptyTable)].flatMap(({ number, state }) => (state === 'open' ? [number] : []));

test('O13 an undo has the words of its template; what was skipped or leaves nothing behind is not taken back', () => {
  const story = site().done(ship).done(dig).held(connect).and({
    type: 'resolveFallout',
    fallout: 1,
    action: 'skip',
    rootCause: 'unknown',
    resolutionCode: 'notNeeded',
    text: 'x',
  });
  const asked = story.and(cancelling());
  expect(actionsOf(lastRevision(asked))).toEqual({
    [handover]: 'cancel',
    [dig]: 'undo',
    [connect]: 'keep',
    [ship]: 'keep',
    [pair]: 'cancel',
  });
  const { events, after } = asked.when(approving());
  expect(after.task(6)).toMatchObject({
    title: 'Fill the trench',
    durationMinutes: 30,
    group: 'stock',
    key: 'undo.dig',
    state: 'open',
  });
  expect(eventsOf(events, 'DomainOrderCanceled').map(({ data }) => data.domainOrder)).toEqual([3, 4]);
  expect(after.done(6).order.state).toBe('canceled');
});

test('O13 many units of lines that wait for each other are taken back in the same order, without a pair for each two of them', () => {
  const lines = [
    line('1', 'voice', { quantity: 12 }),
    line('2', 'voice', { quantity: 12, ...afterLines('1') }),
    line('3', 'voice'),
  ];
  let story = given(captured(lines)).approved();
  for (let number = 1; number <= 24; number += 1) story = story.done(number);
  const { events, after } = story.and(cancelling()).when(approving());
  expect(eventsOf(events, 'RevisionApproved')[0]?.data.addition.dependencies).toHaveLength(11 + 12);
  let left = after;
  const undone: number[] = [];
  for (let open = openTasks(left); open.length > 0; open = openTasks(left)) {
    undone.push(...open.map(number => left.task(left.task(number).undoes ?? 0).line));
    for (const number of open) left = left.done(number);
  }
  expect(undone).toEqual([...Array<number>(12).fill(2), ...Array<number>(12).fill(1)]);
  expect(left.order.state).toBe('canceled');
});

test('O13 the fallouts of canceled work are closed with it, and an order nobody began is canceled at once', () => {
  const after = site().held(dig).and(cancelling()).and(approving());
  expect([after.fallout(1).state, after.order.state]).toEqual(['closedComplete', 'canceled']);
  expect(after.order.decisions.at(-1)).toMatchObject({ verdict: 'revisionApproved' });
});

test('O13 nested lines and lines that ask for nothing end with a canceled order', () => {
  const lines = [line('1', 'voice'), line('2', 'voice', { parent: 1 }), line('3', 'voice', { action: 'noChange' })];
  const story = given(captured(lines)).approved().done(2);
  const after = story.and(cancelling()).and(approving());
  expect([1, 2, 3].map(number => after.line(number).state)).toEqual([
    'cancellationInProgress',
    'cancellationInProgress',
    'canceled',
  ]);
  expect(after.done(3).order.state).toBe('canceled');
});

test('an order of a thousand and more units can be canceled, and no pair of them is joined by itself', () => {
  const many = 700;
  const lines = [line('1', 'voice', { quantity: many }), line('2', 'voice', { quantity: many, ...afterLines('1') })];
  let story = given(captured(lines), internet).approved();
  for (let number = 1; number <= 40; number += 1) story = story.done(number);
  const { events, after } = story.and(cancelling()).when(approving());
  expect(after.order.counts.tasks.total).toBe(2 * many + 40);
  expect(eventsOf(events, 'RevisionApproved')[0]?.data.addition.dependencies).toEqual([]);
});
