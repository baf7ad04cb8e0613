/** Folds decomposition into an order: its first plan, and the placeholders of what the customer will have. */
import { emptyTable, replaceRow, tableOf } from '../table.ts';
import { getLine } from './change.ts';
import type { HappenedEvent } from './events.ts';
import { grownOrder } from './growPlan.ts';
import type { InventoryItem, Order, Plan } from './order.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;
/** The first plan of an order: an addition to nothing. */
export function decomposedOrder(order: Order, event: Happened<'OrderDecomposed'>): Order {
  const plan: Plan = {
    catalogVersion: event.data.catalogVersion,
    domainOrders: emptyTable,
    tasks: emptyTable,
    trace: { entries: [], mappings: [] },
  };
  return grownOrder({ ...order, plan }, event.data, event);
}

export function plannedInventory(order: Order, event: Happened<'InventoryPlanned'>): Order {
  let { lines } = order;
  const items = event.data.items.map(({ action: _action, ...planned }, index): InventoryItem => {
    const number = index + 1;
    lines = replaceRow(lines, planned.line, { ...getLine({ ...order, lines }, planned.line), inventory: number });
    return { ...planned, id: `I${number}`, number, characteristics: [] };
  });
  return { ...order, lines, inventory: tableOf(items) };
}
