/** Pages of the fallout queues: most urgent first, then soonest due, then longest raised. */
import type { Database } from 'better-sqlite3';
import type { FalloutAction } from '../../main/domain/order/order.ts';
import { falloutStates, type FalloutState, type Priority } from '../../main/domain/vocabulary/states.ts';
import { priorityOf } from '../projections/cells.ts';
import { counterOf } from '../projections/counters.ts';
import { closedFalloutStates, openFalloutStates } from '../projections/fallouts.ts';
import { snapshot } from '../transaction.ts';
import { type Branch, type KeysetRead, type Page, readPage } from './keyset.ts';
import type { PageRequest } from './taskPages.ts';

/** All but `closed` and `all` hold open fallouts; a resolved one counts as closed. */
export type FalloutQueue =
  | { readonly queue: 'open' | 'closed' | 'all' | 'unassigned' }
  | { readonly queue: 'mine'; readonly person: string }
  | { readonly queue: 'group'; readonly groups: readonly string[] };

export type FalloutRow = {
  readonly orderId: string;
  /** `F1` is 1. */
  readonly number: number;
  readonly task: number;
  readonly taskTitle: string;
  readonly domainOrderName: string;
  readonly type: string;
  readonly priority: Priority;
  readonly state: FalloutState;
  readonly text: string;
  readonly group: string | null;
  readonly owner: string | null;
  readonly dueAt: string | null;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly orderNumber: string;
  readonly accountName: string | null;
  readonly locationName: string | null;
  readonly resolutionAction: FalloutAction | null;
  readonly rootCause: string | null;
  readonly resolutionCode: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
  /** Order version at which the fallout last changed: what a decision about it was based on. */
  readonly version: number;
};

const COLUMNS = [
  'order_id',
  'number',
  'task',
  'task_title',
  'domain_order_name',
  'type',
  'priority',
  'state',
  'text',
  'group_id',
  'owner',
  'due_at',
  'due_sort',
  'raised_by',
  'raised_at',
  'order_number',
  'account_name',
  'location_name',
  'resolution_action',
  'root_cause',
  'resolution_code',
  'resolved_by',
  'resolved_at',
  'touched',
] as const;

type FalloutCells = [
  orderId: string,
  number: number,
  task: number,
  taskTitle: string,
  domainOrderName: string,
  type: string,
  priority: number,
  state: FalloutState,
  text: string,
  group: string | null,
  owner: string | null,
  dueAt: string | null,
  dueSort: string,
  raisedBy: string,
  raisedAt: string,
  orderNumber: string,
  accountName: string | null,
  locationName: string | null,
  resolutionAction: FalloutAction | null,
  rootCause: string | null,
  resolutionCode: string | null,
  resolvedBy: string | null,
  resolvedAt: string | null,
  version: number,
];

export function falloutsPage(db: Database, queue: FalloutQueue, page: PageRequest): Page<FalloutRow> {
  return snapshot(db, () => ({ ...readPage(db, falloutRead(queue, page), rowOf), total: countFallouts(db, queue) }));
}

/** The read behind a page, for the test that looks at its query plan. */
export function falloutRead(queue: FalloutQueue, { after, limit }: PageRequest): KeysetRead {
  return {
    table: 'fallout_row',
    columns: COLUMNS,
    order: ['priority', 'due_sort', 'raised_at', 'order_id', 'number'],
    branches: branchesOf(queue),
    after,
    limit,
  };
}

const open: Branch = { where: 'is_open = 1', cells: [] };
const closed: Branch = { where: 'is_open = 0', cells: [] };

function branchesOf(queue: FalloutQueue): readonly Branch[] {
  switch (queue.queue) {
    case 'open':
      return [open];
    case 'closed':
      return [closed];
    case 'all':
      return [open, closed];
    case 'unassigned':
      return [{ where: 'owner IS NULL AND is_open = 1', cells: [] }];
    case 'mine':
      return [{ where: 'owner = ? AND is_open = 1', cells: [queue.person] }];
    case 'group':
      return [...new Set(queue.groups)].map(group => ({ where: 'group_id = ? AND is_open = 1', cells: [group] }));
  }
}

/** Exact, from the counters. */
export function countFallouts(db: Database, queue: FalloutQueue): number {
  const inStates = (states: readonly FalloutState[]): number =>
    states.reduce((total, state) => total + counterOf(db, 'fallout.state', state), 0);
  switch (queue.queue) {
    case 'open':
      return inStates(openFalloutStates);
    case 'closed':
      return inStates(closedFalloutStates);
    case 'all':
      return inStates(falloutStates);
    case 'unassigned':
      return counterOf(db, 'fallout.owner', '');
    case 'mine':
      return counterOf(db, 'fallout.owner', queue.person);
    case 'group':
      return [...new Set(queue.groups)].reduce((total, group) => total + counterOf(db, 'fallout.group', group), 0);
  }
}

function rowOf(cells: FalloutCells): FalloutRow {
  return {
    orderId: cells[0],
    number: cells[1],
    task: cells[2],
    taskTitle: cells[3],
    domainOrderName: cells[4],
    type: cells[5],
    priority: priorityOf(cells[6]),
    state: cells[7],
    text: cells[8],
    group: cells[9],
    owner: cells[10],
    dueAt: cells[11],
    raisedBy: cells[13],
    raisedAt: cells[14],
    orderNumber: cells[15],
    accountName: cells[16],
    locationName: cells[17],
    resolutionAction: cells[18],
    rootCause: cells[19],
    resolutionCode: cells[20],
    resolvedBy: cells[21],
    resolvedAt: cells[22],
    version: cells[23],
  };
}
