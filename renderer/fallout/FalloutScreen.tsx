/** The fallout queues: open, mine, my group's, unassigned, closed; beside them the fallout that is open. */
import { useState } from 'react';
import { useCall, usePages } from '../calls.ts';
import { QueueScreen } from '../queue/QueueScreen.tsx';
import type { Result } from '../queue/result.ts';
import { navigate, useRoute } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { t } from '../words/words.ts';
import { useFalloutColumns } from './falloutColumns.tsx';
import { FalloutDetail } from './FalloutDetail.tsx';

const queues = ['open', 'mine', 'group', 'unassigned', 'closed'] as const;
type FalloutQueue = (typeof queues)[number];

export function FalloutScreen() {
  const route = useRoute();
  const [queue, setQueue] = useState<FalloutQueue>('open');
  const [result, setResult] = useState<Result | null>(null);
  const counts = useCall('counts.get', {}, { keepPrevious: true }).value;
  const fallouts = usePages('fallouts.page', { queue });
  const columns = useFalloutColumns();

  function choose(next: FalloutQueue): void {
    setQueue(next);
    navigate({ screen: 'fallout' });
  }

  const count: { readonly [Q in FalloutQueue]?: number | undefined } = {
    open: counts?.falloutsOpen,
    mine: counts?.falloutsMine,
  };
  return (
    <QueueScreen
      screen="fallout"
      words={{
        title: t('fallout.title'),
        queues: t('fallout.queue.label'),
        list: t('fallout.list.label', { queue: t(`fallout.queue.${queue}`) }),
        nothing: t('fallout.detail.nothing'),
      }}
      named={
        route.screen === 'fallout' && route.orderId !== undefined && route.fallout !== undefined
          ? `${route.orderId}/F${route.fallout}`
          : null
      }
      queue={queue}
      queues={queues.map(value => ({ value, label: t(`fallout.queue.${value}`), count: count[value] }))}
      onQueue={choose}
      pages={fallouts}
      columns={columns}
      routeOf={({ orderId, fallout }) => ({ screen: 'fallout', orderId, fallout })}
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
      result={result}
      onResultClose={() => setResult(null)}
    >
      {({ orderId, number, settled, onEnded }) => (
        <FalloutDetail orderId={orderId} fallout={number} settled={settled} onResult={setResult} onEnded={onEnded} />
      )}
    </QueueScreen>
  );
}
