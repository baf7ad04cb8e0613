/** One task in full: what to do, what to record, what to know, and everything that can be done with it. */
import { useRef, useState } from 'react';
import { useActions, type Action } from '../actions/registry.ts';
import { Answer } from '../Answer.tsx';
import { useCall } from '../calls.ts';
import { useNames, useSession } from '../people.ts';
import { readOutsideKey } from '../plan/outsideKey.ts';
import { navigate } from '../route.ts';
import { Pane } from '../ui/Pane.tsx';
import { t } from '../words/words.ts';
import type { Task } from '../../preload/contract/task.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { useDraft } from './drafts.ts';
import { OtherOrders } from './OtherOrders.tsx';
import { PauseDialog } from './PauseDialog.tsx';
import { RaiseFallout } from './RaiseFallout.tsx';
import type { Result } from './result.ts';
import { TaskBody } from './TaskBody.tsx';
import { TaskHead } from './TaskHead.tsx';
import { mayDo } from './taskRules.ts';
import { missingFields, valuesToSend, type ValueDraft } from './taskValues.ts';
import { useTaskDeeds } from './useTaskDeeds.ts';
import { fieldId } from './ValuesForm.tsx';
import { WaitDialog } from './WaitDialog.tsx';

type Props = {
  readonly orderId: string;
  readonly task: number;
  /** False while the person is already moving on to another task; nothing can be done then. */
  readonly settled?: boolean;
  readonly onResult: (result: Result) => void;
  readonly onEnded?: () => void;
};

export function TaskDetail({ orderId, task, ...rest }: Props) {
  const answer = useCall('task.get', { orderId, task });
  return <Answer of={answer}>{value => <TaskWork key={value.key} task={value} {...rest} />}</Answer>;
}

const noDraft: ValueDraft = {};

type WorkProps = Omit<Props, 'orderId' | 'task'> & { readonly task: Task };

function TaskWork({ task, settled = true, onResult, onEnded }: WorkProps) {
  const names = useNames();
  const who = useSession()?.person ?? null;
  const deeds = useTaskDeeds(task, { onResult, onEnded });
  const [draft, setDraft, dropDraft] = useDraft<ValueDraft>(`values/${task.key}`, noDraft);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'assign' | 'raise' | 'pause' | 'wait' | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const may = (deed: Parameters<typeof mayDo>[0]) => () =>
    settled ? mayDo(deed, task, who, names) : t('tasks.not.settled');

  async function save(): Promise<void> {
    if (await deeds.record(valuesToSend(task.fields, draft))) dropDraft();
  }

  /** Nothing is sent while something mandatory is missing: the first such field gets the focus (features T5). */
  async function complete(): Promise<void> {
    const absent = missingFields(task.fields, draft).map(field => field.name);
    setMissing(absent);
    const [first] = absent;
    if (first !== undefined) {
      document.getElementById(fieldId(first))?.focus();
      return;
    }
    if (await deeds.complete(valuesToSend(task.fields, draft))) dropDraft();
  }

  const actions = {
    start: {
      id: 'taskStart',
      label: 'tasks.action.start',
      keys: 's',
      isEnabled: may('start'),
      run: () => void deeds.start(),
    },
    complete: {
      id: 'taskComplete',
      label: 'tasks.action.complete',
      keys: 'c',
      isEnabled: may('complete'),
      run: () => void complete(),
    },
    raise: {
      id: 'raiseFallout',
      label: 'tasks.action.fallout',
      keys: 'f',
      isEnabled: may('raise'),
      run: () => setDialog('raise'),
    },
    claim: {
      id: 'taskClaim',
      label: 'tasks.action.claim',
      keys: 'y',
      isEnabled: may('claim'),
      run: () => void deeds.claim(),
    },
    assign: {
      id: 'taskAssign',
      label: 'tasks.action.assign',
      keys: 'm',
      isEnabled: may('assign'),
      run: () => setDialog('assign'),
    },
    release: {
      id: 'taskRelease',
      label: 'tasks.action.release',
      isEnabled: may('release'),
      run: () => void deeds.release(),
    },
    pause: {
      id: 'taskPause',
      label: 'tasks.action.pause',
      ...(task.pausedFor === null && { keys: 'h' }),
      isEnabled: may('pause'),
      run: () => setDialog('pause'),
    },
    resume: {
      id: 'taskResume',
      label: 'tasks.action.resume',
      ...(task.pausedFor !== null && { keys: 'h' }),
      isEnabled: may('resume'),
      run: () => void deeds.resume(),
    },
    waitFor: {
      id: 'taskWaitFor',
      label: 'tasks.action.waitFor',
      isEnabled: may('wait'),
      run: () => setDialog('wait'),
    },
    note: { id: 'taskNote', label: 'tasks.action.note', keys: 'n', run: () => note.current?.focus() },
    plan: {
      id: 'taskPlan',
      label: 'tasks.action.plan',
      keys: 'p',
      run: () => navigate({ screen: 'order', orderId: task.orderId, tab: 'plan' }),
    },
    order: {
      id: 'taskOrder',
      label: 'tasks.action.openOrder',
      run: () => navigate({ screen: 'order', orderId: task.orderId, tab: 'overview' }),
    },
  } as const satisfies Record<string, Action>;
  useActions('tasks', Object.values(actions));

  return (
    <Pane
      title={t('tasks.detail.label', { title: task.title })}
      titleHidden
      top={<TaskHead task={task} actions={actions} names={names} />}
    >
      <TaskBody
        task={task}
        names={names}
        values={{
          fields: task.fields,
          draft,
          onDraft: setDraft,
          missing,
          mayRecord: mayDo('record', task, who, names),
          pending: deeds.pending,
          onSave: () => void save(),
          onDiscard: dropDraft,
        }}
        otherOrders={
          <OtherOrders
            parts={task.outside}
            waitFor={actions.waitFor}
            mayLetGo={may('wait')()}
            onLetGo={part => void deeds.letGo(part)}
          />
        }
        noteRef={note}
        onGo={key => goTo(task.orderId, key)}
      />
      {dialog === 'assign' && (
        <AssignDialog
          title={t('tasks.assign.title', { number: task.number })}
          about={t('tasks.assign.about', { title: task.title })}
          now={{ assignee: task.assignee, group: task.group }}
          submit={t('tasks.assign.do')}
          pending={deeds.pending}
          onAssign={hands => void deeds.assign(hands).then(done => done && setDialog(null))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'pause' && (
        <PauseDialog task={task} pending={deeds.pending} onPause={deeds.pause} onClose={() => setDialog(null)} />
      )}
      {dialog === 'wait' && (
        <WaitDialog task={task} pending={deeds.pending} onWait={deeds.waitFor} onClose={() => setDialog(null)} />
      )}
      {dialog === 'raise' && (
        <RaiseFallout
          about={task}
          onClose={() => setDialog(null)}
          onRaised={() =>
            onResult({ orderId: task.orderId, lines: [t('tasks.result.raised', { number: task.number })] })
          }
        />
      )}
    </Pane>
  );
}

/** To a task here, to a fallout on its screen, and to anything else in its plan. */
export function goTo(orderId: string, key: string): void {
  const number = Number(key.slice(1));
  const outside = readOutsideKey(key);
  if (outside) navigate({ screen: 'order', orderId: outside.orderId, tab: 'plan' });
  else if (key.startsWith('T')) navigate({ screen: 'tasks', orderId, task: number });
  else if (key.startsWith('F')) navigate({ screen: 'fallout', orderId, fallout: number });
  else navigate({ screen: 'order', orderId, tab: 'plan' });
}
