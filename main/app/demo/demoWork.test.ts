import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { countFallouts } from '../../../db/queries/falloutPages.ts';
import { countOrderStates } from '../../../db/queries/orderPages.ts';
import { countTaskStates, countTasks } from '../../../db/queries/taskPages.ts';
import { isAllowed, permissions, type Permission } from '../../domain/people/permissions.ts';
import { host, people, personOf } from './crew.ts';
import { loadedAt, openDemoDesk, type DemoDesk } from './testing/demoDesk.ts';

let desk: DemoDesk;
let file: Database;

beforeAll(async () => {
  desk = openDemoDesk();
  await desk.must('workspace.loadDemo', {});
  await desk.idle();
  file = desk.file();
}, 300_000);
afterAll(() => desk.close());

const rows = <T>(sql: string, ...cells: readonly unknown[]): T[] => file.prepare(sql).all(...cells) as T[];
const tally = (sql: string): Record<string, number> =>
  Object.fromEntries(rows<{ key: string; n: number }>(sql).map(({ key, n }) => [key, n]));

test('the demo is there: four hundred orders, a catalog, teams, people, and somebody who may do everything', async () => {
  expect(desk.log).toEqual([]);
  const { jobs } = await desk.must('job.recent', {});
  expect(jobs).toMatchObject([{ kind: 'demo', state: 'completed', total: 400, imported: 400, refused: 0 }]);
  const status = await desk.must('workspace.status', {});
  expect(status).toMatchObject({ firstRun: false, demo: true, person: { id: host.id }, catalog: { version: 1 } });
  expect([status.people.length, status.teams.length]).toEqual([10, 3]);
  expect(permissions.filter(permission => !status.person?.permissions.includes(permission))).toEqual([]);
});

test('orders, tasks, fallouts and services are found in every state they can reach', () => {
  const states = (table: string): string[] =>
    Object.keys(tally(`SELECT state AS key, 1 AS n FROM ${table}`)).toSorted();
  expect(states('order_row')).toEqual(['canceled', 'completed', 'draft', 'inProgress', 'new', 'rejected']);
  expect(states('task_row')).toEqual(['canceled', 'closedComplete', 'draft', 'inProgress', 'onHold', 'open']);
  expect(states('domain_order_row')).toEqual(['canceled', 'closedComplete', 'draft', 'inProgress', 'qualified']);
  expect(states('fallout_row')).toEqual([
    'awaitingInformation',
    'closedComplete',
    'inProgress',
    'onHold',
    'open',
    'resolved',
  ]);
  expect(states('inventory_row')).toEqual(['active', 'changePending', 'inactive', 'installationPending', 'suspended']);
});

test('there is as much of everything as an operator of that size has', () => {
  const orders = tally('SELECT state AS key, count(*) AS n FROM order_row GROUP BY state');
  expect(orders).toEqual({ canceled: 9, completed: 181, draft: 8, inProgress: 150, new: 40, rejected: 12 });
  const [largest] = rows<{ n: number }>('SELECT max(tasks_total) AS n FROM order_row');
  expect(largest?.n).toBeGreaterThan(350);
  const multiSite = rows<{ n: number }>('SELECT location_count AS n FROM order_row WHERE location_count >= 8');
  expect(multiSite.length).toBeGreaterThanOrEqual(10);
  const customers = rows<{ n: number }>('SELECT count(DISTINCT account_name) AS n FROM order_row');
  expect(customers[0]?.n).toBeGreaterThan(55);
  const stages = tally(`
    SELECT tasks_ended * 4 / tasks_total AS key, count(*) AS n FROM order_row WHERE state = 'inProgress' GROUP BY key`);
  for (const quarter of ['0', '1', '2', '3']) expect(stages[quarter]).toBeGreaterThan(15);
  const done = (action: string) =>
    rows(`SELECT 1 FROM line_row WHERE action = ? AND state = 'completed'`, action).length;
  for (const action of ['change', 'disconnect', 'suspend', 'resume']) expect(done(action)).toBeGreaterThan(1);
});

