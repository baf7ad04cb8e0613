import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { eventData } from '../../../db/eventText.ts';
import { countFallouts } from '../../../db/queries/falloutPages.ts';
import { countOrderStates } from '../../../db/queries/orderPages.ts';
import { countTaskStates, countTasks } from '../../../db/queries/taskPages.ts';
import { theDesk } from '../../domain/people/desk.ts';
import { isAllowed, permissions, type Permission } from '../../domain/people/permissions.ts';
import { host, people, personOf } from './crew.ts';
import { loadedAt, openDemoDesk, type DemoDesk } from './testing/demoDesk.ts';
import { digestOf } from './testing/digest.ts';

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
  expect(states('order_row')).toEqual([
    'acknowledged',
    'assessingCancellation',
    'canceled',
    'cancellationInProgress',
    'completed',
    'draft',
    'inProgress',
    'new',
    'rejected',
    'revisionInProgress',
  ]);
  expect(states('task_row')).toEqual([
    'canceled',
    'closedComplete',
    'draft',
    'inProgress',
    'onHold',
    'open',
    'scheduled',
  ]);
  expect(states('domain_order_row')).toEqual([
    'canceled',
    'cancellationInProgress',
    'closedComplete',
    'draft',
    'inProgress',
    'onHold',
    'qualified',
  ]);
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
  expect(orders).toEqual({
    acknowledged: 3,
    assessingCancellation: 1,
    canceled: 11,
    cancellationInProgress: 1,
    completed: 181,
    draft: 8,
    inProgress: 140,
    new: 40,
    rejected: 12,
    revisionInProgress: 3,
  });
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
  TaskPaused: 'task.work',
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
  const others = new Set(told.flatMap(({ by_id: by }) => (by === theDesk.id ? [] : [by])));
  expect(others.size).toBe(people.length - 2);
});

test('T3 every skill that the catalog asks for is had by somebody of the team that the task goes to', async () => {
  const { policy } = await desk.must('policy.get', {});
  const asked = rows<{ data: string }>("SELECT data FROM event WHERE type = 'OrderDecomposed'").flatMap(
    ({ data }) => (eventData(data) as { tasks: readonly { skill?: string; group?: string }[] }).tasks,
  );
  const isHad = (skill: string, team: string): boolean =>
    people.some(({ id, groups }) => groups.includes(team) && policy.people[id]?.skills.includes(skill) === true);
  const skilled = asked.flatMap(({ skill, group = '' }) => (skill === undefined ? [] : [`${skill} ${group}`]));
  expect(new Set(skilled).size).toBeGreaterThan(5);
  expect([...new Set(skilled)].filter(pair => !isHad(...(pair.split(' ') as [string, string])))).toEqual([]);
});

test('T3 T6 A8 the desk handed out work in two teams, ranked every order it started, and had two people approve the critical ones', () => {
  const given = tally(`
    SELECT data ->> '$.group.now' AS key, count(*) AS n FROM event
    WHERE type = 'TaskAssigned' AND data ->> '$.how' = 'auto' GROUP BY key`);
  expect(Object.keys(given)).toEqual(['field', 'network']);
  expect(Math.min(...Object.values(given))).toBeGreaterThan(200);
  const unranked = rows(`
    SELECT 1 FROM event AS started WHERE type = 'OrderDecomposed' AND NOT EXISTS (
      SELECT 1 FROM event WHERE order_id = started.order_id AND type = 'PriorityComputed')`);
  expect(unranked).toEqual([]);
  const ranks = tally("SELECT priority AS key, count(*) AS n FROM order_row WHERE state <> 'new' GROUP BY priority");
  expect(Object.keys(ranks)).toEqual(['1', '2', '3', '4']);
  const endorsed = rows<{ first: string; second: string | null }>(`
    SELECT first.by_id AS first, second.by_id AS second FROM event AS first
    LEFT JOIN event AS second ON second.order_id = first.order_id AND second.type = 'OrderApproved'
    WHERE first.type = 'OrderEndorsed'`);
  expect(endorsed.length).toBeGreaterThan(8);
  expect(endorsed.filter(({ first, second }) => first === second)).toEqual([]);
});

