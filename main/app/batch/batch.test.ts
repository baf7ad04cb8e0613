import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openReader } from '../../../db/open.ts';
import type { BatchItem } from '../../../preload/contract/batch.ts';
import { workspaceFile } from '../createApp.ts';
import { countedId, importText, smallOrder, textOf, type DeskOnDisk } from '../testing/deskOnDisk.ts';
import { addPeople, openDeskWithOrders, type DeskWithOrders } from '../testing/deskWithOrders.ts';

/** Ana sits there, who may do everything; Bo may approve, Cy may not. */
async function openDesk(orders: number): Promise<DeskWithOrders> {
  const made = await openDeskWithOrders(Array.from({ length: orders }, (_, n) => smallOrder(`o${n + 1}`)));
  addPeople(made.desk, approver, { id: 'cy', roles: ['fulfillmentAgent'], groups: [] });
  return made;
}

const approver: Parameters<typeof addPeople>[1] = { id: 'bo', roles: ['fulfillmentManager'], groups: [] };

const freeze = async (desk: DeskOnDisk): Promise<BatchItem[]> =>
  (await desk.must('batch.freeze', { states: ['new'] })).items;
const approve = (desk: DeskOnDisk, orderId: string) => desk.must('order.approve', { orderId, commandId: countedId() });
const reject = (desk: DeskOnDisk, orderId: string) =>
  desk.must('order.reject', { orderId, commandId: countedId(), reasonCode: 'other', text: 'x' });
const resultsOf = (desk: DeskOnDisk, jobId: string) => desk.must('batch.results', { jobId, after: -1, limit: 200 });

async function runBatch(desk: DeskOnDisk, items: BatchItem[], commandId = countedId()) {
  const { jobId } = await desk.must('batch.approve', { commandId, items });
  await desk.idle();
  return { jobId, ...(await resultsOf(desk, jobId)) };
}

/** How many approvals the log has of each order that has any. */
function approvalsIn(desk: DeskOnDisk): readonly number[] {
  const db = openReader(workspaceFile(desk.workspaceDir));
  const counts = db
    .prepare<[], number>("SELECT count(*) FROM event WHERE type = 'OrderApproved' GROUP BY order_id")
    .pluck()
    .all();
  db.close();
  return counts;
}

test('A9 what matches is frozen into a list of orders with the version each has now', async () => {
  const { desk } = await openDesk(3);
  const frozen = await desk.must('batch.freeze', { states: ['new'] });
  expect(frozen).toMatchObject({ total: 3, items: [{ seen: 1 }, { seen: 1 }, { seen: 1 }] });
  const [found] = (await desk.must('batch.freeze', { states: ['new'], text: 'CRM-o2' })).items;
  expect(await desk.must('order.get', { orderId: found?.orderId ?? '' })).toMatchObject({ externalId: 'CRM-o2' });
  await reject(desk, found?.orderId ?? '');
  expect(await desk.must('batch.freeze', { states: ['new'] })).toMatchObject({ total: 2 });
  expect(await desk.must('batch.freeze', { states: ['new'], text: 'CRM-o2' })).toEqual({ items: [], total: 0 });
});

test('A9 beforehand it is told which orders of the list would be approved and why the others would not, and nothing happens', async () => {
  const { desk } = await openDesk(4);
  const items = await freeze(desk);
  const [first, second] = items.map(({ orderId }) => orderId);
  const odd = { ...smallOrder('odd'), serviceOrderItem: [{ id: '1', action: 'add', service: { name: 'Fax' } }] };
  await importText(desk, 'odd.json', textOf([odd]));
  const frozen = await freeze(desk);
  await approve(desk, first ?? '');
  await reject(desk, second ?? '');
  const gone = { orderId: 'gone', seen: 1 };
  const { excluded, ...counts } = await desk.must('batch.preflight', { items: [...frozen, gone] });
  expect(counts).toEqual({ ready: 2, first: 0 });
  expect(
    excluded.map(({ orderId, number, account, refusal }) => [orderId === first, number, account, refusal]),
  ).toMatchObject([
    [true, 'ORD0000001', 'Acme Ltd', { code: 'Stale', event: 'OrderApproved' }],
    [false, 'ORD0000002', 'Acme Ltd', { code: 'Stale', event: 'OrderRejected' }],
    [false, 'ORD0000005', 'Acme Ltd', { code: 'CheckFailed' }],
    [false, '', null, { code: 'NotFound', subject: 'order' }],
  ]);
  expect(approvalsIn(desk)).toEqual([1]);
  expect(await desk.must('counts.get', {})).toMatchObject({ approvals: 3 });
});