test('some work is overdue, some is due today or tomorrow, most is not', () => {
  const today = loadedAt.slice(0, 10);
  const of = (where: string): number => rows(`SELECT 1 FROM order_row WHERE state = 'inProgress' AND ${where}`).length;
  expect(of(`requested_completion < '${today}'`)).toBeGreaterThan(5);
  expect(of(`date(requested_completion) = '${today}'`)).toBeGreaterThan(5);
  expect(of(`date(requested_completion) = date('${today}', '+1 day')`)).toBeGreaterThan(5);
  expect(of(`requested_completion > date('${today}', '+2 day')`)).toBeGreaterThan(75);
  const late = rows(`SELECT 1 FROM fallout_row WHERE is_open = 1 AND due_at < ?`, loadedAt);
  const onTime = rows(`SELECT 1 FROM fallout_row WHERE is_open = 1 AND due_at > ?`, loadedAt);
  expect([late.length > 5, onTime.length > 20]).toEqual([true, true]);
  const open = tally(
    `SELECT due_at < '${loadedAt}' AS key, count(*) AS n FROM task_row WHERE is_open = 1 GROUP BY key`,
  );
  expect([(open['0'] ?? 0) > 60, (open['1'] ?? 0) > 60]).toEqual([true, true]);
});

test('the first order in the queue is a Managed Firewall that lacks nothing', async () => {
  const page = await desk.must('orders.page', { states: ['new'], after: null, limit: 50 });
  expect(page.rows[0]).toMatchObject({ summary: 'Managed Firewall', checksFailed: 0, lines: 1 });
  const order = await desk.must('order.get', { orderId: page.rows[0]?.id ?? '' });
  expect(order.checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(order.understood.map(({ code }) => code)).toEqual(['priorityRead']);
});

test('what waits for a decision fails each check somewhere, and most of it fails none', async () => {
  const { rows: waiting } = await desk.must('orders.page', { states: ['new'], after: null, limit: 50 });
  const failing = waiting.filter(({ checksFailed }) => checksFailed > 0);
  expect(failing.length).toBe(12);
  const orders = await Promise.all(failing.map(({ id }) => desk.must('order.get', { orderId: id })));
  const failed = new Set(orders.flatMap(({ checks }) => checks.flatMap(({ passed, check }) => (passed ? [] : check))));
  expect([...failed].toSorted()).toEqual([
    'characteristics',
    'contact',
    'dates',
    'dependencies',
    'location',
    'service',
    'specification',
  ]);
});

type Told = { order_id: string; version: number; type: string; at: string; by_id: string; data: string };

test('every history goes forward in time and ends before the demo was loaded', () => {
  const back = rows(`
    SELECT later.order_id FROM event AS later
    JOIN event AS earlier ON earlier.order_id = later.order_id AND earlier.version = later.version - 1
    WHERE later.at < earlier.at OR (later.at = earlier.at AND later.command_id <> earlier.command_id)`);
  expect(back).toEqual([]);
  const [span] = rows<{ first: string; last: string }>('SELECT min(at) AS first, max(at) AS last FROM event');
  expect((span?.last ?? '') <= loadedAt).toBe(true);
  expect(Date.parse(loadedAt) - Date.parse(span?.first ?? '')).toBeLessThan(122 * 86_400_000);
  expect(Date.parse(loadedAt) - Date.parse(span?.first ?? '')).toBeGreaterThan(110 * 86_400_000);
});

const needed: Readonly<Record<string, Permission>> = {
  OrderImported: 'order.import',
  OrderApproved: 'order.approve',
  OrderRejected: 'order.reject',
  OrderReopened: 'order.correct',
  OrderCorrected: 'order.correct',
  OrderSubmitted: 'order.correct',
  LineMatched: 'order.correct',
  TaskStarted: 'task.work',
  TaskValuesRecorded: 'task.work',
  FalloutRaised: 'fallout.create',
  FalloutTriaged: 'fallout.triage',
  FalloutResolved: 'fallout.resolve',
};

test('everything was done by somebody who may, and work by somebody of the team', () => {
  const told = rows<Told>('SELECT order_id, version, type, at, by_id, data FROM event');
  const wrong = told.filter(({ type, by_id: by }) => {
    const permission = needed[type];
    return permission !== undefined && !isAllowed(personOf(by), permission);
  });
  expect(wrong).toEqual([]);
  const started = rows<{ by_id: string; group_id: string }>(`
    SELECT by_id, group_id FROM event
    JOIN task_row ON task_row.order_id = event.order_id AND task_row.number = data ->> 'task'
    WHERE type = 'TaskStarted'`);
  expect(started.length).toBeGreaterThan(3000);
  expect(started.filter(({ by_id: by, group_id: team }) => !personOf(by).groups.includes(team))).toEqual([]);
  expect(new Set(told.map(({ by_id: by }) => by)).size).toBe(people.length - 2);
});

test('the counts beside the queues equal a recount', () => {
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));
  expect(counted(countOrderStates(file))).toEqual(
    tally('SELECT state AS key, count(*) AS n FROM order_row GROUP BY state'),
  );
  expect(counted(countTaskStates(file))).toEqual(
    tally('SELECT state AS key, count(*) AS n FROM task_row GROUP BY state'),
  );
  const open = (table: string, where: string): number =>
    rows(`SELECT 1 FROM ${table} WHERE is_open = 1 AND ${where}`).length;
  for (const { id: person, groups } of people) {
    const teams = groups.map(group => `'${group}'`).join(', ');
    expect(countTasks(file, { queue: 'mine', person })).toBe(open('task_row', `assignee = '${person}'`));
    expect(countTasks(file, { queue: 'group', groups })).toBe(open('task_row', `group_id IN (${teams})`));
    expect(countFallouts(file, { queue: 'mine', person })).toBe(open('fallout_row', `owner = '${person}'`));
  }
  expect(countTasks(file, { queue: 'unassigned' })).toBe(open('task_row', 'assignee IS NULL'));
  expect(countFallouts(file, { queue: 'open' })).toBe(open('fallout_row', 'true'));
});

