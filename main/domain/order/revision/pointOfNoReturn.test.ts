import { expect, test } from 'vitest';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { captured, line } from '../testing/captures.ts';
import { fulfiller, manager } from '../testing/people.ts';
import { approving, asking, cancelling, lastRevision, value } from '../testing/revisions.ts';
import { siteCatalog, siteTasks } from '../testing/siteCatalog.ts';
import { given, typesOf, type Story } from '../testing/story.ts';

const { dig, connect, ship } = siteTasks;
const values = (...names: readonly string[]) => ({
  characteristics: [{ name: 'speed', value: 1 }, ...names.map(name => ({ name, value: 'yes' }))],
});
const site = (...more: readonly ReturnType<typeof line>[]): Story =>
  given(captured([line('1', 'site', values('backup')), ...more]), siteCatalog).approved();
const states = (story: Story, ...numbers: readonly number[]) => numbers.map(number => story.task(number).state);
const passed = () =>
  site(line('2', 'site', values()))
    .done(dig)
    .done(connect);

test('O11 a point of no return is passed by the task that says so, for its branch alone', () => {
  const { events, after } = site().done(dig).started(connect).when({ type: 'completeTask', task: connect });
  expect(typesOf(events)).toContain('PointOfNoReturnPassed');
  expect(after.domainOrder(2).pointOfNoReturn).toMatchObject({ task: connect });
  expect([1, 3, 4].map(number => after.domainOrder(number).pointOfNoReturn)).toEqual([undefined, undefined, undefined]);
  const skipped = site().done(dig).held(connect).and({
    type: 'resolveFallout',
    fallout: 1,
    action: 'skip',
    rootCause: 'unknown',
    resolutionCode: 'notNeeded',
    text: 'x',
  });
  expect(skipped.domainOrder(2).pointOfNoReturn).toBeUndefined();
});

test('O11 A.13 item 9: nothing in the branch can be redone, taken back or canceled; other branches and lines can', () => {
  const story = passed();
  const refusal = (...changes: readonly RevisionChange[]) => story.when(asking(changes)).refusal;
  const past = { code: 'PastPointOfNoReturn', id: 'ORD0000421', branches: ['SO0000421-2 line'] };
  expect(refusal(value(1, 'speed', 2))).toEqual(past);
  expect(refusal({ kind: 'cancelLine', line: 1 })).toEqual(past);
  // The modem lies below the line, and its shipping reacts to the contact.
  expect(story.done(ship).when(asking([{ kind: 'contact', value: { name: 'Robin' } }])).refusal).toEqual(past);
  expect(story.when(cancelling()).refusal).toEqual(past);
  expect(refusal(value(1, 'backup', null))).toBeNull();
  expect(refusal(value(2, 'speed', 2))).toBeNull();
  expect(refusal({ kind: 'cancelLine', line: 2 })).toBeNull();
});

test('O12 U2 somebody with authority overrides the point of no return with a reason that stays on the change', () => {
  const story = passed();
  const overriding = (reason: string) => asking([value(1, 'speed', 2)], { override: { reason } });
  expect(story.when(overriding('The road is closed'), { by: fulfiller }).refusal).toMatchObject({
    code: 'NotPermitted',
    permission: 'order.override',
  });
  expect(story.when(overriding('  '), { by: manager }).refusal).toMatchObject({
    code: 'FieldMissing',
    fields: ['overrideReason'],
  });
  const asked = story.and(overriding(' The road is closed '));
  expect(lastRevision(asked)).toMatchObject({
    override: { reason: 'The road is closed' },
    compensation: { pastNoReturn: [2] },
  });
  expect(
    lastRevision(asked)
      .compensation.rows.filter(row => row.pastNoReturn === true)
      .map(row => row.task),
  ).toEqual([dig, connect]);
  const after = asked.and(approving());
  expect(states(after, dig, connect)).toEqual(['open', 'draft']);
  expect(after.domainOrder(2).pointOfNoReturn).toBeDefined();
});

test('U2 an override that nothing asks for is not kept', () => {
  const asked = site().and(asking([value(1, 'speed', 2)], { override: { reason: 'Just in case' } }), { by: fulfiller });
  expect(lastRevision(asked)).not.toHaveProperty('override');
});

test('O12 a pick cannot pass a point of no return that the request was not allowed to pass', () => {
  const story = given(captured([line('1', 'site', { ...values(), quantity: 2 })]), siteCatalog).approved();
  const asked = story
    .done(dig)
    .done(connect)
    .and(asking([{ kind: 'quantity', line: 1, value: 1 }]));
  expect(lastRevision(asked).compensation.needsAttention).toMatchObject([{ giveUp: 1, candidates: [1, 4] }]);
  expect(asked.when(approving(1, { picks: [{ line: 1, giveUp: [1] }] })).refusal).toMatchObject({
    code: 'PastPointOfNoReturn',
  });
  expect(asked.when(approving(1, { picks: [{ line: 1, giveUp: [4] }] })).refusal).toBeNull();
});
