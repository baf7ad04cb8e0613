/** What of the graph is in sight: what its buttons and keys for zooming do, and that what is selected comes into sight. */
import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useEffect, type Ref, type RefObject } from 'react';
import { boundsOf, centredOn, readableZoom, whole } from './firstView.ts';
import type { Place } from './geometry.ts';

export type GraphView = { readonly fit: () => void; readonly zoomIn: () => void; readonly zoomOut: () => void };

type Input = {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly places: ReadonlyMap<string, Place>;
  /** What is selected, or the first box of it. */
  readonly wanted: Place | undefined;
  /** What the buttons and keys for zooming act on. */
  readonly view: Ref<GraphView>;
};

/** Of a frame only the head has to be seen. */
const HEAD_PX = 80;

export function useGraphCamera({ container, places, wanted, view }: Input): void {
  const flow = useReactFlow();
  const duration = useReducedMotion() ? 0 : 160;

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
    if (inSight) return;
    const zoom = Math.max(flow.getZoom(), readableZoom);
    void flow.setViewport(centredOn(wanted, boundsOf([...places.values()]), frame, zoom), { duration });
  }, [wanted, places, container, flow, duration]);
}