test('changes, suspensions and disconnections are about services that were finished when they came in', () => {
  const later = rows<{ number: string; provided: number }>(`
    SELECT later.number, (
      SELECT count(*) FROM inventory_row AS item
      JOIN event AS ended ON ended.order_id = item.order_id AND ended.type = 'OrderCompleted'
      WHERE item.service_id = line_row.service_id AND item.order_id <> later.id AND ended.at < later.imported_at
    ) AS provided
    FROM line_row JOIN order_row AS later ON later.id = line_row.order_id
    WHERE line_row.action <> 'add' AND line_row.service_id IS NOT NULL`);
  expect(later.length).toBeGreaterThan(30);
  expect(later.filter(({ provided }) => provided === 0)).toEqual([]);
});

test('an order goes out again as the document it came as', async () => {
  const { rows: finished } = await desk.must('orders.page', { states: ['completed'], after: null, limit: 1 });
  const { text } = await desk.must('order.export', { orderId: finished[0]?.id ?? '' });
  const document = JSON.parse(text) as { externalId: string; state: string; href: string };
  expect(document).toMatchObject({ externalId: finished[0]?.externalId, state: 'completed' });
  expect(document.href).toMatch(/^https:\/\/crm\.fjordlink\.example\//);
});

/** Everything that happened, order by order; ids differ from load to load and are left out. */
function digestOf(file: Database): string {
  const hash = createHash('sha256');
  const told = file
    .prepare<[], string>(
      `SELECT json_array(number, event.version, type, at, by_id, json_remove(data, '$.orderId'))
       FROM event JOIN order_row ON order_row.id = event.order_id ORDER BY number_value, event.version`,
    )
    .pluck();
  for (const line of told.iterate()) hash.update(line);
  return hash.digest('hex');
}

test('a demo interrupted twice on its way comes to the same end as one that was not', async () => {
  const interrupted = openDemoDesk();
  onTestFinished(() => interrupted.close());
  await interrupted.must('workspace.loadDemo', {});
  for (const count of [2, 3]) {
    await interrupted.batches(count);
    await interrupted.restart();
  }
  const [job] = (await interrupted.must('job.recent', {})).jobs;
  expect(job).toMatchObject({ state: 'running' });
  expect(job?.done).toBeGreaterThan(75);
  expect(job?.done).toBeLessThan(400);
  await interrupted.idle();

  expect(await interrupted.must('workspace.status', {})).toMatchObject({ demo: true });
  expect(digestOf(interrupted.file())).toBe(digestOf(file));
}, 300_000);
