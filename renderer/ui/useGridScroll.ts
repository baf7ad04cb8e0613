/** Follows the scrolling of a grid: which rows are in sight, how to bring one there, and when to load more. */
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { rowWindow, scrollTopFor, type RowWindow } from './rowWindow.ts';

/** Used until the first measurement, and where nothing can be measured. */
const ASSUMED_VIEWPORT_PX = 600;

/** Rows from the end at which the next page is asked for. */
const LOAD_AHEAD = 30;

export type GridScroll = {
  readonly window: RowWindow;
  readonly visibleRows: number;
  /** Inner width in pixels; infinite where nothing can be measured. */
  readonly width: number;
  readonly onScroll: () => void;
  /** Scrolls no further than needed. */
  readonly reveal: (index: number) => void;
  /** Keeps a row where it is on the screen after it moved by so many rows. */
  readonly anchor: (rowsMoved: number) => void;
};

export function useGridScroll(
  viewport: RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  onMore: (() => void) | undefined,
  /** Height of what stays on top inside the viewport, such as a sticky header. */
  inset = 0,
): GridScroll {
  const [place, setPlace] = useState({ scrollTop: 0, height: ASSUMED_VIEWPORT_PX, width: Infinity });

  const measure = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    const { scrollTop, clientHeight, clientWidth } = element;
    const next = { scrollTop, height: heightOf(clientHeight, inset), width: clientWidth || Infinity };
    setPlace(old =>
      old.scrollTop === next.scrollTop && old.height === next.height && old.width === next.width ? old : next,
    );
  }, [inset, viewport]);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure, viewport]);

  const view = { scrollTop: place.scrollTop, viewport: place.height, rowHeight, count };
  const shown = rowWindow(view);

  const nearEnd = shown.end + LOAD_AHEAD >= count;
  useEffect(() => {
    if (nearEnd) onMore?.();
  }, [nearEnd, onMore, count]);

  const reveal = useCallback(
    (index: number) => {
      const element = viewport.current;
      if (!element) return;
      const height = heightOf(element.clientHeight, inset);
      const top = scrollTopFor(index, { scrollTop: element.scrollTop, viewport: height, rowHeight, count });
      if (top === undefined) return;
      element.scrollTop = top;
      measure();
    },
    [count, inset, measure, rowHeight, viewport],
  );

  const anchor = useCallback(
    (rowsMoved: number) => {
      const element = viewport.current;
      if (!element || element.scrollTop === 0) return;
      element.scrollTop += rowsMoved * rowHeight;
      measure();
    },
    [measure, rowHeight, viewport],
  );

  const visibleRows = Math.floor(place.height / rowHeight);
  return { window: shown, visibleRows, width: place.width, onScroll: measure, reveal, anchor };
}

/** Of the rows alone. */
const heightOf = (clientHeight: number, inset: number): number =>
  clientHeight > inset ? clientHeight - inset : ASSUMED_VIEWPORT_PX;
