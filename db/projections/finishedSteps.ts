/** One row per task that was done in the ordinary way, by the kind of step it was: what forecasts learn from (features X14). */
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import { stepOf } from '../../main/domain/plan/forecast.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import type { Projection } from './projection.ts';
import { deleteRows, inTables, rowTable, writeRow, type Row } from './rowTable.ts';

/** The newest of a kind of step lie together, so that reading the last ones is one short scan. Moments are milliseconds since 1970. */
const table = rowTable(
  'finished_step',
  {
    step: 'TEXT NOT NULL',
    ended_at: 'INTEGER NOT NULL',
    order_id: 'TEXT NOT NULL',
    task: 'INTEGER NOT NULL',
    started_at: 'INTEGER NOT NULL',
    planned_minutes: 'REAL NOT NULL',
    group_id: 'TEXT',
    pauses: 'TEXT',
  },
  ['step', 'ended_at', 'order_id', 'task'],
);

type Cells = Row<(typeof table.columns)[number]>;

export const finishedSteps: Projection = {
  name: 'finishedSteps',
  version: 1,
  ...inTables(table),
  counters: [],
  settle: ({ db }, { before, after, tasks }) => {
    if (after.plan === undefined) return;
    for (const number of tasks) {
      const task = before?.plan && findRow(before.plan.tasks, number);
      const was = task === undefined || before === null ? undefined : cellsOf(before, task);
      const now = cellsOf(after, getRow(after.plan.tasks, number));
      // A task that is done anew moves to another key: its row is another one.
      if (was !== undefined && was.ended_at !== now?.ended_at) deleteRows(db, table, was);
      if (now !== undefined) writeRow(db, table, was?.ended_at === now.ended_at ? was : undefined, now);
    }
  },
};

/** Undefined for a task that was not done: skipped, stated done from a fallout, or not finished. */
function cellsOf(order: Order, task: OrderTask): Cells | undefined {
  const { state, outcome, actualStart, actualEnd, pauses } = task;
  if (state !== 'closedComplete' || outcome?.kind !== 'done' || order.plan === undefined) return undefined;
  if (actualStart === undefined || actualEnd === undefined) return undefined;
  return {
    step: stepOf(getRow(order.plan.domainOrders, task.domainOrder), task),
    ended_at: Date.parse(actualEnd),
    order_id: order.id,
    task: task.number,
    started_at: Date.parse(actualStart),
    planned_minutes: task.durationMinutes,
    group_id: task.group ?? null,
    pauses: pauses === undefined ? null : JSON.stringify(pauses),
  };
}
