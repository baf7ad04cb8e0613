/** The fallout queues: open, mine, my group's, unassigned, closed; beside them the fallout that is open. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { FalloutRow } from '../../preload/contract/task.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall, usePages } from '../calls.ts';
import { useNames } from '../people.ts';
import { navigate, useRoute } from '../route.ts';
import { QueueTabs } from '../tasks/QueueTabs.tsx';
import type { Result } from '../tasks/result.ts';
import { ResultLine } from '../tasks/ResultLine.tsx';
import { goTo } from '../tasks/TaskDetail.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { t } from '../words/words.ts';
import { FalloutDetail } from './FalloutDetail.tsx';
import { FalloutList } from './FalloutList.tsx';
import classes from '../tasks/TasksScreen.module.css';

const queues = ['open', 'mine', 'group', 'unassigned', 'closed'] as const;
type FalloutQueue = (typeof queues)[number];

/** Moving through the list opens a fallout only when the focus rests on it (ux.md G2). */
const REST_MS = 120;

export function FalloutScreen() {
  const route = useRoute();
  const open = route.screen === 'fallout' && route.orderId !== undefined && route.fallout !== undefined ? route : null;
  const names = useNames();
  const [queue, setQueue] = useState<FalloutQueue>('open');
  const [result, setResult] = useState<Result | null>(null);
  const counts = useCall('counts.get', {}).value;
  const fallouts = usePages('fallouts.page', { queue });

  const show = (row: FalloutRow): void =>
    navigate({ screen: 'fallout', orderId: row.orderId, fallout: row.fallout }, { replace: open !== null });
  const showRested = useDebouncedCallback(show, REST_MS);

  const count: { readonly [Q in FalloutQueue]?: number | undefined } = {
    open: counts?.falloutsOpen,
    mine: counts?.falloutsMine,
  };
  const list = (
    <Pane
      title={t('fallout.title')}
      titleHidden
      fixed
      top={
        <QueueTabs
          label={t('fallout.queue.label')}
          value={queue}
          onChange={setQueue}
          tabs={queues.map(value => ({ value, label: t(`fallout.queue.${value}`), count: count[value] }))}
        />
      }
    >
      {fallouts.problem && fallouts.rows.length === 0 ? (
        <ProblemState problem={fallouts.problem} onRetry={fallouts.reload} />
      ) : fallouts.loading ? (
        <LoadingRows label={t('shell.loading')} />
      ) : (
        <FalloutList
          key={queue}
          label={t('fallout.list.label', { queue: t(`fallout.queue.${queue}`) })}
          rows={fallouts.rows}
          total={fallouts.total}
          hasMore={fallouts.hasMore}
          onMore={fallouts.loadMore}
          names={names}
          openKey={open ? `${open.orderId}/F${open.fallout}` : null}
          onRest={showRested}
          onOpen={show}
          empty={
            <EmptyState
              title={t(`fallout.empty.${queue}.title`)}
              text={t(`fallout.empty.${queue}.message`)}
              action={{
                label: t(`fallout.empty.${queue}.act`),
                onClick: () => setQueue(queue === 'open' ? 'closed' : 'open'),
              }}
            />
          }
        />
      )}
    </Pane>
  );
  return (
    <div className={classes.screen}>
      <ResultLine result={result} onGo={goTo} onClose={() => setResult(null)} />
      <div className={classes.split}>
        <SplitView
          list={list}
          detail={
            open?.orderId !== undefined && open.fallout !== undefined ? (
              <FalloutDetail orderId={open.orderId} fallout={open.fallout} onResult={setResult} />
            ) : null
          }
          placeholder={<EmptyState title={t('fallout.detail.nothing')} />}
          back={{ label: t('fallout.title'), onClick: () => navigate({ screen: 'fallout' }) }}
        />
      </div>
    </div>
  );
}
