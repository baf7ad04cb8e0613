/** Starts what is done to many at once: the approval of orders, and deeds on steps of plans (features A9, ux.md G7). */
import type { Database } from 'better-sqlite3';
import { findJob, type Job } from '../../../db/jobs.ts';
import { findPerson } from '../../../db/people.ts';
import { findPolicy } from '../../../db/policy.ts';
import { transaction } from '../../../db/transaction.ts';
import { addChunk, findUpload, startUpload } from '../../../db/uploads.ts';
import type { JsonValue } from '../../domain/json.ts';
import { mayApprove } from '../../domain/policy/whoApproves.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { digestOf } from '../commands/commandDigest.ts';
import type { Jobs } from '../intake/jobs.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import type { BatchKindName } from './batchJob.ts';

type Parts = { readonly db: Database; readonly jobs: Jobs; readonly now: () => string };

export function batchCommands(parts: Parts): Handlers<'batch.approve' | 'steps.run'> {
  const { db, now } = parts;
  return {
    'batch.approve': ({ commandId: id, items }) => {
      const person = findSitting(db);
      if (person === undefined) return err({ code: 'NobodyChosen' });
      const { policy } = findPolicy(db);
      const authority = mayApprove(person, now(), { policy, findPerson: other => findPerson(db, other) });
      if ('code' in authority) return err(authority);
      return begin(parts, { id, kind: 'approve', items, input: {}, asked: items, by: person.id });
    },
    // Whether the person may is asked of every step: what is their own is theirs to hold.
    'steps.run': ({ commandId: id, deed, items }) => {
      const person = findSitting(db);
      if (person === undefined) return err({ code: 'NobodyChosen' });
      return begin(parts, { id, kind: 'steps', items, input: { deed }, asked: { deed, items }, by: person.id });
    },
  };
}

type Batch = {
  readonly id: string;
  readonly kind: BatchKindName;
  readonly items: readonly unknown[];
  /** What the job has to know beside the list. */
  readonly input: object;
  /** What tells it from another batch under the same id. */
  readonly asked: unknown;
  readonly by: string;
};

function begin({ db, jobs, now }: Parts, batch: Batch): Result<{ jobId: string }, Refusal> {
  const { id, kind, items, by } = batch;
  const earlier = findJob(db, id);
  const digest = digestOf(batch.asked);
  if (earlier !== undefined && !isOf(earlier, kind, digest)) {
    return err({ code: 'CommandIdReused', id, order: null, at: earlier.startedAt });
  }
  // Asked for again it is the same batch: under way, done, or taken up where it broke.
  if (earlier !== undefined && earlier.state !== 'failed') return ok({ jobId: id });
  const startedAt = now();
  transaction(db, () => {
    if (findUpload(db, id) !== undefined) return;
    startUpload(db, { id, fileName: 'batch', startedAt, by });
    addChunk(db, id, 0, JSON.stringify(items));
  });
  if (earlier !== undefined) jobs.again(id);
  else {
    const input = { ...batch.input, digest } as JsonValue;
    jobs.start({ id, kind, label: kind, uploadId: id, input, total: items.length, startedAt, by });
  }
  return ok({ jobId: id });
}

/** Batches of before digests were kept are taken to be the same. */
function isOf({ kind, input }: Job, wanted: BatchKindName, digest: string): boolean {
  if (kind !== wanted) return false;
  return typeof input !== 'object' || input === null || !('digest' in input) || input.digest === digest;
}
