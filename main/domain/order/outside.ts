/** Decides on dependencies between orders: a task that waits for a part of another order, and its release (features O6). */
import { err, ok } from '../result.ts';
import { theDesk } from '../people/desk.ts';
import { findRow } from '../table.ts';
import { later, minutesAfter } from './change.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { firstRefusal, inState, permitted, unchangedByOthers } from './guards.ts';
import { taskNumber } from './numbers.ts';
import type { Order, OrderTask } from './order.ts';
import type { Refusal } from './refusals.ts';
import { openTasks } from './settle.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import { unfold, unfolded, type Decided } from './unfolding.ts';

/** A task that has not started, held or not, can still be made to wait. */
const waitable = ['draft', 'open', 'scheduled'] as const;

/**
 * Has a task wait until a part of another order has ended. Whether that part exists and has not ended is for the caller
 * to know; a part of the same order is no other order.
 */
export function waitForOther(order: Order, { on, seen }: CommandOf<'waitForOther'>, context: DecisionContext): Decided {
  const id = taskNumber(order, on.task);
  const task = findTask(order, on.task);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  const refusal = firstRefusal(
    () => permitted(context.by, 'task.assign'),
    () => unchangedByOthers('task', id, task.touched, seen, context.by),
    () => inState('task', id, task.hold?.restore ?? task.state, waitable),
    () => (on.order === order.id ? sameOrder(id) : null),
    () => (findWait(task, on.order, on.node) ? { code: 'NothingToChange', subject: 'task', id } : null),
    () => (context.wouldCircle(on) ? { code: 'WouldCircle', id, other: on.orderNumber } : null),
  );
  return refusal === null
    ? ok(unfolded(order, context, { type: 'OutsideDependencyAdded', v: 1, data: on }))
    : err(refusal);
}

const sameOrder = (id: string): Refusal => ({
  code: 'FieldInvalid',
  subject: 'task',
  id,
  field: 'number',
  expected: 'otherOrder',
});

/** The wait is over: the part has ended, or somebody lets the task go on without it. */
export function meetOutside(order: Order, command: CommandOf<'meetOutside'>, context: DecisionContext): Decided {
  const { task: number, order: other, node } = command;
  const id = taskNumber(order, number);
  const task = findTask(order, number);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  const refusal = firstRefusal(
    () => permitted(context.by, 'task.assign'),
    () =>
      hasTaskEnded(task.state) || !findWait(task, other, node)
        ? { code: 'NothingToChange', subject: 'task', id }
        : null,
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  const lag = context.by.id === theDesk.id ? lagOf(task, other, node) : 0;
  const ends = later(task.freeAt ?? '', minutesAfter(context.at, lag));
  const freeAt = lag === 0 ? {} : { freeAt: ends };
  unfolding.emit({ type: 'OutsideDependencyMet', v: 1, data: { task: number, order: other, node, ...freeAt } });
  openTasks(unfolding, [number]);
  return ok(unfolding.end());
}

/** Whoever lets the task go on does so at once. */
const lagOf = ({ outside = [] }: OrderTask, order: string, node: string): number =>
  outside.find(wait => wait.order === order && wait.node === node)?.lagMinutes ?? 0;

const findTask = ({ plan }: Order, number: number): OrderTask | undefined =>
  plan === undefined ? undefined : findRow(plan.tasks, number);

const findWait = ({ outside = [] }: OrderTask, order: string, node: string): boolean =>
  outside.some(wait => wait.order === order && wait.node === node);
