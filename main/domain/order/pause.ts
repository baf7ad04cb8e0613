/** Decides on tasks that a person puts on hold and takes up again. */
import { err, ok } from '../result.ts';
import { findRow } from '../table.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { filledIn, firstRefusal, inState, unchangedByOthers } from './guards.ts';
import { maySteer } from './maySteer.ts';
import { taskNumber } from './numbers.ts';
import type { Order } from './order.ts';
import { openTasks } from './settle.ts';
import { unfold, unfolded, type Decided } from './unfolding.ts';

/** What has not ended and is not held already. */
const pausable = ['open', 'inProgress', 'scheduled', 'draft'] as const;

/** Puts a task on hold until somebody takes it up again; what made it stop is kept with it (features X8). */
export function pauseTask(order: Order, command: CommandOf<'pauseTask'>, context: DecisionContext): Decided {
  const id = taskNumber(order, command.task);
  const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, command.task);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  const refusal = firstRefusal(
    () => maySteer(context.by, task),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    () => (task.hold?.person === undefined ? null : { code: 'NothingToChange', subject: 'task', id }),
    () => inState('task', id, task.state, pausable),
    () => filledIn('task', id, { reason: command.reason }),
  );
  if (refusal !== null) return err(refusal);
  const data = { task: task.number, reason: command.reason.trim() };
  return ok(unfolded(order, context, { type: 'TaskPaused', v: 1, data }));
}

/** Lets go of a paused task; it stays on hold while something else holds it, and opens when it became free meanwhile. */
export function resumeTask(order: Order, command: CommandOf<'resumeTask'>, context: DecisionContext): Decided {
  const id = taskNumber(order, command.task);
  const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, command.task);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  const refusal = firstRefusal(
    () => maySteer(context.by, task),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    () => inState('task', id, task.state, ['onHold']),
    () => (task.hold?.person === undefined ? { code: 'NothingToChange', subject: 'task', id } : null),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  unfolding.emit({ type: 'TaskResumed', v: 1, data: { task: task.number } });
  // What it waited for may have ended while it was held.
  openTasks(unfolding, [task.number]);
  return ok(unfolding.end());
}
