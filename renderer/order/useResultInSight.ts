/** Brings the result that the address names into sight and puts the focus on it. */
import { useEffect } from 'react';
import type { PagesState } from '../calls.ts';
import type { LineBreakdown } from '../../preload/contract/breakdown.ts';

/** Of a domain order (`D3`) or a line (`L1`) among the specifications. */
export const resultId = (key: string): string => `order-result-${key}`;

/** Pages are asked for until it is there. */
export function useResultInSight(key: string | undefined, lines: PagesState<LineBreakdown>): void {
  const { rows, hasMore, loadMore } = lines;
  const isWanted = key !== undefined && /^[DL]\d/.test(key);
  const isThere =
    isWanted &&
    rows.some(({ line, entries }) => line.id === key || entries.some(({ domainOrder }) => domainOrder?.id === key));

  useEffect(() => {
    if (isWanted && !isThere && hasMore) loadMore();
  }, [isWanted, isThere, hasMore, loadMore]);

  useEffect(() => {
    const place = isThere ? document.getElementById(resultId(key)) : null;
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'nearest' });
  }, [isThere, key]);
}
