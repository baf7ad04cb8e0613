/** Everything that can be done with a task, each with its key and its condition: for the head, the keys, the menu and the palette. */
import { useActions, type Action } from '../actions/registry.ts';
import { navigate } from '../route.ts';
import type { Task } from '../../preload/contract/task.ts';
import type { TaskDeeds } from './useTaskDeeds.ts';
import type { mayDo } from './taskRules.ts';

export type TaskDialog = 'assign' | 'raise' | 'pause' | 'wait' | 'escalate' | 'skip';

type Deed = Parameters<typeof mayDo>[0];

type Does = {
  /** True, or why not, in words. */
  readonly may: (deed: Deed) => () => true | string;
  readonly deeds: Pick<TaskDeeds, 'start' | 'claim' | 'release' | 'resume' | 'withdrawEnd' | 'withdrawEscalation'>;
  readonly onComplete: () => void;
  readonly onAsk: (dialog: TaskDialog) => void;
  readonly onNote: () => void;
};

export function useTaskActions(task: Task, { may, deeds, onComplete, onAsk, onNote }: Does) {
  const { orderId, pausedFor } = task;
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
      run: onComplete,
    },
    raise: {
      id: 'raiseFallout',
      label: 'tasks.action.fallout',
      keys: 'f',
      isEnabled: may('raise'),
      run: () => onAsk('raise'),
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
      run: () => onAsk('assign'),
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
      ...(pausedFor === null && { keys: 'h' }),
      isEnabled: may('pause'),
      run: () => onAsk('pause'),
    },
    resume: {
      id: 'taskResume',
      label: 'tasks.action.resume',
      ...(pausedFor !== null && { keys: 'h' }),
      isEnabled: may('resume'),
      run: () => void deeds.resume(),
    },
    escalate: {
      id: 'taskEscalate',
      label: 'tasks.action.escalate',
      keys: 'l',
      isEnabled: may('escalate'),
      run: () => onAsk('escalate'),
    },
    skip: {
      id: 'taskSkip',
      label: 'tasks.action.skip',
      keys: 'Shift+K',
      isEnabled: may('skip'),
      run: () => onAsk('skip'),
    },
    waitFor: { id: 'taskWaitFor', label: 'tasks.action.waitFor', isEnabled: may('wait'), run: () => onAsk('wait') },
    note: { id: 'taskNote', label: 'tasks.action.note', keys: 'n', run: onNote },
    plan: {
      id: 'taskPlan',
      label: 'tasks.action.plan',
      keys: 'p',
      run: () => navigate({ screen: 'order', orderId, tab: 'plan' }),
    },
    order: {
      id: 'taskOrder',
      label: 'tasks.action.openOrder',
      run: () => navigate({ screen: 'order', orderId, tab: 'overview' }),
    },
  } as const satisfies Record<string, Action>;
  const withdrawEnd: Action = {
    id: 'taskWithdrawEnd',
    label: 'tasks.action.withdrawEnd',
    isEnabled: may('withdrawEnd'),
    run: () => void deeds.withdrawEnd(),
  };
  const withdrawEscalation: Action = {
    id: 'taskWithdrawEscalation',
    label: 'tasks.action.withdrawEscalation',
    isEnabled: may('withdrawEscalation'),
    run: () => void deeds.withdrawEscalation(),
  };
  useActions('tasks', [
    ...Object.values(actions),
    // What nobody has said cannot be withdrawn.
    ...(task.proposedEnd === null ? [] : [withdrawEnd]),
    ...(task.escalation === null ? [] : [withdrawEscalation]),
  ]);
  return { ...actions, withdrawEnd, withdrawEscalation };
}
