/** The worker that lays out the plan's graph, so that the window never waits for it. */
import { layoutGraph, type LayoutRequest } from './layout.ts';

globalThis.addEventListener('message', (message: MessageEvent<LayoutRequest>) => {
  globalThis.postMessage(layoutGraph(message.data));
});
