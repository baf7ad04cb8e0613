/** Which orders stand in which of the queues that wait for a person. */
import type { ApprovalQueue } from '../route.ts';
import type { OrderRow } from '../../preload/contract/order.ts';

export const queueStates: { readonly [Q in ApprovalQueue]: readonly OrderRow['state'][] } = {
  new: ['new'],
  changes: ['revisionInProgress', 'assessingCancellation'],
  rejected: ['rejected'],
  drafts: ['draft', 'submitted'],
};

export const countNames = { new: 'approvals', changes: 'changes', rejected: 'rejected', drafts: 'drafts' } as const;
