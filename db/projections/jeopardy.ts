/** From when every unfinished task, and the order with it, is late if nothing happens: what is in jeopardy now is then a range of an index (feature O15). */
import type { Database } from 'better-sqlite3';
import type { Order, OrderTask } from '../../main/domain/order/order.ts';
import { lateFrom, runsOutAt, slaClockOf, type SlaClock } from '../../main/domain/plan/jeopardy.ts';
import { calendarsOf, type CalendarOf } from '../../main/domain/policy/calendar.ts';
import { findRow, getRow } from '../../main/domain/table.ts';
import { hasOrderEnded } from '../../main/domain/vocabulary/states.ts';
import { findPolicy } from '../policy.ts';
import { prepared } from '../statements.ts';
import type { Change, Projection } from './projection.ts';
import { deleteRows, inTables, rowTable } from './rowTable.ts';

/** Later than any moment. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Moments are milliseconds since 1970. */
const lateTasks = rowTable(
  'late_task',
  {
    order_id: 'TEXT NOT NULL',
    task: 'INTEGER NOT NULL',
    late_at: 'INTEGER NOT NULL',
    overdue_at: 'INTEGER NOT NULL',
    /** What its level follows from, as JSON; null before its clock has run. */
    clock: 'TEXT',
  },
  ['order_id', 'task'],
  ['CREATE INDEX late_task_of_order ON late_task (order_id, late_at)'],
);

const lateOrders = rowTable(
  'late_order',
  {
    order_id: 'TEXT NOT NULL',
    /** When the promised date will have passed. */
    overdue_at: 'INTEGER NOT NULL',
    /** What has not started is not late by its tasks. */
    started: 'INTEGER NOT NULL',
    late_at: 'INTEGER NOT NULL',
  },
  ['order_id'],
  ['CREATE INDEX late_order_by_moment ON late_order (late_at, order_id)'],
);

export const jeopardy: Projection = {
  name: 'jeopardy',
  version: 1,
  ...inTables(lateTasks, lateOrders),
  counters: [],
  settle: ({ db }, change) => {
    const { before, after, tasks } = change;
    if (after.plan === undefined) return;
    const calendarOf = calendarsOf(findPolicy(db).policy);
    for (const number of tasks) {
      const was = before?.plan && findRow(before.plan.tasks, number);
      settleTask(db, after.id, was, getRow(after.plan.tasks, number), calendarOf);
    }
    if (concernsOrder(change)) settleOrder(db, after);
  },
};

function settleTask(
  db: Database,
  orderId: string,
  was: OrderTask | undefined,
  task: OrderTask,
  calendarOf: CalendarOf,
): void {
  const lateAt = lateFrom(task, calendarOf);
  if (lateAt === undefined) {
    if (was !== undefined) deleteRows(db, lateTasks, { order_id: orderId, task: task.number });
    return;
  }
  const clock = slaClockOf(task);
  const text = clock === undefined ? null : JSON.stringify(clock);
  prepared(db, putTaskSql).run(orderId, task.number, lateAt, Date.parse(task.plannedEnd) + 1, text);
}

const putTaskSql = `
  INSERT INTO late_task (order_id, task, late_at, overdue_at, clock) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (order_id, task) DO UPDATE
  SET late_at = excluded.late_at, overdue_at = excluded.overdue_at, clock = excluded.clock
  WHERE late_at <> excluded.late_at OR overdue_at <> excluded.overdue_at OR clock IS NOT excluded.clock`;

const concernsOrder = ({ before, after, tasks }: Change): boolean =>
  tasks.length > 0 ||
  before?.state !== after.state ||
  before.actualStart !== after.actualStart ||
  before.requestedCompletion !== after.requestedCompletion;

function settleOrder(db: Database, { id, state, actualStart, requestedCompletion }: Order): void {
  if (hasOrderEnded(state)) {
    deleteRows(db, lateOrders, { order_id: id });
    return;
  }
  const overdueAt = requestedCompletion === undefined ? NEVER : Date.parse(requestedCompletion) + 1;
  const started = actualStart === undefined ? 0 : 1;
  prepared(db, putOrderSql).run(id, overdueAt, started, overdueAt, started, id);
}

/** The soonest of its tasks, once it has started, and of the promised date. */
const putOrderSql = `
  INSERT INTO late_order (order_id, overdue_at, started, late_at)
  VALUES (?, ?, ?, min(?, coalesce(iif(?, (SELECT min(late_at) FROM late_task WHERE order_id = ?), NULL), ${NEVER})))
  ON CONFLICT (order_id) DO UPDATE
  SET overdue_at = excluded.overdue_at, started = excluded.started, late_at = excluded.late_at
  WHERE overdue_at <> excluded.overdue_at OR started <> excluded.started OR late_at <> excluded.late_at`;

type ClockRow = {
  readonly orderId: string;
  readonly task: number;
  readonly lateAt: number;
  readonly overdueAt: number;
  readonly clock: string;
};

/** Writes the moments anew after the working hours of a team have changed. Call it in the transaction that changed them. */
export function renewJeopardy(db: Database): void {
  const calendarOf = calendarsOf(findPolicy(db).policy);
  const running = prepared<ClockRow>(
    db,
    `SELECT order_id AS orderId, task, late_at AS lateAt, overdue_at AS overdueAt, clock
     FROM late_task WHERE clock IS NOT NULL`,
  );
  const put = prepared(db, 'UPDATE late_task SET late_at = ? WHERE order_id = ? AND task = ?');
  const orders = new Set<string>();
  for (const { orderId, task, lateAt, overdueAt, clock } of running.all()) {
    const now = Math.min(overdueAt, runsOutAt(JSON.parse(clock) as SlaClock, calendarOf));
    if (now === lateAt) continue;
    put.run(now, orderId, task);
    orders.add(orderId);
  }
  const renew = prepared(
    db,
    `UPDATE late_order SET late_at =
       min(overdue_at, coalesce(iif(started, (SELECT min(late_at) FROM late_task WHERE order_id = ?), NULL), ${NEVER}))
     WHERE order_id = ?`,
  );
  for (const orderId of orders) renew.run(orderId, orderId);
}
