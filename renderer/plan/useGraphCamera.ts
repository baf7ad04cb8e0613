/** What of the graph is in sight: what its buttons and keys for zooming do, and that what is selected comes into sight. */
import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useRef, type Ref, type RefObject } from 'react';
import { centredOn, readableZoom, wholeView, type Room } from './firstView.ts';
import type { Bounds, Place } from './geometry.ts';

export type GraphView = { readonly fit: () => void; readonly zoomIn: () => void; readonly zoomOut: () => void };

type Input = {
  readonly container: RefObject<HTMLDivElement | null>;
  /** Around all that is drawn. */
  readonly picture: Bounds;
  /** What is selected, or the first box of it. */
  readonly wanted: Place | undefined;
  /** What the buttons and keys for zooming act on. */
  readonly view: Ref<GraphView>;
  /** What was looked at first, in the room that there was. */
  readonly firstSeen: Viewport;
  /** What would be looked at first in a room of another size. */
  readonly firstIn: (room: Room) => Viewport;
};

/** Of a frame only the head has to be seen. */
const HEAD_PX = 80;

export function useGraphCamera({ container, picture, wanted, view, firstSeen, firstIn }: Input): void {
  const flow = useReactFlow();
  const duration = useReducedMotion() ? 0 : 160;

  useEffect(() => {
    const controls: GraphView = {
      fit: () => {
        if (container.current) void flow.setViewport(wholeView(picture, roomOf(container.current)), { duration });
      },
      zoomIn: () => void flow.zoomIn({ duration }),
      zoomOut: () => void flow.zoomOut({ duration }),
    };
    if (typeof view === 'function') view(controls);
    else if (view) view.current = controls;
  }, [flow, duration, view, container, picture]);

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
    void flow.setViewport(centredOn(wanted, picture, frame, zoom), { duration });
  }, [wanted, picture, container, flow, duration]);

  // Another projection may leave it more room, or less: what nobody has moved yet is looked at anew.
  const untouched = useRef(firstSeen);
  const latest = useRef(firstIn);
  latest.current = firstIn;
  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    let before = roomOf(element);
    const observer = new ResizeObserver(() => {
      const room = roomOf(element);
      if (room.width === before.width && room.height === before.height) return;
      before = room;
      if (!isSameView(flow.getViewport(), untouched.current)) return;
      untouched.current = latest.current(room);
      void flow.setViewport(untouched.current);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [container, flow]);
}

const roomOf = ({ clientWidth, clientHeight }: HTMLElement): Room => ({ width: clientWidth, height: clientHeight });

const isSameView = (one: Viewport, other: Viewport): boolean =>
  one.x === other.x && one.y === other.y && one.zoom === other.zoom;
