/** Looks at the items of a batch slice by slice, so that the app answers other questions in between. */
import { useEffect, useState } from 'react';
import type { Reply } from '../../preload/contract/bridge.ts';
import { preflightSlice } from '../../preload/contract/batch.ts';
import type { Problem } from '../words/refusalWords.ts';

export type Preflight<Found> = {
  /** Of the slices looked at so far, first to last. */
  readonly found: readonly Found[];
  readonly lookedAt: number;
  readonly isDone: boolean;
  readonly problem: Problem | undefined;
  readonly again: () => void;
};

/** `ask` is asked anew about everything when it is another function, so it has to stay the same while it asks the same. */
export function usePreflight<Item, Found>(
  items: readonly Item[],
  ask: (slice: Item[]) => Promise<Reply<Found>>,
): Preflight<Found> {
  const [attempt, setAttempt] = useState(0);
  const [looked, setLooked] = useState<{ readonly ask: typeof ask; readonly found: readonly Found[] }>({
    ask,
    found: [],
  });
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    let isGone = false;
    async function look(): Promise<void> {
      const found: Found[] = [];
      setLooked({ ask, found });
      setProblem(undefined);
      for (let at = 0; at < items.length; at += preflightSlice) {
        const reply = await ask(items.slice(at, at + preflightSlice));
        if (isGone) return;
        if (!reply.ok) return setProblem(reply.error);
        found.push(reply.value);
        setLooked({ ask, found: [...found] });
      }
    }
    void look();
    return () => {
      isGone = true;
    };
  }, [ask, items, attempt]);

  // What was found by asking something else says nothing.
  const found = looked.ask === ask ? looked.found : [];
  const lookedAt = Math.min(items.length, found.length * preflightSlice);
  return { found, lookedAt, isDone: lookedAt >= items.length, problem, again: () => setAttempt(count => count + 1) };
}
