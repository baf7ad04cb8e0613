/** How much room an order takes in memory, in parts of it: what caches of orders are bounded by. */
import type { Order } from '../main/domain/order/order.ts';

/** What was captured with an order takes about as much as so many of its parts. */
const CAPTURED = 50;

/** A part takes somewhat less than a kilobyte. */
export const weightOfOrder = ({ lines, plan, fallouts, inventory }: Order): number =>
  CAPTURED + lines.size + fallouts.size + inventory.size + (plan?.domainOrders.size ?? 0) + (plan?.tasks.size ?? 0);
