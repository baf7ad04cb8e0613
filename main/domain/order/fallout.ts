/** Decides the life of a fallout record: raised from a task, triaged, moved together with its task, resolved (domain.md A.9). */
import { err, ok, type Result } from '../result.ts';
import { findRow } from '../table.ts';
import { getTask } from './change.ts';
import { falloutTypes, resolutionCodes, rootCauses } from './codes.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import type { FalloutChange } from './events.ts';
import { cancelBranch } from './cancelBranch.ts';
import { handOut } from './handOut.ts';
import { filledIn, firstRefusal, inState, oneOf, permitted, unchangedByOthers } from './guards.ts';
import type { Fallout, Order } from './order.ts';
import type { Refusal } from './refusals.ts';
import { openTasks, settleTask } from './settle.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import { unfold, unfolded, type Decided, type Unfolding } from './unfolding.ts';
import { falloutNumber, taskNumber } from './numbers.ts';
import { assigned, knownHands } from './work.ts';

const living = ['open', 'inProgress', 'onHold', 'awaitingInformation'] as const;

function findFallout(order: Order, number: number): Result<Fallout, Refusal> {
  const fallout = findRow(order.fallouts, number);
  return fallout === undefined
    ? err({ code: 'NotFound', subject: 'fallout', id: falloutNumber(order, number) })
    : ok(fallout);
}

/** Holds the task and makes the record; both say who, what and when (features F1, F4). */
export function raiseFallout(order: Order, command: CommandOf<'raiseFallout'>, context: DecisionContext): Decided {
  const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, command.task);
  const id = taskNumber(order, command.task);
  if (task === undefined) return err({ code: 'NotFound', subject: 'task', id });
  const { falloutType, text, priority, group = null, owner = null, dueAt = null } = command;
  const refusal = firstRefusal(
    () => permitted(context.by, 'fallout.create'),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    // Nothing can go wrong with work that has not begun, and nothing of it may end before the order starts.
    () => (order.actualStart === undefined ? inState('order', order.number, order.state, ['inProgress']) : null),
    () =>
      inState('task', id, task.state, ['draft', 'scheduled', 'open', 'inProgress', 'awaitingInformation', 'onHold']),
    () => filledIn('task', id, { text }),
    () => oneOf('task', id, 'falloutType', falloutType, falloutTypes),
    () => knownHands(owner, group, context),
  );
  if (refusal !== null) return err(refusal);
  const number = order.fallouts.size + 1;
  const record = { type: falloutType, priority, text: text.trim(), group, owner, dueAt };
  return ok(
    unfolded(
      order,
      context,
      { type: 'FalloutRaised', v: 1, data: { fallout: number, task: task.number, ...record } },
      { type: 'TaskHeld', v: 1, data: { task: task.number, fallout: number } },
    ),
  );
}

export function triageFallout(order: Order, command: CommandOf<'triageFallout'>, context: DecisionContext): Decided {
  const found = findFallout(order, command.fallout);
  if (!found.ok) return found;
  const fallout = found.value;
  const id = falloutNumber(order, command.fallout);
  const { falloutType, owner, group } = command;
  const refusal = firstRefusal(
    () => permitted(context.by, 'fallout.triage'),
    () => unchangedByOthers('fallout', id, fallout.touched, command.seen, context.by),
    () => inState('fallout', id, fallout.state, living),
    () => (falloutType === undefined ? null : oneOf('fallout', id, 'falloutType', falloutType, falloutTypes)),
    () => knownHands(owner ?? null, group ?? null, context),
  );
  if (refusal !== null) return err(refusal);
  const changes = triageChanges(fallout, command);
  if (changes.length === 0) return err({ code: 'NothingToChange', subject: 'fallout', id });
  const data = { fallout: fallout.number, changes };
  return ok(unfolded(order, context, { type: 'FalloutTriaged', v: 1, data }));
}

/** What the command changes; a first owner takes an open record into progress by itself (domain.md A.3). */
function triageChanges(fallout: Fallout, command: CommandOf<'triageFallout'>): readonly FalloutChange[] {
  const { falloutType, priority, group, owner, dueAt } = command;
  const takenOn = fallout.state === 'open' && owner !== undefined && owner !== null ? 'inProgress' : undefined;
  const wanted: readonly (readonly [FalloutChange['field'], string | null | undefined])[] = [
    ['type', falloutType],
    ['priority', priority],
    ['state', command.state ?? takenOn],
    ['group', group],
    ['owner', owner],
    ['dueAt', dueAt],
  ];
  return wanted.flatMap(([field, now]) => {
    const was = fallout[field] ?? null;
    return now === undefined || now === was ? [] : [{ field, was, now }];
  });
}

