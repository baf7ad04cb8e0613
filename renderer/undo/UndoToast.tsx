/** Says for a while what was just done and offers to take it back; it stays while the pointer or the focus is on it (WCAG 2.2.1). */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import classes from './UndoToast.module.css';

/** Toasts with something to press stay at least eight seconds (ux.md §1.6). */
export const SHOWN_MS = 10_000;

type Props = {
  readonly text: string;
  readonly onUndo: () => void;
  /** Time is up. */
  readonly onGone: () => void;
};

export function UndoToast({ text, onUndo, onGone }: Props) {
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
    <div ref={box} className={classes.toast}>
      <span className={classes.text}>{text}</span>
      <Button variant="default" onClick={onUndo} aria-keyshortcuts="Control+Z" rightSection={<KeyHint keys="Ctrl+Z" />}>
        {t('undo.undo')}
      </Button>
    </div>
  );
}
