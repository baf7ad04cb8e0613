/** Pages of orders: the approvals queue, and the list of all orders, in one of three sorts. */
import type { Database } from 'better-sqlite3';
import { orderStates, type OrderState, type Priority } from '../../main/domain/vocabulary/states.ts';
import { numberValue, priorityOf } from '../projections/cells.ts';
import { counterOf } from '../projections/counters.ts';
import { preparedArrays, preparedValue } from '../statements.ts';
import { snapshot } from '../transaction.ts';
import { type Branch, type KeysetRead, type Page, readPage } from './keyset.ts';
import type { PageRequest } from './taskPages.ts';

export type OrderSort = 'number' | 'requested' | 'imported';

export type OrderFilter = {
  /** Any of these; absent: every order. */
  readonly states?: readonly OrderState[];
  /** Orders without a requested completion come last when ascending. */
  readonly sort: OrderSort;
  readonly descending?: boolean;
};

export type OrderRow = {
  readonly id: string;
  readonly number: string;
  readonly externalId: string | null;
  readonly state: OrderState;
  readonly priority: Priority;
  readonly accountName: string | null;
  readonly description: string | null;
  readonly category: string | null;
  readonly requestedCompletion: string | null;
  readonly importedAt: string;
  readonly lineCount: number;
  /** The first location, and how many different ones the lines name. */
  readonly locationName: string | null;
  readonly locationCount: number;
  /** The first specification, and how many different ones the lines name. */
  readonly specificationName: string | null;
  readonly specificationCount: number;
  readonly tasksTotal: number;
  readonly tasksEnded: number;
  readonly falloutsOpen: number;
  /** Pre-approval checks that failed when last looked at; 0 once it was decided. */
  readonly checksFailed: number;
  /** Who took the latest decision, and when. */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Who gave the first of two approvals, while the second is missing. */
  readonly endorsedBy: string | null;
  readonly version: number;
  /** Order version of the last change that a decision depends on: what an approval is based on. */
  readonly touched: number;
};

const COLUMNS = [
  'id',
  'number',
  'number_value',
  'external_id',
  'state',
  'priority',
  'account_name',
  'description',
  'category',
  'requested_completion',
  'requested_sort',
  'imported_at',
  'line_count',
  'location_name',
  'location_count',
  'specification_name',
  'specification_count',
  'tasks_total',
  'tasks_ended',
  'fallouts_open',
  'checks_failed',
  'decided_by',
  'decided_at',
  'endorsed_by',
  'version',
  'touched',
] as const;

export type OrderCells = [
  id: string,
  number: string,
  numberValue: number,
  externalId: string | null,
  state: OrderState,
  priority: number,
  accountName: string | null,
  description: string | null,
  category: string | null,
  requestedCompletion: string | null,
  requestedSort: string,
  importedAt: string,
  lineCount: number,
  locationName: string | null,
  locationCount: number,
  specificationName: string | null,
  specificationCount: number,
  tasksTotal: number,
  tasksEnded: number,
  falloutsOpen: number,
  checksFailed: number,
  decidedBy: string | null,
  decidedAt: string | null,
  endorsedBy: string | null,
  version: number,
  touched: number,
];

export const orderColumns: readonly string[] = COLUMNS;

const sortColumn = { number: 'number_value', requested: 'requested_sort', imported: 'imported_at' } as const;

export function ordersPage(db: Database, filter: OrderFilter, page: PageRequest): Page<OrderRow> {
  return snapshot(db, () => ({
    ...readPage(db, orderRead(filter, page), orderRowOf),
    total: countOrders(db, filter.states),
  }));
}

/** The read behind a page, for the test that looks at its query plan. */
export function orderRead(
  { states, sort, descending = false }: OrderFilter,
  { after, limit }: PageRequest,
): KeysetRead {
  const branches: readonly Branch[] =
    states === undefined
      ? [{ where: 'true', cells: [] }]
      : [...new Set(states)].map(state => ({ where: 'state = ?', cells: [state] }));
  return { table: 'order_row', columns: COLUMNS, order: [sortColumn[sort], 'id'], descending, branches, after, limit };
}

export const orderRowSql = `SELECT ${COLUMNS.join(', ')} FROM order_row WHERE id = ?`;

export function findOrderRow(db: Database, id: string): OrderRow | undefined {
  const cells = preparedArrays<OrderCells>(db, orderRowSql).get(id);
  return cells === undefined ? undefined : orderRowOf(cells);
}

/** The order of that number, such as `ORD0000421`. */
export function findOrderId(db: Database, number: string): string | undefined {
  const sql = 'SELECT id FROM order_row WHERE number_value = ? AND number = ?';
  return preparedValue<string>(db, sql).get(numberValue(number), number);
}

/** Exact, from the counters. */
export const countOrders = (db: Database, states: readonly OrderState[] = orderStates): number =>
  [...new Set(states)].reduce((total, state) => total + counterOf(db, 'order.state', state), 0);

/** How many orders are in each state, states without any included. */
export const countOrderStates = (db: Database): Readonly<Record<OrderState, number>> =>
  Object.fromEntries(orderStates.map(state => [state, counterOf(db, 'order.state', state)])) as Record<
    OrderState,
    number
  >;

export function orderRowOf(cells: OrderCells): OrderRow {
  return {
    id: cells[0],
    number: cells[1],
    externalId: cells[3],
    state: cells[4],
    priority: priorityOf(cells[5]),
    accountName: cells[6],
    description: cells[7],
    category: cells[8],
    requestedCompletion: cells[9],
    importedAt: cells[11],
    lineCount: cells[12],
    locationName: cells[13],
    locationCount: cells[14],
    specificationName: cells[15],
    specificationCount: cells[16],
    tasksTotal: cells[17],
    tasksEnded: cells[18],
    falloutsOpen: cells[19],
    checksFailed: cells[20],
    decidedBy: cells[21],
    decidedAt: cells[22],
    endorsedBy: cells[23],
    version: cells[24],
    touched: cells[25],
  };
}
