/** The task queues: mine, my group's, unassigned, escalated to me, all; beside them the task that is open. */
import { useEffect, useState } from 'react';
import type { TaskRow } from '../../preload/contract/task.ts';
import { useCall, usePages } from '../calls.ts';
import { useNames } from '../people.ts';
import { navigate, useRoute } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { useUndoStack } from '../undo/undoStack.ts';
import { t } from '../words/words.ts';
import { placeholderFor, QueuePane } from './QueuePane.tsx';
import type { Result } from './result.ts';
import { ResultLine } from './ResultLine.tsx';
import { goTo, TaskDetail } from './TaskDetail.tsx';
import { TaskList } from './TaskList.tsx';
import { useQueueMoves } from './useQueueMoves.ts';
import classes from './TasksScreen.module.css';

const queues = ['mine', 'group', 'unassigned', 'escalated', 'all'] as const;
export type TaskQueue = (typeof queues)[number];

const keyOf = (row: TaskRow): string => row.key;

export function TasksScreen() {
  const route = useRoute();
  const named =
    route.screen === 'tasks' && route.orderId !== undefined && route.task !== undefined
      ? `${route.orderId}/T${route.task}`
      : null;
  const names = useNames();
  const [queue, setQueue] = useState<TaskQueue>('mine');
  const [result, setResult] = useState<Result | null>(null);
  const undoStack = useUndoStack();
  // What was done is not so any more; that it was taken back is said where it was taken back.
  useEffect(() => undoStack.listen({ onUndone: () => setResult(null) }), [undoStack]);
  const counts = useCall('counts.get', {}, { keepPrevious: true }).value;
  const tasks = usePages('tasks.page', { queue });
  const moves = useQueueMoves({
    rows: tasks.rows,
    keyOf,
    named,
    show: ({ orderId, task }, how) => navigate({ screen: 'tasks', orderId, task }, how),
  });

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
    <div className={classes.screen}>
      <div className={classes.split}>
        <SplitView
          list={
            <QueuePane
              title={t('tasks.title')}
              label={t('tasks.queue.label')}
              queue={queue}
              queues={queues.map(value => ({ value, label: t(`tasks.queue.${value}`), count: count[value] }))}
              onQueue={choose}
              pages={tasks}
            >
              {autoFocus => (
                <TaskList
                  key={queue}
                  label={t('tasks.list.label', { queue: t(`tasks.queue.${queue}`) })}
                  rows={tasks.rows}
                  total={tasks.total}
                  hasMore={tasks.hasMore}
                  onMore={tasks.loadMore}
                  names={names}
                  openKey={moves.shown}
                  onFocusRow={moves.onFocusRow}
                  onOpen={moves.onOpen}
                  autoFocus={autoFocus}
                  empty={<NothingHere queue={queue} onQueue={choose} />}
                />
              )}
            </QueuePane>
          }
          detail={
            moves.shown === null ? null : (
              <TaskDetail
                {...partsOf(moves.shown)}
                settled={moves.settled}
                onResult={setResult}
                onOpened={(of, opened) => setResult(shown => (shown === of ? { ...of, opened } : shown))}
                onEnded={() => {
                  moves.onEnded();
                  tasks.drop(row => keyOf(row) === moves.shown);
                }}
              />
            )
          }
          placeholder={placeholderFor(tasks, t('tasks.detail.nothing'))}
          back={{ label: t('tasks.title'), onClick: () => navigate({ screen: 'tasks' }) }}
        />
      </div>
      <ResultLine result={result} onGo={goTo} onClose={() => setResult(null)} />
    </div>
  );
}

/** The order and the number in a key such as `o1/T2`. */
function partsOf(key: string): { readonly orderId: string; readonly task: number } {
  const at = key.lastIndexOf('/');
  return { orderId: key.slice(0, at), task: Number(key.slice(at + 2)) };
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
