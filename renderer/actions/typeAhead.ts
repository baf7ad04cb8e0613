/** Keys pressed while the window still follows the last one: they are kept in their order, and pressed again when it has. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import type { KeyPress } from './keys.ts';

/**
 * What keys wait for. `answer`: to what was asked for, such as a deed or a screen; every key waits. `move`: that what the
 * person went to is shown; keys that act on it wait. `look`: that there is something to look at; no key is wanted before.
 */
export type Awaited = 'answer' | 'move' | 'look';

type Hold = {
  readonly until: Awaited;
  /** Makes it come at once: whoever presses a key has arrived. */
  readonly hurry?: () => void;
  /** The dialog or form that was sent and will go: what is typed in there is meant for what comes next. */
  readonly sent?: Element | null;
};

export type TypeAhead = {
  /** Until the returned function is called. */
  readonly hold: (hold: Hold) => () => void;
  readonly waitsFor: (what: Awaited) => boolean;
  /** Whether it is in a dialog or form that was sent and will go. */
  readonly isSent: (target: Element) => boolean;
  /** Whether what is pressed now is one that was kept. */
  readonly isPressing: () => boolean;
  /** Whether keys are kept already: whatever is pressed then comes after them. */
  readonly hasKept: () => boolean;
  readonly keep: (press: KeyPress) => void;
  /** True when it belongs to keys that were forgotten: what is left of a word must not be taken for commands. */
  readonly isLeftOver: () => boolean;
};

type Ends = {
  /** Does what the key does, before it returns. */
  readonly press: (press: KeyPress) => void;
  /** It took too long: the keys are forgotten, for nobody knows any more what they were meant for. */
  readonly forget: () => void;
};

const AT_MOST_MS = 5000;
/** Whoever pauses so long begins anew. */
const PAUSE_MS = 600;

export function createTypeAhead(): TypeAhead & { readonly listen: (ends: Ends) => () => void } {
  const holds = new Set<Hold>();
  let kept: readonly KeyPress[] = [];
  let ends: Ends | null = null;
  let isPressing = false;
  let step: ReturnType<typeof setTimeout> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    kept = [];
    clearTimeout(step);
    clearTimeout(limit);
    step = limit = undefined;
  }

  function leaveOut(): void {
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
    }, PAUSE_MS);
  }

  /** From the last key that was pressed, however many wait. */
  function wait(): void {
    clearTimeout(limit);
    limit = setTimeout(() => {
      end();
      leaveOut();
      ends?.forget();
    }, AT_MOST_MS);
  }

  function goOn(): void {
    if (holds.size > 0 || kept.length === 0 || step !== undefined) return;
    // Each by itself, so that what one leads to is there for the next.
    step = setTimeout(() => {
      step = undefined;
      const [press, ...rest] = kept;
      if (holds.size > 0 || press === undefined) return;
      kept = rest;
      isPressing = true;
      try {
        ends?.press(press);
      } finally {
        isPressing = false;
      }
      if (kept.length === 0) end();
      else {
        wait();
        goOn();
      }
    });
  }

  return {
    hold(hold) {
      const one = { ...hold };
      holds.add(one);
      if (kept.length > 0) one.hurry?.();
      return () => {
        holds.delete(one);
        goOn();
      };
    },
    waitsFor: what => [...holds].some(hold => hold.until === what),
    isSent: target => [...holds].some(({ sent }) => sent?.contains(target)),
    isPressing: () => isPressing,
    hasKept: () => kept.length > 0,
    keep(press) {
      kept = [...kept, press];
      for (const { hurry } of holds) hurry?.();
      if (kept.length === 1) wait();
      goOn();
    },
    isLeftOver() {
      if (pause === undefined) return false;
      leaveOut();
      return true;
    },
    listen(to) {
      ends = to;
      return () => {
        end();
        ends = null;
      };
    },
  };
}

const known = new WeakMap<QueryClient, ReturnType<typeof createTypeAhead>>();

/** One for each window, as with the actions. */
export function typeAheadOf(client: QueryClient): ReturnType<typeof createTypeAhead> {
  const made = known.get(client) ?? createTypeAhead();
  known.set(client, made);
  return made;
}

/** Keys wait for it as long as it is there; null: for nothing. */
export function useHold(what: Awaited | null, hurry?: () => void): void {
  const typeAhead = typeAheadOf(useQueryClient());
  const latest = useRef(hurry);
  latest.current = hurry;
  useLayoutEffect(
    () => (what === null ? undefined : typeAhead.hold({ until: what, hurry: () => latest.current?.() })),
    [typeAhead, what],
  );
}
