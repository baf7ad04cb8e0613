/** The job that approves a frozen list of orders one by one, each in the name of the person who asked and with a result of its own (features A9). */
import type { Database } from 'better-sqlite3';
import { v5 } from 'uuid';
import { StoreError } from '../../../db/errors.ts';
import type { JobItem } from '../../../db/jobs.ts';
import { findPerson } from '../../../db/people.ts';
import { findOrderRow } from '../../../db/queries/orderPages.ts';
import { findReceipt } from '../../../db/receipts.ts';
import { transaction } from '../../../db/transaction.ts';
import { readUpload, removeUpload } from '../../../db/uploads.ts';
import type { BatchItem } from '../../../preload/contract/policy.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { JsonValue } from '../../domain/json.ts';
import { err, type Result } from '../../domain/result.ts';
import type { Execute } from '../commands/executor.ts';
import type { JobWork, RunningJob } from '../intake/jobs.ts';
import type { OrderCache } from '../orderCache.ts';

export type ApproveParts = {
  readonly db: Database;
  readonly execute: Execute;
  readonly orders: OrderCache;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  readonly report: (bug: unknown, where: string) => void;
};

export const batchOutcomes = ['succeeded', 'failed', 'skipped'] as const;
export type BatchOutcome = (typeof batchOutcomes)[number];

/** What a job keeps of each order beside its outcome. */
export type BatchDetail = { readonly number: string; readonly refusal: Refusal | null };

/** Approvals per transaction: a large plan takes longer than the import of a document. */
const BATCH = 5;

/** Named after the batch and the order, so that a batch that is resumed or asked for again does nothing twice. */
export const commandOf = (batchId: string, orderId: string): string => v5(orderId, batchId);

export const approveWork = (parts: ApproveParts): JobWork => ({
  begin: job => {
    const items = itemsOf(parts.db, job);
    return {
      total: items.length,
      batch: BATCH,
      step: n => {
        const item = items[n];
        if (item === undefined) throw new Error(`Batch ${job.id} has no order ${n}`);
        return stepOf(parts, job, item, n);
      },
      end: () => job.uploadId !== undefined && removeUpload(parts.db, job.uploadId),
    };
  },
});

/** The list lies where files do on their way in, until the job is done with it. */
const itemsOf = (db: Database, { uploadId }: RunningJob): readonly BatchItem[] =>
  JSON.parse(uploadId === undefined ? '[]' : readUpload(db, uploadId)) as BatchItem[];

function stepOf(
  parts: ApproveParts,
  job: RunningJob,
  { orderId, seen }: BatchItem,
  n: number,
): JobItem & { readonly failed: boolean } {
  const { db, execute, orders, now, report } = parts;
  const commandId = commandOf(job.id, orderId);
  const result = (outcome: BatchOutcome, refusal: Refusal | null) => {
    const number = findOrderRow(db, orderId)?.number ?? '';
    const detail = { number, refusal } satisfies BatchDetail as unknown as JsonValue;
    return { n, label: number, outcome, orderId, detail, failed: outcome === 'failed' };
  };
  if (findReceipt(db, commandId) !== undefined) return result('skipped', null);
  try {
    const done = transaction(db, (): Result<unknown, Refusal> => {
      const by = findPerson(db, job.by);
      if (by === undefined) return err({ code: 'NotFound', subject: 'person', id: job.by });
      return execute(orderId, commandId, { type: 'approve', seen }, { by, at: now() });
    });
    if (done.ok) return result('succeeded', null);
    const state = findOrderRow(db, orderId)?.state ?? 'new';
    return result(state === 'new' ? 'failed' : 'skipped', done.error);
  } catch (bug) {
    // A full disk is not the order's fault; the job stops here.
    if (bug instanceof StoreError) throw bug;
    orders.clear();
    // An order that breaks us must not take the others with it; its savepoint is rolled back.
    report(bug, `batch ${job.id} ${orderId}`);
    return result('failed', null);
  }
}
