/** The orchestration plan of one order: a tree and a graph with one selection, and beside them why the chosen part waits. */
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useActions } from '../actions/registry.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useAllowed, useNames } from '../people.ts';
import { navigate } from '../route.ts';
import { RaiseFallout } from '../tasks/RaiseFallout.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t, word } from '../words/words.ts';
import { PlanDetail } from './PlanDetail.tsx';
import { ancestorsOf, visibleRows } from './planRows.ts';
import { PlanTree } from './PlanTree.tsx';
import { usePlanTree } from './usePlanTree.ts';
import classes from './PlanScreen.module.css';

const GraphPane = lazy(async () => ({ default: (await import('./GraphPane.tsx')).GraphPane }));

const views = ['tree', 'graph'] as const;
type View = (typeof views)[number];

type Props = { readonly orderId: string };

export function PlanScreen({ orderId }: Props) {
  const names = useNames();
  const allowed = useAllowed();
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const { data, problem, reload, askRest, failed, retry } = usePlanTree(orderId);
  const [view, setView] = useState<View>('tree');
  const [selected, setSelected] = useState('order');
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [raising, setRaising] = useState(false);
  const why = useRef<HTMLElement>(null);
  const rows = useMemo(() => (data ? visibleRows(data, chosen) : []), [data, chosen]);

  const known = data?.nodes.get(selected);
  const asked = useCall(
    'plan.tree',
    { orderId, root: selected, after: null, limit: 1 },
    { enabled: data !== undefined && known === undefined },
  );
  const node = known ?? asked.value?.nodes.find(one => one.key === selected);
  const task = node?.kind === 'task' ? Number(node.key.slice(1)) : undefined;

  const expand = useCallback(
    (key: string, expanded: boolean) => setChosen(before => new Map(before).set(key, expanded)),
    [],
  );

  /** Selects a part wherever it was named, and opens the branches above it. */
  function go(key: string): void {
    if (key.startsWith('F')) {
      navigate({ screen: 'fallout', orderId, fallout: Number(key.slice(1)) });
      return;
    }
    if (data) {
      setChosen(before => new Map([...before, ...ancestorsOf(data, key).map(parent => [parent, true] as const)]));
    }
    setSelected(key);
  }

  function open(key: string): void {
    if (key.startsWith('T')) navigate({ screen: 'tasks', orderId, task: Number(key.slice(1)) });
    else if (key === 'order') navigate({ screen: 'order', orderId, tab: 'overview' });
    else if (key.startsWith('D') || key.startsWith('L')) navigate({ screen: 'order', orderId, tab: 'specifications' });
  }

  const canRaise = task !== undefined && node !== undefined && !hasEnded(node.state);
  const mayRaise = (): true | string =>
    allowed('fallout.create') || t('tasks.not.permitted', { permission: word('codes.permission', 'fallout.create') });
  useActions('plan', [
    { id: 'planTree', label: 'plan.action.tree', keys: '1', run: () => setView('tree') },
    { id: 'planGraph', label: 'plan.action.graph', keys: '2', run: () => setView('graph') },
    { id: 'planWhy', label: 'plan.action.why', keys: 'w', run: () => why.current?.focus() },
    ...(task === undefined
      ? []
      : [{ id: 'planOpen', label: 'plan.action.open', keys: 'o', run: () => open(selected) } as const]),
    ...(canRaise
      ? [
          {
            id: 'raiseFallout',
            label: 'plan.action.raise',
            keys: 'f',
            isEnabled: mayRaise,
            run: () => setRaising(true),
          } as const,
        ]
      : []),
  ]);

  if (problem && !data) return <ProblemState problem={problem} onRetry={reload} />;
  if (!data) return <LoadingRows label={t('plan.row.loading')} rows={14} />;
  if (data.nodes.size <= 1 && !rows.some(row => row.kind === 'rest')) {
    return (
      <EmptyState
        title={t('plan.empty.title')}
        text={t('plan.empty.message')}
        action={{ label: t('plan.empty.act'), onClick: () => open('order') }}
      />
    );
  }
  const tree = (
    <PlanTree
      orderNumber={data.nodes.get('order')?.number ?? ''}
      rows={rows}
      selected={selected}
      onSelect={setSelected}
      onExpand={expand}
      onOpen={open}
      nameOf={({ assignee, group }) => names.person(assignee) || names.team(group)}
      onRest={askRest}
      failed={failed}
      onRetry={retry}
    />
  );
  const graph = (
    <Suspense fallback={<LoadingRows label={t('plan.graph.loading')} />}>
      <GraphPane orderId={orderId} selected={selected} onSelect={go} onOpen={open} />
    </Suspense>
  );
  return (
    <div className={classes.plan} data-wide={wide || undefined}>
      <div className={classes.main}>
        {!wide && (
          <div className={classes.bar}>
            <SegmentedControl
              aria-label={t('plan.view.label')}
              value={view}
              onChange={value => setView(value === 'graph' ? 'graph' : 'tree')}
              data={views.map(value => ({ value, label: t(`plan.view.${value}`) }))}
            />
          </div>
        )}
        {(wide || view === 'tree') && (
          <Pane title={t('plan.view.tree')} titleHidden fixed>
            {tree}
          </Pane>
        )}
        {!wide && view === 'graph' && (
          <Pane title={t('plan.view.graph')} titleHidden fixed>
            {graph}
          </Pane>
        )}
      </div>
      {wide && (
        <div className={classes.graph}>
          <Pane title={t('plan.view.graph')} titleHidden fixed>
            {graph}
          </Pane>
        </div>
      )}
      <div className={classes.detail}>
        <Pane title={node ? t('plan.detail.label', { title: node.title }) : t('plan.title')} titleHidden>
          {node ? (
            <PlanDetail
              orderId={orderId}
              node={node}
              names={names}
              find={key => data.nodes.get(key)}
              onGo={go}
              onOpenTask={task === undefined ? undefined : () => open(selected)}
              onRaise={canRaise && allowed('fallout.create') ? () => setRaising(true) : undefined}
              whyRef={why}
            />
          ) : (
            <EmptyState title={t('plan.nothingChosen')} />
          )}
        </Pane>
      </div>
      {raising && node && task !== undefined && (
        <RaiseFallout
          about={{ orderId, task, number: node.number, title: node.title, group: node.group }}
          onClose={() => setRaising(false)}
        />
      )}
    </div>
  );
}

const hasEnded = (state: string): boolean => state === 'closedComplete' || state === 'canceled';
