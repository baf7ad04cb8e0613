import { expect, test } from 'vitest';
import { emptyTable, rowsOf } from '../../table.ts';
import { viewPlan } from '../../plan/planView.ts';
import { whyWaiting } from '../../plan/whyWaiting.ts';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { captured, line } from '../testing/captures.ts';
import { faultsOf } from '../testing/invariants.ts';
import { fulfiller } from '../testing/people.ts';
import { approving, asking, cancelling, lastRevision, rejecting, value } from '../testing/revisions.ts';
import { siteCatalog } from '../testing/siteCatalog.ts';
import { given, typesOf, type Story } from '../testing/story.ts';

const startAt = '2026-12-01T06:00:00.000Z';
const speed = { characteristics: [{ name: 'speed', value: 1 }] };
const waiting = given(captured([line('1', 'site', speed), line('2', 'site', speed)]), siteCatalog).and({
  type: 'approve',
  startAt,
});
const statesOf = ({ order }: Story): ReadonlySet<string> =>
  new Set([...rowsOf(order.plan?.tasks ?? emptyTable)].map(({ state }) => state));
const start = (story: Story): Story => story.and({ type: 'passTime' }, { by: fulfiller, at: startAt });

/** Without the record of what was asked and decided. */
const apart = ({
  order: { version: _v, touched: _t, revisions: _r, decisions: _d, lines, plan, fallouts: _f, inventory: _i, ...rest },
}: Story) => ({
  ...rest,
  lines: [...rowsOf(lines)],
  domainOrders: [...rowsOf(plan?.domainOrders ?? emptyTable)],
  tasks: [...rowsOf(plan?.tasks ?? emptyTable)].map(({ touched: _by, ...task }) => task),
});

test('A7 O9 an order approved for later is changed before it starts: nothing is taken back, and it starts as it was changed', () => {
  const asked = waiting.and(asking([value(1, 'speed', 2)]));
  expect(asked.order).toMatchObject({ state: 'revisionInProgress', startsAt: startAt });
  expect(faultsOf(asked.order)).toEqual([]);
  expect(lastRevision(asked).compensation.rows.map(({ action }) => action)).not.toContain('undo');
  const { events, after } = asked.when(approving());
  expect(typesOf(events)).toEqual(['RevisionApproved']);
  expect(after.order).toMatchObject({ state: 'acknowledged', startsAt: startAt });
  expect(after.line(1)).toMatchObject({ state: 'acknowledged', characteristics: [{ name: 'speed', value: 2 }] });
  expect(after.domainOrder(1).characteristics).toEqual([{ name: 'speed', value: 2 }]);
  expect([...statesOf(after)]).toEqual(['draft']);
  expect(faultsOf(after.order)).toEqual([]);
  const begun = start(after);
  expect(begun.order).toMatchObject({ state: 'inProgress', startsAt: undefined });
  expect(faultsOf(begun.order)).toEqual([]);
});

test('A7 O13 what is added is planned from the start to come, and what is canceled is over before it and stays so', () => {
  const added: RevisionChange = { kind: 'addLine', line: line('3', 'site', speed) };
  const asked = waiting.and(asking([{ kind: 'cancelLine', line: 2 }, added]));
  const { after } = asked.when(approving());
  expect([1, 2, 3].map(number => after.line(number).state)).toEqual(['acknowledged', 'canceled', 'acknowledged']);
  const planned = [...rowsOf(after.order.plan?.tasks ?? emptyTable)].filter(({ state }) => state === 'draft');
  expect(planned.every(({ plannedStart }) => plannedStart >= startAt)).toBe(true);
  expect(faultsOf(after.order)).toEqual([]);
  const begun = start(after);
  expect([1, 2, 3].map(number => begun.line(number).state)).toEqual(['scheduled', 'canceled', 'scheduled']);
  expect(faultsOf(begun.order)).toEqual([]);
});

test('A7 O13 an order approved for later is canceled before it starts, at once and for good', () => {
  const asked = waiting.and(cancelling());
  expect(asked.order).toMatchObject({ state: 'assessingCancellation', startsAt: startAt });
  const { events, after } = asked.when(approving());
  expect(typesOf(events)).toContain('OrderCanceled');
  expect(after.order).toMatchObject({ state: 'canceled', startsAt: undefined });
  expect([...statesOf(after)]).toEqual(['canceled']);
  expect(faultsOf(after.order)).toEqual([]);
  expect(after.when({ type: 'passTime' }, { by: fulfiller, at: startAt }).refusal).toMatchObject({
    code: 'NothingToChange',
  });
});

test('A7 O13 an order whose every line is canceled before it starts is canceled', () => {
  const asked = waiting.and(asking([1, 2].map(number => ({ kind: 'cancelLine', line: number }))));
  expect(asked.and(approving()).order).toMatchObject({ state: 'canceled', startsAt: undefined });
});

test('A7 O9 a rejected change of an order approved for later gives back exactly what was, its start too', () => {
  for (const request of [asking([value(1, 'speed', 2)]), cancelling()]) {
    const back = waiting.and(request).and(rejecting());
    expect(apart(back)).toEqual(apart(waiting));
    expect(start(back).order.state).toBe('inProgress');
  }
});

test('A7 O9 an order does not start while a change of it waits; decided after its start, it starts then', () => {
  const asked = waiting.and(asking([value(1, 'speed', 2)]));
  const pass = { type: 'passTime' } as const;
  expect(asked.when(pass, { by: fulfiller, at: startAt }).refusal).toMatchObject({ code: 'NothingToChange' });
  const late = '2026-12-03T06:00:00.000Z';
  const decided = asked.and(approving(), { at: late });
  expect(decided.and(pass, { by: fulfiller, at: late }).order.state).toBe('inProgress');
});

test('A7 O8 while a change waits, what it leaves alone waits for the start', () => {
  const view = viewPlan(waiting.and(asking([value(1, 'speed', 2)])).order);
  const [first] = waiting.domainOrder(waiting.line(1).domainOrders[0] ?? 0).tasks;
  const [other] = waiting.domainOrder(waiting.line(2).domainOrders[0] ?? 0).tasks;
  expect(whyWaiting(view, `T${first ?? 0}`)).toMatchObject({ cause: 'revision' });
  expect(whyWaiting(view, `T${other ?? 0}`)?.cause).not.toBe('sameMoment');
});
