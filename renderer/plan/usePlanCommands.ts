/** What can be done with the task that is chosen in the plan, each thing once: for its pane, its keys and its menu (ux.md C). */
import { useState } from 'react';
import type { OutsidePart, PlanNode } from '../../preload/contract/plan.ts';
import type { Task } from '../../preload/contract/task.ts';
import type { Action } from '../actions/registry.ts';
import { useCall, useCommand } from '../calls.ts';
import { mayTriage } from '../fallout/falloutRules.ts';
import { useNames, useSession } from '../people.ts';
import { mayDo, type TaskDeed } from '../tasks/taskRules.ts';
import { t } from '../words/words.ts';
import { nameOf } from './OutsidePartRow.tsx';
import { hasPartEnded } from './partState.ts';
import { sayOnPlan } from './sayOnPlan.ts';

/** A deed that asks for something first, and the task it is about (`T2`). */
export type Asking = { readonly key: string } & (
  | { readonly deed: TaskAsking }
  | { readonly deed: 'resolve'; readonly first: 'retry' | 'skip'; readonly fallout: number }
);
type TaskAsking = 'assign' | 'pause' | 'wait' | 'raise' | 'escalate' | 'skip';

type Input = {
  readonly orderId: string;
  /** What is chosen; undefined while that is not known. */
  readonly node: PlanNode | undefined;
  /** What the plan shows: nothing can be done in the past, and there is nothing to act on in a preview. */
  readonly shows: 'now' | 'past' | 'preview';
  /** Opens the chosen part on its own screen, or goes to a fallout (`F1`). */
  readonly onOpen: (key: string) => void;
};

/** Whether an end can be proposed for the task or why not, and the version of it that is seen. */
export type Proposing = { readonly may: true | string; readonly seen: number | undefined };

export type PlanCommands = {
  /** What is done most, in the order of its buttons. */
  readonly actions: readonly Action[];
  readonly waitFor: Action | undefined;
  /** Where somebody has said when it will end, or brought it before somebody; undefined where nothing can be changed. */
  readonly withdrawEnd: Action | undefined;
  readonly withdrawEscalation: Action | undefined;
  /** What has its place elsewhere than among the buttons, such as what takes back what somebody has said. */
  readonly more: readonly Action[];
  readonly proposing: Proposing;
  /** The task as it is now; undefined while that is not known, and where nothing can be done. */
  readonly task: Task | undefined;
  readonly letGo: (part: OutsidePart) => void;
  readonly asking: Asking | null;
  readonly onAsked: () => void;
};

