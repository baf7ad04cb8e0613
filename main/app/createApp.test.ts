import { expect, test } from 'vitest';
import {
  countedId,
  importText,
  openDeskOnDisk,
  smallCatalog,
  smallOrder,
  textOf,
  type DeskOnDisk,
} from './testing/deskOnDisk.ts';

async function openWithOrders(...ids: readonly string[]) {
  const desk = openDeskOnDisk();
  await desk.must('workspace.startEmpty', { name: 'Ana' });
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  await importText(desk, 'orders.json', textOf(ids.map(id => smallOrder(id))));
  const { rows } = await desk.must('orders.page', { states: ['new'], after: null, limit: 50 });
  return { desk, orders: rows };
}

async function approve(desk: DeskOnDisk, orderId: string) {
  return desk.must('order.approve', { orderId, commandId: countedId() });
}

async function work(desk: DeskOnDisk, orderId: string, task: number, values?: { name: string; value: string }[]) {
  await desk.must('task.start', { orderId, commandId: countedId(), task });
  return desk.must('task.complete', { orderId, commandId: countedId(), task, ...(values ? { values } : {}) });
}

test('one order goes all the way, and a restart finds all of it', async () => {
  const { desk, orders } = await openWithOrders('o1');
  const orderId = orders[0]?.id ?? '';
  await approve(desk, orderId);
  await work(desk, orderId, 1);
  const last = await work(desk, orderId, 2, [{ name: 'serial', value: 'X-1' }]);
  expect(last.events).toEqual([
    'TaskValuesRecorded',
    'TaskCompleted',
    'DomainOrderClosed',
    'DomainOrderClosed',
    'LineCompleted',
    'InventoryChanged',
    'OrderCompleted',
  ]);
  await desk.restart();
  const order = await desk.must('order.get', { orderId });
  expect(order).toMatchObject({ state: 'completed', tasks: { ended: 2, total: 2 } });
  const { rows } = await desk.must('order.lines', { orderId, after: 0, limit: 10 });
  expect(rows[0]).toMatchObject({ state: 'completed', inventory: { state: 'active' } });
  expect(await desk.must('counts.get', {})).toMatchObject({ approvals: 0, tasksOpen: 0, orders: 1 });
});

test('a command sent again is answered the same and done once', async () => {
  const { desk, orders } = await openWithOrders('o1');
  const input = { orderId: orders[0]?.id ?? '', commandId: countedId() };
  const first = await desk.must('order.approve', input);
  expect(await desk.must('order.approve', input)).toEqual(first);
  await desk.restart();
  expect(await desk.must('order.approve', input)).toEqual(first);
});

test('a decision on what somebody has changed meanwhile is told who did what and when', async () => {
  const { desk, orders } = await openWithOrders('o1');
  const { id: orderId = '', version = 0 } = orders[0] ?? {};
  await desk.must('order.reject', {
    orderId,
    commandId: countedId(),
    seen: version,
    reasonCode: 'other',
    text: 'Not ours',
  });
  const reply = await desk.call('order.approve', { orderId, commandId: countedId(), seen: version });
  expect(reply).toMatchObject({ ok: false, error: { code: 'Stale', event: 'OrderRejected' } });
});

test('nothing is done for nobody', async () => {
  const desk = openDeskOnDisk();
  const reply = await desk.call('order.approve', { orderId: 'x', commandId: countedId() });
  expect(reply).toEqual({ ok: false, error: { code: 'NobodyChosen' } });
});

test('U1 every change is in the activity with old value, new value, who and when', async () => {
  const { desk, orders } = await openWithOrders('o1');
  const orderId = orders[0]?.id ?? '';
  await approve(desk, orderId);
  await desk.must('task.claim', { orderId, commandId: countedId(), task: 1 });
  const { rows } = await desk.must('order.activity', { orderId, before: null, limit: 50 });
  const [newest] = rows;
  const { person } = await desk.must('workspace.status', {});
  expect(newest).toMatchObject({ subject: 'T1', field: 'assignee', was: null, now: person?.id, by: person?.id });
  expect(rows.map(({ event }) => event)).toContain('OrderApproved');
  expect(rows.every(({ at }) => at.endsWith('Z'))).toBe(true);
});

test('U3 a refusal names the permission that is missing and the roles that have it', async () => {
  const { desk, orders } = await openWithOrders('o1');
  await desk.restart();
  const orderId = orders[0]?.id ?? '';
  await approve(desk, orderId);
  const refused = await desk.call('order.approve', { orderId, commandId: countedId() });
  expect(refused).toMatchObject({ ok: false, error: { code: 'WrongState', found: 'inProgress', needed: ['new'] } });
});

test('calls that are not calls, and inputs that do not fit, are answered and never thrown', async () => {
  const desk = openDeskOnDisk();
  for (const name of ['toString', '__proto__', 'nothing.here']) {
    const reply = await desk.call(name as 'counts.get', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'UnknownCall' } });
  }
  const reply = await desk.call('order.get', { orderId: 7 } as unknown as { orderId: string });
  expect(reply).toMatchObject({ ok: false, error: { code: 'BadInput' } });
});

test('notices say which orders changed, and not what they are', async () => {
  const { desk, orders } = await openWithOrders('o1');
  const orderId = orders[0]?.id ?? '';
  desk.notices.length = 0;
  await approve(desk, orderId);
  expect(desk.notices).toEqual([{ name: 'orders.changed', body: { orderIds: [orderId], many: false } }]);
});
