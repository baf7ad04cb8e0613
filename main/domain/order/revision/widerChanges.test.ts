import { expect, test } from 'vitest';
import type { CapturedLine } from '../../vocabulary/captured.ts';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { after, captured, line } from '../testing/captures.ts';
import { faultsOf } from '../testing/invariants.ts';
import { asking, changed, lastRevision } from '../testing/revisions.ts';
import { given } from '../testing/story.ts';
import { compareChange } from './compareVersions.ts';
import { versionsOf } from './evolveRevision.ts';

/** Line 1 has the tasks 1 to 4, line 2 the task 5 and line 3 the task 6. */
const start = () =>
  given(
    captured([
      line('1', 'internet'),
      line('2', 'voice', { contacts: [{ name: 'Lee', phone: '1' }, { name: 'Sam' }] }),
      line('3', 'voice', {
        relationships: [...after('1').relationships, { type: 'crossRef', itemId: 's-1', waits: false }],
      }),
    ]),
  ).approved();

const adding = (more: Partial<CapturedLine>, itemId = '9'): RevisionChange => ({
  kind: 'addLine',
  line: line(itemId, 'voice', more),
});
const refusalOf = (...changes: readonly RevisionChange[]) => start().when(asking(changes)).refusal;

test('O9 a line is added inside another, even a completed one, which then goes on until the new one has ended', () => {
  const done = start().done(5);
  expect(done.line(2).state).toBe('completed');
  const grown = changed(done, [adding({ parent: 2 })]);
  expect(faultsOf(grown.order)).toEqual([]);
  expect(grown.line(2)).toMatchObject({ state: 'inProgress', children: [4], remaining: 1 });
  expect(grown.line(4)).toMatchObject({ parent: 2, state: 'scheduled' });
  const ended = grown.done(7);
  expect([ended.line(4).state, ended.line(2).state]).toEqual(['completed', 'completed']);
});

test('O9 a new line stands in another new line of the same change', () => {
  const grown = changed(start(), [adding({}, '8'), adding({ parent: 4 }, '9')]);
  expect(faultsOf(grown.order)).toEqual([]);
  expect(grown.line(5)).toMatchObject({ parent: 4 });
  expect(grown.line(4).children).toEqual([5]);
});

test('O9 a new line waits for another one, and opens when that one has ended', () => {
  const grown = changed(start(), [adding(after('2'))]);
  expect(grown.task(7).state).toBe('draft');
  expect(grown.done(5).task(7).state).toBe('open');
});

test('O9 a new line takes away or changes a service that it names', () => {
  const gone = adding({ action: 'disconnect', specification: { id: 'internet' }, serviceId: 'svc-7' });
  const grown = changed(start(), [gone]);
  expect(faultsOf(grown.order)).toEqual([]);
  expect(grown.task(7).title).toBe('Do stop');
  expect(grown.item(4)).toMatchObject({ serviceId: 'svc-7' });
  expect(refusalOf(adding({ action: 'change' }))).toMatchObject({ code: 'FieldInvalid', field: 'service' });
});

test('O9 what a new line is nested in or waits for is a line that goes on', () => {
  const cancel: RevisionChange = { kind: 'cancelLine', line: 2 };
  const invalid = (field: string) => ({ code: 'FieldInvalid', subject: 'line', field, expected: 'livingLine' });
  expect(refusalOf(adding({ parent: 9 }))).toMatchObject(invalid('parent'));
  expect(refusalOf(adding({ parent: 4 }))).toMatchObject(invalid('parent'));
  expect(refusalOf(cancel, adding({ parent: 2 }))).toMatchObject(invalid('parent'));
  expect(refusalOf(adding(after('7')))).toMatchObject(invalid('waitsFor'));
  expect(refusalOf(cancel, adding(after('2')))).toMatchObject(invalid('waitsFor'));
});

test('O9 a new line cannot wait for the line that it is nested in', () => {
  expect(refusalOf(adding({ parent: 2, ...after('2') }))).toMatchObject({ code: 'PlanHasCycle' });
});

test('O9 all contacts of the order and of a line are changed, added and removed, and each is told', () => {
  const wanted: readonly RevisionChange[] = [
    { kind: 'contacts', value: [{ name: 'Kim' }, { name: 'Robin', email: 'r@example.com' }] },
    { kind: 'contacts', line: 2, value: [{ name: 'Lee', phone: '2' }] },
  ];
  const before = start();
  const story = changed(before, wanted);
  expect(story.order.contacts).toEqual([{ name: 'Kim' }, { name: 'Robin', email: 'r@example.com' }]);
  expect(story.line(2).contacts).toEqual([{ name: 'Lee', phone: '2' }]);
  const [version] = versionsOf(before.order);
  if (version === undefined) throw new Error('There is no version');
  expect(compareChange(version, { operation: 'update', changes: wanted })).toEqual([
    { subject: 'order', change: 'added', field: 'contact', was: null, now: { name: 'Robin', email: 'r@example.com' } },
    {
      subject: 'L2',
      change: 'changed',
      field: 'contact',
      was: { name: 'Lee', phone: '1' },
      now: { name: 'Lee', phone: '2' },
    },
    { subject: 'L2', change: 'removed', field: 'contact', was: { name: 'Sam' }, now: null },
  ]);
  expect(refusalOf({ kind: 'contacts', value: [{ role: 'site' }] })).toMatchObject({ field: 'contact' });
  expect(refusalOf({ kind: 'contacts', value: [{ name: 'Kim' }] })).toMatchObject({ code: 'NothingToChange' });
});

test('O9 related items are changed, and what the line waits for stays', () => {
  const story = changed(start(), [{ kind: 'relatedItems', line: 3, value: [{ type: 'crossRef', itemId: 's-2' }] }]);
  expect(story.line(3).relationships).toEqual([
    ...after('1').relationships,
    { type: 'crossRef', itemId: 's-2', waits: false },
  ]);
  expect(refusalOf({ kind: 'relatedItems', line: 3, value: [{ type: 'crossRef', itemId: ' ' }] })).toMatchObject({
    field: 'relatedItem',
  });
});

test('O10 a change of a completed line takes its finished work back, or does it again', () => {
  const done = start().done(5);
  const canceled = changed(done, [{ kind: 'cancelLine', line: 2 }]);
  expect(lastRevision(canceled).compensation.rows).toContainEqual(expect.objectContaining({ task: 5, action: 'undo' }));
  expect(canceled.line(2).state).toBe('cancellationInProgress');
  expect(faultsOf(canceled.order)).toEqual([]);
});
