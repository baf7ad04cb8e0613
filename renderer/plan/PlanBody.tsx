/** The plan in the projection that was chosen; in a wide window graph and timeline stand together beside the tree (ux.md C). */
import { lazy, Suspense, type ReactNode } from 'react';
import type { Outlook } from '../../preload/contract/plan.ts';
import { ProblemState } from '../Answer.tsx';
import type { CallState } from '../calls.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import type { Found } from './planFind.ts';
import type { PlanTreeData } from './planRows.ts';
import type { PlanSource } from './planSource.ts';
import { PlanTree } from './PlanTree.tsx';
import type { Projection } from './projections.ts';
import { PlanTimeline } from './timeline/PlanTimeline.tsx';
import { spanOf } from './timeline/planSpan.ts';
import type { TimelineView } from './timeline/useTimelineView.ts';
import type { Room } from './useRoom.ts';
import type { TreeGridProps } from './useTreeGrid.ts';
import classes from './PlanScreen.module.css';

const GraphPane = lazy(async () => ({ default: (await import('./GraphPane.tsx')).GraphPane }));

type Props = {
  readonly source: PlanSource;
  readonly projection: Projection;
  /** Room for tree and graph beside one another, and for all three. */
  readonly room: Room;
  readonly data: PlanTreeData;
  readonly tree: TreeGridProps;
  readonly outlook: CallState<Outlook>;
  readonly view: TimelineView;
  /** Selects a part wherever it was named. */
  readonly onGo: (key: string) => void;
  readonly onOpen: (key: string) => void;
  /** Instead of rows when the search leaves none. */
  readonly nothingFound: ReactNode;
  /** What is searched for; undefined while nothing is. */
  readonly found: Found | undefined;
};

export function PlanBody(props: Props) {
  const { source, projection, room, data, tree, outlook, view, onGo, onOpen, nothingFound, found } = props;
  const pane = (name: Projection, content: ReactNode): ReactNode => (
    <Pane title={t(`plan.view.${name}`)} titleHidden fixed>
      {content}
    </Pane>
  );
  const treePane = pane('tree', nothingFound ?? <PlanTree {...tree} />);
  const graphPane = pane(
    'graph',
    <Suspense fallback={<LoadingRows label={t('plan.graph.loading')} />}>
      <GraphPane
        source={source}
        selected={tree.selected ?? 'order'}
        parentOf={key => data.nodes.get(key)?.parent}
        onSelect={onGo}
        onOpen={onOpen}
        marking={tree.marking}
        criticalPath={outlook.value?.criticalPath ?? []}
        found={found}
      />
    </Suspense>,
  );
  const timelinePane = (bare: boolean): ReactNode =>
    pane(
      'timeline',
      // Beside the tree, which says it in full.
      (bare && nothingFound !== null ? <EmptyState title={t('plan.find.none')} /> : nothingFound) ?? (
        <Timed outlook={outlook} bare={bare} data={data} tree={tree} view={view} />
      ),
    );

  if (projection === 'timeline') return timelinePane(false);
  // Tree and graph stay the same ones whatever comes or goes beside them.
  const isStack = projection === 'tree' && room === 'three';
  const isAlone = projection === 'graph' && room === 'one';
  return (
    <div className={classes.beside} data-side={isStack ? 'stack' : isAlone ? 'alone' : projection}>
      {!isAlone && treePane}
      {(projection === 'graph' || isStack) && (
        <div className={isStack ? `${classes.side} ${classes.stack}` : classes.side}>
          {isAlone && nothingFound !== null ? pane('graph', nothingFound) : graphPane}
          {isStack && timelinePane(true)}
        </div>
      )}
    </div>
  );
}

type TimedProps = Pick<Props, 'outlook' | 'data' | 'tree' | 'view'> & { readonly bare: boolean };

/** A timeline needs to know from when to when. */
function Timed({ outlook, data, tree, view, bare }: TimedProps) {
  if (outlook.problem && !outlook.value) return <ProblemState problem={outlook.problem} onRetry={outlook.reload} />;
  if (!outlook.value) return <LoadingRows label={t('plan.timeline.loading')} rows={14} />;
  const span = spanOf(outlook.value);
  if (!span) return <EmptyState title={t('plan.timeline.none')} text={t('plan.timeline.noneText')} />;
  return <PlanTimeline {...tree} data={data} outlook={outlook.value} span={span} view={view} bare={bare} />;
}
