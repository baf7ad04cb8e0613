/** What a line is called: its own name, else that of what it orders. */
import type { OrderLine } from '../../preload/contract/order.ts';

export const lineName = ({
  name,
  specification,
  matched,
  itemId,
}: Pick<OrderLine, 'name' | 'specification' | 'matched' | 'itemId'>): string =>
  name ?? specification?.name ?? matched?.name ?? specification?.id ?? itemId;
