/** Decides on changes and cancellations of an order under way: requested, approved, rejected (domain.md A.10). */
import { sameJson, type JsonValue } from '../../json.ts';
import { err, ok, type Result } from '../../result.ts';
import { getRow, listRows, rowsOf } from '../../table.ts';
import type { RevisionChange } from '../../vocabulary/revision.ts';
import { hasLineEnded } from '../../vocabulary/states.ts';
import { getDomainOrder, getLine, getTask, planOf } from '../change.ts';
import type { CommandOf, DecisionContext } from '../commands.ts';
import { workOut, type Asked, type WorkedOut } from './compensation.ts';
import { effectiveChanges } from './effectiveChanges.ts';
import { mayApproveRevision, mayRejectRevision } from './mayDecide.ts';
import { filledIn, firstRefusal, inState, permitted, stillAsSeen } from '../guards.ts';
import { domainOrderNumber, lineNumber } from '../numbers.ts';
import type { Order, OrderLine } from '../order.ts';
import { prioritize } from '../prioritize.ts';
import type { Refusal } from '../refusals.ts';
import { changeInventory, closeFallouts, completeOrder, openTasks, openWhatIsFree } from '../settle.ts';
import { closeWhatIsEmpty, isBeforeStart } from '../timing.ts';
import { unfold, unfolded, type Decided, type Unfolding } from '../unfolding.ts';

/**
 * Holds what the change touches until somebody decides. Nothing is changed yet; what it would do is worked out and kept
 * with the request. Past a point of no return only with the permission to override, and a reason (features O11, O12, U2).
 */
export function requestRevision(
  order: Order,
  command: CommandOf<'requestRevision'>,
  context: DecisionContext,
): Decided {
  const { operation, reason, override } = command;
  const refusal = firstRefusal(
    () => permitted(context.by, 'order.revise'),
    () => stillAsSeen('order', order.number, order.touched, command.seen),
    () => changeable(order),
    () => filledIn('order', order.number, { reason }),
  );
  if (refusal !== null) return err(refusal);
  const asked = askedOf(order, command, context);
  if (!asked.ok) return asked;
  const worked = workOut(order, asked.value, context);
  if (!worked.ok) return worked;
  const { touches, compensation } = worked.value;
  const isPast = compensation.pastNoReturn.length > 0;
  const hindrance = isPast ? overridden(order, compensation.pastNoReturn, override, context) : null;
  if (hindrance !== null) return err(hindrance);
  const data = {
    number: (order.revisions?.length ?? 0) + 1,
    operation,
    changes: asked.value.changes,
    reason: reason.trim(),
    ...(isPast && override !== undefined ? { override: { reason: override.reason.trim() } } : {}),
    compensation,
    touches,
    restore: order.state,
  };
  return ok(unfolded(order, context, { type: 'RevisionRequested', v: 1, data }));
}

/** What a request would do, worked out and thrown away; refused for the reasons for which the request would be, override aside (features X5). */
export function previewRevision(
  order: Order,
  asking: Pick<CommandOf<'requestRevision'>, 'operation' | 'changes'>,
  context: Parameters<typeof workOut>[2],
): Result<WorkedOut & Asked, Refusal> {
  const refusal = changeable(order);
  if (refusal !== null) return err(refusal);
  const asked = askedOf(order, asking, context);
  if (!asked.ok) return asked;
  const worked = workOut(order, asked.value, context);
  return worked.ok ? ok({ ...worked.value, ...asked.value }) : worked;
}

/** Under way, or approved to start later: then nothing has to be taken back (features A7). */
function changeable(order: Order): Refusal | null {
  return order.state === 'acknowledged' && isBeforeStart(order)
    ? null
    : inState('order', order.number, order.state, ['inProgress']);
}

function askedOf(
  order: Order,
  { operation, changes }: { readonly operation: Asked['operation']; readonly changes: readonly RevisionChange[] },
  { catalog }: Pick<DecisionContext, 'catalog'>,
): Result<Asked, Refusal> {
  if (operation === 'cancel') {
    if (changes.length === 0) return ok({ operation, changes: [] });
    return err({ code: 'FieldInvalid', subject: 'order', id: order.number, field: 'changes', expected: 'nothing' });
  }
  const effective = effectiveChanges(order, changes, catalog);
  return effective.ok ? ok({ operation, changes: effective.value }) : effective;
}

