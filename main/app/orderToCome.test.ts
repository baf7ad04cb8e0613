import { expect, test } from 'vitest';
import { openWriter } from '../../db/open.ts';
import { projections } from '../../db/projections/list.ts';
import { openReadModels } from '../../db/projections/readModels.ts';
import { theDesk } from '../domain/people/desk.ts';
import { openCatalogShelf } from './catalogShelf.ts';
import { createExecutor } from './commands/executor.ts';
import { workspaceFile } from './createApp.ts';
import { openOrderCache } from './orderCache.ts';
import { countedId, smallCatalog, smallOrder, type DeskOnDisk } from './testing/deskOnDisk.ts';
import { openDeskWithOrders, takeIn } from './testing/deskWithOrders.ts';

/** The installation of an access waits for a trench of another order. */
function catalogWaiting(wait: object) {
  const { serviceSpecification, fulfillmentDesk: desk } = smallCatalog;
  const [build] = desk.planTemplates;
  const tasks = build?.tasks.map(task =>
    task.key === 'install'
      ? { ...task, after: ['survey', { otherOrders: 'location', specification: 'trench', ...wait }] }
      : task,
  );
  const dig = { id: 'dig', name: 'Dig', tasks: [{ key: 'dig', title: 'Dig', duration: 'PT8H' }] };
  return {
    ...smallCatalog,
    serviceSpecification: [...serviceSpecification, { ...serviceSpecification[0], id: 'trench', name: 'Trench' }],
    fulfillmentDesk: {
      ...desk,
      planTemplates: [{ ...build, tasks }, dig],
      policies: [...desk.policies, { id: 'p2', specification: 'trench', planTemplate: 'dig' }],
    },
  };
}

/** An order of the same customer with one trench. */
function trenchAt(id: string, site: string, account = 'ACME') {
  const order = smallOrder(id);
  return {
    ...order,
    relatedParty: [{ id: account, name: account, role: 'customer' }],
    serviceOrderItem: order.serviceOrderItem.map(item => ({
      ...item,
      service: { serviceSpecification: { id: 'trench' }, place: [{ id: site, name: site, role: 'site' }] },
    })),
  };
}

const approve = (desk: DeskOnDisk, orderId: string) => desk.must('order.approve', { orderId, commandId: countedId() });
const install = (desk: DeskOnDisk, orderId: string) => desk.must('task.get', { orderId, task: 2 });

async function finish(desk: DeskOnDisk, orderId: string, task: number) {
  await desk.must('task.start', { orderId, commandId: countedId(), task });
  await desk.must('task.complete', { orderId, commandId: countedId(), task });
}

/** The survey is done and the installation waits for a trench that nobody has ordered. */
async function waitingForTrench(wait: object = { required: true }) {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('o1')], catalogWaiting(wait));
  const [first = ''] = orderIds;
  await approve(desk, first);
  await finish(desk, first, 1);
  return { desk, first };
}

test('O6 a task waits for an order that has not been approved yet, for that order once it is, and opens when it lets go', async () => {
  const { desk, first } = await waitingForTrench();
  expect(await install(desk, first)).toMatchObject({
    state: 'draft',
    waiting: { cause: 'orderToCome', on: [{ title: 'Trench' }] },
    outside: [{ orderId: null, node: 'trench', title: 'Trench' }],
  });
  const elsewhere = await takeIn(desk, [trenchAt('t1', 'P9'), trenchAt('t2', 'P1', 'ZEN'), trenchAt('t3', 'P1')]);
  const [far = '', strange = '', near = ''] = elsewhere;
  await approve(desk, far);
  await approve(desk, strange);
  expect((await install(desk, first)).waiting?.cause).toBe('orderToCome');
  desk.notices.length = 0;
  await approve(desk, near);
  expect(await install(desk, first)).toMatchObject({
    state: 'draft',
    waiting: { cause: 'otherOrder', on: [{ key: `order:${near}/D1` }] },
  });
  expect(desk.notices.flatMap(({ name, body }) => (name === 'orders.changed' ? body.orderIds : []))).toContain(first);
  const { rows } = await desk.must('order.activity', { orderId: first, before: null, limit: 50 });
  expect(rows.find(({ event }) => event === 'OutsideWantMet')).toMatchObject({ by: 'desk', field: 'waitsFor' });
  await finish(desk, near, 1);
  expect((await install(desk, first)).state).toBe('open');
});

