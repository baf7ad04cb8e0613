/** Decides on tasks that are brought before somebody, and on taking that back. */
import { isAllowed, type Person } from '../people/permissions.ts';
import { err, ok } from '../result.ts';
import { oneHigher } from '../vocabulary/states.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { filledIn, firstRefusal, inState, permitted, unchangedByOthers } from './guards.ts';
import { unended } from './maySteer.ts';
import { taskNumber } from './numbers.ts';
import type { Escalation, Order, OrderTask } from './order.ts';
import type { Refusal } from './refusals.ts';
import { unfolded, type Decided } from './unfolding.ts';
import { findTask, knownHands } from './work.ts';

/** One's own task and one that nobody has may be escalated by whoever works; anybody's by whoever hands out work. */
export function mayEscalate(by: Person, { assignee }: Pick<OrderTask, 'assignee'>): Refusal | null {
  const isOthers = assignee !== undefined && assignee !== by.id;
  return permitted(by, 'task.escalate') ?? (isOthers ? permitted(by, 'task.assign') : null);
}

/** Whoever escalated it, whoever it was escalated to, and whoever hands out work. */
export function mayWithdrawEscalation(by: Person, { escalation }: Pick<OrderTask, 'escalation'>): Refusal | null {
  if (isAllowed(by, 'task.assign')) return null;
  const isConcerned = escalation === undefined || escalation.by === by.id || isBefore(by, escalation);
  return permitted(by, isConcerned ? 'task.escalate' : 'task.assign');
}

const isBefore = ({ id, groups }: Person, { to }: Escalation): boolean =>
  to.kind === 'person' ? to.id === id : groups.includes(to.id);

/** It is one level more urgent from then on; escalated anew, to somebody else or for another reason, it is not raised again. */
export function escalateTask(order: Order, command: CommandOf<'escalateTask'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const { by } = context;
  const { to } = command;
  const reason = command.reason.trim();
  const refusal = firstRefusal(
    () => mayEscalate(by, task),
    () => unchangedByOthers('task', id, task.touched, command.seen, by),
    () => inState('task', id, task.state, unended),
    () => filledIn('task', id, { reason }),
    () => (to.kind === 'person' ? knownHands(to.id, null, context) : knownHands(null, to.id, context)),
    () =>
      to.kind === 'person' && to.id === by.id
        ? { code: 'FieldInvalid', subject: 'task', id, field: 'to', expected: 'otherPerson' }
        : null,
    () => (isSame(task.escalation, to, reason) ? { code: 'NothingToChange', subject: 'task', id } : null),
  );
  if (refusal !== null) return err(refusal);
  const was = task.escalation?.from ?? task.priority;
  const data = { task: task.number, to, reason, priority: { was, now: oneHigher(was) } };
  return ok(unfolded(order, context, { type: 'TaskEscalated', v: 1, data }));
}

const isSame = (was: Escalation | undefined, to: Escalation['to'], reason: string): boolean =>
  was?.to.kind === to.kind && was.to.id === to.id && was.reason === reason;

export function withdrawEscalation(
  order: Order,
  command: CommandOf<'withdrawEscalation'>,
  context: DecisionContext,
): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const refusal = firstRefusal(
    () => mayWithdrawEscalation(context.by, task),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    () => (task.escalation === undefined ? { code: 'NothingToChange', subject: 'task', id } : null),
  );
  if (refusal !== null) return err(refusal);
  return ok(unfolded(order, context, { type: 'EscalationWithdrawn', v: 1, data: { task: task.number } }));
}
