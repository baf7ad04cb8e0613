/** Starts what is done to many at once: the approval of orders, deeds on steps of plans, and taking those back (features A9, X8, ux.md G7). */
import type { Database } from 'better-sqlite3';
import { findJob, listJobItems, type Job } from '../../../db/jobs.ts';
import { findPerson } from '../../../db/people.ts';
import { findPolicy } from '../../../db/policy.ts';
import { transaction } from '../../../db/transaction.ts';
import { addChunk, findUpload, startUpload } from '../../../db/uploads.ts';
import type { JsonValue } from '../../domain/json.ts';
import { mayApprove } from '../../domain/policy/whoApproves.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { batchLimit, type StepItem } from '../../../preload/contract/batch.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { digestOf } from '../commands/commandDigest.ts';
import type { Jobs } from '../intake/jobs.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import { commandOf, isBatch, type BatchDetail, type BatchKindName } from './batchJob.ts';
import { nameOfStep, type StepsInput } from './stepsWork.ts';
import type { UndoItem } from './undoWork.ts';

type CannotUndo = Extract<Refusal, { readonly code: 'CannotUndo' }>;

type Parts = { readonly db: Database; readonly jobs: Jobs; readonly now: () => string };

export function batchCommands(parts: Parts): Handlers<'batch.approve' | 'steps.run' | 'steps.undo'> {
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
      const input = { deed, ...orderOf(items) };
      return begin(parts, { id, kind: 'steps', items, input, asked: { deed, items }, by: person.id });
    },
    'steps.undo': ({ commandId: id, jobId }) => {
      const person = findSitting(db);
      if (person === undefined) return err({ code: 'NobodyChosen' });
      const job = findJob(db, jobId);
      if (job === undefined || !isBatch(job.kind)) return err({ code: 'NotFound', subject: 'document', id: jobId });
      const back = takenBack(db, job, person.id);
      if (!back.ok) return back;
      const { items, input } = back.value;
      return begin(parts, { id, kind: 'undoSteps', items, input, asked: { jobId }, by: person.id });
    },
  };
}

/** The order that all of them are of, when it is one: its plan shows the batch. */
function orderOf(items: readonly StepItem[]): { readonly orderId?: string } {
  const [first] = items;
  return first !== undefined && items.every(({ orderId }) => orderId === first.orderId)
    ? { orderId: first.orderId }
    : {};
}

/** The actions of the batch that came to something, last first, with what is known of the batch: a later one may build on an earlier. */
function takenBack(
  db: Database,
  { id, kind, state, by, input }: Job,
  person: string,
): Result<{ readonly items: readonly UndoItem[]; readonly input: object }, Refusal> {
  const cannot = (why: CannotUndo['why']) => err<CannotUndo>({ code: 'CannotUndo', why, on: [] });
  const { deed, orderId } = input as unknown as StepsInput;
  if (by !== person) return cannot('notYours');
  // Trying again resolves fallouts: a decision about them, which stays.
  if (kind !== 'steps' || deed.type === 'retry') return cannot('notUndoable');
  if (state === 'running') return cannot('underWay');
  const items = listJobItems(db, id, 0, batchLimit, 'succeeded')
    .map(({ orderId: of = '', detail }): UndoItem => {
      const { task = 0 } = detail as unknown as BatchDetail;
      return { orderId: of, task, action: commandOf(id, nameOfStep({ orderId: of, task })) };
    })
    .toReversed();
  if (items.length === 0) return cannot('nothingDone');
  return ok({ items, input: { deed, of: id, ...(orderId !== undefined && { orderId }) } });
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
