/** Ending and starting again, kindly or as a power cut would: nothing acknowledged is lost, nothing is half there. */
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { APPROVER, HOST } from './support/seed.ts';

const ORDERS = 150;

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: Array.from({ length: ORDERS }, (_, index) => serviceOrder({ externalId: `CRM-${index + 1}` })),
  },
});

test('after a restart everything is as it was: the decisions, the work, who sits at the desk', async ({ desk }) => {
  const { page } = desk;
  const orderId = await orderIdOf(page, 'CRM-1');
  await must(page, 'order.approve', { commandId: v7(), orderId });
  await must(page, 'task.start', { commandId: v7(), orderId, task: 1 });
  await must(page, 'fallout.raise', {
    commandId: v7(),
    orderId,
    task: 1,
    falloutType: 'siteAccess',
    priority: 'high',
    text: 'Nobody at the gate.',
  });
  await deskWindow(page).switchTo(APPROVER);
  await orderPage(page).open('CRM-1', 'Activity');
  const before = await must(page, 'order.activity', { orderId, before: null, limit: 200 });

  await desk.restart();
  await expect(deskWindow(page).person).toHaveAccessibleName(new RegExp(`^${APPROVER},`));
  await expect(deskWindow(page).link('Approvals')).toHaveAccessibleName(`Approvals, ${ORDERS - 1}`);
  await expect(deskWindow(page).link('Fallout')).toHaveAccessibleName('Fallout, 1');
  expect(await must(page, 'order.activity', { orderId, before: null, limit: 200 })).toEqual(before);
  await orderPage(page).open('CRM-1', 'Activity');
  await expect(orderPage(page).activity.filter({ hasText: 'Approved' }).filter({ hasText: HOST })).toHaveCount(1);
});

/** Approves the orders one after the other over a socket of its own, and keeps the ids that were acknowledged. */
async function approveAll(page: Page, orderIds: readonly string[]): Promise<void> {
  const commands = orderIds.map(orderId => ({ commandId: v7(), orderId }));
  await page.evaluate(inputs => {
    const acknowledged: string[] = [];
    Object.assign(window, { acknowledged });
    const socket = new WebSocket(`ws://${location.host}/desk`);
    const send = (at: number): void =>
      socket.send(JSON.stringify({ id: at + 1, name: 'order.approve', input: inputs[at] }));
    socket.addEventListener('open', () => send(0));
    socket.addEventListener('message', event => {
      const { id, reply } = JSON.parse(String(event.data)) as { id?: number; reply: { ok: boolean } };
      const input = id === undefined ? undefined : inputs[id - 1];
      if (id === undefined || input === undefined) return;
      if (reply.ok) acknowledged.push(input.orderId);
      if (id < inputs.length) send(id);
    });
  }, commands);
}

const acknowledgedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { acknowledged: string[] }).acknowledged);

test('X15 a kill in the middle of a series of decisions loses none that was acknowledged and leaves none half done', async ({
  desk,
}) => {
  const { page } = desk;
  const list = { states: ['new' as const], after: null, limit: 200 };
  const { rows } = await must(page, 'orders.page', list);
  await approveAll(
    page,
    rows.map(row => row.id),
  );
  await expect.poll(async () => (await acknowledgedBy(page)).length).toBeGreaterThan(20);
  await desk.kill();
  const acknowledged = new Set(await acknowledgedBy(page));
  expect(acknowledged.size).toBeLessThan(ORDERS);

  await desk.restart();
  for (const { id } of rows) {
    const { state, version, tasks, domainOrders } = await must(page, 'order.get', { orderId: id });
    if (acknowledged.has(id)) expect(state).toBe('inProgress');
    expect(['new', 'inProgress']).toContain(state);
    expect({ tasks: tasks.total, domainOrders: domainOrders.total }).toEqual(
      state === 'new' ? { tasks: 0, domainOrders: 0 } : { tasks: 2, domainOrders: 2 },
    );
    expect(version).toBe(state === 'new' ? 1 : 7);
  }
  const { total } = await must(page, 'orders.page', list);
  await expect(deskWindow(page).link('Approvals')).toHaveAccessibleName(`Approvals, ${total}`);
});

test('a window that stayed open says that the app is away, and goes on by itself when it is back', async ({ desk }) => {
  const left = await desk.openWindow();
  const approvals = approvalsPage(left);
  await approvals.open();
  await desk.kill();
  await expect(left.getByRole('alert').filter({ hasText: 'Start it again and leave this window open' })).toBeVisible();
  // A screen that nobody had looked at yet is there all the same.
  await deskWindow(left).goTo('Settings');
  await expect(left.getByRole('heading', { name: 'Appearance' })).toBeVisible();
  await deskWindow(left).goTo('Approvals');
  await approvals.openRow('ORD0000001');
  await approvals.approve.click();
  await expect(deskWindow(left).message('The connection to the app is lost')).toBeVisible();

  await desk.restart();
  await left.bringToFront();
  await expect(async () => {
    await approvals.approve.click();
    await expect(approvals.row('ORD0000001')).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(left.getByText('Start it again and leave this window open')).toHaveCount(0);
  const { rows } = await must(desk.page, 'orders.page', { states: ['inProgress'], after: null, limit: 10 });
  expect(rows.map(row => row.number)).toEqual(['ORD0000001']);
});
