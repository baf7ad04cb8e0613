/** What the person at this window did last, newest first, whether or not it may be taken back: one stack for each window. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { StepDeedType } from '../../preload/contract/batch.ts';
import type { CallName } from '../../preload/contract/contract.ts';

/** The commands that the app may take back, as long as nothing builds on them (features X8). */
export const undoable = [
  'task.claim',
  'task.assign',
  'task.release',
  'task.start',
  'task.complete',
  'task.recordValues',
  'task.pause',
  'task.resume',
  'fallout.raise',
  'task.proposeEnd',
  'task.withdrawEnd',
  'task.escalate',
  'task.withdrawEscalation',
  'task.skip',
] as const satisfies readonly CallName[];
export type Undoable = (typeof undoable)[number];

/** What a person does that stays: Ctrl+Z is about it all the same, and says what to do instead. */
export const lasting = [
  'order.approve',
  'order.reject',
  'order.reopen',
  'order.correct',
  'order.submit',
  'order.matchLine',
  'order.addNote',
  'order.startNow',
  'task.waitFor',
  'task.waitNoMore',
  'fallout.triage',
  'fallout.reassign',
  'fallout.resolve',
  'revision.request',
  'revision.approve',
  'revision.reject',
  'batch.approve',
  'steps.run',
  'import.start',
  'policy.set',
  'delegation.set',
] as const satisfies readonly CallName[];
/** The first of two approvals is asked for like any approval. */
export type Lasting = (typeof lasting)[number] | 'order.endorse';

/** One thing done to a task, named by the command that did it. */
type TaskDeed = {
  readonly way: 'task';
  readonly action: string;
  readonly kind: Undoable;
  readonly orderId: string;
  readonly task: number;
};

/** The same thing done to many steps, named by its batch. */
type StepsDeed = {
  readonly way: 'steps';
  readonly action: string;
  readonly deed: StepDeedType;
  readonly count: number;
};

export type LastingDeed = {
  readonly way: 'lasting';
  readonly action: string;
  readonly kind: Lasting;
  readonly orderId?: string;
  readonly fallout?: number;
  readonly task?: number;
  /** How many a batch is about. */
  readonly count?: number;
};

export type ReversibleDeed = TaskDeed | StepsDeed;
export type Deed = ReversibleDeed | LastingDeed;

type Listener = { readonly onDone?: (deed: Deed) => void; readonly onUndone?: (deed: Deed) => void };

export type UndoStack = {
  /** Newest first. */
  readonly deeds: () => readonly Deed[];
  readonly push: (deed: Deed) => void;
  /** Something that may become a deed has been asked for. */
  readonly expect: (work: Promise<unknown>) => void;
  readonly isExpecting: () => boolean;
  /** Once all that was asked for has its answer, and stands on the stack. */
  readonly settled: () => Promise<unknown>;
  /** Forgets it; `undone` when it was taken back. */
  readonly drop: (action: string, undone: boolean) => void;
  readonly clear: () => void;
  readonly listen: (listener: Listener) => () => void;
};

const DEEP = 50;

export function createUndoStack(): UndoStack {
  let deeds: readonly Deed[] = [];
  const listeners = new Set<Listener>();
  const expected = new Set<Promise<unknown>>();
  return {
    deeds: () => deeds,
    push(deed) {
      deeds = [deed, ...deeds].slice(0, DEEP);
      for (const { onDone } of listeners) onDone?.(deed);
    },
    expect(work) {
      expected.add(work);
      void work.finally(() => expected.delete(work));
    },
    isExpecting: () => expected.size > 0,
    settled: () => Promise.allSettled(expected),
    drop(action, undone) {
      const deed = deeds.find(one => one.action === action);
      if (deed === undefined) return;
      deeds = deeds.filter(one => one !== deed);
      if (undone) for (const { onUndone } of listeners) onUndone?.(deed);
    },
    clear() {
      deeds = [];
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const stacks = new WeakMap<QueryClient, UndoStack>();

export function undoStackOf(client: QueryClient): UndoStack {
  const known = stacks.get(client) ?? createUndoStack();
  stacks.set(client, known);
  return known;
}

export const useUndoStack = (): UndoStack => undoStackOf(useQueryClient());
