/** One task in full: what to do, what to record, what to know, and everything that can be done with it. */
import { useRef, useState } from 'react';
import { Answer } from '../Answer.tsx';
import { useHold } from '../actions/typeAhead.ts';
import { useCall } from '../calls.ts';
import { useNames, useSession } from '../people.ts';
import type { PlanPartRef } from '../plan/PartLink.tsx';
import { goTo } from '../queue/goTo.ts';
import type { Result } from '../queue/result.ts';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import type { Task } from '../../preload/contract/task.ts';
import { OtherOrders } from './OtherOrders.tsx';
import { TaskBody } from './TaskBody.tsx';
import { TaskDialogs } from './TaskDialogs.tsx';
import { TaskHead } from './TaskHead.tsx';
import { mayDo } from './taskRules.ts';
import { useTaskActions, type TaskDialog } from './useTaskActions.ts';
import { useTaskDeeds } from './useTaskDeeds.ts';
import { useTaskValues } from './useTaskValues.ts';

type Props = {
  readonly orderId: string;
  readonly task: number;
  /** False while the person is already moving on to another task; nothing can be done then. */
  readonly settled?: boolean;
  readonly onResult: (result: Result) => void;
  readonly onOpened?: (of: Result, opened: readonly PlanPartRef[]) => void;
  readonly onEnded?: () => void;
};

export function TaskDetail({ orderId, task, ...rest }: Props) {
  const answer = useCall('task.get', { orderId, task });
  useHold(answer.loading ? 'move' : null);
  return <Answer of={answer}>{value => <TaskWork key={value.key} task={value} {...rest} />}</Answer>;
}

type WorkProps = Omit<Props, 'orderId' | 'task'> & { readonly task: Task };

function TaskWork({ task, settled = true, onResult, onOpened, onEnded }: WorkProps) {
  const names = useNames();
  const who = useSession()?.person ?? null;
  const deeds = useTaskDeeds(task, { onResult, onOpened, onEnded });
  const { save, complete, ...values } = useTaskValues(task, deeds);
  const [dialog, setDialog] = useState<TaskDialog | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const may = (deed: Parameters<typeof mayDo>[0]) => () =>
    settled ? mayDo(deed, task, who, names) : t('tasks.not.settled');
  const actions = useTaskActions(task, {
    may,
    deeds,
    onComplete: () => void complete(),
    onAsk: setDialog,
    onNote: () => note.current?.focus(),
  });

  return (
    <Pane
      title={t('tasks.detail.label', { title: task.title })}
      titleHidden
      top={<TaskHead task={task} actions={actions} names={names} />}
    >
      <TaskBody
        task={task}
        names={names}
        withdrawEnd={actions.withdrawEnd}
        values={{
          ...values,
          fields: task.fields,
          mayRecord: mayDo('record', task, who, names),
          pending: deeds.pending,
          onSave: () => void save(),
        }}
        otherOrders={
          <OtherOrders
            task={task}
            names={names}
            waitFor={actions.waitFor}
            mayLetGo={may('wait')()}
            onLetGo={part => void deeds.letGo(part)}
          />
        }
        noteRef={note}
        onGo={key => goTo(task.orderId, key)}
      />
      {dialog !== null && (
        <TaskDialogs dialog={dialog} task={task} deeds={deeds} onResult={onResult} onClose={() => setDialog(null)} />
      )}
    </Pane>
  );
}