test('A7 A8 orders wait for a start to come, and for a second approval that whoever sits down can give', async () => {
  const starts = rows<{ at: string }>("SELECT data ->> 'startsAt' AS at FROM event WHERE type = 'StartPlanned'");
  expect(starts.length).toBe(3);
  expect(starts.filter(({ at }) => at <= loadedAt)).toEqual([]);
  const half = rows<{ id: string; by: string }>(`
    SELECT order_row.id, by_id AS by FROM order_row JOIN event ON order_id = order_row.id AND type = 'OrderEndorsed' WHERE state = 'new'`);
  expect(half.length).toBeGreaterThan(0);
  expect(half.filter(({ by }) => by === host.id)).toEqual([]);
  const { approval } = await desk.must('order.get', { orderId: half[0]?.id ?? '' });
  expect(approval).toEqual({ twoPeople: true, endorsedBy: [half[0]?.by], startAt: null });
});

test('O6 O15 work is in jeopardy of each level, on hold because somebody said so, and waits for other orders', async () => {
  const open = rows<{ order_id: string; number: number }>('SELECT order_id, number FROM task_row WHERE is_open = 1');
  const tasks = await Promise.all(
    open.map(({ order_id: orderId, number }) => desk.must('task.get', { orderId, task: number })),
  );
  const levels = Object.groupBy(tasks, ({ jeopardy }) => jeopardy);
  const rare = (['low', 'medium', 'high', 'critical'] as const).filter(level => (levels[level]?.length ?? 0) < 5);
  expect(rare).toEqual([]);
  const paused = tasks.filter(({ pausedFor }) => pausedFor !== null);
  expect(paused.length).toBe(5);
  expect(paused.filter(({ state, pausedBy }) => state !== 'onHold' || pausedBy === null)).toEqual([]);
  const waiting = rows<{ n: number }>(`
    SELECT count(*) AS n FROM event JOIN order_row ON order_row.id = order_id AND order_row.state = 'inProgress'
    WHERE type = 'OrderDecomposed' AND json_array_length(data, '$.outside') > 0`);
  expect(waiting[0]?.n).toBeGreaterThan(2);
});

test('T1 O16 whoever sits at the desk finds tasks that were escalated to them, and tasks whose end was proposed', async () => {
  const { rows: tasks } = await desk.must('tasks.page', { queue: 'escalated', after: null, limit: 50 });
  expect(tasks.length).toBeGreaterThan(2);
  const dated = rows<{ order_id: string; task: number; end: string }>(`
    SELECT order_id, data ->> 'task' AS task, data ->> 'end' AS end FROM event WHERE type = 'EndProposed'`);
  expect(dated.length).toBeGreaterThan(5);
  expect(dated.filter(({ end }) => end <= loadedAt)).toEqual([]);
  const [first] = dated;
  const { proposedEnd } = await desk.must('task.get', { orderId: first?.order_id ?? '', task: Number(first?.task) });
  expect(proposedEnd?.end).toBe(first?.end);
});

test('D4 D1 O5 O6 O11 what the catalog can say shows: late targets, companions, lags, other orders, points of no return', () => {
  const count = (type: string, where = 'true'): number =>
    rows(`SELECT 1 FROM event WHERE type = '${type}' AND ${where}`).length;
  expect(count('TargetsReconsidered', "json_array_length(data, '$.domainOrders') > 0")).toBeGreaterThan(10);
  expect(count('TargetsReconsidered', "json_array_length(data, '$.domainOrders') = 0")).toBeGreaterThan(10);
  expect(count('OrderDecomposed', "json_array_length(data, '$.trace.compatibility') > 0")).toBeGreaterThan(2);
  expect(count('OrderDecomposed', "json_array_length(data, '$.outside') > 0")).toBeGreaterThan(2);
  expect(count('TasksScheduled')).toBeGreaterThan(50);
  expect(count('PointOfNoReturnPassed')).toBeGreaterThan(50);
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
