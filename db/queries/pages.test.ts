import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskNumber } from '../../main/domain/order/numbers.ts';
import { emptyTable, getRow } from '../../main/domain/table.ts';
import { taskStates } from '../../main/domain/vocabulary/states.ts';
import { diceOf, workAtRandom } from '../testing/randomWork.ts';
import type { Cell } from '../statements.ts';
import { openTestFile, people, TestDesk } from '../testing/testDesk.ts';
import { openOrderHistory } from '../orderHistory.ts';
import { activityPage, type ActivityRow } from './activityPages.ts';
import { queueCounts } from './counts.ts';
import { falloutsPage, type FalloutQueue } from './falloutPages.ts';
import { inventoryPage, listService } from './inventoryPages.ts';
import type { Cursor, Page } from './keyset.ts';
import { findOrderId, findOrderRow, ordersPage, type OrderFilter } from './orderPages.ts';
import { taskFields, tasksPage, type TaskQueue } from './taskPages.ts';
import type { WrittenPage } from './writtenPage.ts';

let db: Database;
beforeAll(() => {
  db = openTestFile(':memory:');
  const desk = new TestDesk(db);
  const orders: string[] = [];
  const dice = diceOf(43);
  for (let n = 0; n < 900; n += 1) workAtRandom(desk, orders, dice);
});
afterAll(() => {
  db.close();
});

/** Walks all pages, and checks that the total was told right on each. */
function walk<T>(page: (after: Cursor | null) => Page<T>): readonly T[] {
  const rows: T[] = [];
  const totals = new Set<number | null>();
  let after: Cursor | null = null;
  do {
    const { rows: more, next, total } = page(after);
    rows.push(...more);
    totals.add(total);
    after = next;
  } while (after !== null);
  expect(rows.length).toBeGreaterThan(0);
  expect([...totals]).toEqual([totals.has(null) ? null : rows.length]);
  return rows;
}

/** Keys in the order that sorting everything would give. */
const sorted = (sql: string, ...cells: readonly string[]): unknown[] =>
  db
    .prepare(sql)
    .raw()
    .all(...cells);

/** A written page as a page of objects. */
function read({ cells, ...page }: WrittenPage): Page<Record<keyof typeof taskFields, Cell>> {
  const names = Object.keys(taskFields);
  const rows = JSON.parse(cells) as readonly (readonly Cell[])[];
  return { ...page, rows: rows.map(row => Object.fromEntries(row.map((cell, at) => [names[at], cell])) as never) };
}

const TASK = 'SELECT order_id, number FROM task_row WHERE';
const TASK_SORT = 'ORDER BY due_at, order_id, number';

test.each<[string, TaskQueue, string, readonly string[]]>([
  ['mine', { queue: 'mine', person: 'ada' }, `assignee = ? AND is_open = 1`, ['ada']],
  ['mine, on hold', { queue: 'mine', person: 'ada', states: ['onHold'] }, `assignee = ? AND state = 'onHold'`, ['ada']],
  [
    'my teams',
    { queue: 'group', groups: ['design', 'field', 'field'] },
    `group_id IN ('design', 'field') AND is_open = 1`,
    [],
  ],
  ['unassigned', { queue: 'unassigned' }, 'assignee IS NULL AND is_open = 1', []],
  [
    'escalated',
    { queue: 'escalated', person: 'ada', groups: ['design', 'field', 'field'] },
    `(escalated_person = ? OR escalated_group IN ('design', 'field'))`,
    ['ada'],
  ],
  ['all', { queue: 'all' }, 'is_open = 1', []],
  [
    'all, ended',
    { queue: 'all', states: ['closedComplete', 'canceled'] },
    `state IN ('closedComplete', 'canceled')`,
    [],
  ],
])('T1 Q3 the pages of tasks (%s) are complete, in order, and counted exactly', (_name, queue, where, cells) => {
  const rows = walk(after => read(tasksPage(db, queue, { after, limit: 7 })));
  expect(rows.map(({ orderId, task }) => [orderId, task])).toEqual(sorted(`${TASK} ${where} ${TASK_SORT}`, ...cells));
});

test('a task row tells what it is, for whom and where', () => {
  const [row] = read(tasksPage(db, { queue: 'mine', person: 'ada' }, { limit: 1 })).rows;
  expect(row).toMatchObject({ assignee: 'ada', location: 'Bergen' });
  expect(row?.orderNumber).toMatch(/^ORD\d{7}$/);
  expect(row?.dueAt).toMatch(/^2026-01-/);
});

test('a task row names number and priority as the domain does', () => {
  const history = openOrderHistory(db);
  for (const row of read(tasksPage(db, { queue: 'all', states: taskStates }, { limit: 500 })).rows) {
    const task = getRow(history.load(String(row.orderId))?.plan?.tasks ?? emptyTable, Number(row.task));
    expect(row).toMatchObject({
      key: `${row.orderId}/${task.id}`,
      number: taskNumber({ number: String(row.orderNumber) }, task.number),
      priority: task.priority,
      state: task.state,
      version: task.touched.version,
    });
  }
});

