/** Has the worker lay out a graph, and forgets answers to questions that are no longer asked. */
import { useEffect, useState } from 'react';
import type { ArrowRoute, Layout, LayoutRequest } from './layout.ts';
import type { Place } from './geometry.ts';

export type GraphLayout =
  | { readonly state: 'working' }
  | { readonly state: 'failed' }
  | {
      readonly state: 'ready';
      readonly places: ReadonlyMap<string, Place>;
      readonly routes: readonly ArrowRoute[];
    };

/** `request` must be the same object as long as the graph is the same. */
export function useGraphLayout(request: LayoutRequest | undefined): GraphLayout {
  const [layout, setLayout] = useState<GraphLayout>({ state: 'working' });
  useEffect(() => {
    if (!request) return undefined;
    let worker: Worker;
    try {
      worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });
    } catch {
      setLayout({ state: 'failed' });
      return undefined;
    }
    worker.addEventListener('message', (message: MessageEvent<Layout>) => {
      setLayout({
        state: 'ready',
        places: new Map(message.data.places.map(place => [place.key, place])),
        routes: message.data.routes,
      });
      worker.terminate();
    });
    worker.addEventListener('error', () => setLayout({ state: 'failed' }));
    worker.postMessage(request);
    return () => worker.terminate();
  }, [request]);
  return layout;
}
