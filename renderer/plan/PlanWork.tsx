/** The plan in the projection that was chosen, and beside it the details of the chosen part. */
import type { RefObject } from 'react';
import { useNames } from '../people.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import { PlanBody } from './PlanBody.tsx';
import { PlanDetail } from './PlanDetail.tsx';
import { noSearch } from './planFind.ts';
import type { Projection } from './projections.ts';
import type { TimelineView } from './timeline/useTimelineView.ts';
import type { DetailPane } from './useDetailPane.ts';
import type { Plan } from './usePlan.ts';
import type { PlanCommands } from './usePlanCommands.ts';
import type { PlanTreeState } from './usePlanTree.ts';
import type { Room } from './useRoom.ts';
import type { TreeGridProps, TreeMarking } from './useTreeGrid.ts';
import classes from './PlanScreen.module.css';

type Props = {
  readonly plan: Plan;
  readonly data: NonNullable<PlanTreeState['data']>;
  readonly commands: PlanCommands;
  readonly projection: Projection;
  readonly room: Room;
  readonly timeline: TimelineView;
  readonly detail: DetailPane;
  readonly marking: TreeMarking;
  readonly mainRef: RefObject<HTMLDivElement | null>;
};

export function PlanWork({ plan, data, commands, projection, room, timeline, detail, marking, mainRef }: Props) {
  const names = useNames();
  const { find, way, tree, shows } = plan;
  const order = data.nodes.get('order');
  const grid: TreeGridProps = {
    orderNumber: order?.number ?? '',
    account: order?.detail ?? '',
    rows: find.rows,
    selected: way.selected,
    onSelect: way.select,
    onExpand: find.expand,
    onOpen: way.open,
    nameOf: ({ assignee, group }) => names.person(assignee) || names.team(group),
    wanted: find.wanted,
    onRest: tree.askRest,
    failed: tree.failed,
    onRetry: tree.retry,
    marking: shows === 'now' ? marking : undefined,
  };
  return (
    <div className={classes.work} data-detail={detail.shown || undefined}>
      <div ref={mainRef} className={classes.main}>
        <PlanBody
          source={plan.source}
          projection={projection}
          room={room}
          data={data}
          outlook={plan.outlook}
          view={timeline}
          onGo={way.go}
          onOpen={way.open}
          nothingFound={find.found?.total === 0 ? <NothingFound find={find} /> : null}
          found={find.found}
          tree={grid}
        />
      </div>
      {detail.shown && (
        <div className={classes.detail}>
          <ChosenPart plan={plan} data={data} commands={commands} detail={detail} />
        </div>
      )}
    </div>
  );
}

function NothingFound({ find }: Pick<Plan, 'find'>) {
  return (
    <EmptyState
      title={t('plan.find.none')}
      text={t('plan.find.noneText', { total: find.among })}
      action={{ label: t('plan.find.clear'), onClick: () => find.setSearch(noSearch) }}
    />
  );
}

function ChosenPart({ plan, data, commands, detail }: Pick<Props, 'plan' | 'data' | 'commands' | 'detail'>) {
  const names = useNames();
  const { node, shows, way } = plan;
  const order = data.nodes.get('order');
  return (
    <Pane title={node ? t('plan.detail.label', { title: node.title }) : t('plan.title')} titleHidden>
      {node ? (
        <PlanDetail
          source={plan.source}
          order={{ number: order?.number ?? '', title: order?.title ?? '' }}
          node={node}
          waiting={plan.waitingToday}
          at={plan.outlook.value?.at ?? null}
          names={names}
          find={key => data.nodes.get(key)}
          onGo={way.go}
          actions={shows === 'past' ? commands.actions.slice(0, 1) : commands.actions}
          waitFor={commands.waitFor}
          withdrawEnd={commands.withdrawEnd}
          withdrawEscalation={commands.withdrawEscalation}
          proposing={commands.proposing}
          onLetGo={commands.letGo}
          onOpenPart={shows === 'preview' ? undefined : way.open}
          canTry={shows === 'now'}
          whyRef={detail.holdWhy}
        />
      ) : (
        <EmptyState title={t('plan.nothingChosen')} />
      )}
    </Pane>
  );
}
