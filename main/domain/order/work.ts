/** Decides what agents and managers do with tasks: claim, assign, release, start, record, complete. */
import { err, ok, type Result } from '../result.ts';
import { findRow } from '../table.ts';
import { isAllowed } from '../people/permissions.ts';
import { getDomainOrder, getLine } from './change.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { firstRefusal, inState, permitted, unchangedByOthers } from './guards.ts';
import { handOut } from './handOut.ts';
import { taskNumber } from './numbers.ts';
import { emitValues } from './emitValues.ts';
import type { DomainOrder, Order, OrderTask } from './order.ts';
import type { NodeId } from '../vocabulary/node.ts';
import type { Refusal } from './refusals.ts';
import { openTasks, releaseAfter, settleTask } from './settle.ts';
import { unfold, unfolded, type Decided, type Unfolding } from './unfolding.ts';
import { faultyFields, missingFields } from './taskFields.ts';
import { namesOfWaits } from './waits.ts';

/** States in which a task is somebody's work; held ones may change hands too. */
const assignable = ['draft', 'scheduled', 'open', 'inProgress', 'onHold'] as const;

export function findTask(order: Order, number: number): Result<OrderTask, Refusal> {
  const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
  return task === undefined ? err({ code: 'NotFound', subject: 'task', id: taskNumber(order, number) }) : ok(task);
}

export function claimTask(
  order: Order,
  { task: number, seen }: CommandOf<'claimTask'>,
  context: DecisionContext,
): Decided {
  const { by } = context;
  const found = findTask(order, number);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, number);
  const refusal = firstRefusal(
    () => permitted(by, 'task.work'),
    () => unchangedByOthers('task', id, task.touched, seen, by),
    () => inState('task', id, task.state, assignable),
    () => (task.assignee === by.id ? { code: 'NothingToChange', subject: 'task', id } : null),
    () => (task.assignee === undefined ? null : { code: 'NotYours', id, assignee: task.assignee }),
  );
  return refusal === null ? ok(unfolded(order, context, assigned(task, by.id, task.group, 'claimed'))) : err(refusal);
}

export function assignTask(order: Order, command: CommandOf<'assignTask'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const { assignee, group = task.group ?? null } = command;
  const refusal = firstRefusal(
    () => permitted(context.by, 'task.assign'),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    () => inState('task', id, task.state, assignable),
    () => knownHands(assignee, command.group ?? null, context),
    () =>
      (task.assignee ?? null) === assignee && (task.group ?? null) === group
        ? { code: 'NothingToChange', subject: 'task', id }
        : null,
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  unfolding.emit(assigned(task, assignee ?? undefined, group ?? undefined, 'assigned'));
  // A team that is given ready work has it handed out as if it had become ready there.
  if (assignee === null && task.state === 'open' && (task.group ?? null) !== group) handOut(unfolding, [task.number]);
  return ok(unfolding.end());
}

/** A person and a team that exist; null means nobody. */
export function knownHands(person: string | null, group: string | null, context: DecisionContext): Refusal | null {
  if (person !== null && context.findPerson(person) === undefined) {
    return { code: 'NotFound', subject: 'person', id: person };
  }
  return group !== null && !context.hasGroup(group) ? { code: 'NotFound', subject: 'group', id: group } : null;
}

export function releaseTask(
  order: Order,
  { task: number, seen }: CommandOf<'releaseTask'>,
  context: DecisionContext,
): Decided {
  const { by } = context;
  const found = findTask(order, number);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, number);
  const refusal = firstRefusal(
    () => permitted(by, task.assignee === by.id ? 'task.work' : 'task.assign'),
    () => unchangedByOthers('task', id, task.touched, seen, by),
    () => inState('task', id, task.state, assignable),
    () => (task.assignee === undefined ? { code: 'NothingToChange', subject: 'task', id } : null),
  );
  return refusal === null
    ? ok(unfolded(order, context, assigned(task, undefined, task.group, 'released')))
    : err(refusal);
}

export function assigned(
  task: OrderTask,
  assignee: string | undefined,
  group: string | undefined,
  how: 'claimed' | 'assigned' | 'released',
): DomainEvent {
  return {
    type: 'TaskAssigned',
    v: 1,
    data: {
      task: task.number,
      assignee: { was: task.assignee ?? null, now: assignee ?? null },
      group: { was: task.group ?? null, now: group ?? null },
      how,
    },
  };
}

