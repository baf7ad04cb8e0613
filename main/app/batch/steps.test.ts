import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openReader } from '../../../db/open.ts';
import type { StepDeed, StepItem } from '../../../preload/contract/batch.ts';
import type { PlanFilter } from '../../../preload/contract/plan.ts';
import { workspaceFile } from '../createApp.ts';
import { countedId, smallOrder, type DeskOnDisk } from '../testing/deskOnDisk.ts';
import { addPeople, addTeams, openDeskWithOrders } from '../testing/deskWithOrders.ts';

/** One order under way with two tasks a line: T1 and T3 can be worked on, T2 and T4 come after them. Ana sits there, who may do everything. */
async function openPlan(lines = 2) {
  const items = Array.from({ length: lines }, (_, n) => String(n + 1));
  const made = await openDeskWithOrders([smallOrder('o1', ...items)]);
  const [orderId = ''] = made.orderIds;
  await made.desk.must('order.approve', { orderId, commandId: countedId() });
  addPeople(
    made.desk,
    { id: 'bo', roles: ['fulfillmentAgent'], groups: [] },
    { id: 'vi', roles: ['viewer'], groups: [] },
  );
  addTeams(made.desk, 'field');
  return { ...made, orderId };
}

const freeze = async (desk: DeskOnDisk, orderId: string, root = 'order', filter: PlanFilter = {}) => {
  const { items } = await desk.must('steps.freeze', { orderId, root, filter });
  return items.map(({ above: _above, ...item }): StepItem => item);
};

const hold: StepDeed = { type: 'hold', reason: 'No access this week.' };
const told = { rootCause: 'siteNotReady', resolutionCode: 'workedAround', text: 'Site is open again.' } as const;
const on = (orderId: string, task: number) => ({ orderId, task, commandId: countedId() });

async function runBatch(desk: DeskOnDisk, deed: StepDeed, items: StepItem[], commandId = countedId()) {
  const { jobId } = await desk.must('steps.run', { commandId, deed, items });
  await desk.idle();
  const { rows, counts } = await desk.must('batch.results', { jobId, after: -1, limit: 200 });
  return { jobId, rows, counts, outcomes: rows.map(({ outcome }) => outcome) };
}

const statesOf = async (desk: DeskOnDisk, orderId: string, tasks = [1, 2, 3, 4]) =>
  Promise.all(tasks.map(async task => (await desk.must('task.get', { orderId, task })).state));

function eventsIn(desk: DeskOnDisk, type: string): number {
  const db = openReader(workspaceFile(desk.workspaceDir));
  const count = db.prepare<[string], number>('SELECT count(*) FROM event WHERE type = ?').pluck().get(type);
  db.close();
  return count ?? 0;
}

const raise = (desk: DeskOnDisk, orderId: string, task: number) =>
  desk.must('fallout.raise', { ...on(orderId, task), falloutType: 'siteAccess', priority: 'high', text: 'Locked.' });

test('X9 the steps of a plan, of a part of it, or those that a filter leaves are frozen into a list with the version they have now', async () => {
  const { desk, orderId } = await openPlan();
  const all = await desk.must('steps.freeze', { orderId, root: 'order', filter: {} });
  expect(all.total).toBe(4);
  expect(all.items[0]).toEqual({
    orderId,
    task: 1,
    seen: expect.any(Number),
    above: ['order', 'S1', 'L1', 'D1', 'D2'],
  });
  expect((await freeze(desk, orderId, 'L2')).map(({ task }) => task)).toEqual([3, 4]);
  expect((await freeze(desk, orderId, 'T2')).map(({ task }) => task)).toEqual([2]);
  expect((await freeze(desk, orderId, 'order', { text: 'survey' })).map(({ task }) => task)).toEqual([1, 3]);
  expect((await freeze(desk, orderId, 'L2', { text: 'survey' })).map(({ task }) => task)).toEqual([3]);
  expect(await desk.call('steps.freeze', { orderId, root: 'L9', filter: {} })).toMatchObject({ ok: false });
});

