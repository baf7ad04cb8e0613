/** How many orders a list has; of those that match a text only the first are looked for. */
import { PAGE_SIZE, type PagesState } from '../calls.ts';
import { t } from '../words/words.ts';

export function listTotal({ total, hasMore, rows }: PagesState<unknown>, filter: string): string {
  const isCut = filter !== '' && !hasMore && rows.length >= PAGE_SIZE;
  return isCut ? t('orders.list.first', { count: rows.length }) : t('orders.list.total', { count: total });
}
