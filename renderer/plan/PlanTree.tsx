/** The plan as a tree in a grid: order, location, line, domain order, task, each with its state and what it waits for. */
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useGridScroll } from '../ui/useGridScroll.ts';
import { t } from '../words/words.ts';
import type { PlanRow } from './planRows.ts';
import { PlanTreeRow } from './PlanTreeRow.tsx';
import { RestRow } from './RestRow.tsx';
import { findTreeMove } from './treeMoves.ts';
import classes from './PlanTree.module.css';

type Props = {
  readonly orderNumber: string;
  readonly rows: readonly PlanRow[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onExpand: (key: string, expanded: boolean) => void;
  /** Enter or a double click. */
  readonly onOpen: (key: string) => void;
  /** The person in the column `Who`: a name, or the team's. */
  readonly nameOf: (row: { readonly assignee: string | null; readonly group: string | null }) => string;
  /** The row that stands for missing children came into sight. */
  readonly onRest: (parent: string) => void;
  readonly failed: ReadonlySet<string>;
  readonly onRetry: () => void;
};

const ROW_PX = 34;
const columns = ['title', 'state', 'domainOrders', 'tasks', 'who', 'end', 'waiting'] as const;

export function PlanTree(props: Props) {
  const { rows, selected, onSelect, onExpand, onOpen, nameOf, onRest, failed, onRetry } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const scroll = useGridScroll(viewport, rows.length, ROW_PX, undefined);
  const at = Math.max(
    0,
    rows.findIndex(row => row.key === selected),
  );
  const focusWanted = useRef(false);

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    viewport.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
  });

  // The selection may come from the graph or from a link: its row is brought into sight.
  const { reveal } = scroll;
  useEffect(() => reveal(at), [at, reveal]);

  function select(key: string): void {
    focusWanted.current = true;
    onSelect(key);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const move = findTreeMove(rows, row?.key ?? null, event.key, Math.max(1, scroll.visibleRows - 1));
    if (move?.kind === 'focus') select(move.key);
    else if (move) onExpand(move.key, move.kind === 'expand');
    else if (event.key === 'Enter' && row) onOpen(row.key);
    else if (!isMoveKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const { start, end, spacer, offset } = scroll.window;
  const drawn = rows.slice(start, end).map((row, index) => ({ row, index: start + index }));
  const current = rows[at];
  if (current && (at < start || at >= end)) drawn.push({ row: current, index: at });
  return (
    <div
      role="treegrid"
      aria-label={t('plan.tree.label', { order: props.orderNumber })}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      className={classes.tree}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {columns.map(column => (
            <span key={column} role="columnheader" className={classes.cell} data-column={column}>
              {t(`plan.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div ref={viewport} role="rowgroup" className={classes.viewport} onScroll={scroll.onScroll}>
        <div role="presentation" className={classes.spacer} style={{ height: spacer }}>
          {drawn.map(({ row, index }) => {
            const place = { index, top: index * ROW_PX + offset, focused: index === at };
            return row.kind === 'rest' ? (
              <RestRow
                key={row.key}
                row={row}
                {...place}
                failed={failed.has(row.parent)}
                onRest={onRest}
                onRetry={onRetry}
              />
            ) : (
              <PlanTreeRow
                key={row.key}
                row={row}
                {...place}
                who={nameOf(row.node)}
                selected={row.key === selected}
                onSelect={select}
                onExpand={onExpand}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** These keys move here even where there is nowhere to go, and must not reach anything else. */
const isMoveKey = (key: string): boolean =>
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'j', 'k'].includes(key);