test('X9 beforehand it is told how many of the steps it can be done to and why not to the others, and nothing happens', async () => {
  const { desk, orderId } = await openPlan();
  await desk.must('task.start', on(orderId, 1));
  await desk.must('task.complete', on(orderId, 1));
  await desk.must('task.pause', { ...on(orderId, 2), reason: 'Later.' });
  await raise(desk, orderId, 3);
  const items = [
    ...(await freeze(desk, orderId)),
    { orderId, task: 99, seen: 1 },
    { orderId: 'gone', task: 1, seen: 1 },
  ];
  const held = await desk.must('steps.preflight', { deed: 'hold', items });
  expect(held.ready).toBe(1);
  expect(held.excluded.map(({ number, title, refusal }) => [number, title, refusal])).toMatchObject([
    ['TASK0000001-1', 'Survey the site', { code: 'WrongState', found: 'closedComplete' }],
    ['TASK0000001-2', 'Install the line', { code: 'NothingToChange' }],
    ['TASK0000001-3', 'Survey the site', { code: 'WrongState', found: 'onHold' }],
    ['TASK0000001-99', '', { code: 'NotFound', subject: 'task' }],
    ['', '', { code: 'NotFound', subject: 'order' }],
  ]);
  const readyFor = async (deed: Exclude<StepDeed['type'], 'assign'>) =>
    (await desk.must('steps.preflight', { deed, items })).ready;
  expect(await readyFor('resume')).toBe(1);
  expect(await readyFor('retry')).toBe(1);
  expect(await desk.must('steps.preflight', { deed: 'skip', items })).toMatchObject({ ready: 2, held: 1 });
  expect(await readyFor('escalate')).toBe(3);
  expect(await readyFor('raise')).toBe(3);
  expect(await statesOf(desk, orderId)).toEqual(['closedComplete', 'onHold', 'onHold', 'draft']);
});

test('T4 X9 whom steps would be assigned to decides which of them have that already', async () => {
  const { desk, orderId } = await openPlan();
  await desk.must('task.assign', { ...on(orderId, 1), assignee: 'bo' });
  const items = await freeze(desk, orderId);
  expect((await desk.must('steps.preflight', { deed: 'assign', items })).ready).toBe(4);
  const hands = { assignee: 'bo' };
  expect(await desk.must('steps.preflight', { deed: 'assign', hands, items })).toMatchObject({
    ready: 3,
    excluded: [{ task: 1, refusal: { code: 'NothingToChange' } }],
  });
});

test('X9 the same thing is done to many steps as one batch: one that is refused does not stop the rest, and each has a result', async () => {
  const { desk, orderId, ana } = await openPlan();
  const items = await freeze(desk, orderId);
  await raise(desk, orderId, 3);
  const { jobId, rows, counts } = await runBatch(desk, hold, [...items, { orderId, task: 99, seen: 1 }]);
  expect(rows.map(({ task, number, title, outcome }) => [task, number, title, outcome])).toEqual([
    [1, 'TASK0000001-1', 'Survey the site', 'succeeded'],
    [2, 'TASK0000001-2', 'Install the line', 'succeeded'],
    [3, 'TASK0000001-3', 'Survey the site', 'failed'],
    [4, 'TASK0000001-4', 'Install the line', 'succeeded'],
    [99, 'TASK0000001-99', '', 'failed'],
  ]);
  expect(rows[2]?.refusal).toMatchObject({ code: 'WrongState', found: 'onHold' });
  expect(counts).toEqual({ succeeded: 3, failed: 2, skipped: 0 });
  expect(await desk.must('job.get', { jobId })).toMatchObject({ kind: 'steps', state: 'completed', done: 5, total: 5 });
  expect(await desk.must('job.results', { jobId, after: -1, limit: 10 })).toMatchObject({ rows: [] });
  expect(await desk.must('task.get', { orderId, task: 4 })).toMatchObject({ pausedFor: hold.reason, pausedBy: ana });
});

