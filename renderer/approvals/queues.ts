/** Which orders stand in which of the three queues before work starts. */
import type { ApprovalQueue } from '../route.ts';
import type { OrderRow } from '../../preload/contract/order.ts';

export const queueStates: { readonly [Q in ApprovalQueue]: readonly OrderRow['state'][] } = {
  new: ['new'],
  rejected: ['rejected'],
  drafts: ['draft', 'submitted'],
};

export const countNames = { new: 'approvals', rejected: 'rejected', drafts: 'drafts' } as const;
