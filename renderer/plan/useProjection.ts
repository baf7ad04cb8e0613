/** Which projection of the plan is shown; the focus stays in the plan when another takes its place. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { focusPane } from '../shell/panes.ts';
import { projectionOf, rememberProjection } from './planMemory.ts';
import type { Projection } from './projections.ts';

export type ProjectionState = {
  readonly projection: Projection;
  readonly show: (projection: Projection) => void;
  /** Around the projection. */
  readonly main: RefObject<HTMLDivElement | null>;
  /** Leads the focus into it. */
  readonly toPlan: () => void;
};

export function useProjection(orderId: string): ProjectionState {
  const [projection, setProjection] = useState(() => projectionOf(orderId));
  useEffect(() => rememberProjection(orderId, projection), [orderId, projection]);
  const main = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const toPlan = useCallback((): void => {
    const pane = main.current?.querySelector<HTMLElement>('[data-pane]');
    if (pane) focusPane(pane);
  }, []);
  const show = useCallback((next: Projection) => {
    hadFocus.current = main.current?.contains(document.activeElement) ?? false;
    setProjection(next);
  }, []);
  useEffect(() => {
    if (!hadFocus.current) return undefined;
    hadFocus.current = false;
    // Rows are drawn when the place for them has been measured.
    const frame = requestAnimationFrame(() => {
      const pane = main.current?.querySelector<HTMLElement>('[data-pane]');
      // In a low window what stands above the plan stays where it was.
      if (pane && document.activeElement === document.body) focusPane(pane, { preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [projection]);
  return { projection, show, main, toPlan };
}
