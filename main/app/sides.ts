/** Which thread answers which call: whatever changes something goes to the writer, everything else to the reader. */
import { calls, type CallName, type Output, type ParsedInput } from '../../preload/contract/contract.ts';
import type { Refusal } from '../../preload/contract/refusal.ts';
import type { Result } from '../domain/result.ts';
import type { Written } from './written.ts';

export const writerCalls = [
  'workspace.loadDemo',
  'workspace.startEmpty',
  'session.choose',
  'order.approve',
  'order.reject',
  'order.reopen',
  'order.correct',
  'order.submit',
  'order.matchLine',
  'order.addNote',
  'order.startNow',
  'order.undo',
  'task.claim',
  'task.assign',
  'task.release',
  'task.start',
  'task.waitFor',
  'task.waitNoMore',
  'task.pause',
  'task.resume',
  'task.proposeEnd',
  'task.withdrawEnd',
  'task.escalate',
  'task.withdrawEscalation',
  'task.skip',
  'task.recordValues',
  'task.complete',
  'fallout.raise',
  'fallout.triage',
  'fallout.reassign',
  'fallout.resolve',
  'revision.request',
  'revision.approve',
  'revision.reject',
  'upload.begin',
  'upload.append',
  'import.start',
  'job.cancel',
  'policy.set',
  'delegation.set',
  'batch.approve',
  'steps.run',
  'steps.undo',
  'batch.dismiss',
] as const satisfies readonly CallName[];

export type WriterCall = (typeof writerCalls)[number];
export type ReaderCall = Exclude<CallName, WriterCall>;

/** Calls whose answer the database writes as JSON itself. */
type WrittenCall = 'tasks.page';
type Answered<C extends CallName> = C extends WrittenCall ? Written<Output<C>> : Output<C>;

/** Forgetting a call of one's side does not compile. */
export type Handlers<C extends CallName> = {
  readonly [N in C]: (input: ParsedInput<N>) => Result<Answered<N>, Refusal>;
};

const writes: ReadonlySet<string> = new Set(writerCalls);
export const sideOf = (name: string): 'writer' | 'reader' => (writes.has(name) ? 'writer' : 'reader');

export const isCall = (name: string): name is CallName => Object.hasOwn(calls, name);
