/** The job that does the same thing to each item of a frozen list, in the name of the person who asked and with a result of its own for each (features A9). */
import type { Database } from 'better-sqlite3';
import { v5 } from 'uuid';
import { StoreError } from '../../../db/errors.ts';
import type { JobItem } from '../../../db/jobs.ts';
import { findPerson } from '../../../db/people.ts';
import { findReceipt } from '../../../db/receipts.ts';
import { transaction } from '../../../db/transaction.ts';
import { readUpload, removeUpload } from '../../../db/uploads.ts';
import { batchKinds } from '../../../preload/contract/batch.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { err, type Result } from '../../domain/result.ts';
import type { Execute } from '../commands/executor.ts';
import type { JobWork, RunningJob } from '../intake/jobs.ts';
import type { OrderCache } from '../orderCache.ts';

export type BatchParts = {
  readonly db: Database;
  readonly execute: Execute;
  readonly orders: OrderCache;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  readonly report: (bug: unknown, where: string) => void;
};

export type BatchKindName = (typeof batchKinds)[number];
/** Whether it is of the kinds of job whose items are such results. */
export const isBatch = (kind: string): boolean => batchKinds.some(one => one === kind);

export const batchOutcomes = ['succeeded', 'failed', 'skipped'] as const;
export type BatchOutcome = (typeof batchOutcomes)[number];

/** What a job keeps of each item beside its outcome; a batch of orders has neither task nor title. */
export type BatchDetail = {
  readonly number: string;
  readonly refusal: Refusal | null;
  readonly task?: number;
  readonly title?: string;
};

/** One item of the list, as its kind of batch has it done. */
export type BatchStep = {
  readonly orderId: string;
  /** Stands for the item within its batch: said twice, it is done once. */
  readonly name: string;
  readonly about: Omit<BatchDetail, 'refusal'>;
  readonly carryOut: (commandId: string, who: { readonly by: Person; readonly at: string }) => Result<unknown, Refusal>;
  /** The refusal says that there was nothing left to do: nothing failed. */
  readonly isSettled: (refusal: Refusal) => boolean;
};

/** Takes back what of an item was done already, when its next command is refused. */
export class RefusedHalfway extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

type BatchKind<Item> = {
  /** Items per transaction, where they are larger than usual. */
  readonly size?: number;
  readonly stepOf: (item: Item, job: RunningJob) => BatchStep;
};

/** Named after the batch and the item, so that a batch that is resumed or asked for again does nothing twice. */
export const commandOf = (batchId: string, name: string): string => v5(name, batchId);

export const batchWork = <Item>(parts: BatchParts, { size, stepOf }: BatchKind<Item>): JobWork => ({
  begin: job => {
    const items = itemsOf(parts.db, job) as readonly Item[];
    return {
      total: items.length,
      ...(size !== undefined && { batch: size }),
      step: n => {
        const item = items[n];
        if (item === undefined) throw new Error(`Batch ${job.id} has no item ${n}`);
        return resultOf(parts, job, stepOf(item, job), n);
      },
      end: () => job.uploadId !== undefined && removeUpload(parts.db, job.uploadId),
    };
  },
});

/** The list lies where files do on their way in, until the job is done with it. */
const itemsOf = (db: Database, { uploadId }: RunningJob): unknown =>
  JSON.parse(uploadId === undefined ? '[]' : readUpload(db, uploadId));

function resultOf(
  { db, orders, now, report }: BatchParts,
  job: RunningJob,
  { orderId, name, about, carryOut, isSettled }: BatchStep,
  n: number,
): JobItem & { readonly failed: boolean } {
  const commandId = commandOf(job.id, name);
  const result = (outcome: BatchOutcome, refusal: Refusal | null) => {
    const detail = { ...about, refusal } satisfies BatchDetail as unknown as JsonValue;
    return { n, label: about.number, outcome, orderId, detail, failed: outcome === 'failed' };
  };
  if (findReceipt(db, commandId) !== undefined) return result('skipped', null);
  try {
    const done = transaction(db, (): Result<unknown, Refusal> => {
      const by = findPerson(db, job.by);
      if (by === undefined) return err({ code: 'NotFound', subject: 'person', id: job.by });
      return carryOut(commandId, { by, at: now() });
    });
    if (done.ok) return result('succeeded', null);
    return result(isSettled(done.error) ? 'skipped' : 'failed', done.error);
  } catch (thrown) {
    // A full disk is not the item's fault; the job stops here.
    if (thrown instanceof StoreError) throw thrown;
    // The savepoint is rolled back, and what memory holds may be ahead of it.
    orders.clear();
    if (thrown instanceof RefusedHalfway) return result('failed', thrown.refusal);
    // An item that breaks us must not take the others with it.
    report(thrown, `batch ${job.id} ${name}`);
    return result('failed', null);
  }
}
