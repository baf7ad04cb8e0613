/** Takes the focus for the dialog or menu around it as it is drawn: by a timer, the first letters typed would be keys of the screen below. */
import { useLayoutEffect, useRef } from 'react';

export function FocusNow() {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const around = place.current?.closest<HTMLElement>('[role=dialog], [role=menu]');
    (around?.querySelector<HTMLElement>('[data-autofocus]') ?? around)?.focus({ preventScroll: true });
  }, []);
  return <span ref={place} hidden />;
}
