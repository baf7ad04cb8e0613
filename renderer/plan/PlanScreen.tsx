/** The orchestration plan of one order: tree, graph and timeline with one selection, and beside them why the chosen part waits. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import { nextCritical } from './criticalPath.ts';
import { PlanDialogs } from './PlanDialogs.tsx';
import { PlanFilterBar } from './PlanFilterBar.tsx';
import { PlanStatus } from './PlanStatus.tsx';
import { PlanToolbar } from './PlanToolbar.tsx';
import { PlanWork } from './PlanWork.tsx';
import { PreviewBanner } from './PreviewBanner.tsx';
import { isStep } from './steps/stepMarks.ts';
import { Steps } from './steps/Steps.tsx';
import type { Among } from './steps/StepsBar.tsx';
import { useStepMarks } from './steps/useStepMarks.ts';
import { useTimelineView } from './timeline/useTimelineView.ts';
import { useDetailPane } from './useDetailPane.ts';
import { usePlan, type Plan } from './usePlan.ts';
import { usePlanActions } from './usePlanActions.ts';
import { usePlanCommands } from './usePlanCommands.ts';
import { useProjection } from './useProjection.ts';
import { useRoom } from './useRoom.ts';
import classes from './PlanScreen.module.css';

const TimeTravel = lazy(async () => ({ default: (await import('../history/TimeTravel.tsx')).TimeTravel }));

type Props = {
  readonly orderId: string;
  /** Version whose moment the address names; null: now. */
  readonly startAsOf?: number | null;
  readonly onAsOf?: (version: number | null) => void;
};

export function PlanScreen({ orderId, startAsOf = null, onAsOf }: Props) {
  const plan = usePlan(orderId, startAsOf);
  const { node, shows, way, tree, find, outlook } = plan;
  const { data, version } = tree;
  const room = useRoom();
  const { projection, show, main, toPlan } = useProjection(orderId);
  const [travels, setTravels] = useState(false);
  const hasHistory = travels || plan.asOf !== null;
  const detail = useDetailPane();
  const timeline = useTimelineView();
  const field = useRef<HTMLInputElement>(null);
  const commands = usePlanCommands({
    orderId,
    node,
    shows,
    onOpen: key => (key.startsWith('F') ? way.go(key) : way.open(key)),
  });
  const marking = useStepMarks({ orderId, data, version, filter: find.filter });
  const isNow = shows === 'now';
  const goTo = (version: number | null): void => {
    setTravels(true);
    plan.goTo(version);
    onAsOf?.(version);
  };
  // The address says what is shown, and the history is put away with the moment that it does not have.
  const { missed } = plan;
  const latestOnAsOf = useRef(onAsOf);
  latestOnAsOf.current = onAsOf;
  useEffect(() => {
    if (missed === null) return;
    setTravels(false);
    latestOnAsOf.current?.(null);
  }, [missed]);
  const toggleHistory = (): void => {
    if (hasHistory) goTo(null);
    setTravels(!hasHistory);
  };
  usePlanActions({
    show,
    onSearch: () => field.current?.focus(),
    onWhy: detail.toWhy,
    onDetail: detail.toggle,
    onHistory: toggleHistory,
    onNextCritical: () => {
      const next = nextCritical(outlook.value?.criticalPath ?? [], way.selected);
      if (next !== undefined) way.go(next);
    },
    onTask: [...commands.actions, ...commands.more],
    timeline,
  });

  if (tree.problem && !data) return <ProblemState problem={tree.problem} onRetry={tree.reload} />;
  if (!data) return <LoadingRows label={t('plan.row.loading')} rows={14} />;
  if (data.nodes.size <= 1 && shows !== 'past' && !find.rows.some(row => row.kind === 'rest')) {
    return <NoPlan onOrder={() => way.open('order')} />;
  }
  const { asking, task } = commands;
  const hasTimeline = projection === 'timeline' || (projection === 'tree' && room === 'three');
  return (
    <div className={classes.plan}>
      <PlanToolbar
        projection={projection}
        onProjection={show}
        search={
          <PlanFilterBar
            inputRef={field}
            search={find.search}
            onChange={find.setSearch}
            result={find.found ? { found: find.found.total, total: find.among } : null}
            shown={find.found?.matches.length ?? 0}
            onStep={find.step}
            onLeave={toPlan}
          />
        }
        timeline={hasTimeline ? timeline : null}
        marking={isNow ? marking : undefined}
        history={hasHistory}
        onHistory={toggleHistory}
        detail={detail.shown}
        onDetail={detail.toggle}
      />
      {plan.preview.state !== 'none' && <PreviewBanner outlook={outlook.value} problem={plan.preview.problem} />}
      {missed !== null && (
        <p className={classes.banner} role="status">
          <strong>{t('history.missed.title', { version: missed.version })}</strong>{' '}
          {t('history.missed.text', { total: missed.total })}
        </p>
      )}
      {hasHistory && (
        <Suspense fallback={null}>
          <TimeTravel orderId={orderId} asOf={plan.asOf} onMoment={goTo} />
        </Suspense>
      )}
      <PlanWork
        plan={plan}
        data={data}
        commands={commands}
        projection={projection}
        room={room}
        timeline={timeline}
        detail={detail}
        marking={marking}
        mainRef={main}
      />
      {isNow && (
        <Steps
          orderId={orderId}
          marking={marking}
          data={data}
          version={version}
          among={amongOf(plan)}
          selected={way.selected}
          onLeave={toPlan}
        />
      )}
      <PlanStatus outlook={outlook.value} version={version} onGo={way.go} />
      {asking !== null && task !== undefined && asking.key === `T${task.task}` && (
        <PlanDialogs task={task} asking={asking} onClose={commands.onAsked} />
      )}
    </div>
  );
}

/** How many steps could be marked at once: all of the plan, or those that the search leaves. */
function amongOf({ find, tree }: Plan): Among {
  const { found } = find;
  if (found) {
    const isWhole = found.matches.length === found.total;
    return { total: isWhole ? found.matches.filter(({ key }) => isStep(key)).length : null, searched: true };
  }
  return { total: tree.data?.nodes.get('order')?.tasks.total ?? 0, searched: false };
}

function NoPlan({ onOrder }: { readonly onOrder: () => void }) {
  return (
    <EmptyState
      title={t('plan.empty.title')}
      text={t('plan.empty.message')}
      action={{ label: t('plan.empty.act'), onClick: onOrder }}
    />
  );
}
