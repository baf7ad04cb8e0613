/** Who may decide on an order, and whether it takes two of them: permissions, delegations, the rule of two people (features A8). */
import type { DecisionContext } from '../order/commands.ts';
import { permitted } from '../order/guards.ts';
import type { Order } from '../order/order.ts';
import type { Refusal } from '../order/refusals.ts';
import { isAllowed, type Person } from '../people/permissions.ts';
import type { Delegation, Policy } from './policy.ts';

/** In whose right somebody decides: their own, or that of the person who let them. */
export type Authority = { readonly onBehalfOf?: string };

/** What somebody did, and in whose right. */
export type Deed = Authority & { readonly by: string };

type Deciding = 'order.approve' | 'order.reject';
type Around = Pick<DecisionContext, 'policy' | 'findPerson'>;

/** Judged by the priority the order was captured with, so that the queue, the decision and later changes say the same. */
export function needsTwoPeople(
  { priority, capturedPriority, lines }: Pick<Order, 'priority' | 'capturedPriority' | 'lines'>,
  { approval }: Policy,
): boolean {
  const { always, priorities, fromLines } = approval.twoPeople;
  return (
    always || priorities.includes(capturedPriority ?? priority) || (fromLines !== undefined && lines.size >= fromLines)
  );
}

/** Whether the delegation holds at that moment (ISO-8601 UTC); `until` is no longer part of it. */
export function isDelegationActive({ starts, until }: Pick<Delegation, 'starts' | 'until'>, at: string): boolean {
  const moment = Date.parse(at);
  return Date.parse(starts) <= moment && moment < Date.parse(until);
}

/** The rights in which the person may decide at that moment, the own one alone when there is one; empty: they may not. */
export function authoritiesOf(
  by: Person,
  at: string,
  { policy, findPerson }: Around,
  permission: Deciding = 'order.approve',
): readonly Authority[] {
  if (isAllowed(by, permission)) return [{}];
  const given = policy.delegations.filter(delegation => delegation.to === by.id && isDelegationActive(delegation, at));
  if (given.length === 0 || findPerson(by.id) === undefined) return [];
  return given.flatMap(({ from }) => {
    const principal = findPerson(from);
    return principal !== undefined && isAllowed(principal, permission) ? [{ onBehalfOf: from }] : [];
  });
}

/** The right in which the person may decide, or the refusal: neither the permission nor an active delegation from somebody who has it. */
export function mayApprove(
  by: Person,
  at: string,
  around: Around,
  permission: Deciding = 'order.approve',
): Authority | Refusal {
  return authoritiesOf(by, at, around, permission)[0] ?? refusalOf(by, permission);
}

function refusalOf(by: Person, permission: Deciding): Refusal {
  const refusal = permitted(by, permission);
  if (refusal === null) throw new Error(`${by.id} may ${permission} and is refused`);
  return refusal;
}

/** Whether one of two approvals is the other's again: by the same hands, or in the right of the same person. */
export const isSamePerson = (one: Deed, other: Deed): boolean =>
  [one.by, one.onBehalfOf].some(id => id !== undefined && (id === other.by || id === other.onBehalfOf));

/** The first of the rights in which the person is somebody else than those who did the rest; undefined when there is none. */
export const rightBeside = (by: Person, rights: readonly Authority[], others: readonly Deed[]): Authority | undefined =>
  rights.find(right => !others.some(other => isSamePerson(other, { by: by.id, ...right })));
