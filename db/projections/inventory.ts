/** One row per inventory item: what customers have, or will have, and by which order. */
import type { InventoryItem, Order } from '../../main/domain/order/order.ts';
import { siteOf } from '../../main/domain/decomposition/sites.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { accountName } from './cells.ts';
import type { Projection } from './projection.ts';
import { inTables, rowTable, writeRow, type Row } from './rowTable.ts';

const table = rowTable(
  'inventory_row',
  {
    order_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    service_id: 'TEXT NOT NULL',
    name: 'TEXT NOT NULL',
    specification: 'TEXT',
    state: 'TEXT NOT NULL',
    line: 'INTEGER NOT NULL',
    location_name: 'TEXT',
    account_name: 'TEXT',
    account_id: 'TEXT',
    site: 'TEXT',
    order_number: 'TEXT NOT NULL',
    characteristics: 'TEXT NOT NULL',
  },
  ['order_id', 'number'],
  [
    'CREATE INDEX inventory_by_state ON inventory_row (state, name, service_id, order_id, number)',
    'CREATE INDEX inventory_by_name ON inventory_row (name, service_id, order_id, number)',
    'CREATE INDEX inventory_by_service ON inventory_row (service_id, order_id, number)',
    "CREATE INDEX inventory_of_account ON inventory_row (account_id, specification) WHERE state = 'active'",
  ],
);

export const inventory: Projection = {
  name: 'inventory',
  version: 2,
  ...inTables(table),
  counters: ['inventory.state'],
  settle: ({ db, counters }, { before, after, inventory: changed }) => {
    for (const number of changed) {
      const was = before === null ? undefined : findRow(before.inventory, number);
      const now = getRow(after.inventory, number);
      writeRow(db, table, was && before ? inventoryCells(before, was) : undefined, inventoryCells(after, now));
      if (was?.state !== now.state) {
        counters.move(was === undefined ? [] : [['inventory.state', was.state]], [['inventory.state', now.state]]);
      }
    }
  },
};

function inventoryCells(order: Order, item: InventoryItem): Row<(typeof table.columns)[number]> {
  const { location } = getRow(order.lines, item.line);
  return {
    order_id: order.id,
    number: item.number,
    service_id: item.serviceId,
    name: item.name,
    specification: item.specification ?? null,
    state: item.state,
    line: item.line,
    location_name: location?.name ?? null,
    account_name: accountName(order),
    account_id: order.account?.id ?? null,
    site: siteOf(location) ?? null,
    order_number: order.number,
    characteristics: JSON.stringify(item.characteristics),
  };
}
