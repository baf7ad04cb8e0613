/** Approves the orders of a frozen list one by one (features A9). */
import { findOrderRow } from '../../../db/queries/orderPages.ts';
import type { BatchItem } from '../../../preload/contract/batch.ts';
import type { JobWork } from '../intake/jobs.ts';
import { batchWork, type BatchParts } from './batchJob.ts';

/** Approvals per transaction: a large plan takes longer than the import of a document. */
const SIZE = 5;

export const approveWork = (parts: BatchParts): JobWork =>
  batchWork<BatchItem>(parts, {
    size: SIZE,
    stepOf: ({ orderId, seen }) => ({
      orderId,
      name: orderId,
      about: { number: findOrderRow(parts.db, orderId)?.number ?? '' },
      carryOut: (commandId, who) => parts.execute(orderId, commandId, { type: 'approve', seen }, who),
      isSettled: () => (findOrderRow(parts.db, orderId)?.state ?? 'new') !== 'new',
    }),
  });
