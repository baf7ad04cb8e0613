/** Keeps what a person has typed but not sent: in the window, and in its storage so that closing it loses nothing (ux.md G20). */
import { useCallback, useRef, useState } from 'react';

const PREFIX = 'desk.draft.';

/** Undefined when nothing was kept under this key, or what was kept cannot be read. */
export function findDraft(key: string): unknown {
  const text = storage()?.getItem(PREFIX + key);
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A full storage is no reason to stop typing: the draft then lives as long as the window. */
export function keepDraft(key: string, value: unknown): void {
  try {
    storage()?.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    storage()?.removeItem(PREFIX + key);
  }
}

export const dropDraft = (key: string): void => storage()?.removeItem(PREFIX + key);

/**
 * The value being typed under `key`, `empty` when there is none. The component needs `key` as its React key too.
 * What is dropped may leave the rest that was typed while the value was on its way; `empty` leaves nothing.
 */
export function useDraft<T>(key: string, empty: T): readonly [T, (value: T) => void, (rest?: (typed: T) => T) => void] {
  const [value, setValue] = useState<T>(() => (findDraft(key) as T | undefined) ?? empty);
  const latest = useRef(value);
  const keep = useCallback(
    (next: T) => {
      latest.current = next;
      setValue(next);
      keepDraft(key, next);
    },
    [key],
  );
  const drop = useCallback(
    (rest?: (typed: T) => T) => {
      const left = rest ? rest(latest.current) : empty;
      latest.current = left;
      setValue(left);
      if (left === empty) dropDraft(key);
      else keepDraft(key, left);
    },
    [key, empty],
  );
  return [value, keep, drop];
}

/** Undefined where the browser keeps storage from the page. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
