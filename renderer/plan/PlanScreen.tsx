/** The orchestration plan of one order: tree, graph and timeline with one selection, and beside them why the chosen part waits. */
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useNames } from '../people.ts';
import { navigate } from '../route.ts';
import { focusPane } from '../shell/panes.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import { nextCritical } from './criticalPath.ts';
import { PlanBody } from './PlanBody.tsx';
import { PlanDetail } from './PlanDetail.tsx';
import { PlanDialogs } from './PlanDialogs.tsx';
import { PlanFilterBar } from './PlanFilterBar.tsx';
import { noSearch } from './planFind.ts';
import { readOutsideKey } from './outsideKey.ts';
import { rememberPart, takePart } from './planMemory.ts';
import { ancestorsOf } from './planRows.ts';
import { usePlanSource } from './planSource.ts';
import { PlanStatus } from './PlanStatus.tsx';
import { PlanToolbar } from './PlanToolbar.tsx';
import { PreviewBanner } from './PreviewBanner.tsx';
import type { Projection } from './projections.ts';
import { useTimelineView } from './timeline/useTimelineView.ts';
import { usePlanActions } from './usePlanActions.ts';
import { usePlanCommands } from './usePlanCommands.ts';
import { usePlanSearch } from './usePlanSearch.ts';
import { usePlanTree } from './usePlanTree.ts';
import classes from './PlanScreen.module.css';

const TimeTravel = lazy(async () => ({ default: (await import('../history/TimeTravel.tsx')).TimeTravel }));

type Props = { readonly orderId: string };

