/** Pages of the task queues: mine, my teams', nobody's, and all tasks; soonest due first. */
import type { Database } from 'better-sqlite3';
import type { Priority, TaskState } from '../../main/domain/vocabulary/states.ts';
import { taskStates } from '../../main/domain/vocabulary/states.ts';
import { priorityOf } from '../projections/cells.ts';
import { counterOf } from '../projections/counters.ts';
import { openTaskStates } from '../projections/tasks.ts';
import { snapshot } from '../transaction.ts';
import { type Branch, type Cursor, type KeysetRead, type Page, readPage } from './keyset.ts';

export type OpenTaskState = (typeof openTaskStates)[number];

export type TaskQueue =
  /** Open tasks of one person. */
  | { readonly queue: 'mine'; readonly person: string; readonly states?: readonly OpenTaskState[] }
  /** Open tasks of any of these teams, whoever has them. */
  | { readonly queue: 'group'; readonly groups: readonly string[]; readonly states?: readonly OpenTaskState[] }
  /** Open tasks that nobody has. */
  | { readonly queue: 'unassigned'; readonly states?: readonly OpenTaskState[] }
  /** Every task; open ones when no states are asked for. */
  | { readonly queue: 'all'; readonly states?: readonly TaskState[] };

export type PageRequest = { readonly after?: Cursor | null; readonly limit: number };

export type TaskRow = {
  readonly orderId: string;
  /** `T12` is 12. */
  readonly number: number;
  readonly title: string;
  readonly state: TaskState;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly priority: Priority;
  /** Planned end, ISO-8601 UTC. */
  readonly dueAt: string;
  readonly accountName: string | null;
  readonly locationName: string | null;
  readonly orderNumber: string;
  readonly domainOrder: number;
  readonly domainOrderName: string;
  readonly line: number;
  /** Predecessors that have not ended. */
  readonly pending: number;
  readonly retries: number;
  /** Order version at which the task last changed: what a decision about it was based on. */
  readonly version: number;
};

const COLUMNS = [
  'order_id',
  'number',
  'title',
  'state',
  'group_id',
  'assignee',
  'priority',
  'due_at',
  'account_name',
  'location_name',
  'order_number',
  'domain_order',
  'domain_order_name',
  'line',
  'pending',
  'retries',
  'touched',
] as const;

type TaskCells = [
  orderId: string,
  number: number,
  title: string,
  state: TaskState,
  group: string | null,
  assignee: string | null,
  priority: number,
  dueAt: string,
  accountName: string | null,
  locationName: string | null,
  orderNumber: string,
  domainOrder: number,
  domainOrderName: string,
  line: number,
  pending: number,
  retries: number,
  version: number,
];

/** Ended tasks are looked at under `all`, by state: a person's and a team's queue hold open work only. */
export function tasksPage(db: Database, queue: TaskQueue, page: PageRequest): Page<TaskRow> {
  return snapshot(db, () => ({ ...readPage(db, taskRead(queue, page), rowOf), total: countTasks(db, queue) }));
}

/** The read behind a page, for the test that looks at its query plan. */
export function taskRead(queue: TaskQueue, { after, limit }: PageRequest): KeysetRead {
  return {
    table: 'task_row',
    columns: COLUMNS,
    order: ['due_at', 'order_id', 'number'],
    branches: branchesOf(queue),
    after,
    limit,
  };
}

function branchesOf(queue: TaskQueue): readonly Branch[] {
  const { states } = queue;
  const within: Branch =
    states === undefined
      ? { where: 'is_open = 1', cells: [] }
      : { where: `is_open = 1 AND +state IN (${states.map(() => '?').join(', ')})`, cells: states };
  switch (queue.queue) {
    case 'mine':
      return [{ where: `assignee = ? AND ${within.where}`, cells: [queue.person, ...within.cells] }];
    case 'unassigned':
      return [{ where: `assignee IS NULL AND ${within.where}`, cells: within.cells }];
    case 'group':
      return [...new Set(queue.groups)].map(group => ({
        where: `group_id = ? AND ${within.where}`,
        cells: [group, ...within.cells],
      }));
    case 'all':
      if (states === undefined) return [within];
      return [...new Set(states)].map(state => ({ where: 'state = ?', cells: [state] }));
  }
}

/** Exact, and as quick for a million tasks as for ten. */
export function countTasks(db: Database, queue: TaskQueue): number {
  const states = [...new Set(queue.states ?? openTaskStates)];
  switch (queue.queue) {
    case 'mine':
      return sum(states, state => counterOf(db, 'task.assignee', `${state}/${queue.person}`));
    case 'unassigned':
      return sum(states, state => counterOf(db, 'task.assignee', `${state}/`));
    case 'group':
      return sum([...new Set(queue.groups)], group =>
        sum(states, state => counterOf(db, 'task.group', `${state}/${group}`)),
      );
    case 'all':
      return sum(states, state => counterOf(db, 'task.state', state));
  }
}

/** How many tasks are in each state, states without any included. */
export const countTaskStates = (db: Database): Readonly<Record<TaskState, number>> =>
  Object.fromEntries(taskStates.map(state => [state, counterOf(db, 'task.state', state)])) as Record<TaskState, number>;

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

function rowOf(cells: TaskCells): TaskRow {
  return {
    orderId: cells[0],
    number: cells[1],
    title: cells[2],
    state: cells[3],
    group: cells[4],
    assignee: cells[5],
    priority: priorityOf(cells[6]),
    dueAt: cells[7],
    accountName: cells[8],
    locationName: cells[9],
    orderNumber: cells[10],
    domainOrder: cells[11],
    domainOrderName: cells[12],
    line: cells[13],
    pending: cells[14],
    retries: cells[15],
    version: cells[16],
  };
}
