/** What a deed on many steps comes to on one of them: the commands that do it, and whether a refusal leaves anything to do. */
import { hasTaskEnded, isFalloutOpen, type TaskState } from '../../domain/vocabulary/states.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import { taskNumber } from '../../domain/order/numbers.ts';
import type { Order, OrderTask } from '../../domain/order/order.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findRow, getRow } from '../../domain/table.ts';
import type { StepDeed, StepItem } from '../../../preload/contract/batch.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { defined } from '../defined.ts';

/** At least one command; each of them has to succeed. */
export function commandsFor(
  order: Order,
  deed: StepDeed,
  { task: number, seen }: Pick<StepItem, 'task' | 'seen'>,
): Result<readonly OrderCommand[], Refusal> {
  const id = taskNumber(order, number);
  const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  switch (deed.type) {
    case 'assign': {
      const { type: _type, ...hands } = deed;
      return ok([{ type: 'assignTask', task: number, ...defined(hands), seen }]);
    }
    case 'hold':
      return ok([{ type: 'pauseTask', task: number, reason: deed.reason, seen }]);
    case 'resume':
      return ok([{ type: 'resumeTask', task: number, seen }]);
    case 'raise': {
      const { type: _type, ...said } = deed;
      return ok([{ type: 'raiseFallout', task: number, ...defined(said), seen }]);
    }
    case 'escalate':
      return ok([{ type: 'escalateTask', task: number, to: deed.to, reason: deed.reason, seen }]);
    case 'skip': {
      const { text: reason, rootCause, resolutionCode } = deed;
      return ok([{ type: 'skipTask', task: number, reason, ...defined({ rootCause, resolutionCode }), seen }]);
    }
    case 'retry': {
      if (hasTaskEnded(task.state)) {
        return err({ code: 'WrongState', subject: 'task', id, found: task.state, needed: ['onHold'] });
      }
      const open = openFalloutsOf(order, task);
      if (open.length === 0) return err({ code: 'NothingToChange', subject: 'task', id });
      const { type: action, rootCause, resolutionCode, text } = deed;
      const resolve = { type: 'resolveFallout', action, rootCause, resolutionCode, text, seen } as const;
      return ok(open.map(fallout => ({ ...resolve, fallout })));
    }
  }
}

/** Numbers of the fallouts that hold a step. */
export const openFalloutsOf = (order: Order, { fallouts }: Pick<OrderTask, 'fallouts'>): readonly number[] =>
  fallouts.filter(fallout => isFalloutOpen(getRow(order.fallouts, fallout).state));

/** The step already is as it was to be, or can no longer become so: nothing failed. */
export function isSettled(deed: StepDeed['type'], refusal: Refusal): boolean {
  if (refusal.code === 'NothingToChange') return true;
  if (refusal.code !== 'WrongState' || refusal.subject !== 'task') return false;
  const isAboutHeld = deed === 'resume' || deed === 'retry';
  return hasTaskEnded(refusal.found as TaskState) || (isAboutHeld && refusal.found !== 'onHold');
}
