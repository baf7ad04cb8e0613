/** Decides on dates that people propose for the end of a task: what they say is a fact, what follows from it is forecast (features O16). */
import { err, ok } from '../result.ts';
import type { CommandOf, DecisionContext } from './commands.ts';
import { filledIn, firstRefusal, inState, unchangedByOthers } from './guards.ts';
import { maySteer, unended } from './maySteer.ts';
import { taskNumber } from './numbers.ts';
import type { Order } from './order.ts';
import type { Refusal } from './refusals.ts';
import { unfolded, type Decided } from './unfolding.ts';
import { findTask } from './work.ts';

/** Later ones are slips of the keyboard. */
const latest = Date.parse('2200-01-01T00:00:00.000Z');

/** The last word counts: another date takes the place of the one before. */
export function proposeEnd(order: Order, command: CommandOf<'proposeEnd'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const { by, at } = context;
  const reason = command.reason.trim();
  const refusal = firstRefusal(
    () => maySteer(by, task),
    () => unchangedByOthers('task', id, task.touched, command.seen, by),
    () => inState('task', id, task.state, unended),
    () => filledIn('task', id, { reason }),
    () => stillToCome(id, command.end, at),
  );
  if (refusal !== null) return err(refusal);
  const end = new Date(command.end).toISOString();
  const was = task.proposedEnd;
  if (was?.end === end && was.reason === reason && was.by === by.id) {
    return err({ code: 'NothingToChange', subject: 'task', id });
  }
  return ok(unfolded(order, context, { type: 'EndProposed', v: 1, data: { task: task.number, end, reason } }));
}

function stillToCome(id: string, end: string, at: string): Refusal | null {
  const moment = Date.parse(end);
  const expected = Number.isNaN(moment)
    ? 'date'
    : moment >= latest
      ? 'dateBefore2200'
      : moment <= Date.parse(at)
        ? 'stillToCome'
        : undefined;
  return expected === undefined ? null : { code: 'FieldInvalid', subject: 'task', id, field: 'end', expected };
}

export function withdrawEnd(order: Order, command: CommandOf<'withdrawEnd'>, context: DecisionContext): Decided {
  const found = findTask(order, command.task);
  if (!found.ok) return found;
  const task = found.value;
  const id = taskNumber(order, command.task);
  const refusal = firstRefusal(
    () => maySteer(context.by, task),
    () => unchangedByOthers('task', id, task.touched, command.seen, context.by),
    () => (task.proposedEnd === undefined ? { code: 'NothingToChange', subject: 'task', id } : null),
  );
  if (refusal !== null) return err(refusal);
  return ok(unfolded(order, context, { type: 'EndProposalWithdrawn', v: 1, data: { task: task.number } }));
}