test('A9 beforehand it is told how many would only get the first of two approvals', async () => {
  const { desk } = await openDesk(3);
  const items = await freeze(desk);
  const { policy, version } = await desk.must('policy.get', {});
  await desk.must('policy.set', {
    policy: { ...policy, approval: { twoPeople: { always: true, priorities: [] } } },
    version,
  });
  expect(await desk.must('batch.preflight', { items })).toEqual({ ready: 3, first: 3, excluded: [] });
  expect((await runBatch(desk, items)).counts).toEqual({ succeeded: 3, failed: 0, skipped: 0 });
  await desk.must('session.choose', { personId: 'bo' });
  const again = await freeze(desk);
  expect(await desk.must('batch.preflight', { items: again })).toEqual({ ready: 3, first: 0, excluded: [] });
  await runBatch(desk, again);
  expect(await desk.must('counts.get', {})).toMatchObject({ approvals: 0, ordersInProgress: 3 });
});

test('A9 a thousand orders are looked at beforehand in one call', async () => {
  const { desk } = await openDesk(1000);
  const items = await freeze(desk);
  expect(await desk.must('batch.preflight', { items })).toEqual({ ready: 1000, first: 0, excluded: [] });
});

test('A9 every order of the list has a result of its own: done, refused with the reason, or no longer New', async () => {
  const { desk, ana } = await openDesk(4);
  const items = await freeze(desk);
  const [first = '', second = '', third = '', fourth = ''] = items.map(({ orderId }) => orderId);
  await approve(desk, first);
  await desk.must('order.matchLine', { orderId: second, commandId: countedId(), line: 1, specification: 'internet' });
  const { jobId, rows, counts, total, next } = await runBatch(desk, items);
  expect(rows.map(({ orderId, number, outcome }) => [orderId, number, outcome])).toEqual([
    [first, 'ORD0000001', 'skipped'],
    [second, 'ORD0000002', 'failed'],
    [third, 'ORD0000003', 'succeeded'],
    [fourth, 'ORD0000004', 'succeeded'],
  ]);
  expect(rows[0]?.refusal).toMatchObject({ code: 'Stale', event: 'OrderApproved', by: ana });
  expect(rows[1]?.refusal).toMatchObject({ code: 'Stale', event: 'LineMatched' });
  expect(rows[2]?.refusal).toBeNull();
  expect({ counts, total, next }).toEqual({ counts: { succeeded: 2, failed: 1, skipped: 1 }, total: 4, next: null });
  const failed = await desk.must('batch.results', { jobId, outcome: 'failed', after: -1, limit: 1 });
  expect(failed).toMatchObject({ total: 1, next: null, rows: [{ index: 1 }] });
  const page = await desk.must('batch.results', { jobId, outcome: 'succeeded', after: -1, limit: 1 });
  expect(page).toMatchObject({ total: 2, next: '2', rows: [{ index: 2 }] });
  expect(await desk.must('job.get', { jobId })).toMatchObject({
    kind: 'approve',
    state: 'completed',
    done: 4,
    total: 4,
  });
  expect((await desk.must('order.get', { orderId: third })).decisions).toMatchObject([
    { verdict: 'approved', by: ana },
  ]);
});

test('A9 a batch asked for twice, and an order twice in it, are approved once', async () => {
  const { desk } = await openDesk(3);
  const frozen = await freeze(desk);
  const items = [...frozen, ...frozen.slice(0, 1)];
  const commandId = countedId();
  const first = await runBatch(desk, items, commandId);
  expect(first.counts).toEqual({ succeeded: 3, failed: 0, skipped: 1 });
  const second = await runBatch(desk, items, commandId);
  expect(second).toEqual(first);
  expect(approvalsIn(desk)).toEqual([1, 1, 1]);
});

