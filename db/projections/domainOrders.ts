/** One row per domain order: what decomposition made, and its state. What lies below it is counted in the order instead. */
import type { DomainOrder, Order } from '../../main/domain/order/order.ts';
import { hasDomainOrderEnded } from '../../main/domain/vocabulary/states.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import type { Projection } from './projection.ts';
import { inTables, rowTable, writeRow, type Row } from './rowTable.ts';

const table = rowTable(
  'domain_order_row',
  {
    order_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    line: 'INTEGER NOT NULL',
    parent: 'INTEGER',
    kind: 'TEXT NOT NULL',
    facing: 'TEXT',
    specification: 'TEXT NOT NULL',
    name: 'TEXT NOT NULL',
    action: 'TEXT NOT NULL',
    quantity: 'REAL NOT NULL',
    state: 'TEXT NOT NULL',
    is_open: 'INTEGER NOT NULL',
    account_id: 'TEXT',
  },
  ['order_id', 'number'],
  [
    'CREATE INDEX domain_order_of_account ON domain_order_row (specification, account_id, order_id, number) WHERE is_open = 1',
  ],
);

export const domainOrders: Projection = {
  name: 'domainOrders',
  version: 2,
  ...inTables(table),
  counters: [],
  settle: ({ db }, { before, after, domainOrders: changed }) => {
    if (after.plan === undefined) return;
    for (const number of changed) {
      const was = before?.plan && findRow(before.plan.domainOrders, number);
      const now = getRow(after.plan.domainOrders, number);
      writeRow(db, table, was && domainOrderCells(after, was), domainOrderCells(after, now));
    }
  },
};

function domainOrderCells({ id, account }: Order, domainOrder: DomainOrder): Row<(typeof table.columns)[number]> {
  return {
    order_id: id,
    number: domainOrder.number,
    line: domainOrder.line,
    parent: domainOrder.parent ?? null,
    kind: domainOrder.kind,
    facing: domainOrder.facing ?? null,
    specification: domainOrder.specification,
    name: domainOrder.name,
    action: domainOrder.action,
    quantity: domainOrder.quantity,
    state: domainOrder.state,
    is_open: hasDomainOrderEnded(domainOrder.state) ? 0 : 1,
    account_id: account?.id ?? null,
  };
}
