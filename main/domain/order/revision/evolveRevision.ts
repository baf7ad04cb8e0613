/** Folds changes to an order under way: what a request holds, what an approval makes of it, what a rejection gives back. */
import type { ApprovalDecision, Order } from '../order.ts';
import type { OrderVersion, Revision } from '../../vocabulary/revision.ts';
import { appliedRevision } from './applyRevision.ts';
import { capturedOf } from './capturedOrder.ts';
import { touchedBy, withDomainOrder } from '../change.ts';
import type { HappenedEvent } from '../events.ts';
import { heldOrder, releasedOrder } from './releaseRevision.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

export function requestedRevision(order: Order, event: Happened<'RevisionRequested'>): Order {
  const revision: Revision = { ...event.data, state: 'requested', requestedBy: event.by, requestedAt: event.at };
  return {
    ...heldOrder(order, revision, touchedBy(event)),
    state: revision.operation === 'cancel' ? 'assessingCancellation' : 'revisionInProgress',
    revisions: [...(order.revisions ?? []), revision],
  };
}

export function approvedRevision(order: Order, event: Happened<'RevisionApproved'>): Order {
  const { data } = event;
  const revision = pendingRevision(order);
  const versions = versionsOf(order);
  const canceled = [...new Set([...(versions.at(-1)?.canceled ?? []), ...data.canceledLines])];
  return {
    ...appliedRevision(order, event),
    state: revision.operation === 'cancel' ? 'cancellationInProgress' : 'acknowledged',
    ...(revision.operation === 'cancel' && order.startsAt !== undefined ? { startsAt: undefined } : {}),
    revisions: decided(order, { state: 'approved', compensation: data.compensation }, data.text, event),
    decisions: [...order.decisions, decision('revisionApproved', event)],
    versions: [
      ...versions,
      {
        number: versions.length + 1,
        at: event.at,
        by: event.by,
        operation: revision.operation,
        reason: revision.reason,
        captured: data.order,
        canceled: canceled.toSorted((a, b) => a - b),
      },
    ],
  };
}

/** Everything is as it was, but that it was asked. */
export function rejectedRevision(order: Order, event: Happened<'RevisionRejected'>): Order {
  const { text } = event.data;
  return {
    ...releasedOrder(order, touchedBy(event)),
    state: pendingRevision(order).restore,
    revisions: decided(order, { state: 'rejected' }, text, event),
    decisions: [...order.decisions, decision('revisionRejected', event)],
  };
}

export const passedNoReturn = (order: Order, { data, at }: Happened<'PointOfNoReturnPassed'>): Order =>
  withDomainOrder(order, data.domainOrder, () => ({ pointOfNoReturn: { task: data.task, at } }));

/** The request that waits for a decision, or undefined. */
export function findPendingRevision({ revisions }: Pick<Order, 'revisions'>): Revision | undefined {
  const last = revisions?.at(-1);
  return last?.state === 'requested' ? last : undefined;
}

/** What the order asked for as approved, and after each approved change; the last is what it asks for now (features O14). */
export function versionsOf(order: Order): readonly OrderVersion[] {
  if (order.versions !== undefined) return order.versions;
  const approval = order.decisions.findLast(({ verdict }) => verdict === 'approved');
  return approval === undefined
    ? []
    : [
        {
          number: 1,
          at: approval.at,
          by: approval.by,
          operation: 'original',
          captured: capturedOf(order),
          canceled: [],
        },
      ];
}

/** The version that was current when a revision was asked for; the one after it is what its approval made. */
export function versionBefore(order: Order, { number }: Pick<Revision, 'number'>): OrderVersion | undefined {
  const earlier = (order.revisions ?? []).filter(other => other.number < number && other.state === 'approved');
  return versionsOf(order)[earlier.length];
}

function pendingRevision(order: Order): Revision {
  const revision = findPendingRevision(order);
  if (revision === undefined) throw new Error(`No revision of order ${order.id} waits for a decision`);
  return revision;
}

function decided(
  { revisions = [] }: Order,
  verdict: Pick<Revision, 'state'> & Partial<Pick<Revision, 'compensation'>>,
  text: string,
  { by, at }: HappenedEvent,
): readonly Revision[] {
  return revisions.map((revision, index) =>
    index === revisions.length - 1
      ? { ...revision, ...verdict, decidedBy: by, decidedAt: at, decisionText: text }
      : revision,
  );
}

const decision = (
  verdict: ApprovalDecision['verdict'],
  { by, at, data: { text, onBehalfOf } }: Happened<'RevisionApproved' | 'RevisionRejected'>,
): ApprovalDecision => ({
  verdict,
  by,
  at,
  ...(text === '' ? {} : { text }),
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});
