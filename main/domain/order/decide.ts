/** What a command makes happen to an order, or why it may not: pure, and the only way anything changes. */
import { err, ok, unreachable, type Result } from '../result.ts';
import { findRow } from '../table.ts';
import { approve } from './approve.ts';
import { correct, importOrder, matchLine, reject, reopen, submit } from './captured.ts';
import type { CommandOf, DecisionContext, OrderCommand } from './commands.ts';
import type { DomainEvent } from './events.ts';
import { escalateTask, withdrawEscalation } from './escalate.ts';
import { raiseFallout, reassignFallout, resolveFallout, triageFallout } from './fallout.ts';
import { filledIn, firstRefusal, permitted } from './guards.ts';
import { isAllowed } from '../people/permissions.ts';
import type { NoteSubject } from '../vocabulary/correction.ts';
import { handOutTasks } from './handOut.ts';
import type { Order } from './order.ts';
import { meetOutside, waitForOther } from './outside.ts';
import { goWithout, meetWants } from './outsideWants.ts';
import { pauseTask, resumeTask } from './pause.ts';
import { proposeEnd, withdrawEnd } from './proposeEnd.ts';
import type { Refusal } from './refusals.ts';
import { approveRevision, rejectRevision, requestRevision } from './revision/revision.ts';
import { skipTask } from './skip.ts';
import { passTime, startNow } from './timing.ts';
import { undo } from './undo/undo.ts';
import { unfolded, type Decided } from './unfolding.ts';
import { assignTask, claimTask, completeTask, recordValues, releaseTask, startTask } from './work.ts';

/** `null` is an order that does not exist yet; only import may meet it. Never throws for anything a person can do. */
export function decide(
  order: Order | null,
  command: OrderCommand,
  context: DecisionContext,
): Result<readonly DomainEvent[], Refusal> {
  const decided = consequencesOf(order, command, context);
  return decided.ok ? ok(decided.value.events) : decided;
}

/** As `decide`, and gives the order as it stands after the events too, for they were folded to decide on them. */
export function consequencesOf(order: Order | null, command: OrderCommand, context: DecisionContext): Decided {
  if (command.type === 'importOrder') return importOrder(order, command, context);
  if (order === null) return err({ code: 'NotFound', subject: 'order', id: '' });
  switch (command.type) {
    case 'approve':
      return approve(order, command, context);
    case 'reject':
      return reject(order, command, context);
    case 'reopen':
      return reopen(order, command, context);
    case 'correct':
      return correct(order, command, context);
    case 'submit':
      return submit(order, command, context);
    case 'matchLine':
      return matchLine(order, command, context);
    case 'addNote':
      return addNote(order, command, context);
    case 'claimTask':
      return claimTask(order, command, context);
    case 'assignTask':
      return assignTask(order, command, context);
    case 'handOutTasks':
      return handOutTasks(order, command, context);
    case 'releaseTask':
      return releaseTask(order, command, context);
    case 'startTask':
      return startTask(order, command, context);
    case 'recordValues':
      return recordValues(order, command, context);
    case 'completeTask':
      return completeTask(order, command, context);
    case 'raiseFallout':
      return raiseFallout(order, command, context);
    case 'triageFallout':
      return triageFallout(order, command, context);
    case 'reassignFallout':
      return reassignFallout(order, command, context);
    case 'resolveFallout':
      return resolveFallout(order, command, context);
    case 'startNow':
      return startNow(order, command, context);
    case 'passTime':
      return passTime(order, context);
    case 'requestRevision':
      return requestRevision(order, command, context);
    case 'approveRevision':
      return approveRevision(order, command, context);
    case 'rejectRevision':
      return rejectRevision(order, command, context);
    case 'pauseTask':
      return pauseTask(order, command, context);
    case 'resumeTask':
      return resumeTask(order, command, context);
    case 'proposeEnd':
      return proposeEnd(order, command, context);
    case 'withdrawEnd':
      return withdrawEnd(order, command, context);
    case 'escalateTask':
      return escalateTask(order, command, context);
    case 'withdrawEscalation':
      return withdrawEscalation(order, command, context);
    case 'skipTask':
      return skipTask(order, command, context);
    case 'waitForOther':
      return waitForOther(order, command, context);
    case 'meetOutside':
      return meetOutside(order, command, context);
    case 'meetWants':
      return meetWants(order, command, context);
    case 'goWithout':
      return goWithout(order, command, context);
    case 'undo':
      return undo(order, command, context);
    default:
      return unreachable(command);
  }
}

/** A note is allowed to everyone who does more than look. */
function addNote(order: Order, { subject, kind, text }: CommandOf<'addNote'>, context: DecisionContext): Decided {
  const { by } = context;
  const refusal = firstRefusal(
    () => (isAllowed(by, 'task.work') ? null : permitted(by, 'fallout.create')),
    () =>
      isThere(order, subject)
        ? null
        : { code: 'NotFound', subject: subject.startsWith('T') ? 'task' : 'fallout', id: subject },
    () => filledIn('order', order.number, { text }),
  );
  if (refusal !== null) return err(refusal);
  return ok(unfolded(order, context, { type: 'NoteAdded', v: 1, data: { subject, kind, text: text.trim() } }));
}

/** Only as it is written everywhere: `T1` and not `T01`, and neither a line nor a domain order. */
function isThere(order: Order, subject: NoteSubject): boolean {
  if (subject === 'order') return true;
  const number = Number(subject.slice(1));
  if (subject === `T${number}`) return order.plan !== undefined && findRow(order.plan.tasks, number) !== undefined;
  return subject === `F${number}` && findRow(order.fallouts, number) !== undefined;
}
