/** Decides what agents and managers do with tasks: claim, assign, release, start, record, complete. */
import { err, ok, type Result } from '../result.ts';
import { findRow } from '../table.ts';
import { isAllowed } from '../people/permissions.ts';
import { getDomainOrder, getLine, getTask } from './change.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { firstRefusal, inState, permitted, unchangedByOthers } from './guards.ts';
import { taskNumber } from './numbers.ts';
import { emitValues } from './emitValues.ts';
import type { DomainOrder, Order, OrderTask } from './order.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import type { Refusal } from './refusals.ts';
import { settleTask } from './settle.ts';
import { hasDomainOrderEnded, hasLineEnded, hasTaskEnded } from '../vocabulary/states.ts';
import { unfold, type Unfolding } from './unfolding.ts';
import { faultyFields, missingFields } from './taskFields.ts';

type Decided = Result<readonly DomainEvent[], Refusal>;

/** States in which a task is somebody's work; held ones may change hands too. */
const assignable = ['draft', 'open', 'inProgress', 'onHold'] as const;

function findTask(order: Order, number: number): Result<OrderTask, Refusal> {
  const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, number);
  return task === undefined ? err({ code: 'NotFound', subject: 'task', id: taskNumber(order, number) }) : ok(task);
}

export function claimTask(
  order: Order,
  { task: number, seen }: CommandOf<'claimTask'>,
  { by }: DecisionContext,
): Decided {
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
  return refusal === null ? ok([assigned(task, by.id, task.group, 'claimed')]) : err(refusal);
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
  return refusal === null ? ok([assigned(task, assignee ?? undefined, group ?? undefined, 'assigned')]) : err(refusal);
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
  { by }: DecisionContext,
): Decided {
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
  return refusal === null ? ok([assigned(task, undefined, task.group, 'released')]) : err(refusal);
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
    () => (task.state === 'draft' ? { code: 'StillWaiting', id, on: waitsOn(order, task) } : null),
    () => inState('task', id, task.state, ['open']),
    () => mine(id, task, context),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  if (task.assignee === undefined) unfolding.emit(assigned(task, context.by.id, task.group, 'claimed'));
  unfolding.emit({ type: 'TaskStarted', v: 1, data: { task: number } });
  startAbove(unfolding, task);
  return ok(unfolding.events());
}

function startAbove(unfolding: Unfolding, task: OrderTask): void {
  for (let number: number | undefined = task.domainOrder; number !== undefined;) {
    const domainOrder: DomainOrder = getDomainOrder(unfolding.order(), number);
    if (domainOrder.state === 'draft' || domainOrder.state === 'qualified') {
      unfolding.emit({ type: 'DomainOrderStarted', v: 1, data: { domainOrder: number } });
    }
    number = domainOrder.parent;
  }
  for (let number: number | undefined = task.line; number !== undefined;) {
    const line = getLine(unfolding.order(), number);
    if (line.state === 'scheduled') unfolding.emit({ type: 'LineStarted', v: 1, data: { line: number } });
    number = line.parent;
  }
}

/** What keeps a draft task from opening: its predecessors that have not ended. */
export const waitsOn = (order: Order, task: OrderTask): readonly NodeId[] =>
  comesAfter(order, task).filter(id => !hasPartEnded(order, id));

/** Everything a task comes after: predecessors of its own, of its domain order and of its lines. */
export function comesAfter(order: Order, task: OrderTask): readonly NodeId[] {
  const domainOrder = getDomainOrder(order, task.domainOrder);
  const ids = [...task.predecessors, ...domainOrder.predecessors];
  for (let number: number | undefined = task.line; number !== undefined; number = getLine(order, number).parent) {
    ids.push(...getLine(order, number).predecessors);
  }
  return [...new Set(ids)];
}

function hasPartEnded(order: Order, id: NodeId): boolean {
  const { kind, number } = nodeOf(id);
  if (kind === 'task') return hasTaskEnded(getTask(order, number).state);
  return kind === 'domainOrder'
    ? hasDomainOrderEnded(getDomainOrder(order, number).state)
    : hasLineEnded(getLine(order, number).state);
}

function mine(id: string, task: OrderTask, { by }: DecisionContext): Refusal | null {
  const isMine = task.assignee === undefined || task.assignee === by.id;
  return isMine ? null : { code: 'NotYours', id, assignee: task.assignee ?? '' };
}

export function recordValues(order: Order, command: CommandOf<'recordValues'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const refusal =
    workable(id, task, command.seen, context, ['open', 'inProgress', 'onHold']) ??
    faultyFields(id, task, command.values);
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  emitValues(unfolding, task, command.values, context);
  return unfolding.events().length === 0
    ? err({ code: 'NothingToChange', subject: 'task', id })
    : ok(unfolding.events());
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
  return ok(unfolding.events());
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
