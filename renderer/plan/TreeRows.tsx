/** The rows of the plan's tree that are in sight, each a part of the plan or a stand-in for parts still to come. */
import { PlanTreeRow } from './PlanTreeRow.tsx';
import { RestRow } from './RestRow.tsx';
import type { BarsView } from './timeline/TimelineBars.tsx';
import type { ColumnName } from './treeColumns.ts';
import type { TreeGrid, TreeGridProps } from './useTreeGrid.ts';

type Props = TreeGridProps & {
  readonly grid: TreeGrid;
  readonly columns: readonly ColumnName[];
  readonly bars?: BarsView | undefined;
  readonly silent?: boolean;
};

export function TreeRows({ grid, columns, bars, silent = false, ...props }: Props) {
  const { selected, account, wanted, nameOf, onExpand, onOpen, onRest, failed, onRetry, marking } = props;
  const isMarking = marking?.isOn === true && !silent;
  return grid.drawn.map(({ row, ...place }) =>
    row.kind === 'rest' ? (
      <RestRow
        key={row.key}
        row={row}
        {...place}
        focused={place.focused && !silent}
        failed={failed.has(row.parent)}
        onRest={onRest}
        onRetry={onRetry}
      />
    ) : (
      <PlanTreeRow
        key={row.key}
        row={row}
        {...place}
        columns={columns}
        who={nameOf(row.node)}
        account={account}
        wanted={wanted}
        bars={bars}
        silent={silent}
        selected={row.key === selected}
        mark={isMarking ? marking.markOf(row.key, row.node.tasks.total) : undefined}
        onMark={marking?.onToggle}
        onSelect={grid.select}
        onPress={grid.press}
        onExpand={onExpand}
        onOpen={onOpen}
      />
    ),
  );
}
