/** Gives the focus back to what had it before a dialog opened, when the dialog goes away. */
import { useEffect, useState } from 'react';

export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The body has it when the button that led here was busy: nothing to go back to.
      if (before instanceof HTMLElement && before !== document.body && before.isConnected)
        before.focus({ preventScroll: true });
      else document.querySelector<HTMLElement>('[data-pane] [role=row][tabindex="0"]')?.focus({ preventScroll: true });
    },
    [before],
  );
}
