/** How far a batch is, what came of its items so far, and all of them for a file. */
import { useCallback } from 'react';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { Input, Output } from '../../preload/contract/contract.ts';
import { useAsk, useCall } from '../calls.ts';
import type { Problem } from '../words/refusalWords.ts';

export const outcomes = ['failed', 'skipped', 'succeeded'] as const;
export type Outcome = (typeof outcomes)[number];
export type ResultRow = Output<'batch.results'>['rows'][number];

export type Results = {
  readonly running: boolean;
  /** Broken off before all was reached. */
  readonly stopped: boolean;
  readonly done: number;
  readonly total: number;
  readonly counts: { readonly [O in Outcome]: number };
  /** The first of those with the outcome that is shown; undefined until they have come. */
  readonly rows: readonly ResultRow[] | undefined;
  /** How many more there are. */
  readonly more: number;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
  readonly listAll: (outcome?: Outcome) => Promise<readonly ResultRow[]>;
  readonly stop: () => void;
  readonly pending: boolean;
};

const PAGE = 200;

/** `shown` null is all of them. */
export function useResults(jobId: string, shown: Outcome | null): Results {
  const { ask, pending } = useAsk();
  const job = useCall('job.get', { jobId }).value;
  const results = useCall(
    'batch.results',
    { jobId, ...(shown && { outcome: shown }), after: -1, limit: PAGE },
    { keepPrevious: true },
  );
  const listAll = useCallback(
    async (outcome?: Outcome): Promise<readonly ResultRow[]> => {
      const rows: ResultRow[] = [];
      for (let after: number | null = -1; after !== null;) {
        const input: Input<'batch.results'> = { jobId, ...(outcome && { outcome }), after, limit: PAGE };
        const reply: Reply<Output<'batch.results'>> = await ask('batch.results', input);
        if (!reply.ok) break;
        rows.push(...reply.value.rows);
        after = reply.value.next === null ? null : Number(reply.value.next);
      }
      return rows;
    },
    [ask, jobId],
  );
  const answer = results.value;
  const { done = 0, total = 0, state = 'running' } = job ?? {};
  return {
    running: state === 'running',
    stopped: state === 'canceled' && done < total,
    done,
    total,
    counts: answer?.counts ?? { succeeded: 0, failed: 0, skipped: 0 },
    rows: answer?.rows,
    more: (answer?.total ?? 0) - (answer?.rows.length ?? 0),
    problem: results.problem,
    reload: results.reload,
    listAll,
    stop: () => void ask('job.cancel', { jobId }),
    pending,
  };
}
