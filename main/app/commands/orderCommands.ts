/** The calls that change one order, each turned into the domain's command. */
import type { Run } from './run.ts';
import type { CallName, ParsedInput } from '../../../preload/contract/contract.ts';
import type { OrderCommand } from '../../domain/order/commands.ts';
import type { NoteSubject } from '../../domain/vocabulary/correction.ts';
import { defined, type Defined } from '../defined.ts';
import type { Handlers, WriterCall } from '../sides.ts';
import type { WaitCall } from './waitCommands.ts';

export type OrderCall = Exclude<
  Extract<
    WriterCall,
    `task.${string}` | `fallout.${string}` | Exclude<Extract<CallName, `order.${string}`>, 'order.get'>
  >,
  WaitCall
>;

/** The input without what addresses it: what is left is the command's own data. */
function dataOf<T extends ParsedInput<OrderCall>>(input: T): Defined<Omit<T, 'orderId' | 'commandId'>> {
  const { orderId: _orderId, commandId: _commandId, ...data } = input;
  return defined(data);
}

export function orderCommands(run: Run): Handlers<OrderCall> {
  return {
    'order.approve': input => run(input, { type: 'approve', ...dataOf(input) }),
    'order.reject': input => run(input, { type: 'reject', ...dataOf(input) }),
    'order.reopen': input => run(input, { type: 'reopen', ...dataOf(input) }),
    'order.correct': input =>
      run(input, { type: 'correct', ...dataOf(input), changes: input.changes as CommandChanges }),
    'order.submit': input => run(input, { type: 'submit', ...dataOf(input) }),
    'order.matchLine': input => run(input, { type: 'matchLine', ...dataOf(input) }),
    'order.addNote': input =>
      run(input, { type: 'addNote', subject: input.subject as NoteSubject, kind: input.kind, text: input.text }),
    'order.undo': input => run(input, { type: 'undo', action: input.action }),
    'order.startNow': input => run(input, { type: 'startNow', ...dataOf(input) }),
    'task.claim': input => run(input, { type: 'claimTask', ...dataOf(input) }),
    'task.assign': input => run(input, { type: 'assignTask', ...dataOf(input) }),
    'task.release': input => run(input, { type: 'releaseTask', ...dataOf(input) }),
    'task.start': input => run(input, { type: 'startTask', ...dataOf(input) }),
    'task.pause': input => run(input, { type: 'pauseTask', ...dataOf(input) }),
    'task.resume': input => run(input, { type: 'resumeTask', ...dataOf(input) }),
    'task.proposeEnd': input => run(input, { type: 'proposeEnd', ...dataOf(input) }),
    'task.withdrawEnd': input => run(input, { type: 'withdrawEnd', ...dataOf(input) }),
    'task.escalate': input => run(input, { type: 'escalateTask', ...dataOf(input) }),
    'task.withdrawEscalation': input => run(input, { type: 'withdrawEscalation', ...dataOf(input) }),
    'task.skip': input => run(input, { type: 'skipTask', ...dataOf(input) }),
    'task.recordValues': input =>
      run(input, { type: 'recordValues', ...dataOf(input), values: valuesOf(input.values) }),
    'task.complete': input => {
      const { values, ...rest } = dataOf(input);
      const given = values === undefined ? {} : { values: valuesOf(values) };
      return run(input, { type: 'completeTask', ...rest, ...given });
    },
    'fallout.raise': input => run(input, { type: 'raiseFallout', ...dataOf(input) }),
    'fallout.triage': input => run(input, { type: 'triageFallout', ...dataOf(input) }),
    'fallout.reassign': input => run(input, { type: 'reassignFallout', ...dataOf(input) }),
    'fallout.resolve': input => run(input, { type: 'resolveFallout', ...dataOf(input) }),
  };
}

type CommandChanges = Extract<OrderCommand, { readonly type: 'correct' }>['changes'];

const valuesOf = (values: ParsedInput<'task.recordValues'>['values']) => values.map(value => defined(value));