function overridden(
  order: Order,
  branches: readonly number[],
  override: { readonly reason: string } | undefined,
  { by }: DecisionContext,
): Refusal | null {
  if (override === undefined) return pastNoReturn(order, branches);
  return firstRefusal(
    () => permitted(by, 'order.override'),
    () => filledIn('order', order.number, { overrideReason: override.reason }),
  );
}

/** Names the branch and the task that took it past the point. */
const pastNoReturn = (order: Order, branches: readonly number[]): Refusal => ({
  code: 'PastPointOfNoReturn',
  id: order.number,
  branches: branches.map(number => {
    const branch = getDomainOrder(order, number);
    return `${domainOrderNumber(order, branch)} ${branch.name}`;
  }),
});

/** Works the change out again, for the rest of the order has moved on, and makes it so. */
export function approveRevision(
  order: Order,
  command: CommandOf<'approveRevision'>,
  context: DecisionContext,
): Decided {
  const deciding = mayApproveRevision(order, command, context);
  if (!deciding.ok) return deciding;
  const { revision, authority } = deciding.value;
  const { operation, changes, override } = revision;
  const picks = new Map((command.picks ?? []).map(({ line, giveUp }) => [line, giveUp]));
  const worked = workOut(order, { operation, changes, picks }, context);
  if (!worked.ok) return worked;
  const { approved, compensation } = worked.value;
  if (compensation.needsAttention.length > 0) {
    const lines = compensation.needsAttention.map(({ line }) => lineNumber(order, line));
    return err({ code: 'NeedsPick', id: order.number, lines });
  }
  if (compensation.pastNoReturn.length > 0 && override === undefined) {
    return err(pastNoReturn(order, compensation.pastNoReturn));
  }
  const unfolding = unfold(order, context);
  unfolding.emit({
    type: 'RevisionApproved',
    v: 1,
    data: { ...approved, revision: revision.number, text: command.text?.trim() ?? '', ...authority },
  });
  for (const { task, action } of approved.tasks) if (action === 'cancel') closeFallouts(unfolding, task);
  for (const line of rowsOf(order.lines)) changeItemOf(unfolding, line);
  prioritize(unfolding, context);
  // One that waits for its start goes on waiting for it.
  if (operation === 'update' && !isBeforeStart(order)) unfolding.emit({ type: 'OrderResumed', v: 1, data: {} });
  goOn(unfolding);
  return ok(unfolding.end());
}

/** What a customer has is being changed again when its line goes on, and is what the line asks for now when it does not. */
function changeItemOf(unfolding: Unfolding, before: OrderLine): void {
  const order = unfolding.order();
  const line = getLine(order, before.number);
  if (!hasLineEnded(before.state)) return;
  if (before.state === 'completed' && line.state === 'completed') {
    if (!sameJson([...before.characteristics] as JsonValue, [...line.characteristics] as JsonValue))
      changeInventory(unfolding, line);
    return;
  }
  if (line.inventory === undefined || hasLineEnded(line.state) || line.action === 'noChange') return;
  const item = getRow(order.inventory, line.inventory);
  if (item.state === 'changePending') return;
  const { number, state, characteristics } = item;
  unfolding.emit({
    type: 'InventoryChanged',
    v: 1,
    data: { item: number, was: state, now: 'changePending', characteristics },
  });
}

export function rejectRevision(order: Order, command: CommandOf<'rejectRevision'>, context: DecisionContext): Decided {
  const deciding = mayRejectRevision(order, command, context);
  if (!deciding.ok) return deciding;
  const refusal = filledIn('order', order.number, { text: command.text });
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  unfolding.emit({
    type: 'RevisionRejected',
    v: 1,
    data: { revision: command.revision, text: command.text.trim(), ...deciding.value.authority },
  });
  goOn(unfolding);
  return ok(unfolding.end());
}

/** Nothing is stranded: what is free opens, what is empty closes, and an order with nothing left to do is done. */
function goOn(unfolding: Unfolding): void {
  openWhatIsFree(unfolding);
  const { tasks } = planOf(unfolding.order());
  const undoing = listRows(tasks).flatMap(({ number, undoes }) => (undoes === undefined ? [] : [number]));
  openTasks(
    unfolding,
    undoing.filter(number => getTask(unfolding.order(), number).state === 'draft'),
  );
  closeWhatIsEmpty(unfolding);
  completeOrder(unfolding);
}
