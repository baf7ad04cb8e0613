/** Hands the focus from a list to what is open beside it. */

export const SPLIT = 'data-split';
export const DETAIL = 'data-detail';

/** False when nothing is open beside the list that this is part of, or it cannot be seen. */
export function focusDetail(from: Element): boolean {
  const detail = from.closest(`[${SPLIT}]`)?.querySelector<HTMLElement>(`[${DETAIL}]`);
  if (!detail || getComputedStyle(detail).display === 'none') return false;
  detail.focus({ preventScroll: true });
  return true;
}
