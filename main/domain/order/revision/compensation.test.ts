import { expect, test } from 'vitest';
import { catalogOf, cfs, task, template } from '../../catalog/testing/catalogRows.ts';
import { emptyTable, rowsOf } from '../../table.ts';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { captured, line } from '../testing/captures.ts';
import { tasks as internetTasks } from '../testing/catalogs.ts';
import { faultsOf } from '../testing/invariants.ts';
import { fulfiller } from '../testing/people.ts';
import { actionsOf, approving, asking, changed, lastRevision, value } from '../testing/revisions.ts';
import { siteCatalog, siteTasks } from '../testing/siteCatalog.ts';
import { given, type Story } from '../testing/story.ts';

const { handover, dig, connect, ship, pair } = siteTasks;
const values = (...names: readonly string[]) => ({
  characteristics: [{ name: 'speed', value: 1 }, ...names.map(name => ({ name, value: 'yes' }))],
});
const site = (...more: readonly ReturnType<typeof line>[]): Story =>
  given(captured([line('1', 'site', values('backup')), ...more]), siteCatalog).approved();
const states = (story: Story, ...numbers: readonly number[]) => numbers.map(number => story.task(number).state);
const reasonsOf = (story: Story) =>
  Object.fromEntries(
    lastRevision(story).compensation.rows.map(row => [row.task ?? row.title, [row.reason, ...row.causes].join(' ')]),
  );
const titlesAdded = (story: Story, from: number) =>
  [...rowsOf(story.order.plan?.tasks ?? emptyTable)].slice(from).map(({ title }) => title);

test('O10 a task reacts to the kinds of change and the characteristics that its template names, else to any characteristic', () => {
  const story = site().done(dig).done(ship);
  const actions = (change: RevisionChange) => actionsOf(lastRevision(story.and(asking([change]))));
  expect(actions(value(1, 'speed', 2))).toMatchObject({ [dig]: 'redo', [ship]: 'keep', [handover]: 'keep' });
  expect(actions(value(1, 'colour', 'red'))).toMatchObject({ [dig]: 'keep', [ship]: 'keep' });
  expect(actions({ kind: 'location', line: 1, value: { name: 'Harbour' } })).toMatchObject({
    [dig]: 'redo',
    [ship]: 'keep',
  });
  expect(actions({ kind: 'contact', value: { name: 'Robin' } })).toMatchObject({ [dig]: 'keep', [ship]: 'redo' });
});

test('O10 what is under way is done anew by the same hands, and what waited for it waits again', () => {
  const story = given(
    captured([line('1', 'internet', { characteristics: [{ name: 'tier', value: 'gold' }] })]),
  ).approved();
  const { survey, install, ship: shipping } = internetTasks;
  const ready = story.done(shipping).done(survey).started(install);
  const after = changed(ready, [value(1, 'tier', 'silver')]);
  expect(states(after, survey, install, shipping)).toEqual(['open', 'draft', 'closedComplete']);
  expect(after.task(install)).toMatchObject({ redone: 1, assignee: 'agent', actualStart: undefined });
  expect(after.task(survey)).not.toHaveProperty('outcome');
  const done = after
    .done(survey)
    .done(install, [{ name: 'serial', value: 'SN' }])
    .done(internetTasks.check);
  expect(done.order.state).toBe('completed');
  expect(done.item(1).characteristics).toContainEqual({ name: 'tier', value: 'silver' });
});

test('O10 a task that does not react, but stands behind one done anew, waits again and says so', () => {
  const slow = (key: string) => task(key, { reactsTo: { changes: ['contact'], characteristics: 'any' } });
  const catalog = catalogOf({
    specifications: [cfs('root')],
    planTemplates: [template('p', [task('first'), { ...slow('second'), after: [{ kind: 'task', task: 'first' }] }])],
    policies: [{ id: 'p', planTemplate: 'p' }],
  });
  const story = given(captured([line('1', 'root')]), catalog)
    .approved()
    .done(1)
    .started(2);
  const after = changed(story, [value(1, 'speed', 2)]);
  expect(actionsOf(lastRevision(after))).toEqual({ 1: 'redo', 2: 'keep' });
  expect(reasonsOf(after)).toMatchObject({ 1: 'reacts speed', 2: 'waitsAgain' });
  expect(states(after, 1, 2)).toEqual(['open', 'draft']);
  expect(after.task(2)).toMatchObject({ assignee: 'agent', actualStart: undefined });
  expect(after.done(1).done(2).order.state).toBe('completed');
});

