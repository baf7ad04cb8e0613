import { expect, test } from 'vitest';
import { after, captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { given, minute, typesOf } from './testing/story.ts';

const order = captured([line('1', 'internet')]);
const later = '2026-12-01T06:00:00.000Z';

test('A7 an approval with a start in the future plans everything from then, and starts nothing now', () => {
  const { events, after: approved } = given(order).when({ type: 'approve', startAt: later });
  expect(typesOf(events)).toEqual(['OrderApproved', 'InventoryPlanned', 'OrderDecomposed', 'StartPlanned']);
  expect(approved.order).toMatchObject({ state: 'acknowledged', startsAt: later });
  expect(approved.order.actualStart).toBeUndefined();
  expect(approved.line(1).state).toBe('acknowledged');
  expect([tasks.check, tasks.survey, tasks.install, tasks.ship].map(number => approved.task(number).state)).toEqual(
    Array.from({ length: 4 }, () => 'draft'),
  );
  expect(approved.task(tasks.ship)).toMatchObject({ plannedStart: later, plannedEnd: '2026-12-01T07:00:00.000Z' });
});

test('A7 a line that asks for nothing is not done before the order starts', () => {
  const lines = [line('1', 'internet'), line('2', 'fax', { action: 'noChange', ...after('1') })];
  const story = given(captured(lines)).and({ type: 'approve', startAt: later });
  expect(story.line(2).state).toBe('acknowledged');
});

test.each(['2026-11-23T08:01:00.000Z', '2020-01-01T00:00:00.000Z'])(
  'A7 an approval to start at %s, which is not in the future, starts at once',
  startAt => {
    const { events, after: approved } = given(order).when({ type: 'approve', startAt });
    expect(typesOf(events)).toContain('OrderStarted');
    expect(approved.order).toMatchObject({ state: 'inProgress', actualStart: minute(1) });
    expect(approved.order.startsAt).toBeUndefined();
  },
);

test.each([
  ['that is not a moment', 'next week', 'date'],
  ['in a year mistyped', '9999-12-31T23:00:00.000Z', 'dateBefore2200'],
])('A7 a start %s is refused', (_, startAt, expected) => {
  expect(given(order).when({ type: 'approve', startAt }).refusal).toEqual({
    code: 'FieldInvalid',
    subject: 'order',
    id: 'ORD0000421',
    field: 'startAt',
    expected,
  });
});

test('A7 the start is kept in UTC, whatever zone it was written in', () => {
  const story = given(order).and({ type: 'approve', startAt: '2026-12-01T07:00:00+01:00' });
  expect(story.order.startsAt).toBe(later);
});
