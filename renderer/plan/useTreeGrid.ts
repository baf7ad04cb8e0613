/** The focus, the keys and the scrolling that the plan's tree has with and without bars beside it. */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useGridScroll, type GridScroll } from '../ui/useGridScroll.ts';
import type { PlanRow } from './planRows.ts';
import type { MarkState } from './steps/stepMarks.ts';
import { findTreeMove } from './treeMoves.ts';

export const ROW_PX = 34;

/** Marking of several rows, for what is done to many steps at once. */
export type TreeMarking = {
  /** The boxes to mark with are shown. */
  readonly isOn: boolean;
  /** `total` is how many steps are below the part. */
  readonly markOf: (key: string, total: number) => MarkState;
  readonly onToggle: (key: string) => void;
  readonly onAdd: (rows: readonly PlanRow[]) => void;
  /** The same by key, with all that is below each. */
  readonly onAddKeys: (keys: readonly string[]) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
};

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
  /** Undefined where nothing can be done. */
  readonly marking?: TreeMarking | undefined;
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
  /** As a click does: with Ctrl it marks the row too, with Shift all rows up to it. */
  readonly press: (key: string, held: Held) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

type Held = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };

/** `headPx` is the height of the header that stays on top of the rows. */
export function useTreeGrid(props: TreeGridProps, headPx: number): TreeGrid {
  const { rows, selected, onExpand, onOpen, marking } = props;
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

  // The selection may come from the graph or from a link: its row is brought into sight, and has the focus where nothing else
  // has, or where another row has it.
  const { reveal } = scroll;
  useEffect(() => {
    if (chosen < 0) return;
    reveal(chosen);
    const { activeElement, body } = document;
    const isOnRow = activeElement?.getAttribute('role') === 'row' && viewport.current?.contains(activeElement);
    if (activeElement === body || isOnRow) focusRow();
  }, [chosen, reveal, focusRow]);

  const latest = useRef({ ...props, at });
  latest.current = { ...props, at };
  const select = useRef((key: string) => {
    // Nothing is drawn anew for what is selected already, and a later drawing must not take the focus.
    if (key === latest.current.selected) focusRow();
    else {
      focusWanted.current = true;
      latest.current.onSelect(key);
    }
  }).current;

  const press = useRef((key: string, held: Held) => {
    const { rows: all, at: from, marking: marks } = latest.current;
    if (held.shiftKey)
      marks?.onAdd(
        rowsBetween(
          all,
          from,
          all.findIndex(row => row.key === key),
        ),
      );
    else if (held.ctrlKey || held.metaKey) marks?.onToggle(key);
    select(key);
  }).current;

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[at];
    if (!isMarkedBy(event, row, marking)) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const move = findTreeMove(rows, row?.key ?? null, event.key, Math.max(1, scroll.visibleRows - 1));
      if (move?.kind === 'focus') {
        if (event.shiftKey)
          marking?.onAdd(
            rowsBetween(
              rows,
              at,
              rows.findIndex(one => one.key === move.key),
            ),
          );
        select(move.key);
      } else if (move) onExpand(move.key, move.kind === 'expand');
      else if (event.key === 'Enter' && row) onOpen(row.key);
      else if (!isMoveKey(event.key)) return;
    }
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
  return { viewport, scroll, drawn, select, press, onKeyDown };
}

/** True when the key marked something, or took all marks away. */
function isMarkedBy(event: KeyboardEvent, row: PlanRow | undefined, marking: TreeMarking | undefined): boolean {
  if (!marking || event.altKey) return false;
  const isHeld = event.ctrlKey || event.metaKey;
  if (isHeld && event.key === 'a') marking.onAll();
  else if (isHeld) return false;
  else if (event.key === 'Escape' && marking.isOn) marking.onClear();
  else if ((event.key === ' ' || event.key === 'x') && row?.kind === 'node') marking.onToggle(row.key);
  else return false;
  return true;
}

const rowsBetween = (rows: readonly PlanRow[], from: number, to: number): readonly PlanRow[] =>
  rows.slice(Math.min(from, to), Math.max(from, to) + 1);

/** These keys move here even where there is nowhere to go, and must not reach anything else. */
const isMoveKey = (key: string): boolean =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'j', 'k'].includes(key);
