/** Long work in bounded steps: what was asked, how far it is, and the result of every item, so that it can go on after a crash. */
import type { Database } from 'better-sqlite3';
import type { JsonValue } from '../main/domain/json.ts';
import { prepared } from './statements.ts';

export type JobState = 'running' | 'done' | 'canceled' | 'failed';

export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** What a person knows it by, such as the file name. */
  readonly label: string;
  readonly uploadId?: string;
  readonly input: JsonValue;
  /** How many items there are; absent until that is known. */
  readonly total?: number;
  /** Items with a result, failed ones included. */
  readonly done: number;
  readonly failed: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly by: string;
  /** Why the whole job failed, as a code. */
  readonly problem?: string;
};

export type JobItem = {
  /** Place of the item in the job, from 0. */
  readonly n: number;
  readonly label: string;
  /** A code such as `created`, `duplicate` or `refused`. */
  readonly outcome: string;
  readonly orderId?: string;
  readonly detail: JsonValue;
};

type JobRow = {
  id: string;
  kind: string;
  state: JobState;
  label: string;
  upload_id: string | null;
  input: string;
  total: number | null;
  done: number;
  failed: number;
  started_at: string;
  ended_at: string | null;
  by_id: string;
  problem: string | null;
};
type ItemRow = { n: number; label: string; outcome: string; order_id: string | null; detail: string };

const COLUMNS = 'id, kind, state, label, upload_id, input, total, done, failed, started_at, ended_at, by_id, problem';

export type NewJob = Pick<Job, 'id' | 'kind' | 'label' | 'input' | 'startedAt' | 'by' | 'uploadId' | 'total'>;

export function startJob(db: Database, job: NewJob): void {
  const sql = `
    INSERT INTO job (id, kind, state, label, upload_id, input, total, started_at, by_id)
    VALUES (?, ?, 'running', ?, ?, ?, ?, ?, ?)`;
  const { id, kind, label, uploadId, input, total, startedAt, by } = job;
  prepared(db, sql).run(id, kind, label, uploadId ?? null, JSON.stringify(input), total ?? null, startedAt, by);
}

export function findJob(db: Database, id: string): Job | undefined {
  const row = prepared<JobRow>(db, `SELECT ${COLUMNS} FROM job WHERE id = ?`).get(id);
  return row === undefined ? undefined : jobOf(row);
}

/** The job that fills the workspace with the demo, if it was ever asked for. */
export function findDemoJob(db: Database): Job | undefined {
  const row = prepared<JobRow>(
    db,
    `SELECT ${COLUMNS} FROM job WHERE kind = 'demo' ORDER BY position DESC LIMIT 1`,
  ).get();
  return row === undefined ? undefined : jobOf(row);
}

export type JobFilter = {
  readonly kinds: readonly string[];
  /** Started by this person. */
  readonly by?: string | undefined;
  /** About this order, as its input says. */
  readonly orderId?: string | undefined;
};

/** Newest first. */
export function listJobs(db: Database, { kinds, by, orderId }: JobFilter, limit: number): Job[] {
  const sql = `
    SELECT ${COLUMNS} FROM job
    WHERE kind IN (SELECT value FROM json_each(?)) AND (? IS NULL OR by_id = ?)
      AND (? IS NULL OR json_extract(input, '$.orderId') = ?)
    ORDER BY position DESC LIMIT ?`;
  const [whose, about] = [by ?? null, orderId ?? null];
  return prepared<JobRow>(db, sql).all(JSON.stringify(kinds), whose, whose, about, about, limit).map(jobOf);
}

/** Jobs that a crash or a quit interrupted, oldest first; each goes on at item `done`. */
export const listRunningJobs = (db: Database): Job[] =>
  prepared<JobRow>(db, `SELECT ${COLUMNS} FROM job WHERE state = 'running' ORDER BY position`).all().map(jobOf);

export function setJobTotal(db: Database, id: string, total: number): void {
  prepared(db, 'UPDATE job SET total = ? WHERE id = ?').run(total, id);
}

/** Records the result of the next item; call it in the transaction that did the item. Items must come in order. */
export function addJobItem(db: Database, id: string, item: JobItem, failed: boolean): void {
  const counted = prepared(db, 'UPDATE job SET done = done + 1, failed = failed + ? WHERE id = ? AND done = ?').run(
    failed ? 1 : 0,
    id,
    item.n,
  );
  if (counted.changes !== 1) throw new Error(`Item ${item.n} is not the next one of job ${id}.`);
  prepared(db, 'INSERT INTO job_item (job_id, n, label, outcome, order_id, detail) VALUES (?, ?, ?, ?, ?, ?)').run(
    id,
    item.n,
    item.label,
    item.outcome,
    item.orderId ?? null,
    JSON.stringify(item.detail),
  );
  const count = `INSERT INTO job_outcome (job_id, outcome, n) VALUES (?, ?, 1)
    ON CONFLICT (job_id, outcome) DO UPDATE SET n = n + 1`;
  prepared(db, count).run(id, item.outcome);
}

export function endJob(
  db: Database,
  id: string,
  state: Exclude<JobState, 'running'>,
  at: string,
  problem?: string,
): void {
  prepared(db, 'UPDATE job SET state = ?, ended_at = ?, problem = ? WHERE id = ?').run(state, at, problem ?? null, id);
}

/** Takes a failed or canceled job up again where it stopped. */
export function reopenJob(db: Database, id: string): void {
  prepared(db, "UPDATE job SET state = 'running', ended_at = NULL, problem = NULL WHERE id = ?").run(id);
}

/** Results in order, from item `fromN` on; only those with one outcome, when it is given. */
export function listJobItems(db: Database, id: string, fromN: number, limit: number, outcome?: string): JobItem[] {
  const select = 'SELECT n, label, outcome, order_id, detail FROM job_item WHERE job_id = ?';
  const rest = 'n >= ? ORDER BY n LIMIT ?';
  const rows =
    outcome === undefined
      ? prepared<ItemRow>(db, `${select} AND ${rest}`).all(id, fromN, limit)
      : prepared<ItemRow>(db, `${select} AND outcome = ? AND ${rest}`).all(id, outcome, fromN, limit);
  return rows.map(itemOf);
}

/** How many of the items done so far have each outcome; as quick for a million items as for ten. */
export function countOutcomes(db: Database, id: string): Readonly<Record<string, number>> {
  const sql = 'SELECT outcome, n FROM job_outcome WHERE job_id = ? ORDER BY outcome';
  const rows = prepared<{ outcome: string; n: number }>(db, sql).all(id);
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    label: row.label,
    ...(row.upload_id !== null && { uploadId: row.upload_id }),
    input: JSON.parse(row.input) as JsonValue,
    ...(row.total !== null && { total: row.total }),
    done: row.done,
    failed: row.failed,
    startedAt: row.started_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    by: row.by_id,
    ...(row.problem !== null && { problem: row.problem }),
  };
}

function itemOf({ n, label, outcome, order_id: orderId, detail }: ItemRow): JobItem {
  return { n, label, outcome, ...(orderId !== null && { orderId }), detail: JSON.parse(detail) as JsonValue };
}
