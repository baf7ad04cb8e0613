/** One row per part of another order that an unfinished task waits for, so that the end of that part finds who waits (features O6). */
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import { hasTaskEnded } from '../../main/domain/vocabulary/states.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import type { Projection } from './projection.ts';
import { deleteRows, inTables, rowTable, writeRow } from './rowTable.ts';

const table = rowTable(
  'outside_wait',
  {
    order_id: 'TEXT NOT NULL',
    task: 'INTEGER NOT NULL',
    other_order: 'TEXT NOT NULL',
    node: 'TEXT NOT NULL',
    /** 1 when its start is enough. */
    on_start: 'INTEGER NOT NULL',
  },
  ['order_id', 'task', 'other_order', 'node'],
  ['CREATE INDEX outside_wait_of ON outside_wait (other_order, node)'],
);

type Waits = NonNullable<OrderTask['outside']>;

export const outsideWaits: Projection = {
  name: 'outsideWaits',
  version: 2,
  ...inTables(table),
  counters: [],
  settle: ({ db }, { before, after, tasks }) => {
    if (after.plan === undefined) return;
    for (const number of tasks) {
      const was = waitsOf(before?.plan && findRow(before.plan.tasks, number));
      const now = waitsOf(getRow(after.plan.tasks, number));
      if (was === now) continue;
      for (const wait of without(was, now)) deleteRows(db, table, keyOf(after, number, wait));
      for (const wait of without(now, was)) {
        writeRow(db, table, undefined, { ...keyOf(after, number, wait), on_start: wait.on === 'start' ? 1 : 0 });
      }
    }
  },
};

const none: Waits = [];

/** What has ended waits for nothing any more. */
const waitsOf = (task: OrderTask | undefined): Waits =>
  task?.outside === undefined || hasTaskEnded(task.state) ? none : task.outside;

const without = (waits: Waits, others: Waits): Waits =>
  waits.filter(({ order, node }) => !others.some(other => other.order === order && other.node === node));

const keyOf = ({ id }: Order, task: number, { order, node }: Waits[number]) => ({
  order_id: id,
  task,
  other_order: order,
  node,
});
