import { expect, test } from 'vitest';
import { openWriter } from '../../db/open.ts';
import { projections } from '../../db/projections/list.ts';
import { openReadModels } from '../../db/projections/readModels.ts';
import { theDesk } from '../domain/people/desk.ts';
import { err, ok } from '../domain/result.ts';
import { openCatalogShelf } from './catalogShelf.ts';
import { createExecutor } from './commands/executor.ts';
import { createReleases } from './commands/releases.ts';
import { workspaceFile } from './createApp.ts';
import { openOrderCache } from './orderCache.ts';
import {
  countedId,
  importText,
  openDeskOnDisk,
  smallCatalog,
  smallOrder,
  textOf,
  type DeskOnDisk,
} from './testing/deskOnDisk.ts';
import { openDeskWithOrders } from './testing/deskWithOrders.ts';

/** Two approved orders of one account: each has a survey T1 and an installation T2 in SO…-2. */
async function twoOrders() {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('o1'), smallOrder('o2')]);
  const { rows } = await desk.must('orders.page', { states: ['new'], after: null, limit: 50 });
  for (const orderId of orderIds) await desk.must('order.approve', { orderId, commandId: countedId() });
  const [first, second] = rows.toSorted((a, b) => a.number.localeCompare(b.number));
  if (first === undefined || second === undefined) throw new Error('Two orders were imported');
  return { desk, first, second };
}

const digits = (number: string): string => number.replace(/^\D+/, '');
const waitFor = (desk: DeskOnDisk, orderId: string, task: number, number: string) =>
  desk.call('task.waitFor', { orderId, commandId: countedId(), task, number });
const stateOf = async (desk: DeskOnDisk, orderId: string, task: number) =>
  (await desk.must('task.get', { orderId, task })).state;

async function work(desk: DeskOnDisk, orderId: string, task: number) {
  await desk.must('task.start', { orderId, commandId: countedId(), task });
  const values = task === 2 ? { values: [{ name: 'serial', value: 'X-1' }] } : {};
  return desk.must('task.complete', { orderId, commandId: countedId(), task, ...values });
}

test('O6 a task that waits for a task of another order opens when that one is completed, and the window is told of both', async () => {
  const { desk, first, second } = await twoOrders();
  expect(await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-1`)).toMatchObject({ ok: true });
  expect(await desk.must('task.get', { orderId: second.id, task: 1 })).toMatchObject({
    state: 'draft',
    waiting: {
      cause: 'otherOrder',
      on: [{ key: `order:${first.id}/T1`, state: 'open' }],
      who: { kind: 'permission', permission: 'task.work' },
    },
    outside: [{ orderId: first.id, node: 'T1', state: 'open', who: { kind: 'permission', permission: 'task.work' } }],
  });
  desk.notices.length = 0;
  await work(desk, first.id, 1);
  expect(await stateOf(desk, second.id, 1)).toBe('open');
  expect(desk.notices.flatMap(({ name, body }) => (name === 'orders.changed' ? body.orderIds : []))).toContain(
    second.id,
  );
  const { rows } = await desk.must('order.activity', { orderId: second.id, before: null, limit: 50 });
  expect(rows.find(({ event }) => event === 'OutsideDependencyMet')?.by).toBe('desk');
});

test('O6 a task can wait for a whole domain order or line of another order, by its number in any case', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, ` so${digits(first.number)}-2 `);
  await waitFor(desk, second.id, 2, `ORDL${digits(first.number)}-1`);
  await work(desk, first.id, 1);
  expect(await stateOf(desk, second.id, 1)).toBe('draft');
  await work(desk, first.id, 2);
  expect(await stateOf(desk, second.id, 1)).toBe('open');
  await work(desk, second.id, 1);
  expect(await stateOf(desk, second.id, 2)).toBe('open');
});

test('O6 what is canceled in the other order is not waited for any longer', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-2`);
  await desk.must('fallout.raise', {
    orderId: first.id,
    commandId: countedId(),
    task: 1,
    falloutType: 'siteAccess',
    priority: 'high',
    text: 'No way in',
  });
  await desk.must('fallout.resolve', {
    orderId: first.id,
    commandId: countedId(),
    fallout: 1,
    action: 'cancelBranch',
    rootCause: 'siteNotReady',
    resolutionCode: 'descoped',
    text: 'The customer gave up',
  });
  expect(await stateOf(desk, second.id, 1)).toBe('open');
});

