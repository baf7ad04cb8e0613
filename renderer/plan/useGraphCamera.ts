/** What of the graph is in sight: what its buttons and keys for zooming do, and that what is selected comes into sight. */
import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, type Ref, type RefObject } from 'react';
import { firstView } from './firstView.ts';
import type { Place } from './geometry.ts';
import type { GraphModel } from './graphModel.ts';

export type GraphView = { readonly fit: () => void; readonly zoomIn: () => void; readonly zoomOut: () => void };

type Input = {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly model: GraphModel;
  readonly places: ReadonlyMap<string, Place>;
  /** What is selected, or the first box of it. */
  readonly wanted: Place | undefined;
  /** What the buttons and keys for zooming act on. */
  readonly view: Ref<GraphView>;
};

const readableZoom = 0.55;
/** Of a frame only the head has to be seen. */
const HEAD_PX = 80;
const whole = { padding: 0.08, maxZoom: 1 };

/** Gives what has to be done when the graph is there for the first time. */
export function useGraphCamera({ container, model, places, wanted, view }: Input): () => void {
  const flow = useReactFlow();
  const duration = useReducedMotion() ? 0 : 160;

  const show = useCallback(
    (place: Place, zoom: number) =>
      void flow.setCenter(place.x + place.width / 2, place.y + place.height / 2, { zoom, duration }),
    [flow, duration],
  );

  useEffect(() => {
    const controls: GraphView = {
      fit: () => void flow.fitView({ ...whole, duration }),
      zoomIn: () => void flow.zoomIn({ duration }),
      zoomOut: () => void flow.zoomOut({ duration }),
    };
    if (typeof view === 'function') view(controls);
    else if (view) view.current = controls;
  }, [flow, duration, view]);

  useEffect(() => {
    if (!wanted || !container.current) return;
    const frame = container.current.getBoundingClientRect();
    const from = flow.flowToScreenPosition({ x: wanted.x, y: wanted.y });
    const to = flow.flowToScreenPosition({
      x: wanted.x + wanted.width,
      y: wanted.y + Math.min(wanted.height, HEAD_PX),
    });
    const inSight = from.x >= frame.left && from.y >= frame.top && to.x <= frame.right && to.y <= frame.bottom;
    if (!inSight) show(wanted, Math.max(flow.getZoom(), readableZoom));
  }, [wanted, container, flow, show]);

  /** The whole graph when it can be read like that, else what is selected, or where the work is. */
  async function start(): Promise<void> {
    await flow.fitView(whole);
    if (flow.getZoom() >= readableZoom || !container.current) return;
    const { width, height } = container.current.getBoundingClientRect();
    if (wanted) show(wanted, 0.9);
    else await flow.setViewport(firstView(model, places, { width, height }));
  }
  return () => void start();
}