/** Starting an unassigned task claims it; the domain orders above it and its line are under way from then on. */
export function startTask(
  order: Order,
  { task: number, seen }: CommandOf<'startTask'>,
  context: DecisionContext,
): Decided {
  const found = findTask(order, number);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, number);
  const refusal = firstRefusal(
    () => permitted(context.by, 'task.work'),
    () => unchangedByOthers('task', id, task.touched, seen, context.by),
    () => (order.actualStart === undefined ? inState('order', order.number, order.state, ['inProgress']) : null),
    () =>
      task.state === 'draft' || (task.state === 'scheduled' && (task.opensAt ?? '') > context.at)
        ? { code: 'StillWaiting', id, on: namesOfWaits(order, task) }
        : null,
    () => inState('task', id, task.state, ['open', 'scheduled']),
    () => mine(id, task, context),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  // Claimed before it opens, so that it is not given to somebody else.
  if (task.assignee === undefined) unfolding.emit(assigned(task, context.by.id, task.group, 'claimed'));
  if (task.state === 'scheduled') openTasks(unfolding, [number]);
  unfolding.emit({ type: 'TaskStarted', v: 1, data: { task: number } });
  const released = [...(task.startSuccessors ?? []), ...startAbove(unfolding, task)];
  if (released.length > 0) releaseAfter(unfolding, released);
  return ok(unfolding.end());
}

/** Starts what is above a started task and has not started yet; gives what waited for those starts. */
function startAbove(unfolding: Unfolding, task: OrderTask): readonly NodeId[] {
  const released: NodeId[] = [];
  for (let number: number | undefined = task.domainOrder; number !== undefined;) {
    const domainOrder: DomainOrder = getDomainOrder(unfolding.order(), number);
    if (domainOrder.state === 'draft' || domainOrder.state === 'qualified') {
      unfolding.emit({ type: 'DomainOrderStarted', v: 1, data: { domainOrder: number } });
      released.push(...(domainOrder.startSuccessors ?? []));
    }
    number = domainOrder.parent;
  }
  for (let number: number | undefined = task.line; number !== undefined;) {
    const line = getLine(unfolding.order(), number);
    if (line.state === 'scheduled') {
      unfolding.emit({ type: 'LineStarted', v: 1, data: { line: number } });
      released.push(...(line.startSuccessors ?? []));
    }
    number = line.parent;
  }
  return released;
}

function mine(id: string, task: OrderTask, { by }: DecisionContext): Refusal | null {
  const isMine = task.assignee === undefined || task.assignee === by.id;
  return isMine ? null : { code: 'NotYours', id, assignee: task.assignee ?? '' };
}

/** A change of its line waits for a decision: until then nothing in it moves (domain.md A.13 item 8). */
const isInChange = ({ hold }: OrderTask): boolean => hold?.revision !== undefined;

export function recordValues(order: Order, command: CommandOf<'recordValues'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const refusal =
    workable(id, task, command.seen, context, ['open', 'inProgress', ...(isInChange(task) ? [] : ['onHold'])]) ??
    faultyFields(id, task, command.values);
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  emitValues(unfolding, task, command.values, context);
  return unfolding.events().length === 0 ? err({ code: 'NothingToChange', subject: 'task', id }) : ok(unfolding.end());
}

/** Mandatory data must be there, or the missing fields are named and nothing happens (features T5). */
export function completeTask(order: Order, command: CommandOf<'completeTask'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const values = command.values ?? [];
  const refusal =
    workable(id, task, command.seen, context, ['inProgress']) ??
    faultyFields(id, task, values) ??
    missingFields(id, task, values);
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  emitValues(unfolding, task, values, context);
  unfolding.emit({ type: 'TaskCompleted', v: 1, data: { task: task.number, outcome: { kind: 'done' } } });
  settleTask(unfolding, task.number);
  return ok(unfolding.end());
}

function workable(
  id: string,
  task: OrderTask,
  seen: number | undefined,
  context: DecisionContext,
  states: readonly string[],
): Refusal | null {
  return firstRefusal(
    () => permitted(context.by, 'task.work'),
    () => unchangedByOthers('task', id, task.touched, seen, context.by),
    () => inState('task', id, task.state, states),
    () => (isAllowed(context.by, 'task.assign') ? null : mine(id, task, context)),
  );
}