export function reassignFallout(
  order: Order,
  command: CommandOf<'reassignFallout'>,
  context: DecisionContext,
): Decided {
  const found = findFallout(order, command.fallout);
  if (!found.ok) return found;
  const fallout = found.value;
  const id = falloutNumber(order, command.fallout);
  const { owner, group } = command;
  const refusal = firstRefusal(
    () => permitted(context.by, 'fallout.triage'),
    () => permitted(context.by, 'task.assign'),
    () => unchangedByOthers('fallout', id, fallout.touched, command.seen, context.by),
    () => inState('fallout', id, fallout.state, living),
    () => knownHands(owner, group, context),
  );
  if (refusal !== null) return err(refusal);
  const changes = triageChanges(fallout, { type: 'triageFallout', fallout: fallout.number, owner, group });
  const task = getTask(order, fallout.task);
  const isMoved = (task.assignee ?? null) !== owner || (task.group ?? null) !== group;
  if (changes.length === 0 && !isMoved) return err({ code: 'NothingToChange', subject: 'fallout', id });
  const unfolding = unfold(order, context);
  if (changes.length > 0) {
    unfolding.emit({ type: 'FalloutTriaged', v: 1, data: { fallout: fallout.number, changes } });
  }
  if (isMoved) unfolding.emit(assigned(task, owner ?? undefined, group ?? undefined, 'assigned'));
  return ok(unfolding.end());
}

/** Resolves with a root cause and a resolution code; what becomes of the task follows by itself (features F5, F6, F7, F12). */
export function resolveFallout(order: Order, command: CommandOf<'resolveFallout'>, context: DecisionContext): Decided {
  const found = findFallout(order, command.fallout);
  if (!found.ok) return found;
  const fallout = found.value;
  const id = falloutNumber(order, command.fallout);
  const { action, rootCause, resolutionCode, text } = command;
  const refusal = firstRefusal(
    () => permitted(context.by, 'fallout.resolve'),
    () => unchangedByOthers('fallout', id, fallout.touched, command.seen, context.by),
    () => inState('fallout', id, fallout.state, living),
    () => filledIn('fallout', id, { rootCause, resolutionCode, text }),
    () => oneOf('fallout', id, 'rootCause', rootCause, rootCauses),
    () => oneOf('fallout', id, 'resolutionCode', resolutionCode, resolutionCodes),
    () => (action === 'retry' ? null : notInChange(order, fallout.task)),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  unfolding.emit({
    type: 'FalloutResolved',
    v: 1,
    data: { fallout: fallout.number, resolution: { action, rootCause, resolutionCode, text: text.trim() } },
  });
  if (!hasTaskEnded(getTask(order, fallout.task).state)) act(unfolding, fallout, command);
  return ok(unfolding.end());
}

/** While a change of its line waits for a decision, a task can go back to what it was, and cannot end. */
export function notInChange(order: Order, number: number): Refusal | null {
  const { hold } = getTask(order, number);
  if (hold?.revision === undefined) return null;
  return {
    code: 'WrongState',
    subject: 'task',
    id: taskNumber(order, number),
    found: 'onHold',
    needed: [hold.restore],
  };
}

/** It may be another team's than when it became ready. */
function handOutAgain(unfolding: Unfolding, task: number): void {
  if (getTask(unfolding.order(), task).state === 'open') handOut(unfolding, [task]);
}

function act(unfolding: Unfolding, fallout: Fallout, { action, text }: CommandOf<'resolveFallout'>): void {
  const { task, number } = fallout;
  switch (action) {
    case 'retry':
      unfolding.emit({ type: 'TaskRestored', v: 1, data: { task, fallout: number, retry: true } });
      // Its predecessors may have ended while it was held.
      openTasks(unfolding, [task]);
      handOutAgain(unfolding, task);
      return;
    case 'forceComplete':
    case 'skip': {
      const outcome =
        action === 'skip'
          ? ({ kind: 'skipped', reason: text.trim(), fallout: number } as const)
          : ({ kind: 'stated', result: text.trim(), fallout: number } as const);
      unfolding.emit({ type: 'TaskCompleted', v: 1, data: { task, outcome } });
      settleTask(unfolding, task);
      return;
    }
    case 'cancelBranch':
      cancelBranch(unfolding, fallout);
      return;
  }
}
