/** Says for a while what was just done and offers to take it, or something older, back; it stays while the pointer or the focus is on it (WCAG 2.2.1). */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import classes from './UndoToast.module.css';

/** Toasts with something to press stay at least eight seconds (ux.md §1.6). */
export const SHOWN_MS = 10_000;

type Props = {
  readonly text: string;
  /** Why it is not taken back, what to do instead, and what could be taken back: a line for each. */
  readonly detail?: readonly string[];
  /** Absent where there is nothing to take back. */
  readonly undo?: { readonly label?: string; readonly run: () => void };
  /** Time is up. */
  readonly onGone: () => void;
};

export function UndoToast({ text, detail = [], undo, onGone }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const gone = useRef(onGone);
  gone.current = onGone;

  useEffect(() => {
    // The card around it belongs to the notifications; hovering its edge counts too.
    const card = box.current?.closest<HTMLElement>('[data-undo]') ?? box.current;
    if (!card) return undefined;
    const stops = new AbortController();
    const { signal } = stops;
    let timer = window.setTimeout(() => gone.current(), SHOWN_MS);
    const wait = (): void => window.clearTimeout(timer);
    const goOn = (): void => {
      wait();
      if (card.matches(':hover') || card.contains(document.activeElement)) return;
      timer = window.setTimeout(() => gone.current(), SHOWN_MS);
    };
    card.addEventListener('pointerenter', wait, { signal });
    card.addEventListener('focusin', wait, { signal });
    card.addEventListener('pointerleave', goOn, { signal });
    card.addEventListener('focusout', goOn, { signal });
    return () => {
      stops.abort();
      wait();
    };
  }, []);

  return (
    <div ref={box} className={classes.toast} data-long={detail.length > 0 || undefined}>
      <div className={classes.words}>
        <span className={classes.text}>{text}</span>
        {detail.map(line => (
          <span key={line} className={classes.detail}>
            {line}
          </span>
        ))}
      </div>
      {undo && (
        <Button
          variant="default"
          onClick={undo.run}
          aria-keyshortcuts="Control+Z"
          rightSection={<KeyHint keys="Ctrl+Z" />}
        >
          {undo.label ?? t('undo.undo')}
        </Button>
      )}
    </div>
  );
}
