/** What may wait until a person has seen what comes first. */

/** Runs it when the next frame is on its way to the screen: not before what has changed by now is seen. */
export function afterFrame(run: () => void): void {
  // Of a window that nobody sees no frame is drawn.
  if (document.visibilityState === 'hidden') setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
}
