/** The task queues: mine, my group's, unassigned, all; beside them the task that is open. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { TaskRow } from '../../preload/contract/task.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall, usePages } from '../calls.ts';
import { useNames } from '../people.ts';
import { navigate, useRoute } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { t } from '../words/words.ts';
import { QueueTabs } from './QueueTabs.tsx';
import type { Result } from './result.ts';
import { ResultLine } from './ResultLine.tsx';
import { goTo, TaskDetail } from './TaskDetail.tsx';
import { TaskList } from './TaskList.tsx';
import classes from './TasksScreen.module.css';

const queues = ['mine', 'group', 'unassigned', 'all'] as const;
export type TaskQueue = (typeof queues)[number];

/** Moving through the list opens a task only when the focus rests on it (ux.md G2). */
const REST_MS = 120;

export function TasksScreen() {
  const route = useRoute();
  const open = route.screen === 'tasks' && route.orderId !== undefined && route.task !== undefined ? route : null;
  const names = useNames();
  const [queue, setQueue] = useState<TaskQueue>('mine');
  const [result, setResult] = useState<Result | null>(null);
  const counts = useCall('counts.get', {}).value;
  const tasks = usePages('tasks.page', { queue });

  const show = (row: TaskRow): void =>
    navigate({ screen: 'tasks', orderId: row.orderId, task: row.task }, { replace: open !== null });
  const showRested = useDebouncedCallback(show, REST_MS);

  const count = {
    mine: counts?.tasksMine,
    group: counts?.tasksGroup,
    unassigned: counts?.tasksUnassigned,
    all: counts?.tasksOpen,
  };
  const list = (
    <Pane
      title={t('tasks.title')}
      titleHidden
      fixed
      top={
        <QueueTabs
          label={t('tasks.queue.label')}
          value={queue}
          onChange={setQueue}
          tabs={queues.map(value => ({ value, label: t(`tasks.queue.${value}`), count: count[value] }))}
        />
      }
    >
      {tasks.problem && tasks.rows.length === 0 ? (
        <ProblemState problem={tasks.problem} onRetry={tasks.reload} />
      ) : tasks.loading ? (
        <LoadingRows label={t('shell.loading')} />
      ) : (
        <TaskList
          key={queue}
          label={t('tasks.list.label', { queue: t(`tasks.queue.${queue}`) })}
          rows={tasks.rows}
          total={tasks.total}
          hasMore={tasks.hasMore}
          onMore={tasks.loadMore}
          names={names}
          openKey={open ? `${open.orderId}/T${open.task}` : null}
          onRest={showRested}
          onOpen={show}
          empty={<NothingHere queue={queue} onQueue={setQueue} />}
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
            open?.orderId !== undefined && open.task !== undefined ? (
              <TaskDetail orderId={open.orderId} task={open.task} onResult={setResult} />
            ) : null
          }
          placeholder={<EmptyState title={t('tasks.detail.nothing')} />}
          back={{ label: t('tasks.title'), onClick: () => navigate({ screen: 'tasks' }) }}
        />
      </div>
    </div>
  );
}

/** Each empty queue says why it is empty and where there may be work. */
function NothingHere({ queue, onQueue }: { readonly queue: TaskQueue; readonly onQueue: (queue: TaskQueue) => void }) {
  const next = { mine: 'group', group: 'all', unassigned: 'all', all: null } as const;
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
