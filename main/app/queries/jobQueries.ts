/** Answers how far an import is and what became of each of its documents. */
import type { Database } from 'better-sqlite3';
import { countOutcomes, findJob, listJobItems, listJobs, type Job, type JobItem } from '../../../db/jobs.ts';
import { batchKinds } from '../../../preload/contract/batch.ts';
import type { DocumentResult, Job as JobView } from '../../../preload/contract/intake.ts';
import { err, ok } from '../../domain/result.ts';
import { isBatch } from '../batch/batchJob.ts';
import type { ImportDetail } from '../intake/importOrders.ts';
import type { JobProblem } from '../intake/jobs.ts';
import type { Handlers } from '../sides.ts';

const RECENT = 20;

type Outcomes = Readonly<Record<string, number>>;

const kinds = ['catalog', 'demo', ...batchKinds] as const;
const imports = ['orders', 'catalog', 'demo'] as const;

export function viewJob(job: Job, outcomes: Outcomes): JobView {
  return {
    id: job.id,
    kind: kinds.find(kind => kind === job.kind) ?? 'orders',
    file: job.label,
    state: job.state === 'done' ? 'completed' : job.state,
    done: job.done,
    total: job.total ?? 0,
    imported: outcomes['imported'] ?? 0,
    duplicate: outcomes['duplicate'] ?? 0,
    refused: outcomes['refused'] ?? 0,
    startedAt: job.startedAt,
    endedAt: job.endedAt ?? null,
    problem: job.problem === undefined ? null : problemOf(job.problem),
  };
}

function problemOf(text: string): JobView['problem'] {
  const { code, facts } = JSON.parse(text) as JobProblem;
  return { code, facts: { ...facts } };
}

export function jobQueries(db: Database): Handlers<'job.get' | 'job.recent' | 'job.results'> {
  const view = (job: Job): JobView => viewJob(job, countOutcomes(db, job.id));
  return {
    'job.get': ({ jobId }) => {
      const job = findJob(db, jobId);
      return job === undefined ? err({ code: 'NotFound', subject: 'document', id: jobId }) : ok(view(job));
    },
    'job.recent': () => ok({ jobs: listJobs(db, { kinds: imports }, RECENT).map(view) }),
    'job.results': ({ jobId, outcome, after, limit }) => {
      const job = findJob(db, jobId);
      // The results of a batch are of another shape and have a call of their own.
      if (job !== undefined && isBatch(job.kind)) return ok({ rows: [], next: null, total: 0 });
      const outcomes = countOutcomes(db, jobId);
      const total =
        outcome === undefined ? Object.values(outcomes).reduce((sum, n) => sum + n, 0) : (outcomes[outcome] ?? 0);
      // `after` is the index of the last document already had, -1 before the first.
      const rows = listJobItems(db, jobId, after + 1, limit + 1, outcome).map(viewResult);
      const shown = rows.slice(0, limit);
      return ok({ rows: shown, next: rows.length > limit ? String(shown.at(-1)?.index) : null, total });
    },
  };
}

function viewResult({ n, label, outcome, orderId, detail }: JobItem): DocumentResult {
  const { path, orderNumber, understood, problems } = detail as unknown as ImportDetail;
  return {
    index: n,
    path,
    outcome: outcome as DocumentResult['outcome'],
    orderId: orderId ?? null,
    orderNumber,
    label: label === '' ? null : label,
    understood: [...understood] as DocumentResult['understood'],
    problems: problems.map(problem => ({ ...problem, facts: { ...problem.facts } })),
  };
}