test('T4 F8 steps are handed out, held, resumed, tried again, skipped and reported as fallout, many at once', async () => {
  const { desk, orderId } = await openPlan();
  const items = await freeze(desk, orderId);
  const hands = { type: 'assign', assignee: null, group: 'field' } as const;
  expect((await runBatch(desk, hands, items)).counts).toEqual({ succeeded: 4, failed: 0, skipped: 0 });
  expect(await desk.must('task.get', { orderId, task: 4 })).toMatchObject({ group: 'field', assignee: null });
  await runBatch(desk, hold, items);
  expect(await statesOf(desk, orderId)).toEqual(['onHold', 'onHold', 'onHold', 'onHold']);
  await runBatch(desk, { type: 'resume' }, items);
  expect(await statesOf(desk, orderId)).toEqual(['open', 'draft', 'open', 'draft']);
  const report = { type: 'raise', falloutType: 'siteAccess', priority: 'high', text: 'Locked.' } as const;
  expect((await runBatch(desk, report, items)).outcomes).toEqual(Array.from({ length: 4 }, () => 'succeeded'));
  expect(await statesOf(desk, orderId)).toEqual(['onHold', 'onHold', 'onHold', 'onHold']);
  await runBatch(desk, { type: 'retry', ...told }, items.slice(1));
  expect(await statesOf(desk, orderId)).toEqual(['onHold', 'draft', 'open', 'draft']);
  await runBatch(desk, { type: 'skip', ...told }, items.slice(0, 1));
  expect(await statesOf(desk, orderId)).toEqual(['closedComplete', 'open', 'open', 'draft']);
});

test('F7 X9 steps that are not needed are skipped at once with one reason, and the two codes are for those that a fallout holds', async () => {
  const { desk, orderId } = await openPlan();
  const items = await freeze(desk, orderId);
  const [first, , third, fourth] = items;
  const some = [first, third, fourth].filter(item => item !== undefined);
  await raise(desk, orderId, 3);
  await raise(desk, orderId, 3);
  const reason = { type: 'skip', text: 'They have it already.' } as const;
  const { rows } = await runBatch(desk, reason, some);
  expect(rows.map(({ outcome, refusal }) => [outcome, refusal])).toMatchObject([
    ['succeeded', null],
    ['failed', { code: 'FieldMissing', subject: 'fallout', fields: ['rootCause', 'resolutionCode'] }],
    ['failed', { code: 'WrongState', found: 'draft' }],
  ]);
  expect(await desk.must('task.get', { orderId, task: 1 })).toMatchObject({
    state: 'closedComplete',
    outcome: { kind: 'skipped', text: 'They have it already.' },
  });
  expect((await runBatch(desk, { ...told, ...reason }, some)).outcomes).toEqual(['skipped', 'succeeded', 'succeeded']);
  expect(await statesOf(desk, orderId)).toEqual(['closedComplete', 'open', 'closedComplete', 'closedComplete']);
  expect(eventsIn(desk, 'FalloutResolved')).toBe(2);
});

test('T6 X9 steps are escalated at once; to whom decides which of them are so already', async () => {
  const { desk, orderId, ana } = await openPlan();
  const items = await freeze(desk, orderId);
  const to = { kind: 'person', id: 'bo' } as const;
  await desk.must('task.escalate', { ...on(orderId, 1), to, reason: 'Late.' });
  const readyTo = async (whom?: { kind: 'person' | 'group'; id: string }) =>
    (await desk.must('steps.preflight', { deed: 'escalate', items, ...(whom && { to: whom }) })).ready;
  expect([await readyTo(), await readyTo(to), await readyTo({ kind: 'person', id: ana })]).toEqual([4, 4, 0]);
  const { outcomes } = await runBatch(desk, { type: 'escalate', to, reason: 'Late.' }, items);
  expect(outcomes).toEqual(['skipped', 'succeeded', 'succeeded', 'succeeded']);
});

test('X9 what already is as it was to be is skipped, and is no failure', async () => {
  const { desk, orderId } = await openPlan();
  const items = await freeze(desk, orderId);
  await runBatch(desk, hold, items.slice(0, 2));
  expect((await runBatch(desk, hold, items)).outcomes).toEqual(['skipped', 'skipped', 'succeeded', 'succeeded']);
  await runBatch(desk, { type: 'resume' }, items.slice(0, 1));
  const resumed = await runBatch(desk, { type: 'resume' }, items);
  expect(resumed.outcomes).toEqual(['skipped', 'succeeded', 'succeeded', 'succeeded']);
  expect((await runBatch(desk, { type: 'retry', ...told }, items)).outcomes).toEqual(
    Array.from({ length: 4 }, () => 'skipped'),
  );
});

test('X9 a step that several fallouts hold is free when all of them are resolved, with one result', async () => {
  const { desk, orderId } = await openPlan();
  await raise(desk, orderId, 1);
  await raise(desk, orderId, 1);
  const items = await freeze(desk, orderId, 'T1');
  expect((await runBatch(desk, { type: 'retry', ...told }, items)).outcomes).toEqual(['succeeded']);
  expect(await statesOf(desk, orderId, [1])).toEqual(['open']);
  expect(eventsIn(desk, 'FalloutResolved')).toBe(2);
});

