/** Lists the last batches with what came of them, and remembers which of them a person wants to see no more where they work (features A9, X9). */
import type { Database } from 'better-sqlite3';
import { countOutcomes, findJob, listJobs, type Job } from '../../../db/jobs.ts';
import { findOrderRow } from '../../../db/queries/orderPages.ts';
import { findSetting, putSetting } from '../../../db/settings.ts';
import { transaction } from '../../../db/transaction.ts';
import { batchKinds, type Batch } from '../../../preload/contract/batch.ts';
import { isAllowed, type Person } from '../../domain/people/permissions.ts';
import { err, ok } from '../../domain/result.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import { isBatch } from './batchJob.ts';
import type { StepsInput } from './stepsWork.ts';

const kindsAbout = { orders: ['approve'], steps: ['steps', 'undoSteps'] } as const;

/** A person is only ever shown their last few. */
const MOST_DISMISSED = 100;

/** Whoever decides on orders or hands out work sees what others did to many at once. */
const seesAll = (person: Person): boolean => isAllowed(person, 'order.approve') || isAllowed(person, 'task.assign');

export function recentBatches(db: Database): Handlers<'batch.recent'> {
  return {
    'batch.recent': ({ about, orderId, whose, limit }) => {
      const person = findSitting(db);
      if (person === undefined) return err({ code: 'NobodyChosen' });
      const by = whose === 'own' || !seesAll(person) ? person.id : undefined;
      const kinds = about === undefined ? batchKinds : kindsAbout[about];
      const dismissed = new Set(dismissedBy(db, person.id));
      const jobs = listJobs(db, { kinds, by, orderId }, limit);
      return ok({ batches: jobs.map(job => viewBatch(db, job, dismissed.has(job.id))) });
    },
  };
}

export function dismissals(db: Database): Handlers<'batch.dismiss'> {
  return {
    'batch.dismiss': ({ jobId }) => {
      const person = findSitting(db);
      if (person === undefined) return err({ code: 'NobodyChosen' });
      const job = findJob(db, jobId);
      if (job === undefined || !isBatch(job.kind)) return err({ code: 'NotFound', subject: 'document', id: jobId });
      const others = dismissedBy(db, person.id).filter(id => id !== jobId);
      transaction(db, () => putSetting(db, settingOf(person.id), [jobId, ...others].slice(0, MOST_DISMISSED)));
      return ok({});
    },
  };
}

const settingOf = (person: string): string => `batch.dismissed.${person}`;

const dismissedBy = (db: Database, person: string): readonly string[] =>
  (findSetting(db, settingOf(person)) ?? []) as readonly string[];

function viewBatch(db: Database, job: Job, dismissed: boolean): Batch {
  const { succeeded = 0, failed = 0, skipped = 0 } = countOutcomes(db, job.id);
  const { deed = null, orderId } = job.input as unknown as Partial<StepsInput>;
  return {
    jobId: job.id,
    kind: batchKinds.find(kind => kind === job.kind) ?? 'approve',
    deed,
    order: orderId === undefined ? null : { id: orderId, number: findOrderRow(db, orderId)?.number ?? '' },
    by: job.by,
    state: job.state === 'done' ? 'completed' : job.state,
    done: job.done,
    total: job.total ?? 0,
    counts: { succeeded, failed, skipped },
    startedAt: job.startedAt,
    endedAt: job.endedAt ?? null,
    dismissed,
  };
}