test('O6 without being required, what comes while the task is not ready is waited for, and what comes later is not', async () => {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('o1'), smallOrder('o2')], catalogWaiting({}));
  const [first = '', second = ''] = orderIds;
  await approve(desk, first);
  await approve(desk, second);
  await finish(desk, second, 1);
  const [trench = ''] = await takeIn(desk, [trenchAt('t1', 'P1')]);
  await approve(desk, trench);
  await finish(desk, first, 1);
  expect((await install(desk, first)).waiting?.cause).toBe('otherOrder');
  expect((await install(desk, second)).state).toBe('open');
});

test('O6 a manager lets a task go on without an order that never comes', async () => {
  const { desk, first } = await waitingForTrench();
  const without = { orderId: first, task: 2, otherOrderId: null, node: 'trench' };
  await desk.must('task.waitNoMore', { ...without, commandId: countedId() });
  expect(await install(desk, first)).toMatchObject({ state: 'open', outside: [] });
  const again = await desk.call('task.waitNoMore', { ...without, commandId: countedId() });
  expect(again).toMatchObject({ ok: false, error: { code: 'NothingToChange' } });
});

test('O6 a task whose line has moved waits for what comes at its new site', async () => {
  const { desk, first } = await waitingForTrench();
  await desk.must('revision.request', {
    orderId: first,
    commandId: countedId(),
    operation: 'update',
    changes: [{ kind: 'location', line: 1, value: { id: 'P2', name: 'P2' } }],
    reason: 'They move',
  });
  await desk.must('revision.approve', { orderId: first, commandId: countedId(), revision: 1 });
  const [before = '', after = ''] = await takeIn(desk, [trenchAt('t1', 'P1'), trenchAt('t2', 'P2')]);
  await approve(desk, before);
  expect((await install(desk, first)).waiting?.cause).toBe('orderToCome');
  await approve(desk, after);
  expect((await install(desk, first)).waiting?.cause).toBe('otherOrder');
});

test('O6 the start of a part of another order is enough where the plan says so, and the lag after it runs out', async () => {
  const { desk, first } = await waitingForTrench({ required: true, on: 'start', lag: 'PT1H' });
  const [trench = ''] = await takeIn(desk, [trenchAt('t1', 'P1')]);
  await approve(desk, trench);
  await desk.must('task.start', { orderId: trench, commandId: countedId(), task: 1 });
  expect(await install(desk, first)).toMatchObject({ state: 'scheduled', waiting: { cause: 'lag' } });
  desk.putForward(61);
  desk.passDue();
  expect((await install(desk, first)).state).toBe('open');
});

test('O6 a desk that was killed after an approval tells who wants what was approved when it starts', async () => {
  const { desk, first } = await waitingForTrench();
  const [trench = ''] = await takeIn(desk, [trenchAt('t1', 'P1')]);
  await desk.restart(() => approveAndDie(desk.workspaceDir, trench));
  expect(await install(desk, first)).toMatchObject({ waiting: { cause: 'otherOrder' } });
});

/** Commits an approval and nothing else, as a process does that is killed right then. */
function approveAndDie(workspaceDir: string, orderId: string): void {
  const db = openWriter(workspaceFile(workspaceDir));
  const execute = createExecutor({
    db,
    models: openReadModels(db, projections, { countFailedChecks: () => 0 }),
    catalogs: openCatalogShelf(db),
    orders: openOrderCache(db),
    newId: countedId,
    device: 'test',
  });
  const done = execute(orderId, countedId(), { type: 'approve' }, { by: theDesk, at: '2026-11-23T09:00:00.000Z' });
  db.close();
  expect(done.ok).toBe(true);
}
