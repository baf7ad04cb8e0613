/** The fallout queues: open, mine, my group's, unassigned, closed; beside them the fallout that is open. */
import { useState } from 'react';
import type { FalloutRow } from '../../preload/contract/task.ts';
import { useCall, usePages } from '../calls.ts';
import { useNames } from '../people.ts';
import { navigate, useRoute } from '../route.ts';
import { placeholderFor, QueuePane } from '../tasks/QueuePane.tsx';
import type { Result } from '../tasks/result.ts';
import { ResultLine } from '../tasks/ResultLine.tsx';
import { goTo } from '../tasks/TaskDetail.tsx';
import { useQueueMoves } from '../tasks/useQueueMoves.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { t } from '../words/words.ts';
import { FalloutDetail } from './FalloutDetail.tsx';
import { FalloutList } from './FalloutList.tsx';
import classes from '../tasks/TasksScreen.module.css';

const queues = ['open', 'mine', 'group', 'unassigned', 'closed'] as const;
type FalloutQueue = (typeof queues)[number];

const keyOf = (row: FalloutRow): string => row.key;

export function FalloutScreen() {
  const route = useRoute();
  const named =
    route.screen === 'fallout' && route.orderId !== undefined && route.fallout !== undefined
      ? `${route.orderId}/F${route.fallout}`
      : null;
  const names = useNames();
  const [queue, setQueue] = useState<FalloutQueue>('open');
  const [result, setResult] = useState<Result | null>(null);
  const counts = useCall('counts.get', {}, { keepPrevious: true }).value;
  const fallouts = usePages('fallouts.page', { queue });
  const moves = useQueueMoves({
    rows: fallouts.rows,
    keyOf,
    named,
    show: ({ orderId, fallout }, how) => navigate({ screen: 'fallout', orderId, fallout }, how),
  });

  function choose(next: FalloutQueue): void {
    setQueue(next);
    navigate({ screen: 'fallout' });
  }

  const count: { readonly [Q in FalloutQueue]?: number | undefined } = {
    open: counts?.falloutsOpen,
    mine: counts?.falloutsMine,
  };
  return (
    <div className={classes.screen}>
      <div className={classes.split}>
        <SplitView
          list={
            <QueuePane
              title={t('fallout.title')}
              label={t('fallout.queue.label')}
              queue={queue}
              queues={queues.map(value => ({ value, label: t(`fallout.queue.${value}`), count: count[value] }))}
              onQueue={choose}
              pages={fallouts}
            >
              {autoFocus => (
                <FalloutList
                  key={queue}
                  label={t('fallout.list.label', { queue: t(`fallout.queue.${queue}`) })}
                  rows={fallouts.rows}
                  total={fallouts.total}
                  hasMore={fallouts.hasMore}
                  onMore={fallouts.loadMore}
                  names={names}
                  openKey={moves.shown}
                  onFocusRow={moves.onFocusRow}
                  onOpen={moves.onOpen}
                  autoFocus={autoFocus}
                  empty={
                    <EmptyState
                      title={t(`fallout.empty.${queue}.title`)}
                      text={t(`fallout.empty.${queue}.message`)}
                      action={{
                        label: t(`fallout.empty.${queue}.act`),
                        onClick: () => choose(queue === 'open' ? 'closed' : 'open'),
                      }}
                    />
                  }
                />
              )}
            </QueuePane>
          }
          detail={
            moves.shown === null ? null : (
              <FalloutDetail
                {...partsOf(moves.shown)}
                settled={moves.settled}
                onResult={setResult}
                onEnded={moves.onEnded}
              />
            )
          }
          placeholder={placeholderFor(fallouts, t('fallout.detail.nothing'))}
          back={{ label: t('fallout.title'), onClick: () => navigate({ screen: 'fallout' }) }}
        />
      </div>
      <ResultLine result={result} onGo={goTo} onClose={() => setResult(null)} />
    </div>
  );
}

/** The order and the number in a key such as `o1/F2`. */
function partsOf(key: string): { readonly orderId: string; readonly fallout: number } {
  const at = key.lastIndexOf('/');
  return { orderId: key.slice(0, at), fallout: Number(key.slice(at + 2)) };
}