test('O6 a manager lets a task go on without the other order', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-1`);
  const wait = { orderId: second.id, task: 1, otherOrderId: first.id, node: 'T1' };
  await desk.must('task.waitNoMore', { ...wait, commandId: countedId() });
  expect(await stateOf(desk, second.id, 1)).toBe('open');
  const again = await desk.call('task.waitNoMore', { ...wait, commandId: countedId() });
  expect(again).toMatchObject({ ok: false, error: { code: 'NothingToChange' } });
});

test('O6 two orders cannot be made to wait for each other, by whatever way round', async () => {
  const { desk, first, second } = await twoOrders();
  // The installation of the second comes after its survey, which waits for the domain order of the first.
  await waitFor(desk, second.id, 1, `SO${digits(first.number)}-2`);
  expect(await waitFor(desk, first.id, 2, `TASK${digits(second.number)}-2`)).toMatchObject({
    ok: false,
    error: { code: 'WouldCircle', other: second.number },
  });
  await desk.must('task.waitNoMore', {
    orderId: second.id,
    commandId: countedId(),
    task: 1,
    otherOrderId: first.id,
    node: 'D2',
  });
  expect(await waitFor(desk, first.id, 2, `TASK${digits(second.number)}-2`)).toMatchObject({ ok: true });
});

test('O6 only what is there, in another order and not ended, can be waited for', async () => {
  const { desk, first, second } = await twoOrders();
  for (const number of ['TASK9999999-1', `TASK${digits(first.number)}-9`, `RO${digits(first.number)}-2`, 'next door']) {
    expect(await waitFor(desk, second.id, 1, number)).toMatchObject({ ok: false, error: { code: 'NotFound' } });
  }
  const own = await waitFor(desk, second.id, 1, `TASK${digits(second.number)}-2`);
  expect(own).toMatchObject({ ok: false, error: { code: 'FieldInvalid', expected: 'otherOrder' } });
  await work(desk, first.id, 1);
  const ended = await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-1`);
  expect(ended).toMatchObject({ ok: false, error: { code: 'WrongState', found: 'closedComplete' } });
});

test('O6 a desk that was killed before it told the other order does so when it starts', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-1`);
  await desk.must('task.start', { orderId: first.id, commandId: countedId(), task: 1 });
  await desk.restart(() => completeAndDie(desk.workspaceDir, first.id));
  expect(await stateOf(desk, second.id, 1)).toBe('open');
  expect(await stateOf(desk, second.id, 2)).toBe('draft');
});

/** Commits the end of the first task and nothing else, as a process does that is killed right then. */
function completeAndDie(workspaceDir: string, orderId: string): void {
  const db = openWriter(workspaceFile(workspaceDir));
  const execute = createExecutor({
    db,
    models: openReadModels(db, projections, { countFailedChecks: () => 0 }),
    catalogs: openCatalogShelf(db),
    orders: openOrderCache(db),
    newId: countedId,
    device: 'test',
  });
  const who = { by: theDesk, at: '2026-11-23T09:00:00.000Z' };
  const done = execute(orderId, countedId(), { type: 'completeTask', task: 1 }, who);
  db.close();
  expect(done.ok).toBe(true);
}

test('O6 an order that cannot go on keeps neither the command that ended its wait nor the other orders', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-1`);
  await waitFor(desk, second.id, 2, `TASK${digits(first.number)}-1`);
  await desk.must('task.start', { orderId: first.id, commandId: countedId(), task: 1 });
  const reported: string[] = [];
  const commands: string[] = [];
  await desk.restart(() => {
    completeAndDie(desk.workspaceDir, first.id);
    const db = openWriter(workspaceFile(desk.workspaceDir));
    const releases = createReleases({
      db,
      load: () => null,
      now: () => '2026-11-23T10:00:00.000Z',
      newId: countedId,
      onReleased: () => undefined,
      report: (_bug, where) => reported.push(where),
      execute: (orderId, commandId, command) => {
        commands.push(commandId);
        if (command.type !== 'meetOutside') return ok({ orderId, version: 9, changed: [], events: [] });
        if (command.task === 1) throw new Error('a bug');
        return err({ code: 'NothingToChange', subject: 'task', id: 'T2' });
      },
    });
    const who = { by: theDesk, at: '2026-11-23T10:00:00.000Z' };
    expect(releases.execute(first.id, 'c1', { type: 'passTime' }, who).ok).toBe(true);
    db.close();
  });
  // Named after the command that caused them, so that the command sent again does nothing twice.
  expect(commands).toEqual(['c1', `c1/${second.id}/T1/T1`, `c1/${second.id}/T2/T1`]);
  expect(reported).toEqual([`meetOutside ${second.id}/T1`, `meetOutside ${second.id}/T2`]);
});

/** Orders of one account whose access waits for the access of the others, and one of another account; all approved. */
async function waitingByPlan() {
  const desk = openDeskOnDisk();
  await desk.must('workspace.startEmpty', { name: 'Ana' });
  const [build] = smallCatalog.fulfillmentDesk.planTemplates;
  const shared = { ...build, after: [{ otherOrders: 'account', specification: 'access' }] };
  const catalog = { ...smallCatalog, fulfillmentDesk: { ...smallCatalog.fulfillmentDesk, planTemplates: [shared] } };
  await importText(desk, 'catalog.json', textOf(catalog));
  const stranger = { ...smallOrder('o3'), relatedParty: [{ id: 'ZEN', name: 'Zen Ltd', role: 'customer' }] };
  await importText(desk, 'orders.json', textOf([smallOrder('o1'), smallOrder('o2'), stranger]));
  const { rows } = await desk.must('orders.page', { states: ['new'], after: null, limit: 50 });
  const sorted = rows.toSorted((a, b) => a.number.localeCompare(b.number));
  const [first = '', second = '', third = ''] = sorted.map(({ id }) => id);
  for (const orderId of [first, second, third]) await desk.must('order.approve', { orderId, commandId: countedId() });
  return { desk, first, second, third, firstNumber: sorted[0]?.number ?? '' };
}

