/** The dialogs in which the commands of the plan ask for what they need: whom, why, and what to wait for. */
import type { Task } from '../../preload/contract/task.ts';
import { AssignDialog } from '../tasks/AssignDialog.tsx';
import { PauseDialog } from '../tasks/PauseDialog.tsx';
import { RaiseFallout } from '../tasks/RaiseFallout.tsx';
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
      return <PauseDialog task={task} pending={deeds.pending} onPause={deeds.pause} onClose={onClose} />;
    case 'wait':
      return <WaitDialog task={task} pending={deeds.pending} onWait={deeds.waitFor} onClose={onClose} />;
    case 'retry':
    case 'skip':
      return <ResolveHere orderId={task.orderId} fallout={asking.fallout} first={deed} onClose={onClose} />;
    case 'raise':
      return <RaiseFallout about={task} onClose={onClose} />;
  }
}
