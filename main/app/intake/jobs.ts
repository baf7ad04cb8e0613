/** Runs long work in bounded transactions, giving way between them, so that commands are answered while it goes on; it can be canceled, and goes on after a crash. */
import type { Database } from 'better-sqlite3';
import { StoreError } from '../../../db/errors.ts';
import {
  addJobItem,
  endJob,
  findJob,
  listRunningJobs,
  reopenJob,
  setJobTotal,
  startJob,
  type JobItem,
  type NewJob,
} from '../../../db/jobs.ts';
import { transaction } from '../../../db/transaction.ts';

/** What one kind of job does; `begin` is asked again after a crash and must give the same items in the same order. */
export type JobWork = {
  readonly begin: (job: RunningJob) => JobSteps | { readonly problem: JobProblem };
};

/** Why a whole job failed, such as a file that is not JSON. */
export type JobProblem = { readonly code: string; readonly facts: Readonly<Record<string, string>> };

export type RunningJob = Pick<NewJob, 'id' | 'kind' | 'label' | 'input' | 'by' | 'uploadId' | 'startedAt'>;

export type JobSteps = {
  readonly total: number;
  /** Items per transaction, where they are larger than usual. */
  readonly batch?: number;
  /** Does item `n` in the transaction it is called in; `failed` items count as not done. */
  readonly step: (n: number) => JobItem & { readonly failed?: boolean };
  /** What the items leave to be done, each step in a transaction of its own; begun again after a crash. */
  readonly after?: () => Generator<undefined, void>;
  /** Tidies up at the end, in a transaction of its own. */
  readonly end?: () => void;
};

export type JobsParts = {
  readonly db: Database;
  readonly now: () => string;
  readonly works: Readonly<Record<string, JobWork>>;
  readonly onChange: (jobId: string, orderIds: readonly string[]) => void;
  readonly report: (bug: unknown, job: string) => void;
  /** A transaction of a job was rolled back: what memory holds of it is not so. */
  readonly onBroken?: () => void;
};

/** Items per transaction: few enough that a command in between never waits long. */
const BATCH = 25;

export type Jobs = {
  readonly start: (job: NewJob) => void;
  readonly cancel: (jobId: string) => void;
  /** Takes a failed or canceled job up again where it stopped; one that is not there is a bug. */
  readonly again: (jobId: string) => void;
  /** Goes on with what a crash or a quit interrupted. */
  readonly resume: () => void;
  /** Resolves when nothing is running any more. */
  readonly idle: () => Promise<void>;
  /** Stops after the batch under way; the jobs stay running in the file, and go on at the next start. */
  readonly stop: () => void;
};

export function createJobs({ db, now, works, onChange, report, onBroken }: JobsParts): Jobs {
  const canceled = new Set<string>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  const end = (id: string, state: 'done' | 'canceled' | 'failed', problem?: JobProblem): void => {
    transaction(db, () => endJob(db, id, state, now(), problem === undefined ? undefined : JSON.stringify(problem)));
    onChange(id, []);
  };

  async function run(job: RunningJob): Promise<void> {
    // The caller is answered first; what follows may take a while.
    await givingWay();
    try {
      const begun = works[job.kind]?.begin(job) ?? { problem: { code: 'unknownKind', facts: {} } };
      if ('problem' in begun) return end(job.id, 'failed', begun.problem);
      transaction(db, () => setJobTotal(db, job.id, begun.total));
      for (let n = findJob(db, job.id)?.done ?? 0; n < begun.total;) {
        if (stopped) return;
        if (canceled.has(job.id)) return end(job.id, 'canceled');
        const until = Math.min(n + (begun.batch ?? BATCH), begun.total);
        const orderIds = transaction(db, () => runBatch(job.id, begun, n, until));
        n = until;
        onChange(job.id, orderIds);
        await givingWay();
      }
      const rest = begun.after?.() ?? [].values();
      while (transaction(db, () => rest.next()).done !== true) {
        await givingWay();
        if (stopped) return;
      }
      const tidy = begun.end;
      if (tidy !== undefined) transaction(db, tidy);
      end(job.id, 'done');
    } catch (bug) {
      onBroken?.();
      report(bug, job.label);
      fail(job.id, bug);
    }
  }

  /** Where not even that can be written, the job stays running in the file and goes on at the next start. */
  function fail(id: string, bug: unknown): void {
    try {
      end(id, 'failed', problemOf(bug));
    } catch (another) {
      report(another, id);
    }
  }

  function runBatch(id: string, { step }: JobSteps, from: number, until: number): readonly string[] {
    const orderIds: string[] = [];
    for (let n = from; n < until; n += 1) {
      const { failed = false, ...item } = step(n);
      addJobItem(db, id, item, failed);
      if (item.orderId !== undefined) orderIds.push(item.orderId);
    }
    return orderIds;
  }

  const launch = (job: RunningJob): void => {
    const going = run(job).finally(() => running.delete(going));
    running.add(going);
  };

  return {
    start: job => {
      transaction(db, () => startJob(db, job));
      launch(job);
    },
    cancel: jobId => void canceled.add(jobId),
    again: jobId => {
      const job = findJob(db, jobId);
      if (job === undefined) throw new Error(`There is no job ${jobId}`);
      canceled.delete(jobId);
      transaction(db, () => reopenJob(db, jobId));
      launch(job);
    },
    resume: () => {
      for (const job of listRunningJobs(db)) launch(job);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    stop: () => {
      stopped = true;
    },
  };
}

const problemOf = (bug: unknown): JobProblem =>
  bug instanceof StoreError ? { code: 'storage', facts: { message: bug.message } } : { code: 'internal', facts: {} };

const givingWay = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
