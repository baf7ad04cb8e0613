/** Has things done to one task, and tells in words what came of it. */
import { useQueryClient } from '@tanstack/react-query';
import type { Output } from '../../preload/contract/contract.ts';
import type { CharacteristicValue } from '../../preload/contract/order.ts';
import type { OutsidePart } from '../../preload/contract/plan.ts';
import type { Task } from '../../preload/contract/task.ts';
import { useCommand } from '../calls.ts';
import { useDesk } from '../DeskProvider.tsx';
import { useNames } from '../people.ts';
import type { PlanPartRef } from '../plan/PartLink.tsx';
import { nameOf } from '../plan/OutsidePartRow.tsx';
import type { Result } from '../queue/result.ts';
import { t } from '../words/words.ts';
import { escalatedTo } from './Escalated.tsx';
import type { Hands } from './peopleOptions.ts';
import { withValues } from './taskValues.ts';

/** More than this many newly opened tasks are not named one by one. */
const NAMED_AT_MOST = 12;

export type TaskDeeds = {
  readonly pending: boolean;
  readonly claim: () => Promise<void>;
  readonly release: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** True when it was done. */
  readonly assign: (hands: Hands) => Promise<boolean>;
  readonly record: (values: CharacteristicValue[]) => Promise<boolean>;
  readonly complete: (values: CharacteristicValue[]) => Promise<boolean>;
  readonly pause: (reason: string) => Promise<boolean>;
  readonly resume: () => Promise<void>;
  readonly withdrawEnd: () => Promise<void>;
  readonly escalate: (to: NonNullable<Task['escalation']>['to'], reason: string) => Promise<boolean>;
  readonly withdrawEscalation: () => Promise<void>;
  readonly skip: (reason: string) => Promise<boolean>;
  /** Until the part of another order with this number has ended; true when it was done. */
  readonly waitFor: (number: string) => Promise<boolean>;
  readonly letGo: (part: OutsidePart) => Promise<void>;
};

type Told = {
  readonly onResult: (result: Result) => void;
  /** What became ready by it, known a moment after the result itself. */
  readonly onOpened?: ((of: Result, opened: readonly PlanPartRef[]) => void) | undefined;
  readonly onEnded?: (() => void) | undefined;
};

