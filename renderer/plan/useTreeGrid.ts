/** The focus, the keys and the scrolling that the plan's tree has with and without bars beside it. */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useGridScroll, type GridScroll } from '../ui/useGridScroll.ts';
import type { PlanRow } from './planRows.ts';
import { findTreeMove } from './treeMoves.ts';

export const ROW_PX = 34;

export type TreeGridProps = {
  readonly orderNumber: string;
  /** Its name, empty when it has none. */
  readonly account: string;
  readonly rows: readonly PlanRow[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onExpand: (key: string, expanded: boolean) => void;
  /** Enter or a double click. */
  readonly onOpen: (key: string) => void;
  /** Space. */
  readonly onPeek: () => void;
  /** The person in the column `Who`: a name, or the team's. */
  readonly nameOf: (row: { readonly assignee: string | null; readonly group: string | null }) => string;
  /** What is searched for. */
  readonly wanted: string;
  /** The row that stands for missing children came into sight. */
  readonly onRest: (parent: string) => void;
  readonly failed: ReadonlySet<string>;
  readonly onRetry: () => void;
};

export type DrawnRow = {
  readonly row: PlanRow;
  readonly index: number;
  readonly top: number;
  readonly focused: boolean;
};

export type TreeGrid = {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly scroll: GridScroll;
  readonly drawn: readonly DrawnRow[];
  /** Selects a row and gives it the focus. */
  readonly select: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** `headPx` is the height of the header that stays on top of the rows. */
export function useTreeGrid(props: TreeGridProps, headPx: number): TreeGrid {
  const { rows, selected, onSelect, onExpand, onOpen, onPeek } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const scroll = useGridScroll(viewport, rows.length, ROW_PX, undefined, headPx);
  const chosen = rows.findIndex(row => row.key === selected);
  // The one tab stop, also while what is selected has no row here.
  const at = Math.max(0, chosen);
  const focusWanted = useRef(false);
  const focusRow = useRef(() => {
    focusWanted.current = false;
    viewport.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
  }).current;

  useLayoutEffect(() => {
    if (focusWanted.current) focusRow();
  });

  // The selection may come from the graph or from a link: its row is brought into sight.
  const { reveal } = scroll;
  useEffect(() => {
    if (chosen >= 0) reveal(chosen);
  }, [chosen, reveal]);

  const latest = useRef({ onSelect, selected });
  latest.current = { onSelect, selected };
  const select = useRef((key: string) => {
    // Nothing is drawn anew for what is selected already, and a later drawing must not take the focus.
    if (key === latest.current.selected) focusRow();
    else {
      focusWanted.current = true;
      latest.current.onSelect(key);
    }
  }).current;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const move = findTreeMove(rows, row?.key ?? null, event.key, Math.max(1, scroll.visibleRows - 1));
    if (move?.kind === 'focus') select(move.key);
    else if (move) onExpand(move.key, move.kind === 'expand');
    else if (event.key === 'Enter' && row) onOpen(row.key);
    else if (event.key === ' ') onPeek();
    else if (!isMoveKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const { start, end, offset } = scroll.window;
  const indexes = Array.from({ length: Math.max(0, Math.min(end, rows.length) - start) }, (_, index) => start + index);
  if (rows.length > 0 && (at < start || at >= end)) indexes.push(at);
  const drawn = indexes.flatMap(index => {
    const row = rows[index];
    return row ? [{ row, index, top: index * ROW_PX + offset, focused: index === at }] : [];
  });
  return { viewport, scroll, drawn, select, onKeyDown };
}

/** These keys move here even where there is nowhere to go, and must not reach anything else. */
const isMoveKey = (key: string): boolean =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'j', 'k'].includes(key);
