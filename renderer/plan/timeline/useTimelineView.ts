/** How the timeline is looked at: its scale, whether dependencies are drawn, and the handle its buttons and keys act on. */
import { useMemo, useRef, useState, type RefObject } from 'react';
import type { ScaleName } from './scale.ts';

/** Everything in sight, or so many pixels a day. */
export type Zoom = 'fit' | number;

export type TimelineHandle = {
  readonly show: (scale: ScaleName | 'fit') => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
};

export type TimelineView = {
  readonly zoom: Zoom;
  readonly setZoom: (zoom: Zoom) => void;
  readonly hasLinks: boolean;
  readonly setLinks: (hasLinks: boolean) => void;
  /** Null while no timeline is drawn. */
  readonly handle: RefObject<TimelineHandle | null>;
};

export function useTimelineView(): TimelineView {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [hasLinks, setLinks] = useState(true);
  const handle = useRef<TimelineHandle>(null);
  return useMemo(() => ({ zoom, setZoom, hasLinks, setLinks, handle }), [zoom, hasLinks]);
}
