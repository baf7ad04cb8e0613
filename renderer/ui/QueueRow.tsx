/** One row of a queue; it draws again only when something of it changed. */
import clsx from 'clsx';
import { memo, type ReactElement } from 'react';
import type { Column } from './queueGridProps.ts';
import classes from './QueueGrid.module.css';

type Props<Row> = {
  readonly row: Row;
  readonly rowId: string;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly focused: boolean;
  readonly open: boolean;
  readonly selected: boolean | undefined;
  readonly selectLabel: string | undefined;
  readonly onToggle: ((key: string) => void) | undefined;
  readonly onPress: (index: number) => void;
};

function Row<Row>({ row, rowId, index, top, columns, focused, open, selected, ...props }: Props<Row>) {
  const { selectLabel, onToggle, onPress } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? open}
      tabIndex={focused ? 0 : -1}
      data-index={index}
      data-open={open || undefined}
      className={clsx(classes.row, classes.data)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onPress(index)}
    >
      {onToggle && (
        <span role="gridcell" className={classes.cell} onClick={event => event.stopPropagation()}>
          <input
            type="checkbox"
            className={classes.check}
            tabIndex={-1}
            aria-label={selectLabel}
            checked={selected ?? false}
            onChange={() => onToggle(rowId)}
          />
        </span>
      )}
      {columns.map(column => (
        <span
          key={column.id}
          role="gridcell"
          className={clsx(classes.cell, column.align === 'end' && classes.end)}
          title={column.title?.(row)}
          dir="auto"
        >
          {column.cell(row)}
        </span>
      ))}
    </div>
  );
}

// Memoised because moving the focus must draw two rows again, not fifty.
export const QueueRow = memo(Row) as <Row>(props: Props<Row>) => ReactElement;
