/** One row per part of another order that an unfinished task waits for, so that the end of that part finds who waits (features O6). */
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import { hasTaskEnded } from '../../main/domain/vocabulary/states.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { prepared } from '../statements.ts';
import type { Projection } from './projection.ts';
import { rowTable, writeRow } from './rowTable.ts';

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
  tables: [table.name],
  create: [table.create],
  indexes: table.indexes,
  counters: [],
  settle: ({ db }, { before, after, tasks }) => {
    if (after.plan === undefined) return;
    for (const number of tasks) {
      const was = waitsOf(before?.plan && findRow(before.plan.tasks, number));
      const now = waitsOf(getRow(after.plan.tasks, number));
      if (was === now) continue;
      const row = rowOf(after, number);
      for (const wait of without(was, now)) {
        prepared(db, 'DELETE FROM outside_wait WHERE order_id = ? AND task = ? AND other_order = ? AND node = ?').run(
          after.id,
          number,
          wait.order,
          wait.node,
        );
      }
      for (const wait of without(now, was)) writeRow(db, table, undefined, row(wait));
    }
  },
};

const none: Waits = [];

/** What has ended waits for nothing any more. */
const waitsOf = (task: OrderTask | undefined): Waits =>
  task?.outside === undefined || hasTaskEnded(task.state) ? none : task.outside;

const without = (waits: Waits, others: Waits): Waits =>
  waits.filter(({ order, node }) => !others.some(other => other.order === order && other.node === node));

const rowOf =
  ({ id }: Order, task: number) =>
  (wait: Waits[number]) => ({
    order_id: id,
    task,
    other_order: wait.order,
    node: wait.node,
    on_start: wait.on === 'start' ? 1 : 0,
  });
