/** What the person at this window did last and may take back, newest first: one stack for each window. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
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
] as const satisfies readonly CallName[];
export type Undoable = (typeof undoable)[number];

/** One thing done, named by the command that did it. */
export type Deed = {
  readonly action: string;
  readonly kind: Undoable;
  readonly orderId: string;
  readonly task: number;
};

type Listener = { readonly onDone?: (deed: Deed) => void; readonly onUndone?: (deed: Deed) => void };

export type UndoStack = {
  /** Newest first. */
  readonly deeds: () => readonly Deed[];
  readonly push: (deed: Deed) => void;
  /** Forgets it; `undone` when it was taken back. */
  readonly drop: (action: string, undone: boolean) => void;
  readonly clear: () => void;
  readonly listen: (listener: Listener) => () => void;
  readonly subscribe: (onChange: () => void) => () => void;
};

const DEEP = 50;

export function createUndoStack(): UndoStack {
  let deeds: readonly Deed[] = [];
  const listeners = new Set<Listener>();
  const subscribers = new Set<() => void>();
  const become = (next: readonly Deed[]): void => {
    deeds = next;
    for (const onChange of subscribers) onChange();
  };
  return {
    deeds: () => deeds,
    push(deed) {
      become([deed, ...deeds].slice(0, DEEP));
      for (const { onDone } of listeners) onDone?.(deed);
    },
    drop(action, undone) {
      const deed = deeds.find(one => one.action === action);
      if (deed === undefined) return;
      become(deeds.filter(one => one !== deed));
      if (undone) for (const { onUndone } of listeners) onUndone?.(deed);
    },
    clear: () => become([]),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    subscribe(onChange) {
      subscribers.add(onChange);
      return () => void subscribers.delete(onChange);
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

/** The deed that undo would take back next. */
export function useLastDeed(): Deed | undefined {
  const { subscribe, deeds } = useUndoStack();
  return useSyncExternalStore(subscribe, deeds)[0];
}

/** The deed in a command that was carried out; undefined when it is not of a kind that can be taken back. */
export function deedOf(name: CallName, input: unknown, action: string): Deed | undefined {
  const kind = undoable.find(one => one === name);
  const { orderId, task } = input as { readonly orderId?: unknown; readonly task?: unknown };
  return kind !== undefined && typeof orderId === 'string' && typeof task === 'number'
    ? { action, kind, orderId, task }
    : undefined;
}
