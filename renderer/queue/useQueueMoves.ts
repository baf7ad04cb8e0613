/** What is open beside a queue: it follows the focus when that comes to rest, and goes on to the next row when the work on it has ended. */
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { typeAheadOf, useHold } from '../actions/typeAhead.ts';
import { afterFrame } from '../afterFrame.ts';
import { readSettings } from '../settings/settings.ts';
import { focusPane } from '../shell/panes.ts';

/** Holding J must not open everything on the way (ux.md G2). */
const REST_MS = 120;
/** So long a key waits for the next row after the work on one has ended; there may be none. */
const NEXT_MS = 500;
const BESIDE = '(min-width: 75em)';

type Props<Row> = {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The key of what the address names; null when it names nothing. */
  readonly named: string | null;
  /** Puts a row into the address. */
  readonly show: (row: Row, how: { readonly replace: boolean }) => void;
};

export type QueueMoves<Row> = {
  /** The key of what is open: what is named, or in a wide window the first row. */
  readonly shown: string | null;
  /** False while the focus is already on another row than what is open; nothing may be decided then. */
  readonly settled: boolean;
  readonly onFocusRow: (row: Row, why: 'moved' | 'left') => void;
  readonly onOpen: (row: Row) => void;
  /** The work on what is open has ended: goes on to the next row as soon as its own leaves the queue. */
  readonly onEnded: () => void;
};

export function useQueueMoves<Row>({ rows, keyOf, named, show }: Props<Row>): QueueMoves<Row> {
  const beside = useMediaQuery(BESIDE, window.matchMedia(BESIDE).matches) ?? false;
  const [first] = rows;
  const shown = named ?? (beside && first !== undefined ? keyOf(first) : null);
  const [moved, setMoved] = useState<Row | null>(null);
  const [rested] = useDebouncedValue(moved, REST_MS);
  const ended = useRef(false);
  const next = useRef<Row | null>(null);
  const latestShow = useRef(show);
  latestShow.current = show;

  const isShown = moved !== null && keyOf(moved) === shown;
  useEffect(() => {
    if (isShown) setMoved(null);
    else if (moved !== null && rested === moved) latestShow.current(moved, { replace: true });
  }, [rested, moved, isShown]);

  useHold(moved === null || isShown ? null : 'move', () => {
    if (moved !== null) latestShow.current(moved, { replace: true });
  });

  const typeAhead = typeAheadOf(useQueryClient());
  const noMore = useRef(() => {});
  /** Keys pressed right after the work has ended are meant for what comes next. */
  const holdForNext = useCallback(() => {
    noMore.current();
    const release = typeAhead.hold({ until: 'move' });
    const limit = setTimeout(release, NEXT_MS);
    noMore.current = () => {
      clearTimeout(limit);
      release();
    };
  }, [typeAhead]);

  useEffect(() => {
    ended.current = false;
    next.current = null;
    return () => noMore.current();
  }, [shown]);

  const goOn = useCallback(() => {
    if (!ended.current || next.current === null || readSettings().afterDecision !== 'next') return;
    const row = next.current;
    // What has ended is seen first; the next one, a page full, is drawn right after that.
    afterFrame(() => {
      if (ended.current && next.current === row) latestShow.current(row, { replace: true });
    });
  }, []);

  const onFocusRow = useCallback(
    (row: Row, why: 'moved' | 'left') => {
      if (why === 'moved') {
        setMoved(row);
        return;
      }
      next.current = row;
      goOn();
    },
    [goOn],
  );
  const onOpen = useCallback((row: Row) => {
    // The address follows a moment later: a key pressed until then must not act on what is still shown.
    setMoved(row);
    // Nor does what has ended lead on any more: the person has chosen.
    ended.current = false;
    latestShow.current(row, { replace: false });
  }, []);
  const onEnded = useCallback(() => {
    ended.current = true;
    // What had the focus goes away with the ended work; the list hands it on to the next row.
    const list = document.querySelector<HTMLElement>('main [data-pane]');
    if (list) focusPane(list);
    if (readSettings().afterDecision === 'next') holdForNext();
    goOn();
  }, [goOn, holdForNext]);

  return { shown, settled: moved === null || isShown, onFocusRow, onOpen, onEnded };
}
