/** The dialogs of a task, one at a time: to whom it goes, why it pauses or is skipped, what it waits for, what went wrong. */
import type { Task } from '../../preload/contract/task.ts';
import { ResolveHere } from '../plan/ResolveHere.tsx';
import type { Result } from '../queue/result.ts';
import { t } from '../words/words.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { EscalateDialog } from './EscalateDialog.tsx';
import { RaiseFallout } from './RaiseFallout.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { openFalloutOf } from './taskRules.ts';
import type { TaskDialog } from './useTaskActions.ts';
import type { TaskDeeds } from './useTaskDeeds.ts';
import { WaitDialog } from './WaitDialog.tsx';

type Props = {
  readonly dialog: TaskDialog;
  readonly task: Task;
  readonly deeds: TaskDeeds;
  readonly onResult: (result: Result) => void;
  readonly onClose: () => void;
};

export function TaskDialogs({ dialog, task, deeds, onResult, onClose }: Props) {
  const { pending } = deeds;
  switch (dialog) {
    case 'assign':
      return (
        <AssignDialog
          title={t('tasks.assign.title', { number: task.number })}
          about={t('tasks.assign.about', { title: task.title })}
          now={{ assignee: task.assignee, group: task.group }}
          submit={t('tasks.assign.do')}
          pending={pending}
          onAssign={hands => void deeds.assign(hands).then(done => done && onClose())}
          onClose={onClose}
        />
      );
    case 'pause':
      return <ReasonDialog deed="pause" task={task} pending={pending} onDo={deeds.pause} onClose={onClose} />;
    case 'escalate':
      return <EscalateDialog task={task} pending={pending} onEscalate={deeds.escalate} onClose={onClose} />;
    case 'skip': {
      const held = openFalloutOf(task);
      if (held !== undefined) {
        return <ResolveHere orderId={task.orderId} fallout={held.fallout} first="skip" onClose={onClose} />;
      }
      return <ReasonDialog deed="skip" task={task} pending={pending} onDo={deeds.skip} onClose={onClose} />;
    }
    case 'wait':
      return <WaitDialog task={task} pending={pending} onWait={deeds.waitFor} onClose={onClose} />;
    case 'raise':
      return (
        <RaiseFallout
          about={task}
          onClose={onClose}
          onRaised={() =>
            onResult({ orderId: task.orderId, lines: [t('tasks.result.raised', { number: task.number })] })
          }
        />
      );
  }
}
