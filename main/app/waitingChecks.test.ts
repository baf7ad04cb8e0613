import { expect, test } from 'vitest';
import { openWriter } from '../../db/open.ts';
import { workspaceFile } from './createApp.ts';
import { countedId, smallCatalog, smallOrder, type DeskOnDisk } from './testing/deskOnDisk.ts';
import { openDeskWithOrders, takeIn } from './testing/deskWithOrders.ts';

/** A telephone needs an internet access of the same account, in its order or in the inventory. */
const catalog = {
  ...smallCatalog,
  serviceSpecification: [
    ...smallCatalog.serviceSpecification,
    { id: 'phone', name: 'Phone', '@type': 'CustomerFacingServiceSpecification', lifecycleStatus: 'Active' },
  ],
  fulfillmentDesk: {
    ...smallCatalog.fulfillmentDesk,
    compatibilityRules: [{ id: 'c1', source: 'phone', requires: 'internet' }],
  },
};

function orderOf(id: string, service: object, action = 'add') {
  const order = smallOrder(id);
  const [item] = order.serviceOrderItem;
  return { ...order, serviceOrderItem: [{ ...item, action, service: { ...item?.service, ...service } }] };
}
const phone = (id: string) => orderOf(id, { serviceSpecification: { id: 'phone' } });

/** How many checks the queue says have failed, and how many the order itself says, by order. */
async function failedOf(desk: DeskOnDisk, ...orderIds: readonly string[]) {
  const { rows } = await desk.must('orders.page', { states: ['new', 'draft'], after: null, limit: 50 });
  const found: [number | undefined, number][] = [];
  for (const orderId of orderIds) {
    const { checks } = await desk.must('order.get', { orderId });
    const row = rows.find(({ id }) => id === orderId);
    found.push([row?.checksFailed, checks.filter(({ passed }) => !passed).length]);
  }
  return found;
}

async function fulfil(desk: DeskOnDisk, orderId: string) {
  await desk.must('order.approve', { orderId, commandId: countedId() });
  const { tasks } = await desk.must('order.get', { orderId });
  for (let task = 1; task <= tasks.total; task += 1) {
    await desk.must('task.start', { orderId, commandId: countedId(), task });
    const values = [{ name: 'serial', value: 'X-1' }];
    await desk.must('task.complete', { orderId, commandId: countedId(), task, values });
  }
  expect((await desk.must('order.get', { orderId })).state).toBe('completed');
}

const rebuilt = (desk: DeskOnDisk) =>
  desk.restart(() => {
    const db = openWriter(workspaceFile(desk.workspaceDir));
    db.exec('UPDATE read_model SET version = 0');
    db.close();
  });

test('A5 D1 the queue counts anew what fails on an order that waits when another brings or takes what it needs', async () => {
  const stranger = { ...phone('o3'), relatedParty: [{ id: 'ZEN', name: 'Zen Ltd', role: 'customer' }] };
  const { desk, orderIds } = await openDeskWithOrders([phone('o1'), smallOrder('o2'), stranger], catalog);
  const [waiting = '', access = '', other = ''] = orderIds;
  const [[before = 0] = [], [alien = 0] = []] = await failedOf(desk, waiting, other);
  desk.notices.length = 0;
  await fulfil(desk, access);
  expect(await failedOf(desk, waiting, other)).toEqual([
    [before - 1, before - 1],
    [alien, alien],
  ]);
  // Whoever looks at the order is told as well.
  expect(desk.notices.flatMap(({ name, body }) => (name === 'orders.changed' ? body.orderIds : []))).toContain(waiting);
  await rebuilt(desk);
  expect(await failedOf(desk, waiting, other)).toEqual([
    [before - 1, before - 1],
    [alien, alien],
  ]);
  const { number } = await desk.must('order.get', { orderId: access });
  const [gone = ''] = await takeIn(desk, [orderOf('o4', { id: `${number}-1` }, 'delete')]);
  await fulfil(desk, gone);
  expect(await failedOf(desk, waiting)).toEqual([[before, before]]);
  await rebuilt(desk);
  expect(await failedOf(desk, waiting)).toEqual([[before, before]]);
});

test('A5 D1 a rebuild counts what fails by the whole inventory, whichever order came first', async () => {
  const { desk, orderIds } = await openDeskWithOrders([phone('o1'), smallOrder('o2')], catalog);
  const [waiting = '', access = ''] = orderIds;
  await fulfil(desk, access);
  const fails = (await failedOf(desk, waiting))[0]?.[1];
  await rebuilt(desk);
  expect(await failedOf(desk, waiting)).toEqual([[fails, fails]]);
});