test('O10 a branch that a rule lets go of is canceled, and its finished work taken back first', () => {
  const story = site().done(ship).done(dig).done(connect).done(pair).started(handover);
  const asked = story.and(asking([value(1, 'backup', null)]));
  expect(reasonsOf(asked)).toMatchObject({ [pair]: 'branchDropped backup' });
  const after = asked.and(approving());
  expect(after.domainOrder(4)).toMatchObject({ state: 'cancellationInProgress', canceling: true });
  expect(titlesAdded(after, 5)).toEqual(['Undo: Do pair']);
  expect(states(after, handover, pair, 6)).toEqual(['draft', 'closedComplete', 'open']);
  expect([after.task(pair).undoneBy, after.task(6).undoes]).toEqual([6, pair]);
  const undone = after.done(6);
  expect([undone.domainOrder(4).state, ...states(undone, handover)]).toEqual(['canceled', 'open']);
  expect(undone.done(handover).order.state).toBe('completed');
});

test('O10 what a rule asks for now is added, with the values that were recorded meanwhile, and waited for by what has not begun', () => {
  const story = given(captured([line('1', 'site', values())]), siteCatalog).approved();
  const recorded = story.started(dig).and({ type: 'recordValues', task: dig, values: [{ name: 'port', value: 'p7' }] });
  const after = changed(recorded, [value(1, 'backup', 'lte')]);
  expect(lastRevision(after).compensation.added).toEqual({ domainOrders: 1, tasks: 1 });
  expect(after.domainOrder(4)).toMatchObject({
    name: 'backup',
    parent: 1,
    characteristics: [{ name: 'port', value: 'p7' }],
  });
  expect(after.task(5)).toMatchObject({ key: 'pair', domainOrder: 4, predecessors: ['D2'], state: 'draft' });
  expect(after.task(handover).predecessors).toEqual(['D2', 'D4']);
  const entries = after.order.plan?.trace.entries ?? [];
  const skipped = entries.findIndex(({ target, verdict }) => target === 'backup' && verdict === 'skipped');
  expect(entries.at(-1)).toMatchObject({
    target: 'backup',
    verdict: 'created',
    domainOrder: 4,
    parent: 1,
    reconsiders: skipped,
  });
  expect(faultsOf(after.order)).toEqual([]);
});

test('O10 a line that is added is planned, has its item and is worked on with the others', () => {
  const after = changed(site(), [{ kind: 'addLine', line: line('9', 'licences', { quantity: 5 }) }]);
  expect(after.line(2)).toMatchObject({ state: 'scheduled', itemId: '9', inventory: 2, domainOrders: [5] });
  expect(after.domainOrder(5)).toMatchObject({ line: 2, quantity: 5, state: 'qualified' });
  expect(after.item(2)).toMatchObject({ line: 2, serviceId: 'ORD0000421-2', state: 'installationPending' });
  expect(after.order.remaining).toBe(2);
  expect(after.done(6).line(2).state).toBe('completed');
  expect(faultsOf(after.order)).toEqual([]);
});

test('D6 one for all takes the new quantity, and units are added with the lowest free numbers', () => {
  const story = given(
    captured([line('1', 'licences', { quantity: 3 }), line('2', 'site', { ...values(), quantity: 1 })]),
    siteCatalog,
  ).approved();
  const more = changed(story.done(1), [
    { kind: 'quantity', line: 1, value: 8 },
    { kind: 'quantity', line: 2, value: 3 },
  ]);
  expect(more.domainOrder(1).quantity).toBe(8);
  expect(more.task(1)).toMatchObject({ state: 'open', redone: 1 });
  const units = more.line(2).domainOrders.map(number => more.domainOrder(number).unit);
  expect(units).toEqual([
    { number: 1, of: 3 },
    { number: 2, of: 3 },
    { number: 3, of: 3 },
  ]);
  expect(faultsOf(more.order)).toEqual([]);
});

