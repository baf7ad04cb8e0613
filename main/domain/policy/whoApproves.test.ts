import { expect, test } from 'vitest';
import { captured, line } from '../order/testing/captures.ts';
import { agent, everyone, fulfiller, manager, otherAgent, viewer } from '../order/testing/people.ts';
import { given } from '../order/testing/story.ts';
import { priorities } from '../vocabulary/states.ts';
import { defaultPolicy, type ApprovalPolicy, type Delegation } from './policy.ts';
import { authoritiesOf, isSamePerson, mayApprove, needsTwoPeople } from './whoApproves.ts';

const findPerson = (id: string) => everyone.find(person => person.id === id);
const lent = (from: string, parts: Partial<Delegation> = {}): Delegation => ({
  from,
  to: agent.id,
  starts: '2026-11-20T00:00:00.000Z',
  until: '2026-11-27T00:00:00.000Z',
  ...parts,
});
const around = (...delegations: readonly Delegation[]) => ({ findPerson, policy: { ...defaultPolicy, delegations } });
const during = '2026-11-23T08:00:00.000Z';

test('A8 two people are needed always, by priority, or from a number of lines on, as the policy says', () => {
  const orders = priorities.map(priority => given(captured([line('1', 'internet')], { priority })).order);
  const large = given(captured([line('1', 'internet'), line('2', 'voice'), line('3', 'voice')])).order;
  const asked = (twoPeople: ApprovalPolicy['twoPeople']) =>
    [...orders, large].map(order => needsTwoPeople(order, { ...defaultPolicy, approval: { twoPeople } }));
  expect(asked({ always: false, priorities: [] })).toEqual([false, false, false, false, false, false]);
  expect(asked({ always: true, priorities: [] })).toEqual([true, true, true, true, true, true]);
  expect(asked({ always: false, priorities: ['critical', 'low'] })).toEqual([true, false, false, true, false, false]);
  expect(asked({ always: false, priorities: [], fromLines: 3 })).toEqual([false, false, false, false, false, true]);
  expect(asked({ always: false, priorities: [], fromLines: 4 })).toEqual([false, false, false, false, false, false]);
});

test('A8 whoever has the permission decides in their own right, delegations or not', () => {
  expect(mayApprove(manager, during, around(lent(fulfiller.id, { to: manager.id })))).toEqual({});
});

test('A8 a delegation from somebody who has the permission lets decide for them, from its start until before its end', () => {
  const at = (moment: string) => mayApprove(agent, moment, around(lent(manager.id)));
  expect(at('2026-11-20T00:00:00.000Z')).toEqual({ onBehalfOf: manager.id });
  expect(at('2026-11-26T23:59:59.999Z')).toEqual({ onBehalfOf: manager.id });
  for (const moment of ['2026-11-19T23:59:59.999Z', '2026-11-27T00:00:00.000Z']) {
    expect(at(moment)).toMatchObject({ code: 'NotPermitted', permission: 'order.approve' });
  }
});

test('A8 nobody lends what they do not have, nor somebody who is not there, nor to somebody else', () => {
  for (const delegation of [lent(otherAgent.id), lent('gone'), lent(manager.id, { to: viewer.id })]) {
    expect(mayApprove(agent, during, around(delegation))).toMatchObject({ code: 'NotPermitted' });
  }
  const stranger = { id: 'stranger', name: 'x', roles: [], groups: [] };
  const toStranger = around(lent(manager.id, { to: stranger.id }));
  expect(mayApprove(stranger, during, toStranger)).toMatchObject({ code: 'NotPermitted' });
});

test('A8 who lends approval lends rejection too, if they may reject', () => {
  expect(mayApprove(agent, during, around(lent(manager.id)), 'order.reject')).toEqual({ onBehalfOf: manager.id });
  expect(authoritiesOf(agent, during, around(lent(manager.id), lent(fulfiller.id)))).toEqual([
    { onBehalfOf: manager.id },
    { onBehalfOf: fulfiller.id },
  ]);
});

test('A8 two approvals are the same by the same hands, or in the right of the same person', () => {
  expect(isSamePerson({ by: 'a' }, { by: 'a' })).toBe(true);
  expect(isSamePerson({ by: 'a' }, { by: 'c', onBehalfOf: 'a' })).toBe(true);
  expect(isSamePerson({ by: 'c', onBehalfOf: 'a' }, { by: 'a' })).toBe(true);
  expect(isSamePerson({ by: 'c', onBehalfOf: 'a' }, { by: 'd', onBehalfOf: 'a' })).toBe(true);
  expect(isSamePerson({ by: 'c', onBehalfOf: 'a' }, { by: 'c', onBehalfOf: 'b' })).toBe(true);
  expect(isSamePerson({ by: 'c', onBehalfOf: 'a' }, { by: 'd', onBehalfOf: 'b' })).toBe(false);
  expect(isSamePerson({ by: 'a' }, { by: 'b' })).toBe(false);
});