export function useTaskDeeds(task: Task, { onResult, onOpened, onEnded }: Told): TaskDeeds {
  const desk = useDesk();
  const client = useQueryClient();
  const names = useNames();
  const claiming = useCommand('task.claim');
  const releasing = useCommand('task.release');
  const starting = useCommand('task.start');
  const assigning = useCommand('task.assign');
  const recording = useCommand('task.recordValues');
  const completing = useCommand('task.complete');
  const pausing = useCommand('task.pause');
  const resuming = useCommand('task.resume');
  const withdrawingEnd = useCommand('task.withdrawEnd');
  const escalating = useCommand('task.escalate');
  const withdrawing = useCommand('task.withdrawEscalation');
  const skipping = useCommand('task.skip');
  const waiting = useCommand('task.waitFor');
  const lettingGo = useCommand('task.waitNoMore');
  const { orderId, number } = task;
  const about = { orderId, task: task.task, seen: task.version };
  const tell = (line: string): void => onResult({ orderId, lines: [line] });

  /** The tasks among the changed parts that are ready now. */
  async function openedBy(done: Output<'task.complete'>): Promise<readonly PlanPartRef[]> {
    if (!done.events.includes('TasksOpened')) return [];
    const keys = done.changed.filter(key => /^T\d+$/.test(key) && key !== `T${task.task}`).slice(0, NAMED_AT_MOST);
    const answers = await Promise.all(
      keys.map(key => desk.call('plan.tree', { orderId, root: key, after: null, limit: 1 })),
    );
    return answers.flatMap(answer => (answer.ok ? answer.value.nodes : [])).filter(node => node.state === 'open');
  }

  /** What the answer says of it is shown before the task is read again. */
  function know(
    { version }: Output<'task.complete'>,
    { state, values = [] }: { readonly state?: Task['state']; readonly values?: readonly CharacteristicValue[] },
  ): void {
    client.setQueryData<Task>(['task.get', { orderId, task: task.task }], known =>
      known && known.version < version
        ? { ...known, version, state: state ?? known.state, fields: withValues(known.fields, values) }
        : known,
    );
  }

  async function tellEnd(
    line: string,
    done: Output<'task.complete'>,
    values: readonly CharacteristicValue[] = [],
  ): Promise<void> {
    know(done, { state: 'closedComplete', values });
    onEnded?.();
    const { events } = done;
    const result: Result = {
      orderId,
      lines: [
        line,
        ...(events.includes('DomainOrderClosed')
          ? [t('tasks.result.closedDomainOrder', { title: task.domainOrder })]
          : []),
        ...(events.includes('OrderCompleted')
          ? [t('tasks.result.orderCompleted')]
          : events.includes('LineCompleted')
            ? [t('tasks.result.lineCompleted')]
            : []),
      ],
    };
    onResult(result);
    onOpened?.(result, await openedBy(done));
  }

  async function simply(command: Pick<typeof claiming, 'run'>, line: string): Promise<void> {
    const reply = await command.run(about);
    if (reply.ok) tell(line);
  }

  return {
    pending: [
      claiming,
      releasing,
      starting,
      assigning,
      recording,
      completing,
      pausing,
      resuming,
      withdrawingEnd,
      escalating,
      withdrawing,
      skipping,
      waiting,
      lettingGo,
    ].some(command => command.pending),
    claim: () => simply(claiming, t('tasks.result.claimed', { number })),
    release: () => simply(releasing, t('tasks.result.released', { number })),
    async start() {
      const reply = await starting.run(about);
      if (!reply.ok) return;
      know(reply.value, { state: 'inProgress' });
      tell(t('tasks.result.started', { number }));
    },
    resume: () => simply(resuming, t('tasks.result.resumed', { number })),
    async pause(reason) {
      const reply = await pausing.run({ ...about, reason });
      if (reply.ok) tell(t('tasks.result.paused', { number }));
      return reply.ok;
    },
    withdrawEnd: () => simply(withdrawingEnd, t('tasks.result.endWithdrawn', { number })),
    withdrawEscalation: () => simply(withdrawing, t('tasks.result.escalationWithdrawn', { number })),
    async escalate(to, reason) {
      const reply = await escalating.run({ ...about, to: { ...to }, reason });
      if (reply.ok) tell(t('tasks.result.escalated', { number, name: escalatedTo(to, names) }));
      return reply.ok;
    },
    async skip(reason) {
      const reply = await skipping.run({ ...about, reason });
      if (reply.ok) await tellEnd(t('tasks.result.skipped', { number }), reply.value);
      return reply.ok;
    },
    async waitFor(other) {
      const reply = await waiting.run({ ...about, number: other });
      if (reply.ok) tell(t('tasks.result.waits', { number, other }));
      return reply.ok;
    },
    async letGo(part) {
      const { orderId: otherOrderId, node } = part;
      const reply = await lettingGo.run({ orderId, task: task.task, otherOrderId, node });
      if (reply.ok) tell(t('tasks.result.waitsNoMore', { number, part: nameOf(part) }));
    },
    async assign({ assignee, group }) {
      const reply = await assigning.run({ ...about, assignee, group });
      if (!reply.ok) return false;
      const name = names.person(assignee) || names.team(group);
      tell(name === '' ? t('tasks.result.unassigned', { number }) : t('tasks.result.assigned', { number, name }));
      return true;
    },
    async record(values) {
      const reply = await recording.run({ ...about, values });
      if (!reply.ok) return false;
      know(reply.value, { values });
      tell(t('tasks.result.recorded', { number, count: values.length }));
      return true;
    },
    async complete(values) {
      const reply = await completing.run({ ...about, ...(values.length > 0 && { values }) });
      if (reply.ok) await tellEnd(t('tasks.result.completed', { number }), reply.value, values);
      return reply.ok;
    },
  };
}
