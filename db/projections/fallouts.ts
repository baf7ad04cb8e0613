/** One row per fallout: what the fallout queues show, sort and count. */
import type { Fallout, Order } from '../../main/domain/order/order.ts';
import { falloutStates, type FalloutState } from '../../main/domain/vocabulary/states.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { accountName, NO_DATE, priorityRank } from './cells.ts';
import type { CounterKey } from './counters.ts';
import type { Projection } from './projection.ts';
import { inTables, rowTable, writeRow, type Row } from './rowTable.ts';

/** States in which a fallout waits for somebody; once resolved it only waits for its task to prove it. */
export const openFalloutStates = [
  'open',
  'inProgress',
  'onHold',
  'awaitingInformation',
] as const satisfies FalloutState[];

export const isFalloutOpen = (state: FalloutState): boolean => openFalloutStates.some(open => open === state);

export const closedFalloutStates: readonly FalloutState[] = falloutStates.filter(state => !isFalloutOpen(state));

const SORT = 'priority, due_sort, raised_at, order_id, number';

const table = rowTable(
  'fallout_row',
  {
    order_id: 'TEXT NOT NULL',
    number: 'INTEGER NOT NULL',
    task: 'INTEGER NOT NULL',
    task_title: 'TEXT NOT NULL',
    domain_order_name: 'TEXT NOT NULL',
    type: 'TEXT NOT NULL',
    priority: 'INTEGER NOT NULL',
    state: 'TEXT NOT NULL',
    is_open: 'INTEGER NOT NULL',
    text: 'TEXT NOT NULL',
    group_id: 'TEXT',
    owner: 'TEXT',
    due_at: 'TEXT',
    due_sort: 'TEXT NOT NULL',
    raised_by: 'TEXT NOT NULL',
    raised_at: 'TEXT NOT NULL',
    order_number: 'TEXT NOT NULL',
    account_name: 'TEXT',
    location_name: 'TEXT',
    resolution_action: 'TEXT',
    root_cause: 'TEXT',
    resolution_code: 'TEXT',
    resolved_by: 'TEXT',
    resolved_at: 'TEXT',
    touched: 'INTEGER NOT NULL',
  },
  ['order_id', 'number'],
  [
    `CREATE INDEX fallout_open ON fallout_row (${SORT}) WHERE is_open = 1`,
    `CREATE INDEX fallout_ended ON fallout_row (${SORT}) WHERE is_open = 0`,
    `CREATE INDEX fallout_of_owner ON fallout_row (owner, ${SORT}) WHERE is_open = 1`,
    `CREATE INDEX fallout_of_group ON fallout_row (group_id, ${SORT}) WHERE is_open = 1`,
  ],
);

/** Keys of the last two are an id, empty for nobody and no team; they count open fallouts only. */
export const falloutCounters = ['fallout.state', 'fallout.owner', 'fallout.group'] as const;

export const fallouts: Projection = {
  name: 'fallouts',
  version: 1,
  ...inTables(table),
  counters: falloutCounters,
  settle: ({ db, counters }, { before, after, fallouts: changed }) => {
    for (const number of changed) {
      const was = before === null ? undefined : findRow(before.fallouts, number);
      const now = getRow(after.fallouts, number);
      writeRow(db, table, was && before ? falloutCells(before, was) : undefined, falloutCells(after, now));
      counters.move(was === undefined ? [] : countersOfFallout(was), countersOfFallout(now));
    }
  },
};

function countersOfFallout({ state, owner, group }: Fallout): readonly CounterKey[] {
  if (!isFalloutOpen(state)) return [['fallout.state', state]];
  return [
    ['fallout.state', state],
    ['fallout.owner', owner ?? ''],
    ['fallout.group', group ?? ''],
  ];
}

function falloutCells(order: Order, fallout: Fallout): Row<(typeof table.columns)[number]> {
  const task = order.plan && getRow(order.plan.tasks, fallout.task);
  const domainOrder = task && order.plan && getRow(order.plan.domainOrders, task.domainOrder);
  return {
    order_id: order.id,
    number: fallout.number,
    task: fallout.task,
    task_title: task?.title ?? '',
    domain_order_name: domainOrder?.name ?? '',
    type: fallout.type,
    priority: priorityRank(fallout.priority),
    state: fallout.state,
    is_open: isFalloutOpen(fallout.state) ? 1 : 0,
    text: fallout.text,
    group_id: fallout.group ?? null,
    owner: fallout.owner ?? null,
    due_at: fallout.dueAt ?? null,
    due_sort: fallout.dueAt ?? NO_DATE,
    raised_by: fallout.raisedBy,
    raised_at: fallout.raisedAt,
    order_number: order.number,
    account_name: accountName(order),
    location_name: (task && getRow(order.lines, task.line).location?.name) ?? null,
    resolution_action: fallout.resolution?.action ?? null,
    root_cause: fallout.resolution?.rootCause ?? null,
    resolution_code: fallout.resolution?.resolutionCode ?? null,
    resolved_by: fallout.resolution?.by ?? null,
    resolved_at: fallout.resolution?.at ?? null,
    touched: fallout.touched.version,
  };
}