test.each<[string, FalloutQueue, string]>([
  ['open', { queue: 'open' }, 'is_open = 1'],
  ['mine', { queue: 'mine', person: 'bo' }, `owner = 'bo' AND is_open = 1`],
  ['my teams', { queue: 'group', groups: ['stores', 'field'] }, `group_id IN ('stores', 'field') AND is_open = 1`],
  ['unassigned', { queue: 'unassigned' }, 'owner IS NULL AND is_open = 1'],
  ['closed', { queue: 'closed' }, 'is_open = 0'],
  ['all', { queue: 'all' }, 'true'],
])('Q3 the pages of fallouts (%s) are complete, most urgent first, and counted exactly', (_name, queue, where) => {
  const rows = walk(after => falloutsPage(db, queue, { after, limit: 3 }));
  expect(rows.map(({ orderId, number }) => [orderId, number])).toEqual(
    sorted(
      `SELECT order_id, number FROM fallout_row WHERE ${where}
       ORDER BY priority, due_at IS NULL, due_at, raised_at, order_id, number`,
    ),
  );
});

test.each<[string, OrderFilter, string]>([
  ['A1 to approve', { states: ['new'], sort: 'requested' }, `WHERE state = 'new' ORDER BY requested_completion, id`],
  ['all', { sort: 'number' }, 'ORDER BY number_value, id'],
  ['newest first', { sort: 'imported', descending: true }, 'ORDER BY imported_at DESC, id DESC'],
  [
    'of two states, highest number first',
    { states: ['inProgress', 'draft', 'draft'], sort: 'number', descending: true },
    `WHERE state IN ('inProgress', 'draft') ORDER BY number_value DESC, id DESC`,
  ],
])('%s: the pages of orders are complete, in order, and counted exactly', (_name, filter, rest) => {
  const rows = walk(after => ordersPage(db, filter, { after, limit: 4 }));
  expect(rows.map(({ id }) => [id])).toEqual(sorted(`SELECT id FROM order_row ${rest}`));
});

test('one order is found by its id and by its number', () => {
  const [row] = ordersPage(db, { sort: 'number' }, { limit: 1 }).rows;
  expect(findOrderRow(db, row?.id ?? '')).toEqual(row);
  expect(findOrderId(db, row?.number ?? '')).toBe(row?.id);
  expect(findOrderRow(db, 'nothing')).toBeUndefined();
  expect(findOrderId(db, 'ORD9999999')).toBeUndefined();
});

test('the pages of inventory are complete, by name, and counted exactly', () => {
  const rows = walk(after => inventoryPage(db, {}, { after, limit: 5 }));
  expect(rows).toHaveLength(db.prepare<[], number>('SELECT count(*) FROM inventory_row').pluck().get() ?? 0);
  const pending = walk(after => inventoryPage(db, { states: ['installationPending'] }, { after, limit: 5 }));
  expect(pending.every(({ state }) => state === 'installationPending')).toBe(true);
  const [first] = rows;
  expect(listService(db, first?.serviceId ?? '', 10)).toEqual([first]);
});

test('the pages of an order’s history are complete, newest first', () => {
  const orderId = 'order-ORD0000001';
  const history = openOrderHistory(db);
  const rows = walk(after => activityPage(db, history, { orderId }, { after, limit: 5 }));
  expect(rows).toEqual(activityPage(db, history, { orderId }, { limit: 10_000 }).rows);
  expect([...new Set(rows.map(({ version }) => version))]).toEqual(
    sorted('SELECT version FROM event WHERE order_id = ? ORDER BY version DESC', orderId).flat(),
  );
});

test('U1 the history of a part is what the whole history tells of it, page by page', () => {
  const history = openOrderHistory(db);
  for (const orderId of db.prepare<[], string>('SELECT id FROM order_row').pluck().all()) {
    const all = activityPage(db, history, { orderId }, { limit: 10_000 }).rows;
    const bySubject = Map.groupBy<ActivityRow['subject'], ActivityRow>(all, ({ subject }) => subject);
    for (const [subject, rows] of bySubject) {
      expect(walk(after => activityPage(db, history, { orderId, subject }, { after, limit: 3 }))).toEqual(rows);
    }
  }
});

test('N1 the numbers beside the queues are those of the queues', () => {
  const { groups, id: person } = people[1] ?? { groups: [], id: '' };
  const counts = queueCounts(db, person, groups);
  const one = { limit: 1 };
  expect(counts.approvals).toBe(ordersPage(db, { states: ['new'], sort: 'number' }, one).total);
  expect(counts.tasks).toEqual({
    open: tasksPage(db, { queue: 'all' }, one).total,
    mine: tasksPage(db, { queue: 'mine', person }, one).total,
    group: tasksPage(db, { queue: 'group', groups }, one).total,
    unassigned: tasksPage(db, { queue: 'unassigned' }, one).total,
    escalated: tasksPage(db, { queue: 'escalated', person, groups }, one).total,
  });
  expect(counts.fallouts.open).toBe(falloutsPage(db, { queue: 'open' }, one).total);
});

test('a queue of no teams and no states is empty', () => {
  const empty = { rows: [], next: null, total: 0 };
  expect(read(tasksPage(db, { queue: 'group', groups: [] }, { limit: 5 }))).toEqual(empty);
  expect(ordersPage(db, { states: [], sort: 'number' }, { limit: 5 })).toEqual(empty);
});

test('a cursor of another page is a bug', () => {
  expect(() => tasksPage(db, { queue: 'all' }, { after: ['x'], limit: 5 })).toThrow('cursor');
});
