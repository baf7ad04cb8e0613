/** Looks at the orders of a batch slice by slice, so that the app answers other questions in between. */
import { useEffect, useState } from 'react';
import type { Output } from '../../preload/contract/contract.ts';
import { preflightSlice, type BatchItem } from '../../preload/contract/policy.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { Problem } from '../words/refusalWords.ts';

type Found = Output<'batch.preflight'>;

export type Preflight = {
  /** Of the slices looked at so far. */
  readonly found: Found;
  readonly lookedAt: number;
  readonly isDone: boolean;
  readonly problem: Problem | undefined;
  readonly again: () => void;
};

const nothing: Found = { ready: 0, first: 0, excluded: [] };

export function usePreflight(items: readonly BatchItem[]): Preflight {
  const desk = useDesk();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState(nothing);
  const [lookedAt, setLookedAt] = useState(0);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    let isGone = false;
    async function look(): Promise<void> {
      setFound(nothing);
      setLookedAt(0);
      setProblem(undefined);
      for (let at = 0; at < items.length; at += preflightSlice) {
        const slice = items.slice(at, at + preflightSlice);
        const reply = await desk.call('batch.preflight', { items: slice });
        if (isGone) return;
        if (!reply.ok) return setProblem(reply.error);
        const { ready, first, excluded } = reply.value;
        setFound(sum => ({
          ready: sum.ready + ready,
          first: sum.first + first,
          excluded: [...sum.excluded, ...excluded],
        }));
        setLookedAt(at + slice.length);
      }
    }
    void look();
    return () => {
      isGone = true;
    };
  }, [desk, items, attempt]);

  return {
    found,
    lookedAt,
    isDone: lookedAt >= items.length,
    problem,
    again: () => setAttempt(count => count + 1),
  };
}
