/** Gives the focus back to what had it before a dialog opened, when the dialog goes away. */
import { useEffect, useState } from 'react';

export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => giveFocusBack(before), [before]);
}

/** To the row that is to have it when what had it is gone, or was the body because the button that led here was busy. */
export function giveFocusBack(before: Element | null): void {
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
  const stop = isThere ? before : document.querySelector<HTMLElement>('[data-pane] [role=row][tabindex="0"]');
  stop?.focus({ preventScroll: true });
}