test('O6 a plan can say that its work waits for what other orders of the account have under way', async () => {
  const { desk, first, second, third } = await waitingByPlan();
  expect(await stateOf(desk, first, 1)).toBe('open');
  expect(await stateOf(desk, third, 1)).toBe('open');
  expect(await desk.must('task.get', { orderId: second, task: 1 })).toMatchObject({
    state: 'draft',
    waiting: { cause: 'otherOrder', on: [{ key: `order:${first}/D2` }] },
  });
  await work(desk, first, 1);
  await work(desk, first, 2);
  expect(await stateOf(desk, second, 1)).toBe('open');
});

test('O6 what a change adds does not wait for an order that waits for this one', async () => {
  const { desk, first, second, firstNumber } = await waitingByPlan();
  expect(await waitFor(desk, second, 1, `ORDL${digits(firstNumber)}-1`)).toMatchObject({ ok: true });
  await desk.must('revision.request', {
    orderId: first,
    commandId: countedId(),
    operation: 'update',
    changes: [{ kind: 'quantity', line: 1, value: 2 }],
    reason: 'One more',
  });
  await desk.must('revision.approve', { orderId: first, commandId: countedId(), revision: 1 });
  expect(await desk.must('task.get', { orderId: first, task: 3 })).toMatchObject({ state: 'open', outside: [] });
  await work(desk, first, 3);
  expect(await stateOf(desk, second, 1)).toBe('draft');
});

const nodeOf = async (desk: DeskOnDisk, orderId: string, key: string) => {
  const { nodes } = await desk.must('plan.tree', { orderId, root: 'order', after: null, limit: 100 });
  const node = nodes.find(one => one.key === key);
  if (node === undefined) throw new Error(`There is no ${key}`);
  return node;
};

test('O4 O6 a task that waits for another order is expected to start when that is expected to let go, and says when', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, `ORDL${digits(first.number)}-1`);
  const { estimatedEnd } = await nodeOf(desk, first.id, 'L1');
  const survey = await nodeOf(desk, second.id, 'T1');
  expect(survey).toMatchObject({ estimatedStart: estimatedEnd, waiting: { cause: 'otherOrder', until: estimatedEnd } });
  expect(Date.parse((await nodeOf(desk, second.id, 'T2')).estimatedStart ?? '')).toBe(
    Date.parse(estimatedEnd ?? '') + 120 * 60_000,
  );
  // What is learned there is known here at once.
  await desk.must('task.pause', { orderId: first.id, commandId: countedId(), task: 1, reason: 'No van' });
  desk.putForward(24 * 60);
  const later = await nodeOf(desk, first.id, 'L1');
  expect(Date.parse(later.estimatedEnd ?? '')).toBeGreaterThan(Date.parse(estimatedEnd ?? ''));
  expect((await nodeOf(desk, second.id, 'T1')).estimatedStart).toBe(later.estimatedEnd);
});

test('O4 O6 orders whose parts wait for each other crosswise, without a circle, each have their forecast', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 2, `TASK${digits(first.number)}-1`);
  await waitFor(desk, first.id, 2, `TASK${digits(second.number)}-1`);
  for (const { id } of [first, second]) {
    const { estimatedEnd } = await nodeOf(desk, id, 'T1');
    expect(await nodeOf(desk, id, 'T2')).toMatchObject({ estimatedStart: estimatedEnd, atEarliest: false });
  }
});

test('O4 O6 a forecast that comes back to its own order through another one says that it is the earliest', async () => {
  const { desk, first, second } = await twoOrders();
  await waitFor(desk, second.id, 1, `TASK${digits(first.number)}-1`);
  await waitFor(desk, first.id, 2, `TASK${digits(second.number)}-1`);
  const outlook = (orderId: string) => desk.must('plan.outlook', { orderId });
  expect(await nodeOf(desk, first.id, 'T1')).toMatchObject({ atEarliest: false });
  expect(await nodeOf(desk, first.id, 'T2')).toMatchObject({ atEarliest: true });
  expect(await outlook(first.id)).toMatchObject({ atEarliest: true });
  expect(await desk.must('order.get', { orderId: first.id })).toMatchObject({ atEarliest: true });
  expect(await desk.must('task.get', { orderId: first.id, task: 2 })).toMatchObject({ atEarliest: true });
  const { rows } = await desk.must('order.lines', { orderId: first.id, after: 0, limit: 10 });
  expect(rows).toMatchObject([{ atEarliest: true }]);
  // The other order waits for nothing but the first task here, whose end is certain.
  expect(await outlook(second.id)).toMatchObject({ atEarliest: false });
});
