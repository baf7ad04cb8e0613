/** The words people know an order line by: its own name, else the name of what it orders. */
import { findRow } from '../table.ts';
import type { Order, OrderLine } from './order.ts';

export function lineTitle(order: Order, line: OrderLine): string {
  const [top] = line.domainOrders;
  const made = top === undefined || order.plan === undefined ? undefined : findRow(order.plan.domainOrders, top)?.name;
  return line.name ?? line.specification?.name ?? made ?? line.specification?.id ?? line.itemId;
}
