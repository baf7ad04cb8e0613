/** One row per order line: what was asked, where, and its state. Counts of what lies below it are folded from the log instead. */
import type { Order, OrderLine } from '../../main/domain/order/order.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { specificationName } from './cells.ts';
import type { Projection } from './projection.ts';
import { inTables, rowTable, writeRow, type Row } from './rowTable.ts';

const table = rowTable(
  'line_row',
  {
    order_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    item_id: 'TEXT NOT NULL',
    parent: 'INTEGER',
    action: 'TEXT NOT NULL',
    specification_name: 'TEXT',
    matched: 'TEXT',
    quantity: 'REAL NOT NULL',
    service_id: 'TEXT',
    location_name: 'TEXT',
    state: 'TEXT NOT NULL',
  },
  ['order_id', 'number'],
);

export const lines: Projection = {
  name: 'lines',
  version: 1,
  ...inTables(table),
  counters: [],
  settle: ({ db }, { before, after, lines }) => {
    for (const number of lines) {
      const was = before === null ? undefined : findRow(before.lines, number);
      const now = getRow(after.lines, number);
      writeRow(db, table, was && lineCells(after, was), lineCells(after, now));
    }
  },
};

function lineCells({ id }: Order, line: OrderLine): Row<(typeof table.columns)[number]> {
  return {
    order_id: id,
    number: line.number,
    item_id: line.itemId,
    parent: line.parent ?? null,
    action: line.action,
    specification_name: specificationName(line),
    matched: line.matched ?? null,
    quantity: line.quantity,
    service_id: line.serviceId ?? null,
    location_name: line.location?.name ?? null,
    state: line.state,
  };
}
