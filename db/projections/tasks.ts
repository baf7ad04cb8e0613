/** One row per task: what the task queues show, sort and count. */
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import type { TaskState } from '../../main/domain/vocabulary/states.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { accountName, priorityRank } from './cells.ts';
import type { CounterKey } from './counters.ts';
import type { Projection } from './projection.ts';
import { inTables, rowTable, writeRow, type Row } from './rowTable.ts';

/** States in which a task is somebody's business now: it can be worked on, or it is stuck in their hands. */
export const openTaskStates = ['open', 'inProgress', 'onHold', 'awaitingInformation'] as const satisfies TaskState[];

const isOpen = (state: TaskState): boolean => openTaskStates.some(open => open === state);

/** What a page is sorted by, and what else it shows of a task. */
const SORT = ['due_at', 'order_id', 'number'];
const SHOWN = [
  ...'title state group_id assignee priority account_name location_name order_number domain_order_name'.split(' '),
  'escalated_person',
  'escalated_group',
  'touched',
];

/** Open tasks are in their indexes with all that is shown of them: the rows of a page lie side by side, however many tasks there are. */
function openTasksBy(name: string, ...owner: readonly string[]): string {
  const columns = [...new Set([...owner, ...SORT, ...SHOWN])];
  return `CREATE INDEX ${name} ON task_row (${columns.join(', ')}) WHERE is_open = 1`;
}

/** Tasks that were brought before somebody are few, and are found also while they wait for others. */
const escalatedTasksBy = (column: string): string =>
  `CREATE INDEX task_${column} ON task_row (${column}, ${SORT.join(', ')}) WHERE ${column} IS NOT NULL`;

const table = rowTable(
  'task_row',
  {
    order_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    title: 'TEXT NOT NULL',
    state: 'TEXT NOT NULL',
    is_open: 'INTEGER NOT NULL',
    group_id: 'TEXT',
    assignee: 'TEXT',
    priority: 'INTEGER NOT NULL',
    due_at: 'TEXT NOT NULL',
    account_name: 'TEXT',
    location_name: 'TEXT',
    order_number: 'TEXT NOT NULL',
    domain_order: 'INTEGER NOT NULL',
    domain_order_name: 'TEXT NOT NULL',
    escalated_person: 'TEXT',
    escalated_group: 'TEXT',
    line: 'INTEGER NOT NULL',
    pending: 'INTEGER NOT NULL',
    retries: 'INTEGER NOT NULL',
    touched: 'INTEGER NOT NULL',
  },
  ['order_id', 'number'],
  [
    openTasksBy('task_of_assignee', 'assignee'),
    openTasksBy('task_of_group', 'group_id'),
    openTasksBy('task_open'),
    escalatedTasksBy('escalated_person'),
    escalatedTasksBy('escalated_group'),
    `CREATE INDEX task_by_state ON task_row (state, ${SORT.join(', ')})`,
  ],
);

/**
 * Keys of the second and the third are `state/id`, with an empty id for nobody and no team; they count open tasks only.
 * Keys of the last are `person/id` and `group/id`.
 */
export const taskCounters = ['task.state', 'task.assignee', 'task.group', 'task.escalated'] as const;

export const tasks: Projection = {
  name: 'tasks',
  version: 3,
  ...inTables(table),
  counters: taskCounters,
  settle: ({ db, counters }, { before, after, tasks: changed }) => {
    if (after.plan === undefined) return;
    for (const number of changed) {
      const was = before?.plan && findRow(before.plan.tasks, number);
      const now = getRow(after.plan.tasks, number);
      writeRow(db, table, was && before ? taskCells(before, was) : undefined, taskCells(after, now));
      if (isCountedElsewhere(was, now)) {
        counters.move(was === undefined ? [] : countersOfTask(was), countersOfTask(now));
      }
    }
  },
};

const isCountedElsewhere = (was: OrderTask | undefined, now: OrderTask): boolean =>
  was?.state !== now.state ||
  was.group !== now.group ||
  was.assignee !== now.assignee ||
  was.escalation !== now.escalation;

function countersOfTask({ state, assignee, group, escalation }: OrderTask): readonly CounterKey[] {
  const to: readonly CounterKey[] =
    escalation === undefined ? [] : [['task.escalated', `${escalation.to.kind}/${escalation.to.id}`]];
  if (!isOpen(state)) return [['task.state', state], ...to];
  return [
    ...to,
    ['task.state', state],
    ['task.assignee', `${state}/${assignee ?? ''}`],
    ['task.group', `${state}/${group ?? ''}`],
  ];
}

function taskCells(order: Order, task: OrderTask): Row<(typeof table.columns)[number]> {
  const domainOrder = order.plan && getRow(order.plan.domainOrders, task.domainOrder);
  return {
    order_id: order.id,
    number: task.number,
    title: task.title,
    state: task.state,
    is_open: isOpen(task.state) ? 1 : 0,
    group_id: task.group ?? null,
    assignee: task.assignee ?? null,
    priority: priorityRank(task.priority),
    due_at: task.plannedEnd,
    account_name: accountName(order),
    location_name: getRow(order.lines, task.line).location?.name ?? null,
    order_number: order.number,
    domain_order: task.domainOrder,
    domain_order_name: domainOrder?.name ?? '',
    escalated_person: task.escalation?.to.kind === 'person' ? task.escalation.to.id : null,
    escalated_group: task.escalation?.to.kind === 'group' ? task.escalation.to.id : null,
    line: task.line,
    pending: task.pending,
    retries: task.retries,
    touched: task.touched.version,
  };
}