test('D6 only units that get domain orders of their own are limited: one for all may be for any number', () => {
  const story = given(captured([line('1', 'licences', { quantity: 3 }), line('2', 'site', values())]), siteCatalog);
  const asked = (...changes: readonly RevisionChange[]) => story.approved().when(asking(changes));
  const many = asked({ kind: 'quantity', line: 1, value: 60_000 }).after.and(approving());
  expect(many.domainOrder(1).quantity).toBe(60_000);
  expect(asked({ kind: 'addLine', line: line('9', 'licences', { quantity: 60_000 }) }).refusal).toBeNull();
  const refusal = { code: 'FieldInvalid', field: 'quantity' };
  expect(asked({ kind: 'quantity', line: 2, value: 10_001 }).refusal).toMatchObject(refusal);
  expect(asked({ kind: 'addLine', line: line('9', 'site', { quantity: 10_001 }) }).refusal).toMatchObject(refusal);
});

test('D6 of units nobody has touched the highest go; of others somebody picks', () => {
  const story = given(captured([line('1', 'voice', { quantity: 3 })])).approved();
  const fewer: RevisionChange = { kind: 'quantity', line: 1, value: 2 };
  expect(
    changed(story, [fewer])
      .line(1)
      .domainOrders.map(number => changed(story, [fewer]).domainOrder(number).state),
  ).toEqual(['qualified', 'qualified', 'canceled']);
  const asked = story.started(1).and(asking([fewer]));
  expect(lastRevision(asked).compensation.needsAttention).toEqual([{ line: 1, giveUp: 1, candidates: [1, 2, 3] }]);
  expect(asked.when(approving()).refusal).toEqual({ code: 'NeedsPick', id: 'ORD0000421', lines: ['ORDL0000421-1'] });
  expect(asked.when(approving(1, { picks: [{ line: 1, giveUp: [2, 3] }] })).refusal).toMatchObject({
    code: 'FieldInvalid',
    field: 'giveUp',
  });
  const picked = asked.and(approving(1, { picks: [{ line: 1, giveUp: [2] }] }));
  expect([1, 2, 3].map(number => picked.domainOrder(number).state)).toEqual(['inProgress', 'canceled', 'qualified']);
  const more = changed(picked, [{ kind: 'quantity', line: 1, value: 3 }]);
  expect(more.domainOrder(4)).toMatchObject({ unit: { number: 2, of: 3 }, state: 'qualified' });
  const named = story.started(1).and(asking([{ ...fewer, giveUp: [1] }]));
  expect(actionsOf(lastRevision(named))).toMatchObject({ 1: 'cancel', 2: 'keep', 3: 'keep' });
});

test('a branch that somebody canceled by hand stays so, whatever is changed later', () => {
  const story = site().held(pair).and({
    type: 'resolveFallout',
    fallout: 1,
    action: 'cancelBranch',
    rootCause: 'unknown',
    resolutionCode: 'descoped',
    text: 'No room',
  });
  const after = changed(story, [value(1, 'speed', 2)]);
  expect([after.domainOrder(4).state, after.task(pair).state]).toEqual(['canceled', 'canceled']);
  expect(lastRevision(after).compensation.added).toEqual({ domainOrders: 0, tasks: 0 });
});

test('a target that came during the work follows its parent', () => {
  const catalog = {
    ...siteCatalog,
    mappings: [
      ...siteCatalog.mappings,
      {
        id: 'm',
        source: 'site',
        sourceCharacteristic: 'speed',
        target: 'backup',
        targetCharacteristic: 'speed',
        transform: { kind: 'copy' },
      } as const,
    ],
  };
  const story = given(captured([line('1', 'site', values())]), catalog).approved();
  const handing = story.and({ type: 'raiseFallout', task: handover, falloutType: 'other', priority: 'low', text: 'x' });
  const grown = handing.and(
    { type: 'recordValues', task: handover, values: [{ name: 'backup', value: 'lte' }] },
    { by: fulfiller },
  );
  expect(grown.domainOrder(4)).toMatchObject({ name: 'backup', characteristics: [{ name: 'speed', value: 1 }] });
  const after = changed(grown.done(ship).done(dig).done(connect).done(5), [
    { kind: 'requestedCompletion', value: '2027-03-01T00:00:00.000Z' },
  ]);
  expect(states(after, 5)).toEqual(['closedComplete']);
  const faster = grown
    .done(dig)
    .and(asking([value(1, 'speed', 2)]))
    .and(approving());
  expect(faster.domainOrder(4).characteristics).toEqual([{ name: 'speed', value: 2 }]);
  expect(actionsOf(lastRevision(faster))).toMatchObject({ 5: 'keep' });
  expect(reasonsOf(faster)).toMatchObject({ 5: 'reacts speed' });
});
