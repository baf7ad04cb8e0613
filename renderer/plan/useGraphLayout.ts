/** Has the worker lay out a graph, remembers the last layouts, and forgets answers to questions that are no longer asked. */
import { useEffect, useState } from 'react';
import type { ArrowRoute, Layout, LayoutRequest } from './layout.ts';
import type { Place } from './geometry.ts';

export type ReadyLayout = {
  readonly state: 'ready';
  readonly places: ReadonlyMap<string, Place>;
  readonly routes: readonly ArrowRoute[];
};

export type GraphLayout = { readonly state: 'working' } | { readonly state: 'failed' } | ReadyLayout;

/** By what is laid out: the same parts, folded the same way, have the same places, whatever their states are. */
const remembered = new Map<string, ReadyLayout>();
const MOST_REMEMBERED = 16;

function remember(shape: string, { places, routes }: Layout): void {
  remembered.set(shape, { state: 'ready', places: new Map(places.map(place => [place.key, place])), routes });
  const oldest = remembered.keys().next().value;
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** `shape` is the request as JSON: the same text as long as the graph is the same. */
export function useGraphLayout(shape: string | undefined): GraphLayout {
  const [outcome, setOutcome] = useState<{ readonly shape: string; readonly failed: boolean } | null>(null);
  useEffect(() => {
    if (shape === undefined || remembered.has(shape)) return undefined;
    let worker: Worker;
    try {
      worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });
    } catch {
      setOutcome({ shape, failed: true });
      return undefined;
    }
    worker.addEventListener('message', (message: MessageEvent<Layout>) => {
      remember(shape, message.data);
      setOutcome({ shape, failed: false });
      worker.terminate();
    });
    worker.addEventListener('error', () => setOutcome({ shape, failed: true }));
    const request: LayoutRequest = JSON.parse(shape);
    worker.postMessage(request);
    return () => worker.terminate();
  }, [shape]);
  const ready = shape === undefined ? undefined : remembered.get(shape);
  if (ready) return ready;
  return { state: outcome?.failed && outcome.shape === shape ? 'failed' : 'working' };
}
