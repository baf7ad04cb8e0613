/** The dialogs in which the commands of the plan ask for what they need: whom, why, and what to wait for. */
import type { Task } from '../../preload/contract/task.ts';
import { AssignDialog } from '../tasks/AssignDialog.tsx';
import { EscalateDialog } from '../tasks/EscalateDialog.tsx';
import { RaiseFallout } from '../tasks/RaiseFallout.tsx';
import { ReasonDialog } from '../tasks/ReasonDialog.tsx';
import { useTaskDeeds } from '../tasks/useTaskDeeds.ts';
import { WaitDialog } from '../tasks/WaitDialog.tsx';
import { t } from '../words/words.ts';
import { ResolveHere } from './ResolveHere.tsx';
import { sayOnPlan } from './sayOnPlan.ts';
import type { Asking } from './usePlanCommands.ts';

type Props = {
  readonly task: Task;
  readonly asking: Asking;
  readonly onClose: () => void;
};

export function PlanDialogs({ task, asking, onClose }: Props) {
  const { deed } = asking;
  // What can be undone in one step is told together with its undo.
  const deeds = useTaskDeeds(task, { onResult: ({ lines }) => deed === 'wait' && sayOnPlan(lines.join(' ')) });
  switch (deed) {
    case 'assign':
      return (
        <AssignDialog
          title={t('tasks.assign.title', { number: task.number })}
          about={t('tasks.assign.about', { title: task.title })}
          now={{ assignee: task.assignee, group: task.group }}
          submit={t('tasks.assign.do')}
          pending={deeds.pending}
          onAssign={hands => void deeds.assign(hands).then(done => done && onClose())}
          onClose={onClose}
        />
      );
    case 'pause':
      return <ReasonDialog deed="pause" task={task} pending={deeds.pending} onDo={deeds.pause} onClose={onClose} />;
    case 'skip':
      return <ReasonDialog deed="skip" task={task} pending={deeds.pending} onDo={deeds.skip} onClose={onClose} />;
    case 'escalate':
      return <EscalateDialog task={task} pending={deeds.pending} onEscalate={deeds.escalate} onClose={onClose} />;
    case 'wait':
      return <WaitDialog task={task} pending={deeds.pending} onWait={deeds.waitFor} onClose={onClose} />;
    case 'resolve':
      return <ResolveHere orderId={task.orderId} fallout={asking.fallout} first={asking.first} onClose={onClose} />;
    case 'raise':
      return <RaiseFallout about={task} onClose={onClose} />;
  }
}