test('X9 where one of its fallouts changed under the eyes of the person, a step stays as it was altogether', async () => {
  const { desk, orderId } = await openPlan();
  await raise(desk, orderId, 1);
  await raise(desk, orderId, 1);
  const items = await freeze(desk, orderId, 'T1');
  addPeople(desk, { id: 'max', roles: ['fulfillmentManager'], groups: [] });
  await desk.must('session.choose', { personId: 'max' });
  await desk.must('fallout.triage', { orderId, fallout: 2, commandId: countedId(), priority: 'low' });
  const before = (await desk.must('workspace.status', {})).people.find(({ name }) => name === 'Ana')?.id ?? '';
  await desk.must('session.choose', { personId: before });
  const { rows } = await runBatch(desk, { type: 'retry', ...told }, items);
  expect(rows).toMatchObject([{ outcome: 'failed', refusal: { code: 'Stale', subject: 'fallout', by: 'max' } }]);
  expect(eventsIn(desk, 'FalloutResolved')).toBe(0);
  expect(await statesOf(desk, orderId, [1])).toEqual(['onHold']);
  expect((await runBatch(desk, { type: 'retry', ...told }, await freeze(desk, orderId, 'T1'))).outcomes).toEqual([
    'succeeded',
  ]);
});

test('X9 a batch asked for twice, and a step twice in it, is done once; under the same id nothing else is', async () => {
  const { desk, orderId } = await openPlan();
  const frozen = await freeze(desk, orderId);
  const items = [...frozen, ...frozen.slice(0, 1)];
  const commandId = countedId();
  const first = await runBatch(desk, hold, items, commandId);
  expect(first.counts).toEqual({ succeeded: 4, failed: 0, skipped: 1 });
  expect(await runBatch(desk, hold, items, commandId)).toEqual(first);
  expect(eventsIn(desk, 'TaskPaused')).toBe(4);
  expect(await desk.call('steps.run', { commandId, deed: { type: 'resume' }, items })).toMatchObject({
    ok: false,
    error: { code: 'CommandIdReused' },
  });
});

test('X9 U3 what a person may not do to a step is refused for that step, in their name whoever sits there', async () => {
  const { desk, orderId } = await openPlan();
  await desk.must('task.assign', { ...on(orderId, 1), assignee: 'vi' });
  await desk.must('session.choose', { personId: 'bo' });
  const items = await freeze(desk, orderId);
  expect((await desk.must('steps.preflight', { deed: 'hold', items })).excluded).toMatchObject([
    { task: 1, refusal: { code: 'NotPermitted', permission: 'task.assign' } },
  ]);
  const { jobId } = await desk.must('steps.run', { commandId: countedId(), deed: hold, items });
  await desk.must('session.choose', { personId: 'vi' });
  expect(await desk.call('job.cancel', { jobId })).toMatchObject({ ok: false, error: { code: 'NotPermitted' } });
  await desk.idle();
  const { rows } = await desk.must('batch.results', { jobId, after: -1, limit: 10 });
  expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'succeeded', 'succeeded', 'succeeded']);
  expect(await desk.must('task.get', { orderId, task: 2 })).toMatchObject({ pausedBy: 'bo' });
});

test(
  'X9 X15 a batch of steps whose process is killed goes on at the next start, and does everything once',
  { timeout: 120_000 },
  async () => {
    const lines = 60;
    const { desk, orderId } = await openPlan(lines);
    const jobId = countedId();
    const program = fileURLToPath(new URL('testing/holdingDesk.ts', import.meta.url));
    const samples = join(import.meta.dirname, '../../../samples');
    const args = [program, desk.workspaceDir, samples, orderId, jobId, '50'];
    const killed = spawn(process.execPath, args, { stdio: 'inherit' });
    expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);

    await desk.restart();
    expect(await desk.must('job.get', { jobId })).toMatchObject({ state: 'running', done: 50, total: 2 * lines });
    await desk.idle();
    expect(await desk.must('batch.results', { jobId, after: -1, limit: 1 })).toMatchObject({
      counts: { succeeded: 2 * lines, failed: 0, skipped: 0 },
    });
    expect(eventsIn(desk, 'TaskPaused')).toBe(2 * lines);
  },
);
