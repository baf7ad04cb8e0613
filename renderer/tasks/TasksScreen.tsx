/** The task queues: mine, my group's, unassigned, escalated to me, all; beside them the task that is open. */
import { useEffect, useState } from 'react';
import { useCall, usePages } from '../calls.ts';
import { QueueScreen } from '../queue/QueueScreen.tsx';
import type { Result } from '../queue/result.ts';
import { navigate, useRoute } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useUndoStack } from '../undo/undoStack.ts';
import { t } from '../words/words.ts';
import { useTaskColumns } from './taskColumns.tsx';
import { TaskDetail } from './TaskDetail.tsx';

const queues = ['mine', 'group', 'unassigned', 'escalated', 'all'] as const;
type TaskQueue = (typeof queues)[number];

export function TasksScreen() {
  const route = useRoute();
  const [queue, setQueue] = useState<TaskQueue>('mine');
  const [result, setResult] = useState<Result | null>(null);
  const undoStack = useUndoStack();
  // What was done is not so any more; that it was taken back is said where it was taken back.
  useEffect(() => undoStack.listen({ onUndone: () => setResult(null) }), [undoStack]);
  const counts = useCall('counts.get', {}, { keepPrevious: true }).value;
  const tasks = usePages('tasks.page', { queue });
  const columns = useTaskColumns();

  function choose(next: TaskQueue): void {
    setQueue(next);
    navigate({ screen: 'tasks' });
  }

  const count = {
    mine: counts?.tasksMine,
    group: counts?.tasksGroup,
    unassigned: counts?.tasksUnassigned,
    escalated: counts?.tasksEscalated,
    all: counts?.tasksOpen,
  };
  return (
    <QueueScreen
      screen="tasks"
      words={{
        title: t('tasks.title'),
        queues: t('tasks.queue.label'),
        list: t('tasks.list.label', { queue: t(`tasks.queue.${queue}`) }),
        nothing: t('tasks.detail.nothing'),
      }}
      named={
        route.screen === 'tasks' && route.orderId !== undefined && route.task !== undefined
          ? `${route.orderId}/T${route.task}`
          : null
      }
      queue={queue}
      queues={queues.map(value => ({ value, label: t(`tasks.queue.${value}`), count: count[value] }))}
      onQueue={choose}
      pages={tasks}
      columns={columns}
      routeOf={({ orderId, task }) => ({ screen: 'tasks', orderId, task })}
      empty={<NothingHere queue={queue} onQueue={choose} />}
      result={result}
      onResultClose={() => setResult(null)}
    >
      {({ key, orderId, number, settled, onEnded }) => (
        <TaskDetail
          orderId={orderId}
          task={number}
          settled={settled}
          onResult={setResult}
          onOpened={(of, opened) => setResult(shown => (shown === of ? { ...of, opened } : shown))}
          onEnded={() => {
            onEnded();
            tasks.drop(row => row.key === key);
          }}
        />
      )}
    </QueueScreen>
  );
}

/** Each empty queue says why it is empty and where there may be work. */
function NothingHere({ queue, onQueue }: { readonly queue: TaskQueue; readonly onQueue: (queue: TaskQueue) => void }) {
  const next = { mine: 'group', group: 'all', unassigned: 'all', escalated: 'all', all: null } as const;
  const to = next[queue];
  return (
    <EmptyState
      title={t(`tasks.empty.${queue}.title`)}
      text={t(`tasks.empty.${queue}.message`)}
      action={{
        label: t(`tasks.empty.${queue}.act`),
        onClick: () => (to === null ? navigate({ screen: 'approvals' }) : onQueue(to)),
      }}
    />
  );
}
