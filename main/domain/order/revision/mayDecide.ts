/** Whether somebody may decide on a change that waits: by permission or in another's place, as a second person where it takes two (features O9, A8). */
import { err, ok, type Result } from '../../result.ts';
import type { Revision } from '../../vocabulary/revision.ts';
import { authoritiesOf, needsTwoPeople, rightBeside, type Authority } from '../../policy/whoApproves.ts';
import type { DecisionContext } from '../commands.ts';
import { findPendingRevision } from './evolveRevision.ts';
import { firstRefusal, inState, permitted, stillAsSeen } from '../guards.ts';
import type { Order } from '../order.ts';
import type { Refusal } from '../refusals.ts';

type Deciding = { readonly revision: Revision; readonly authority: Authority };
type Asked = { readonly revision: number; readonly seen?: number };

/** Where an order takes two people so does a change of it, and whoever asked for it is one of them. */
export function mayApproveRevision(order: Order, asked: Asked, context: DecisionContext): Result<Deciding, Refusal> {
  const pending = pendingFor(order, asked, authoritiesOf(context.by, context.at, context), context);
  if (!pending.ok) return pending;
  const { revision, authorities } = pending.value;
  const others = needsTwoPeople(order, context.policy) ? [{ by: revision.requestedBy }] : [];
  const authority = rightBeside(context.by, authorities, others);
  if (authority !== undefined) return ok({ revision, authority });
  return err({ code: 'SecondPersonNeeded', id: order.number, first: revision.requestedBy, did: 'requested' });
}

/** Whoever may decline orders or approve them may decline a change, one's own too: that takes it back. */
export function mayRejectRevision(order: Order, asked: Asked, context: DecisionContext): Result<Deciding, Refusal> {
  const rights = (['order.reject', 'order.approve'] as const).flatMap(permission =>
    authoritiesOf(context.by, context.at, context, permission),
  );
  const pending = pendingFor(order, asked, rights, context);
  if (!pending.ok) return pending;
  const { revision, authorities } = pending.value;
  return ok({
    revision,
    authority: authorities.find(({ onBehalfOf }) => onBehalfOf === undefined) ?? authorities[0] ?? {},
  });
}

function pendingFor(
  order: Order,
  { revision: number, seen }: Asked,
  authorities: readonly Authority[],
  { by }: DecisionContext,
): Result<{ readonly revision: Revision; readonly authorities: readonly Authority[] }, Refusal> {
  const refusal = firstRefusal(
    () => (authorities.length > 0 ? null : permitted(by, 'order.approve')),
    () => stillAsSeen('order', order.number, order.touched, seen),
    () => inState('order', order.number, order.state, pendingStates),
  );
  if (refusal !== null) return err(refusal);
  const revision = findPendingRevision(order);
  if (revision === undefined) throw new Error(`Order ${order.id} waits for a decision on nothing`);
  if (revision.number === number) return ok({ revision, authorities });
  return err({ code: 'NotFound', subject: 'revision', id: `${order.number}-${number}` });
}

const pendingStates = ['revisionInProgress', 'assessingCancellation'] as const;
