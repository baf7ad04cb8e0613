import { expect, test } from 'vitest';
import { defaultPolicy, type Delegation, type Policy } from '../policy/policy.ts';
import { captured, line } from './testing/captures.ts';
import { agent, fulfiller, manager, otherAgent } from './testing/people.ts';
import { given, minute, typesOf } from './testing/story.ts';

const order = captured([line('1', 'internet')]);
const delegations: readonly Delegation[] = [
  { from: manager.id, to: agent.id, starts: minute(-100), until: minute(100) },
  { from: fulfiller.id, to: agent.id, starts: minute(-100), until: minute(100) },
  { from: manager.id, to: otherAgent.id, starts: minute(-100), until: minute(100) },
];
const two: Policy = { ...defaultPolicy, approval: { twoPeople: { always: true, priorities: [] } }, delegations };
const around = { policy: two };
const approve = { type: 'approve' } as const;
const endorsed = given(order).and(approve, { by: manager, around });
const needed = { code: 'SecondPersonNeeded', id: 'ORD0000421', first: manager.id, did: 'approved' };

test('A8 the first of two approvals leaves the order New, and is kept with who and when', () => {
  const { events, after } = given(order).when(approve, { by: manager, around });
  expect(typesOf(events)).toEqual(['OrderEndorsed']);
  expect(after.order).toMatchObject({
    state: 'new',
    endorsements: [{ by: manager.id, at: minute(1) }],
    decisions: [{ verdict: 'endorsed', by: manager.id, at: minute(1) }],
  });
  expect(after.order.plan).toBeUndefined();
});

test('A8 the second approval is by somebody else, and then everything of an approval happens', () => {
  expect(endorsed.when(approve, { by: manager, around }).refusal).toEqual(needed);
  const { events, after } = endorsed.when(approve, { by: fulfiller, around });
  expect(typesOf(events).slice(0, 2)).toEqual(['OrderApproved', 'InventoryPlanned']);
  expect(after.order.state).toBe('inProgress');
  expect(after.order.decisions.map(({ verdict, by }) => [verdict, by])).toEqual([
    ['endorsed', manager.id],
    ['approved', fulfiller.id],
  ]);
});

test('A8 whoever decides on an order that got its first approval since they looked is told so', () => {
  const seen = given(order).order.touched.version;
  expect(endorsed.when({ ...approve, seen }, { by: fulfiller, around }).refusal).toMatchObject({
    code: 'Stale',
    event: 'OrderEndorsed',
    by: manager.id,
  });
});

test('A8 what could not be approved is not approved for the first time either', () => {
  const story = given(captured([line('1', 'fax')]));
  expect(story.when(approve, { around }).refusal).toMatchObject({ code: 'CheckFailed' });
});

test('A8 a delegate approves in the right of the person who let them, and that is kept', () => {
  const { events, after } = given(order).when(approve, {
    by: agent,
    around: { policy: { ...defaultPolicy, delegations } },
  });
  expect(events[0]).toMatchObject({ type: 'OrderApproved', data: { onBehalfOf: manager.id } });
  expect(after.order.decisions).toEqual([{ verdict: 'approved', by: agent.id, at: minute(1), onBehalfOf: manager.id }]);
});

test('A8 a delegate rejects in the right of the person who let them, and that is kept', () => {
  const { after } = given(order).when(
    { type: 'reject', reasonCode: 'other', text: 'x' },
    { by: otherAgent, around: { policy: { ...defaultPolicy, delegations } } },
  );
  expect(after.order.decisions).toMatchObject([{ verdict: 'rejected', by: otherAgent.id, onBehalfOf: manager.id }]);
});

test('A8 without an active delegation the delegate is refused as before', () => {
  for (const command of [approve, { type: 'reject', reasonCode: 'other', text: 'x' } as const]) {
    const { refusal } = given(order).when(command, { by: agent, at: minute(100), around });
    expect(refusal).toMatchObject({ code: 'NotPermitted' });
  }
});

