/** F6: moves the focus from one part of the window to the next, and into its list when it has one. */

const PANES = '[data-pane]';

/** Where the keyboard stands inside a pane: the row with the focus, the chosen tab, or the pane itself. */
const STOP = '[role=row][tabindex="0"], [role=treeitem][tabindex="0"], [role=tab][tabindex="0"]';

const isShown = (element: HTMLElement): boolean => element.offsetParent !== null || element === document.body;

export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(isShown);
  if (panes.length === 0) return;
  const here = panes.findLastIndex(pane => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  if (next) focusPane(next);
}

export function focusPane(pane: HTMLElement, options?: FocusOptions): void {
  (pane.querySelector<HTMLElement>(STOP) ?? pane).focus(options);
}
