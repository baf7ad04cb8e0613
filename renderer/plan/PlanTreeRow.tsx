/** One part of the plan as a row of the tree, with its bars where they are shown; it draws again only when something of it changed. */
import { memo, type MouseEvent } from 'react';
import { MarkBox } from './steps/MarkBox.tsx';
import type { MarkState } from './steps/stepMarks.ts';
import { t } from '../words/words.ts';
import type { PlanRow } from './planRows.ts';
import { TimelineBars, type BarsView } from './timeline/TimelineBars.tsx';
import { TreeCell } from './TreeCells.tsx';
import type { ColumnName } from './treeColumns.ts';
import { whyInFull } from './whyWords.ts';
import classes from './PlanTree.module.css';

type Props = {
  readonly row: Extract<PlanRow, { readonly kind: 'node' }>;
  readonly index: number;
  readonly top: number;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly who: string;
  readonly account: string;
  readonly columns: readonly ColumnName[];
  readonly wanted: string;
  readonly bars: BarsView | undefined;
  /** Drawn a second time beside the tree that says it all: for the eye alone. */
  readonly silent: boolean;
  /** Undefined while nothing is marked. */
  readonly mark: MarkState | undefined;
  readonly onMark: ((key: string) => void) | undefined;
  readonly onSelect: (key: string) => void;
  readonly onPress: (key: string, held: MouseEvent) => void;
  readonly onExpand: (key: string, expanded: boolean) => void;
  readonly onOpen: (key: string) => void;
};

export const PlanTreeRow = memo(function PlanTreeRow(props: Props) {
  const { row, index, top, focused, selected, columns, bars, silent, mark, onMark } = props;
  const { onSelect, onPress, onExpand, onOpen } = props;
  const { node, level, expanded, match } = row;

  function toggle(event: MouseEvent): void {
    event.stopPropagation();
    onSelect(node.key);
    onExpand(node.key, expanded === false);
  }

  const semantics = {
    'aria-level': level,
    'aria-posinset': row.position,
    'aria-setsize': row.siblings,
    'aria-rowindex': index + 2,
    'aria-expanded': expanded ?? undefined,
    // Said where there is no column for it.
    'aria-description': node.waiting && !columns.includes('waiting') ? whyInFull(node.waiting) : undefined,
    tabIndex: focused ? 0 : -1,
  };
  return (
    <div
      role="row"
      {...(!silent && semantics)}
      // While rows are marked, that is what is selected; which of them is shown is another matter.
      aria-selected={mark === undefined ? selected : mark === 'all'}
      aria-current={(mark !== undefined && selected) || undefined}
      data-chosen={selected || undefined}
      data-marked={mark === 'all' || undefined}
      data-key={node.key}
      data-kind={node.kind}
      data-aside={match === false || undefined}
      className={`${classes.row} ${classes.data}`}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={event => event.shiftKey && event.preventDefault()}
      onClick={event => onPress(node.key, event)}
      onDoubleClick={event => !event.ctrlKey && !event.metaKey && !event.shiftKey && onOpen(node.key)}
    >
      <div role="presentation" className={classes.cells}>
        {mark !== undefined && onMark && <MarkBox node={node} mark={mark} onMark={onMark} />}
        {columns.map(column => (
          <TreeCell
            key={column}
            row={row}
            column={column}
            who={props.who}
            account={props.account}
            wanted={props.wanted}
            narrow={!columns.includes('state')}
            onToggle={toggle}
          />
        ))}
        {match === true && <span className={classes.hidden}>{t('plan.find.match')}</span>}
      </div>
      {bars && <TimelineBars node={node} view={bars} />}
    </div>
  );
});
