/** The plan as a tree in a grid: order, location, line, domain order, task, each with its state, its dates and what it waits for. */
import { useMemo } from 'react';
import { t } from '../words/words.ts';
import { MarkHead } from './steps/MarkBox.tsx';
import { columnsFor } from './treeColumns.ts';
import { TreeRows } from './TreeRows.tsx';
import { useTreeGrid, type TreeGridProps } from './useTreeGrid.ts';
import classes from './PlanTree.module.css';

const HEAD_PX = 29;

export function PlanTree(props: TreeGridProps) {
  const grid = useTreeGrid(props, HEAD_PX);
  const { width } = grid.scroll;
  const isMarking = props.marking?.isOn === true;
  const { names, tracks } = useMemo(() => columnsFor(width, 'nothing', isMarking), [width, isMarking]);
  return (
    <div
      role="treegrid"
      aria-label={t('plan.tree.label', { order: props.orderNumber })}
      aria-rowcount={props.rows.length + 1}
      aria-colcount={names.length + (isMarking ? 1 : 0)}
      aria-multiselectable={props.marking && true}
      className={classes.tree}
      style={{ '--tracks': tracks, '--head': `${HEAD_PX}px` }}
      onKeyDown={grid.onKeyDown}
    >
      <div ref={grid.viewport} role="presentation" className={classes.viewport} onScroll={grid.scroll.onScroll}>
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            <div role="presentation" className={classes.cells}>
              {isMarking && <MarkHead />}
              {names.map(column => (
                <span key={column} role="columnheader" className={classes.cell} data-column={column}>
                  {t(`plan.column.${column}`)}
                </span>
              ))}
            </div>
          </div>
        </div>
        <div role="rowgroup" className={classes.spacer} style={{ height: grid.scroll.window.spacer }}>
          <TreeRows {...props} grid={grid} columns={names} />
        </div>
      </div>
    </div>
  );
}