test('A8 a delegate does not count as a second person beside the one they act for', () => {
  expect(endorsed.when(approve, { by: otherAgent, around }).refusal).toEqual(needed);
  const byDelegate = given(order).and(approve, { by: otherAgent, around });
  expect(byDelegate.when(approve, { by: manager, around }).refusal).toEqual({ ...needed, first: otherAgent.id });
  expect(byDelegate.when(approve, { by: fulfiller, around }).refusal).toBeNull();
});

test('A8 the same hands do not approve twice, for whomever; a delegate of two acts for the one who has not approved', () => {
  const byDelegate = given(order).and(approve, { by: agent, around });
  expect(byDelegate.order.endorsements).toEqual([{ by: agent.id, at: minute(1), onBehalfOf: manager.id }]);
  expect(byDelegate.when(approve, { by: agent, around }).refusal).toEqual({ ...needed, first: agent.id });
  expect(endorsed.and(approve, { by: agent, around }).order.decisions.at(-1)).toMatchObject({
    verdict: 'approved',
    by: agent.id,
    onBehalfOf: fulfiller.id,
  });
});

test('A8 the first approval is void when the order is rejected, reopened, corrected or matched anew', () => {
  const rejected = endorsed.and({ type: 'reject', reasonCode: 'other', text: 'x' }, { around });
  expect(rejected.order.endorsements).toBeUndefined();
  const again = rejected
    .and({ type: 'reopen' })
    .and({ type: 'correct', changes: [{ field: 'priority', value: 'low' }] })
    .and({ type: 'submit' });
  expect(typesOf(again.when(approve, { by: manager, around }).events)).toEqual(['OrderEndorsed']);
  const corrected = endorsed.and({ type: 'correct', changes: [{ field: 'priority', value: 'low' }] }, { around });
  expect(corrected.order).toMatchObject({ state: 'new', decisions: [{ verdict: 'endorsed', by: manager.id }] });
  expect(corrected.order.endorsements).toBeUndefined();
  expect(typesOf(corrected.when(approve, { by: fulfiller, around }).events)).toEqual(['OrderEndorsed']);
  const matched = endorsed.and({ type: 'matchLine', line: 1, specification: 'voice' }, { around });
  expect(typesOf(matched.when(approve, { by: fulfiller, around }).events)).toEqual(['OrderEndorsed']);
});

test('A8 one person is enough again once the policy no longer asks for two', () => {
  expect(endorsed.when(approve, { by: manager }).refusal).toBeNull();
});

const december = '2026-12-01T06:00:00.000Z';
const january = '2027-01-04T06:00:00.000Z';

test('A7 A8 the start that the first person wished is kept with their approval, and stands when the second says nothing of it', () => {
  const { events, after } = given(order).when({ ...approve, startAt: december }, { by: manager, around });
  expect(events).toEqual([{ type: 'OrderEndorsed', v: 1, data: { onBehalfOf: null, startAt: december } }]);
  expect(after.order).toMatchObject({
    endorsements: [{ by: manager.id, startAt: december }],
    decisions: [{ verdict: 'endorsed', by: manager.id, startAt: december }],
  });
  expect(after.order.startsAt).toBeUndefined();
  expect(after.and(approve, { by: fulfiller, around }).order).toMatchObject({
    state: 'acknowledged',
    startsAt: december,
  });
});

test('A7 A8 the second person starts it at another time, or at once', () => {
  const wished = given(order).and({ ...approve, startAt: december }, { by: manager, around });
  const other = wished.and({ ...approve, startAt: january }, { by: fulfiller, around });
  expect(other.order.startsAt).toBe(january);
  const atOnce = wished.and({ ...approve, startAt: null }, { by: fulfiller, around });
  expect(atOnce.order).toMatchObject({ state: 'inProgress' });
  expect(endorsed.and({ ...approve, startAt: december }, { by: fulfiller, around }).order.startsAt).toBe(december);
});

test('A7 A8 a wished start that has passed when the second approves starts the order at once', () => {
  const wished = given(order).and({ ...approve, startAt: minute(5) }, { by: manager, around });
  expect(wished.and(approve, { by: fulfiller, around, at: minute(6) }).order.state).toBe('inProgress');
});
