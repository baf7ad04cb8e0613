/** One row per order: what the approvals queue and the list of orders show, sort and count. */
import type { Order } from '../../main/domain/order/order.ts';
import { findRow, rowsOf } from '../../main/domain/table.ts';
import { prepared } from '../statements.ts';
import { accountName, NO_DATE, numberValue, priorityRank, specificationName } from './cells.ts';
import { checkLookups, keepLookups, type CheckLookup } from './checkLookups.ts';
import { isFalloutOpen } from './fallouts.ts';
import type { Change, Projection, Target } from './projection.ts';
import { inTables, rowTable, writeRow, type Row } from './rowTable.ts';

const table = rowTable(
  'order_row',
  {
    id: 'TEXT NOT NULL',
    number: 'TEXT NOT NULL',
    number_value: 'INTEGER NOT NULL',
    external_id: 'TEXT',
    state: 'TEXT NOT NULL',
    priority: 'INTEGER NOT NULL',
    account_name: 'TEXT',
    description: 'TEXT',
    category: 'TEXT',
    requested_completion: 'TEXT',
    requested_sort: 'TEXT NOT NULL',
    imported_at: 'TEXT NOT NULL',
    line_count: 'INTEGER NOT NULL',
    location_name: 'TEXT',
    location_count: 'INTEGER NOT NULL',
    specification_name: 'TEXT',
    specification_count: 'INTEGER NOT NULL',
    tasks_total: 'INTEGER NOT NULL',
    tasks_ended: 'INTEGER NOT NULL',
    fallouts_open: 'INTEGER NOT NULL',
    checks_failed: 'INTEGER NOT NULL',
    decided_by: 'TEXT',
    decided_at: 'TEXT',
    endorsed_by: 'TEXT',
    version: 'INTEGER NOT NULL',
    touched: 'INTEGER NOT NULL',
  },
  ['id'],
  [
    'CREATE INDEX order_by_state_number ON order_row (state, number_value, id)',
    'CREATE INDEX order_by_state_requested ON order_row (state, requested_sort, id)',
    'CREATE INDEX order_by_state_imported ON order_row (state, imported_at, id)',
    'CREATE INDEX order_by_number ON order_row (number_value, id)',
    'CREATE INDEX order_by_requested ON order_row (requested_sort, id)',
    'CREATE INDEX order_by_imported ON order_row (imported_at, id)',
  ],
);
type OrderCells = Row<(typeof table.columns)[number]>;

export const orders: Projection = {
  name: 'orders',
  version: 2,
  ...inTables(table, checkLookups),
  counters: ['order.state'],
  settle: settleOrder,
};

function settleOrder(target: Target, change: Change): void {
  const { before, after, captured } = change;
  const fallouts = openFalloutsAdded(change);
  const judged = captured || before?.state !== after.state;
  const checks = judged ? failedChecks(target, after) : undefined;
  writeRow(
    target.db,
    table,
    // Checks depend on the catalog too, so what the row says about them is not known from the order before.
    before === null ? undefined : orderCells(before, captured, undefined, undefined),
    orderCells(after, captured, checks, before === null ? fallouts : undefined),
  );
  if (before !== null && fallouts !== 0) {
    const sql = 'UPDATE order_row SET fallouts_open = fallouts_open + ? WHERE id = ?';
    prepared(target.db, sql).run(fallouts, after.id);
  }
  if (before?.state !== after.state) {
    target.counters.move(before === null ? [] : [['order.state', before.state]], [['order.state', after.state]]);
  }
}

/** Writes how many checks of the order fail under the catalog and clock of now. */
export function settleChecks(target: Target, order: Order): void {
  const sql = 'UPDATE order_row SET checks_failed = ? WHERE id = ?';
  prepared(target.db, sql).run(failedChecks(target, order), order.id);
}

/** After a decision the checks have done their work and are no longer run. What they looked for in the inventory is kept with them. */
function failedChecks(target: Target, order: Order): number {
  const lookups: CheckLookup[] = [];
  const isWaiting = order.state === 'new' || order.state === 'draft';
  const failed = isWaiting
    ? target.countFailedChecks(order, (account, specification) => lookups.push({ account, specification }))
    : 0;
  keepLookups(target.db, order.id, lookups);
  return failed;
}

function openFalloutsAdded({ before, after, fallouts }: Change): number {
  const open = (order: Order | null, number: number): number => {
    const fallout = order === null ? undefined : findRow(order.fallouts, number);
    return fallout !== undefined && isFalloutOpen(fallout.state) ? 1 : 0;
  };
  return fallouts.reduce((sum, number) => sum + open(after, number) - open(before, number), 0);
}

function orderCells(
  order: Order,
  captured: boolean,
  checksFailed: number | undefined,
  falloutsOpen: number | undefined,
): OrderCells {
  const decision = order.decisions.at(-1);
  return {
    id: order.id,
    number: order.number,
    number_value: numberValue(order.number),
    external_id: order.externalId ?? null,
    state: order.state,
    priority: priorityRank(order.priority),
    account_name: accountName(order),
    description: order.description ?? null,
    category: order.category ?? null,
    requested_completion: order.requestedCompletion ?? null,
    requested_sort: order.requestedCompletion ?? NO_DATE,
    imported_at: order.importedAt,
    line_count: order.lines.size,
    ...(captured ? summaryCells(order) : unchangedSummary),
    tasks_total: order.counts.tasks.total,
    tasks_ended: order.counts.tasks.ended,
    fallouts_open: falloutsOpen,
    checks_failed: checksFailed,
    decided_by: decision?.by ?? null,
    decided_at: decision?.at ?? null,
    endorsed_by: order.state === 'new' ? (order.endorsements?.at(-1)?.by ?? null) : null,
    version: order.version,
    touched: order.touched.version,
  };
}

type Summary = Pick<OrderCells, 'location_name' | 'location_count' | 'specification_name' | 'specification_count'>;

const unchangedSummary: Summary = {
  location_name: undefined,
  location_count: undefined,
  specification_name: undefined,
  specification_count: undefined,
};

function summaryCells({ lines }: Order): Summary {
  const locations = new Set<string>();
  const specifications = new Set<string>();
  for (const line of rowsOf(lines)) {
    if (line.location !== undefined) locations.add(line.location.name);
    const name = specificationName(line);
    if (name !== null) specifications.add(name);
  }
  return {
    location_name: locations.values().next().value ?? null,
    location_count: locations.size,
    specification_name: specifications.values().next().value ?? null,
    specification_count: specifications.size,
  };
}