test('A9 the decision is that of the person who asked, whoever sits there when it is carried out', async () => {
  const { desk } = await openDesk(2);
  const items = await freeze(desk);
  await desk.must('session.choose', { personId: 'bo' });
  const { jobId } = await desk.must('batch.approve', { commandId: countedId(), items });
  await desk.must('session.choose', { personId: 'cy' });
  await desk.idle();
  expect((await resultsOf(desk, jobId)).counts).toMatchObject({ succeeded: 2 });
  const order = await desk.must('order.get', { orderId: items[0]?.orderId ?? '' });
  expect(order.decisions).toMatchObject([{ verdict: 'approved', by: 'bo' }]);
});

test('A9 U3 a batch is for those who may approve, and each of its orders is decided by what they may then', async () => {
  const { desk } = await openDesk(7);
  const items = await freeze(desk);
  await desk.must('session.choose', { personId: 'cy' });
  expect(await desk.call('batch.approve', { commandId: countedId(), items })).toMatchObject({
    ok: false,
    error: { code: 'NotPermitted', permission: 'order.approve' },
  });
  expect((await desk.must('batch.preflight', { items })).ready).toBe(0);
  await desk.must('session.choose', { personId: 'bo' });
  const { jobId } = await desk.must('batch.approve', { commandId: countedId(), items });
  addPeople(desk, { ...approver, roles: ['viewer'] });
  await desk.idle();
  const { rows, counts } = await resultsOf(desk, jobId);
  expect(counts).toEqual({ succeeded: 0, failed: 7, skipped: 0 });
  expect(rows[0]?.refusal).toMatchObject({ code: 'NotPermitted' });
});

test('A9 a batch can be broken off, by whoever asked for it; what was decided stays', async () => {
  const { desk } = await openDesk(30);
  const items = await freeze(desk);
  await desk.must('session.choose', { personId: 'bo' });
  const { jobId } = await desk.must('batch.approve', { commandId: countedId(), items });
  await desk.must('session.choose', { personId: 'cy' });
  expect(await desk.call('job.cancel', { jobId })).toMatchObject({ ok: false, error: { code: 'NotPermitted' } });
  await desk.must('session.choose', { personId: 'bo' });
  await desk.must('job.cancel', { jobId });
  await desk.idle();
  const job = await desk.must('job.get', { jobId });
  expect(job).toMatchObject({ state: 'canceled', total: 30 });
  expect(job.done).toBeLessThan(30);
  expect(approvalsIn(desk).length).toBe(job.done);
});

test(
  'A9 X15 a batch whose process is killed goes on at the next start, and approves every order once',
  { timeout: 120_000 },
  async () => {
    const orders = 30;
    const { desk } = await openDesk(orders);
    const jobId = countedId();
    const program = fileURLToPath(new URL('testing/approvingDesk.ts', import.meta.url));
    const samples = join(import.meta.dirname, '../../../samples');
    const killed = spawn(process.execPath, [program, desk.workspaceDir, samples, jobId, '10'], { stdio: 'inherit' });
    const gone = once(killed, 'exit');
    expect(await gone).toEqual([null, 'SIGKILL']);

    await desk.restart();
    const interrupted = await desk.must('job.get', { jobId });
    expect(interrupted).toMatchObject({ state: 'running', done: 10, total: orders });
    await desk.idle();
    expect(await desk.must('job.get', { jobId })).toMatchObject({ state: 'completed', done: orders });
    const counts = { succeeded: orders, failed: 0, skipped: 0 };
    expect((await resultsOf(desk, jobId)).counts).toEqual(counts);
    const { batches } = await desk.must('batch.recent', { about: 'orders', whose: 'own', limit: 1 });
    expect(batches).toMatchObject([{ jobId, state: 'completed', counts, dismissed: false }]);
    expect(approvalsIn(desk)).toEqual(Array.from({ length: orders }, () => 1));
  },
);
