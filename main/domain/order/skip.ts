/** Decides on ending a task that is not needed, in one deed: with a reason, and with whatever fallout holds it (features F7, U2). */
import { err, ok } from '../result.ts';
import { getFallout } from './change.ts';
import { resolutionCodes, rootCauses } from './codes.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { notInChange } from './fallout.ts';
import { filledIn, firstRefusal, inState, oneOf, permitted, unchangedByOthers } from './guards.ts';
import { falloutNumber, taskNumber } from './numbers.ts';
import type { Fallout, Order } from './order.ts';
import type { Refusal } from './refusals.ts';
import { settleTask } from './settle.ts';
import { isFalloutOpen } from '../vocabulary/states.ts';
import { unfold, type Decided } from './unfolding.ts';
import { findTask } from './work.ts';

/** What waits for others is not looked at yet: it may come to be needed. */
const skippable = ['open', 'inProgress', 'awaitingInformation', 'onHold'] as const;

export function skipTask(order: Order, command: CommandOf<'skipTask'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const reason = command.reason.trim();
  const fallouts = task.fallouts.map(number => getFallout(order, number)).filter(({ state }) => isFalloutOpen(state));
  const refusal = firstRefusal(
    () => permitted(context.by, 'fallout.resolve'),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    // Nothing of it may end before the order starts.
    () => (order.actualStart === undefined ? inState('order', order.number, order.state, ['inProgress']) : null),
    () => inState('task', id, task.state, skippable),
    () => filledIn('task', id, { reason }),
    () => notInChange(order, task.number),
    ...fallouts.map(fallout => () => resolvable(order, fallout, command, context)),
  );
  if (refusal !== null) return err(refusal);
  const unfolding = unfold(order, context);
  const { rootCause = '', resolutionCode = '' } = command;
  for (const { number } of fallouts) {
    const resolution = { action: 'skip', rootCause, resolutionCode, text: reason } as const;
    unfolding.emit({ type: 'FalloutResolved', v: 1, data: { fallout: number, resolution } });
  }
  const [first] = fallouts;
  const outcome = { kind: 'skipped', reason, ...(first !== undefined && { fallout: first.number }) } as const;
  unfolding.emit({ type: 'TaskCompleted', v: 1, data: { task: task.number, outcome } });
  settleTask(unfolding, task.number);
  return ok(unfolding.end());
}

/** Nobody has changed it since it was looked at, and it is said why it came and what was done about it. */
function resolvable(
  order: Order,
  fallout: Fallout,
  { seen, rootCause = '', resolutionCode = '' }: CommandOf<'skipTask'>,
  { by }: DecisionContext,
): Refusal | null {
  const id = falloutNumber(order, fallout.number);
  return firstRefusal(
    () => unchangedByOthers('fallout', id, fallout.touched, seen, by),
    () => filledIn('fallout', id, { rootCause, resolutionCode }),
    () => oneOf('fallout', id, 'rootCause', rootCause, rootCauses),
    () => oneOf('fallout', id, 'resolutionCode', resolutionCode, resolutionCodes),
  );
}
