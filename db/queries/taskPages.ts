/** Pages of the task queues: mine, my teams', nobody's, and all tasks; soonest due first. */
import type { Database } from 'better-sqlite3';
import { taskStates, type TaskState } from '../../main/domain/vocabulary/states.ts';
import { prioritySql } from '../projections/cells.ts';
import { counterOf } from '../projections/counters.ts';
import { openTaskStates } from '../projections/tasks.ts';
import { snapshot } from '../transaction.ts';
import type { Branch, Cursor, KeysetRead } from './keyset.ts';
import { writePage, type WrittenPage } from './writtenPage.ts';

export type OpenTaskState = (typeof openTaskStates)[number];

export type TaskQueue =
  /** Open tasks of one person. */
  | { readonly queue: 'mine'; readonly person: string; readonly states?: readonly OpenTaskState[] }
  /** Open tasks of any of these teams, whoever has them. */
  | { readonly queue: 'group'; readonly groups: readonly string[]; readonly states?: readonly OpenTaskState[] }
  /** Open tasks that nobody has. */
  | { readonly queue: 'unassigned'; readonly states?: readonly OpenTaskState[] }
  /** Tasks that were brought before a person or one of these teams, and have not ended. */
  | { readonly queue: 'escalated'; readonly person: string; readonly groups: readonly string[] }
  /** Every task; open ones when no states are asked for. */
  | { readonly queue: 'all'; readonly states?: readonly TaskState[] };

export type PageRequest = { readonly after?: Cursor | null; readonly limit: number };

/** Each field of a row, and how it is read; a human number is made as `main/domain/order/numbers.ts` says. */
export const taskFields = {
  key: "order_id || '/T' || number",
  orderId: 'order_id',
  task: 'number',
  number: "'TASK' || ltrim(order_number, 'ORD') || '-' || number",
  title: 'title',
  state: 'state',
  priority: prioritySql,
  group: 'group_id',
  assignee: 'assignee',
  dueAt: 'due_at',
  orderNumber: 'order_number',
  account: 'account_name',
  location: 'location_name',
  domainOrder: 'domain_order_name',
  escalatedPerson: 'escalated_person',
  escalatedGroup: 'escalated_group',
  /** Order version at which the task last changed: what a decision about it was based on. */
  version: 'touched',
} as const;

/**
 * Cells are in the order of `taskFields`. Ended tasks are looked at under `all`, by state: a person's and a team's queue
 * hold open work only.
 */
export function tasksPage(db: Database, queue: TaskQueue, page: PageRequest): WrittenPage {
  return snapshot(db, () => ({ ...writePage(db, taskRead(queue, page)), total: countTasks(db, queue) }));
}

/** The read behind a page, for the test that looks at its query plan. */
export function taskRead(queue: TaskQueue, { after, limit }: PageRequest): KeysetRead {
  return {
    table: 'task_row',
    columns: Object.values(taskFields),
    order: ['due_at', 'order_id', 'number'],
    branches: branchesOf(queue),
    after,
    limit,
  };
}

function branchesOf(queue: TaskQueue): readonly Branch[] {
  if (queue.queue === 'escalated') {
    return [
      { where: 'escalated_person = ?', cells: [queue.person] },
      ...[...new Set(queue.groups)].map(group => ({ where: 'escalated_group = ?', cells: [group] })),
    ];
  }
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
  if (queue.queue === 'escalated') {
    const keys = [`person/${queue.person}`, ...[...new Set(queue.groups)].map(group => `group/${group}`)];
    return sum(keys, key => counterOf(db, 'task.escalated', key));
  }
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
