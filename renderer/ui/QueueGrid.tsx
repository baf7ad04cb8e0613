/** A long list as an accessible grid: only the rows in sight are drawn, one of them has the focus, keys move it, and it stays put when rows come and go. */
import clsx from 'clsx';
import { useMemo, useRef, type KeyboardEvent } from 'react';
import type { Column, QueueGridProps } from './queueGridProps.ts';
import { QueueRow } from './QueueRow.tsx';
import { useGridScroll } from './useGridScroll.ts';
import { useRowFocus } from './useRowFocus.ts';
import classes from './QueueGrid.module.css';

const COMPACT_ROW_PX = 34;

export function QueueGrid<Row>(props: QueueGridProps<Row>) {
  const { label, rows, rowKey, total, onOpen, openKey, selection, empty, rowHeight = COMPACT_ROW_PX } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const scroll = useGridScroll(viewport, rows.length, rowHeight, props.hasMore ? props.onMore : undefined);
  const columns = useMemo(
    () => props.columns.filter(column => fits(column, scroll.width)),
    [props.columns, scroll.width],
  );
  const focus = useRowFocus({ ...props, viewport, reveal: scroll.reveal, anchor: scroll.anchor });
  const { start, end, spacer, offset } = scroll.window;

  const drawn = Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
  if (focus.index >= 0 && focus.index < rows.length && (focus.index < start || focus.index >= end)) {
    drawn.push(focus.index);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[focus.index];
    if (selection && event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      selection.onAdd(rows.map(rowKey));
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selection && event.key === 'Escape' && selection.keys.size > 0) {
      selection.onClear();
      event.stopPropagation();
      return;
    }
    const step = stepOf(event.key, Math.max(1, scroll.visibleRows - 1), rows.length, focus.index);
    if (step !== undefined) {
      if (event.shiftKey && selection) selection.onAdd(keysBetween(focus.index, step));
      focus.moveTo(step);
    } else if (event.key === 'Enter' && row !== undefined) onOpen(row, 'key');
    else if ((event.key === 'x' || (event.key === ' ' && event.shiftKey)) && selection && row !== undefined) {
      selection.onToggle(rowKey(row));
    } else if (event.key === ' ' && props.onPeek && row !== undefined) props.onPeek(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const keysBetween = (from: number, to: number): readonly string[] =>
    rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowKey);

  const tracks = [selection && '32px', ...columns.map(column => column.width)].filter(Boolean).join(' ');
  return (
    <div
      className={classes.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      data-peeks={props.onPeek ? true : undefined}
      style={{ '--tracks': tracks, '--row': `${rowHeight}px` }}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {selection && (
            <span role="columnheader" className={classes.cell}>
              <span className={classes.hidden}>{selection.label}</span>
            </span>
          )}
          {columns.map(column => (
            <span
              key={column.id}
              role="columnheader"
              className={clsx(classes.cell, column.align === 'end' && classes.end)}
            >
              {column.headerHidden ? <span className={classes.hidden}>{column.header}</span> : column.header}
            </span>
          ))}
        </div>
      </div>
      <div ref={viewport} role="rowgroup" className={classes.viewport} onScroll={scroll.onScroll}>
        {rows.length === 0 ? (
          <div role="row">
            <div role="gridcell">{empty}</div>
          </div>
        ) : (
          <div role="presentation" className={classes.spacer} style={{ height: spacer }}>
            {drawn.map(index => {
              const row = rows[index] as Row;
              const key = rowKey(row);
              return (
                <QueueRow
                  key={key}
                  row={row}
                  rowId={key}
                  index={index}
                  top={index * rowHeight + offset}
                  columns={columns}
                  focused={index === focus.index}
                  open={key === openKey}
                  selected={selection?.keys.has(key)}
                  selectLabel={selection?.label}
                  onToggle={selection?.onToggle}
                  onPress={focus.press}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

const fits = <Row,>({ from = 0, below }: Column<Row>, width: number): boolean =>
  width >= from && (below === undefined || width < below);

/** Where a key leads, or undefined when it is not a key of movement. */
function stepOf(key: string, page: number, count: number, from: number): number | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'k':
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'PageDown':
      return Math.min(from + page, count - 1);
    case 'PageUp':
      return Math.max(from - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
