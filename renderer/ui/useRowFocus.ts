/** Which row of a grid has the focus. It follows its row when others come and go, and falls to the next one when its row leaves. */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { QueueGridProps } from './queueGridProps.ts';
import { focusDetail } from './splitFocus.ts';

type Props<Row> = Pick<QueueGridProps<Row>, 'rows' | 'rowKey' | 'onFocusRow' | 'onOpen' | 'openKey' | 'autoFocus'> & {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly reveal: (index: number) => void;
  readonly anchor: (rowsMoved: number) => void;
};

export type RowFocus = {
  /** -1 while there are no rows. */
  readonly index: number;
  readonly moveTo: (index: number) => void;
  /** A click on the row. */
  readonly press: (index: number) => void;
};

type Held = { readonly key: string | null; readonly index: number };

export function useRowFocus<Row>(props: Props<Row>): RowFocus {
  const { rows, rowKey, openKey, autoFocus = false, viewport, reveal, anchor } = props;
  const latest = useRef(props);
  latest.current = props;
  const [held, setHeld] = useState<Held>({ key: openKey ?? null, index: 0 });

  const found = held.key === null ? -1 : findIndex(rows, rowKey, held);
  const index = found >= 0 ? found : Math.min(held.index, rows.length - 1);
  const before = useRef(index);
  const lastFound = useRef<string | null>(null);
  const hadFocus = useRef(false);
  hadFocus.current = viewport.current?.contains(document.activeElement) ?? false;

  const hold = useCallback((next: number) => {
    const row = latest.current.rows[next];
    if (row !== undefined) setHeld({ key: latest.current.rowKey(row), index: next });
  }, []);

  const focusElement = useCallback(
    (next: number) => {
      viewport.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true });
    },
    [viewport],
  );

  const wanted = useRef<number | 'first' | null>(autoFocus ? 'first' : null);
  const isCovered = useRef(false);

  // The row that is open decides where the focus is when it was opened from elsewhere, as soon as it is among the rows.
  const opened = useRef(openKey);
  const awaited = useRef(openKey ?? null);
  useLayoutEffect(() => {
    if (openKey !== opened.current) {
      opened.current = openKey;
      awaited.current = openKey ?? null;
    }
    if (awaited.current === null) return;
    const next = rows.findIndex(row => rowKey(row) === awaited.current);
    if (next < 0) return;
    const isHeld = awaited.current === held.key;
    awaited.current = null;
    if (isHeld) return;
    if (hadFocus.current) wanted.current = next;
    hold(next);
    reveal(next);
  }, [rows, rowKey, openKey, held.key, hold, reveal]);

  // Rows came or went: the focused row stays under the eye, or the next one takes its place.
  useLayoutEffect(() => {
    if (index < 0) return;
    const row = rows[index] as Row;
    const key = rowKey(row);
    if (key === held.key && index === held.index) return;
    const left = found < 0 && held.key !== null && held.key === lastFound.current;
    if (found >= 0) anchor(index - before.current);
    setHeld({ key, index });
    // What was opened meanwhile from elsewhere stays open.
    if (left && (!latest.current.openKey || latest.current.openKey === held.key)) {
      if (hadFocus.current) wanted.current = index;
      latest.current.onFocusRow?.(row, 'left');
    }
  }, [rows, rowKey, index, found, held, anchor]);

  useLayoutEffect(() => {
    before.current = index;
    if (found >= 0) lastFound.current = held.key;
    if (wanted.current === null) return;
    // What was opened above the list meanwhile keeps the focus, and may lead it elsewhere.
    const { activeElement, body } = document;
    if (activeElement?.closest('[role=dialog], [role=menu]')) {
      isCovered.current = true;
      return;
    }
    if (isCovered.current && activeElement !== body) wanted.current = null;
    isCovered.current = false;
    // What a link opened may be in no list that is shown: keys act on it, so the focus goes to it and not to some row.
    if (wanted.current === 'first' && awaited.current !== null && viewport.current && focusDetail(viewport.current)) {
      wanted.current = null;
    }
    if (wanted.current === null || index < 0) return;
    const next = wanted.current === 'first' ? index : wanted.current;
    wanted.current = null;
    reveal(next);
    focusElement(next);
  });

  const moveTo = useCallback(
    (next: number) => {
      const row = latest.current.rows[next];
      if (row === undefined) return;
      awaited.current = null;
      wanted.current = next;
      reveal(next);
      hold(next);
      focusElement(next);
      latest.current.onFocusRow?.(row, 'moved');
    },
    [focusElement, hold, reveal],
  );

  const press = useCallback(
    (next: number) => {
      const row = latest.current.rows[next];
      if (row === undefined) return;
      awaited.current = null;
      hold(next);
      focusElement(next);
      latest.current.onOpen(row, 'pointer');
    },
    [focusElement, hold],
  );

  return { index, moveTo, press };
}

/** The row is nearly always where it was; searching from there keeps a move cheap in a long list. */
function findIndex<Row>(rows: readonly Row[], rowKey: (row: Row) => string, held: Held): number {
  const there = rows[held.index];
  if (there !== undefined && rowKey(there) === held.key) return held.index;
  return rows.findIndex(row => rowKey(row) === held.key);
}
