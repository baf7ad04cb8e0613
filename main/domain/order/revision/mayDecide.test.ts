import { expect, test } from 'vitest';
import { defaultPolicy, type Policy } from '../../policy/policy.ts';
import { captured, line } from '../testing/captures.ts';
import { agent, fulfiller, manager } from '../testing/people.ts';
import { approving, asking, lastRevision, rejecting, value } from '../testing/revisions.ts';
import { siteCatalog } from '../testing/siteCatalog.ts';
import { given, minute } from '../testing/story.ts';

const speed = { characteristics: [{ name: 'speed', value: 1 }] };
const faster = asking([value(1, 'speed', 2)]);
const asked = given(captured([line('1', 'site', speed)]), siteCatalog)
  .approved()
  .and(faster, { by: fulfiller });
const lent = { from: manager.id, to: agent.id, starts: minute(-100), until: minute(100) };
const alone: Policy = { ...defaultPolicy, delegations: [lent] };
const two: Policy = { ...alone, approval: { twoPeople: { always: true, priorities: [] } } };

test('A8 a delegate decides on a change in the right of the person who let them, and that is kept', () => {
  for (const command of [approving(), rejecting()]) {
    expect(asked.when(command, { by: agent }).refusal).toMatchObject({ code: 'NotPermitted' });
    const { after } = asked.when(command, { by: agent, around: { policy: alone } });
    expect(after.order.decisions.at(-1)).toMatchObject({ by: agent.id, onBehalfOf: manager.id });
    expect(lastRevision(after)).toMatchObject({ decidedBy: agent.id });
  }
});

test('A8 where an order takes two people, whoever asked for a change does not approve it too', () => {
  expect(asked.when(approving(), { by: fulfiller, around: { policy: two } }).refusal).toEqual({
    code: 'SecondPersonNeeded',
    id: 'ORD0000421',
    first: fulfiller.id,
    did: 'requested',
  });
  expect(asked.when(approving(), { by: fulfiller, around: { policy: alone } }).refusal).toBeNull();
  expect(asked.when(approving(), { by: manager, around: { policy: two } }).refusal).toBeNull();
});

test('A8 nobody approves in the place of whoever asked for the change, where it takes two people', () => {
  const ofFulfiller: Policy = { ...two, delegations: [{ ...lent, from: fulfiller.id }] };
  expect(asked.when(approving(), { by: agent, around: { policy: ofFulfiller } }).refusal).toMatchObject({
    code: 'SecondPersonNeeded',
  });
  const ofBoth: Policy = { ...two, delegations: [{ ...lent, from: fulfiller.id }, lent] };
  const { after } = asked.when(approving(), { by: agent, around: { policy: ofBoth } });
  expect(after.order.decisions.at(-1)).toMatchObject({ verdict: 'revisionApproved', onBehalfOf: manager.id });
});

test('A8 whoever asked for a change may decline it themselves, which takes it back', () => {
  const { after } = asked.when(rejecting(), { by: fulfiller, around: { policy: two } });
  expect(after.order.state).toBe('inProgress');
});