export function usePlanCommands({ orderId, node, shows, onOpen }: Input): PlanCommands {
  const names = useNames();
  const who = useSession()?.person ?? null;
  const resuming = useCommand('task.resume');
  const lettingGo = useCommand('task.waitNoMore');
  const withdrawingEnd = useCommand('task.withdrawEnd');
  const withdrawing = useCommand('task.withdrawEscalation');
  const [asking, setAsking] = useState<Asking | null>(null);
  const isTask = node?.kind === 'task';
  const isOpen = isTask && shows !== 'preview' && !hasPartEnded(node);
  const number = isTask ? Number(node.key.slice(1)) : 0;
  const asked = useCall('task.get', { orderId, task: number }, { enabled: isOpen && shows === 'now' });
  const task = isOpen && shows === 'now' ? asked.value : undefined;

  /** What the plan says of it stands in for the task until that has come. */
  function may(deed: TaskDeed): true | string {
    if (shows === 'past') return t('plan.past.actions');
    if (!isTask) return '';
    const { assignee, escalation } = node;
    const seen = { state: node.state as Task['state'], assignee, escalation, pausedFor: isPaused ? '' : null };
    return mayDo(deed, task ?? seen, who, names);
  }
  const isPaused = task === undefined ? node?.waiting?.cause === 'pause' : task.pausedFor !== null;
  const ask = (deed: TaskAsking) => () => isTask && setAsking({ deed, key: node.key });
  const fallout = node?.waiting?.cause === 'fallout' ? node.waiting.on[0]?.key : undefined;

  const mayResolve = (): true | string =>
    shows === 'past' ? t('plan.past.actions') : mayTriage('resolve', { state: 'open', owner: null }, who);
  const resolveBy = (first: 'retry' | 'skip', held: string) => () =>
    isTask && setAsking({ deed: 'resolve', first, key: node.key, fallout: Number(held.slice(1)) });
  /** What can be done with the fallout that holds it. */
  const resolving = (held: string): readonly Action[] => [
    { id: 'planRetry', label: 'plan.action.retry', isEnabled: mayResolve, run: resolveBy('retry', held) },
    { id: 'planSkip', label: 'plan.action.skip', keys: 'Shift+K', isEnabled: mayResolve, run: resolveBy('skip', held) },
  ];

  const isTarget = node?.kind === 'domainOrder' || node?.kind === 'line';
  const open: Action = {
    id: 'planOpen',
    label: isTarget ? 'plan.action.openSpecifications' : 'plan.action.open',
    keys: 'o',
    run: () => node && onOpen(node.key),
  };
  const steering: readonly Action[] = [
    {
      id: 'taskAssign',
      label: node?.assignee === null ? 'tasks.action.assign' : 'plan.action.reassign',
      keys: 'm',
      isEnabled: () => may('assign'),
      run: ask('assign'),
    },
    isPaused
      ? {
          id: 'taskResume',
          label: 'tasks.action.resume',
          keys: 'h',
          isEnabled: () => may('resume'),
          run: () => task && void resuming.run({ orderId, task: task.task, seen: task.version }),
        }
      : {
          id: 'taskPause',
          label: 'tasks.action.pause',
          keys: 'h',
          isEnabled: () => may('pause'),
          run: ask('pause'),
        },
    { id: 'raiseFallout', label: 'plan.action.raise', keys: 'f', isEnabled: () => may('raise'), run: ask('raise') },
    {
      id: 'taskEscalate',
      label: 'tasks.action.escalate',
      keys: 'l',
      isEnabled: () => may('escalate'),
      run: ask('escalate'),
    },
    ...(fallout === undefined
      ? [
          {
            id: 'planSkip',
            label: 'plan.action.skip',
            keys: 'Shift+K',
            isEnabled: () => may('skip'),
            run: ask('skip'),
          } as const,
        ]
      : [
          ...resolving(fallout),
          { id: 'planFallout', label: 'plan.action.fallout', run: () => onOpen(fallout) } as const,
        ]),
  ];
  const waitFor: Action = {
    id: 'taskWaitFor',
    label: 'tasks.action.waitFor',
    isEnabled: () => may('wait'),
    run: ask('wait'),
  };
  const seen = { orderId, task: number, ...(task !== undefined && { seen: task.version }) };
  const withdrawEnd: Action = {
    id: 'taskWithdrawEnd',
    label: 'tasks.action.withdrawEnd',
    isEnabled: () => may('withdrawEnd'),
    run: () => void withdrawingEnd.run(seen),
  };
  const withdrawEscalation: Action = {
    id: 'taskWithdrawEscalation',
    label: 'tasks.action.withdrawEscalation',
    isEnabled: () => may('withdrawEscalation'),
    run: () => void withdrawing.run(seen),
  };
  async function letGo(part: OutsidePart): Promise<void> {
    if (node === undefined) return;
    const { orderId: otherOrderId, node: other } = part;
    const reply = await lettingGo.run({ orderId, task: number, otherOrderId, node: other });
    if (reply.ok) sayOnPlan(t('tasks.result.waitsNoMore', { number: node.number, part: nameOf(part) }));
  }

  const isThere = isTask && shows !== 'preview';
  const isNow = isOpen && shows === 'now';
  const beside = {
    waitFor: isOpen ? waitFor : undefined,
    withdrawEnd: isNow && node.proposedEnd !== null ? withdrawEnd : undefined,
    withdrawEscalation: isNow && node.escalation !== null ? withdrawEscalation : undefined,
  };
  return {
    actions: isThere ? [open, ...(isOpen ? steering : [])] : isTarget ? [open] : [],
    ...beside,
    more: Object.values(beside).filter(action => action !== undefined),
    proposing: { may: may('propose'), seen: task?.version },
    task,
    letGo: part => void letGo(part),
    asking,
    onAsked: () => setAsking(null),
  };
}
