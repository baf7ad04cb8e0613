/** The scale of the timeline in the place it has: fitted or zoomed around a point, scrolled sideways, and what of it is in sight. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { clampScale, fitted, namedScales, scaleOf, timeAt, xOf, type Scale, type Span } from './scale.ts';
import { beyondOf, nothingBeyond, type Beyond } from './beyond.ts';
import type { PlanSpan } from './planSpan.ts';
import type { TimelineView } from './useTimelineView.ts';

/** Used where nothing can be measured. */
const ASSUMED_WIDTH_PX = 800;
/** Marks are drawn this far beyond the edge, and drawn anew only after scrolling half as far. */
const BEYOND_PX = 400;
const STEP = 1.3;
/** Room for the words beside the last bar. */
const LABEL_PX = 64;

type Input = {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly span: PlanSpan;
  readonly now: number;
  /** Of tree and bars together. */
  readonly width: number;
  readonly treeWidth: number;
  readonly view: TimelineView;
};

export type TimelineScale = {
  readonly scale: Scale;
  readonly seen: Span;
  /** What the fit left out and is not in sight, on either side. */
  readonly beyond: Beyond;
  readonly onScroll: () => void;
  /** Scrolls sideways as far as needed to bring something of it into sight. */
  readonly reveal: (extent: Span) => void;
};

type Anchor = { readonly at: number; readonly offset: number };

export function useTimelineScale({ viewport, span, now, width, treeWidth, view }: Input): TimelineScale {
  const { zoom, setZoom, handle } = view;
  const room = Number.isFinite(width) ? Math.max(120, width - treeWidth) : ASSUMED_WIDTH_PX;
  const pxPerDay = zoom === 'fit' ? fitted(span.work, room - LABEL_PX) : zoom;
  const { from, to } = span;
  const workFrom = span.work.from;
  const scale = useMemo(() => scaleOf({ from, to }, pxPerDay, room), [from, to, pxPerDay, room]);
  const anchor = useRef<Anchor | null>({ at: workFrom, offset: 0 });
  const [left, setLeft] = useState(0);

  const [beyond, setBeyond] = useState(nothingBeyond);
  const outside = useRef(span.outside);
  outside.current = span.outside;

  const onScroll = useCallback(() => {
    const at = viewport.current?.scrollLeft ?? 0;
    setLeft(old => (Math.abs(at - old) < BEYOND_PX / 2 ? old : at));
    const inSight = { from: timeAt(scale, at), to: timeAt(scale, at + room) };
    setBeyond(old => beyondOf(outside.current, inSight, old));
  }, [viewport, scale, room]);

  /** Keeps the moment under `offset` (pixels from the left edge of the bars) where it is. */
  const zoomTo = useCallback(
    (next: number, offset: number) => {
      const at = timeAt(scale, (viewport.current?.scrollLeft ?? 0) + offset);
      anchor.current = { at, offset };
      setZoom(clampScale(next));
    },
    [scale, setZoom, viewport],
  );

  useLayoutEffect(() => {
    const element = viewport.current;
    if (anchor.current && element) element.scrollLeft = xOf(scale, anchor.current.at) - anchor.current.offset;
    if (element) anchor.current = null;
    onScroll();
  }, [scale, onScroll, viewport]);

  useEffect(() => {
    const nowOffset = (): number => {
      const offset = xOf(scale, now) - (viewport.current?.scrollLeft ?? 0);
      return offset >= 0 && offset <= room ? offset : room / 2;
    };
    handle.current = {
      show: name => {
        if (name !== 'fit') zoomTo(namedScales[name], nowOffset());
        else {
          anchor.current = { at: workFrom, offset: 0 };
          setZoom('fit');
        }
      },
      zoomIn: () => zoomTo(pxPerDay * STEP, nowOffset()),
      zoomOut: () => zoomTo(pxPerDay / STEP, nowOffset()),
    };
    return () => {
      handle.current = null;
    };
  }, [handle, scale, now, room, pxPerDay, workFrom, setZoom, zoomTo, viewport]);

  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    function onWheel(event: WheelEvent): void {
      if (!event.ctrlKey || !element) return;
      event.preventDefault();
      const offset = event.clientX - element.getBoundingClientRect().left - treeWidth;
      zoomTo(event.deltaY < 0 ? pxPerDay * STEP : pxPerDay / STEP, Math.max(0, offset));
    }
    // React listens passively, which cannot keep the window from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [viewport, treeWidth, pxPerDay, zoomTo]);

  const reveal = useCallback(
    (extent: Span) => {
      const element = viewport.current;
      if (!element) return;
      const [first, last] = [xOf(scale, extent.from), xOf(scale, extent.to)];
      if (last > element.scrollLeft && first < element.scrollLeft + room) return;
      element.scrollLeft = Math.max(0, first - room / 4);
      onScroll();
    },
    [scale, room, onScroll, viewport],
  );

  const seen = useMemo(
    () => ({
      from: timeAt(scale, Math.max(0, left - BEYOND_PX)),
      to: timeAt(scale, Math.min(scale.width, left + room + BEYOND_PX)),
    }),
    [scale, left, room],
  );
  return { scale, seen, beyond, onScroll, reveal };
}