export function PlanScreen({ orderId }: Props) {
  const names = useNames();
  const hasRoomForTwo = useMediaQuery('(min-width: 1200px)', false, { getInitialValueInEffect: false });
  const hasRoomForThree = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const [asOf, setAsOf] = useState<number | null>(null);
  const [projection, setProjection] = useState<Projection>('tree');
  const [selected, setSelected] = useState(() => takePart(orderId));
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [hasDetail, setDetail] = useState(true);
  const [hasHistory, setHistory] = useState(false);
  const why = useRef<HTMLElement>(null);
  const isWhyWanted = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const timeline = useTimelineView();

  const { source, known, preview, problem: previewProblem } = usePlanSource(orderId, asOf);
  const { data, problem, reload, askRest, failed, retry } = usePlanTree(source, known);
  const outlook = useCall('plan.outlook', source, { enabled: known, keepPrevious: true });
  // What a new order waits for is not in the plan that approval would make.
  const today = useCall(
    'plan.tree',
    { orderId, root: 'order', after: null, limit: 1 },
    { enabled: preview === 'shown' },
  );
  const onExpand = useCallback(
    (key: string, expanded: boolean) => setChosen(before => new Map(before).set(key, expanded)),
    [],
  );
  const find = usePlanSearch({ source, data, selected, onSelect: setSelected, askRest, chosen, onExpand });

  const isLoaded = data?.nodes.has(selected) ?? false;
  const asked = useCall(
    'plan.tree',
    { ...source, root: selected, after: null, limit: 1 },
    { enabled: data !== undefined && !isLoaded },
  );
  const node = data?.nodes.get(selected) ?? asked.value?.nodes.find(one => one.key === selected);
  const isPast = asOf !== null;
  const isPreview = preview === 'shown';

  /** Selects a part wherever it was named, and opens the branches above it. */
  function go(key: string): void {
    if (key.startsWith('F')) {
      rememberPart(orderId, selected);
      navigate({ screen: 'fallout', orderId, fallout: Number(key.slice(1)) });
      return;
    }
    const outside = readOutsideKey(key);
    if (outside) {
      rememberPart(outside.orderId, outside.node);
      navigate({ screen: 'order', orderId: outside.orderId, tab: 'plan' });
      return;
    }
    if (data) {
      setChosen(before => new Map([...before, ...ancestorsOf(data, key).map(parent => [parent, true] as const)]));
    }
    setSelected(key);
  }

  const open = useCallback(
    (key: string): void => {
      if (key === 'order') navigate({ screen: 'order', orderId, tab: 'overview' });
      if (isPreview) return;
      rememberPart(orderId, key);
      if (key.startsWith('T')) navigate({ screen: 'tasks', orderId, task: Number(key.slice(1)) });
      else if (/^[DL]/.test(key)) navigate({ screen: 'order', orderId, tab: 'specifications' });
    },
    [orderId, isPreview],
  );

  function toggleHistory(): void {
    if (hasHistory) setAsOf(null);
    setHistory(!hasHistory);
  }

  const toPlan = (): void => {
    const pane = main.current?.querySelector<HTMLElement>('[data-pane]');
    if (pane) focusPane(pane);
  };
  const holdWhy = useCallback((element: HTMLElement | null): void => {
    why.current = element;
    if (element && isWhyWanted.current) element.focus();
    isWhyWanted.current = false;
  }, []);
  const togglePeek = useCallback(() => setDetail(shown => !shown), []);
  const commands = usePlanCommands({
    orderId,
    node,
    shows: isPast ? 'past' : isPreview ? 'preview' : 'now',
    onOpen: key => (key.startsWith('F') ? go(key) : open(key)),
  });
  const { asking, task } = commands;
  usePlanActions({
    show: setProjection,
    onSearch: () => field.current?.focus(),
    onWhy: () => {
      isWhyWanted.current = !why.current;
      setDetail(true);
      why.current?.focus();
    },
    onDetail: togglePeek,
    onHistory: toggleHistory,
    onNextCritical: () => {
      const next = nextCritical(outlook.value?.criticalPath ?? [], selected);
      if (next !== undefined) go(next);
    },
    onTask: [...commands.actions, ...(commands.waitFor === undefined ? [] : [commands.waitFor])],
    timeline,
  });

  if (problem && !data) return <ProblemState problem={problem} onRetry={reload} />;
  if (!data) return <LoadingRows label={t('plan.row.loading')} rows={14} />;
  const order = data.nodes.get('order');
  if (data.nodes.size <= 1 && !isPast && !find.rows.some(row => row.kind === 'rest')) {
    return (
      <EmptyState
        title={t('plan.empty.title')}
        text={t('plan.empty.message')}
        action={{ label: t('plan.empty.act'), onClick: () => open('order') }}
      />
    );
  }
  const room = hasRoomForThree ? 'three' : hasRoomForTwo ? 'two' : 'one';
  const isTimelineDrawn = projection === 'timeline' || (projection === 'tree' && room === 'three');
  return (
    <div className={classes.plan}>
      <PlanToolbar
        projection={projection}
        onProjection={setProjection}
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
        timeline={isTimelineDrawn ? timeline : null}
        history={hasHistory}
        onHistory={toggleHistory}
        detail={hasDetail}
        onDetail={togglePeek}
      />
      {preview !== 'none' && <PreviewBanner outlook={outlook.value} problem={previewProblem} />}
      {hasHistory && (
        <Suspense fallback={null}>
          <TimeTravel orderId={orderId} asOf={asOf} onMoment={setAsOf} />
        </Suspense>
      )}
      <div className={classes.work} data-detail={hasDetail || undefined}>
        <div ref={main} className={classes.main}>
          <PlanBody
            source={source}
            projection={projection}
            room={room}
            data={data}
            outlook={outlook}
            view={timeline}
            onGo={go}
            onOpen={open}
            nothingFound={
              find.found?.total === 0 ? (
                <EmptyState
                  title={t('plan.find.none')}
                  text={t('plan.find.noneText', { total: find.among })}
                  action={{ label: t('plan.find.clear'), onClick: () => find.setSearch(noSearch) }}
                />
              ) : null
            }
            tree={{
              orderNumber: order?.number ?? '',
              account: order?.detail ?? '',
              rows: find.rows,
              selected,
              onSelect: setSelected,
              onExpand: find.expand,
              onOpen: open,
              onPeek: togglePeek,
              nameOf: ({ assignee, group }) => names.person(assignee) || names.team(group),
              wanted: find.wanted,
              onRest: askRest,
              failed,
              onRetry: retry,
            }}
          />
        </div>
        {hasDetail && (
          <div className={classes.detail}>
            <Pane title={node ? t('plan.detail.label', { title: node.title }) : t('plan.title')} titleHidden>
              {node ? (
                <PlanDetail
                  orderId={orderId}
                  order={{ number: order?.number ?? '', title: order?.title ?? '' }}
                  node={node}
                  waiting={isPreview ? today.value?.nodes[0]?.waiting : undefined}
                  at={outlook.value?.at ?? null}
                  names={names}
                  find={key => data.nodes.get(key)}
                  onGo={go}
                  actions={isPast ? commands.actions.slice(0, 1) : commands.actions}
                  waitFor={commands.waitFor}
                  onLetGo={commands.letGo}
                  onOpenPart={isPreview ? undefined : open}
                  canTry={!isPast && !isPreview}
                  whyRef={holdWhy}
                />
              ) : (
                <EmptyState title={t('plan.nothingChosen')} />
              )}
            </Pane>
          </div>
        )}
      </div>
      <PlanStatus outlook={outlook.value} onGo={go} />
      {asking !== null && task !== undefined && asking.key === `T${task.task}` && (
        <PlanDialogs task={task} deed={asking.deed} onClose={commands.onAsked} />
      )}
    </div>
  );
}
