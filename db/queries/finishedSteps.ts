/** The tasks of one kind of step that were done last: when they were worked on, and by which team. */
import type { Database } from 'better-sqlite3';
import type { OrderTask } from '../../main/domain/order/order.ts';
import { preparedArrays } from '../statements.ts';

/** Moments are milliseconds since 1970. */
export type FinishedStep = {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly team: string | undefined;
  readonly pauses: OrderTask['pauses'];
};

export const finishedStepsSql = `
  SELECT started_at, ended_at, group_id, pauses FROM finished_step WHERE step = ? ORDER BY ended_at DESC LIMIT ?`;

/** Newest first, at most `limit` of them. */
export const listFinishedSteps = (db: Database, step: string, limit: number): readonly FinishedStep[] =>
  preparedArrays<[number, number, string | null, string | null]>(db, finishedStepsSql)
    .all(step, limit)
    .map(([startedAt, endedAt, team, pauses]) => ({
      startedAt,
      endedAt,
      team: team ?? undefined,
      pauses: pauses === null ? undefined : (JSON.parse(pauses) as OrderTask['pauses']),
    }));
