/** Whether the details of the chosen part are shown, and the focus on why it waits as soon as that is there. */
import { useCallback, useRef, useState } from 'react';

export type DetailPane = {
  readonly shown: boolean;
  readonly toggle: () => void;
  /** Shows the details and puts the focus on why it waits. */
  readonly toWhy: () => void;
  /** Given to what says why it waits. */
  readonly holdWhy: (element: HTMLElement | null) => void;
};

export function useDetailPane(): DetailPane {
  const [shown, setShown] = useState(true);
  const why = useRef<HTMLElement>(null);
  const isWanted = useRef(false);
  const holdWhy = useCallback((element: HTMLElement | null): void => {
    why.current = element;
    if (element && isWanted.current) element.focus();
    isWanted.current = false;
  }, []);
  const toggle = useCallback(() => setShown(before => !before), []);
  const toWhy = useCallback(() => {
    isWanted.current = !why.current;
    setShown(true);
    why.current?.focus();
  }, []);
  return { shown, toggle, toWhy, holdWhy };
}
