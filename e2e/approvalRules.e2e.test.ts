/** Approving under rules: to start later, by two people, in the place of somebody else. */
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { settingsPage } from './pages/settings.ts';
import { tasksPage } from './pages/tasks.ts';
import { ask, must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { inDays, serviceOrder } from './support/orders.ts';
import { AGENT, APPROVER, HOST } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [
      serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
      serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' }),
      serviceOrder({ externalId: 'CRM-3', account: 'Quayside Dental' }),
    ],
  },
});

const minuteOf = (iso: string): string => iso.slice(0, 16);
const secondOf = (at: number): string => new Date(at).toISOString().slice(0, 19);

test('A7 an order approved for a later start waits for it, starts by itself then or on demand, and is caught up with when the app was away', async ({
  desk,
}) => {
  const { page } = desk;
  const window = deskWindow(page);
  const approvals = approvalsPage(page);
  const order = orderPage(page);
  const tasks = tasksPage(page);
  const stateOf = async (externalId: string): Promise<string> =>
    (await must(page, 'order.get', { orderId: await orderIdOf(page, externalId) })).state;
  /** Answers when that is; reckoned as late as possible, for it must still be to come. */
  const approveToStart = async (account: string, inSeconds: number): Promise<number> => {
    await approvals.open();
    await approvals.openRow(account);
    await approvals.decision.getByRole('button', { name: 'Approve to start on…' }).click();
    const start = Date.now() + inSeconds * 1000;
    await page.getByRole('textbox', { name: 'Start on' }).fill(secondOf(start));
    await page.getByRole('button', { name: 'Approve to start then' }).click();
    await expect(approvals.row(account)).toHaveCount(0);
    return start;
  };

  await test.step('a moment that has passed is no start', async () => {
    await approvals.open();
    await approvals.openRow('Harbour Foods');
    await approvals.decision.getByRole('button', { name: 'Approve to start on…' }).click();
    await page.getByRole('textbox', { name: 'Start on' }).fill(minuteOf(inDays(-1)));
    await page.getByRole('button', { name: 'Approve to start then' }).click();
    await expect(page.getByText('Choose a moment that is still to come.')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('until then it has a plan and nothing to do', async () => {
    await approveToStart('Harbour Foods', 2 * 24 * 60 * 60);
    await expect(window.message('was approved to start on')).toBeVisible();
    expect(await must(page, 'order.get', { orderId: await orderIdOf(page, 'CRM-1') })).toMatchObject({
      state: 'acknowledged',
      tasks: { ended: 0, total: 2 },
    });
    await tasks.open('All');
    await expect(page.getByText('There are no open tasks')).toBeVisible();
  });

  await test.step('it is started on demand', async () => {
    await order.open('CRM-1');
    await page.getByRole('button', { name: 'Start now' }).click();
    await expect(window.message('was started')).toBeVisible();
    expect(await stateOf('CRM-1')).toBe('inProgress');
    await tasks.open('All');
    await expect(tasks.row('Harbour Foods')).toContainText('Ready');
  });

  await test.step('it starts by itself', async () => {
    await approveToStart('Northern Rail', 3);
    await tasks.open('All');
    await expect(tasks.row('Northern Rail')).toContainText('Ready');
    expect(await stateOf('CRM-2')).toBe('inProgress');
  });

  await test.step('what came due while the app was away is caught up with', async () => {
    const start = await approveToStart('Quayside Dental', 4);
    expect(await stateOf('CRM-3')).toBe('acknowledged');
    await desk.kill();
    await expect.poll(() => Date.now() > start).toBe(true);
    await desk.restart();
    await tasks.open('All');
    await expect(tasks.row('Quayside Dental')).toContainText('Ready');
    await order.open('CRM-3', 'Activity');
    await expect(order.activity.filter({ hasText: 'Start planned' })).toContainText(HOST);
    await expect(order.activity.filter({ hasText: 'Ready' }).first()).toContainText('Fulfillment Desk');
  });
});

test('A8 when the policy asks for two people, the second approval has to come from somebody else', async ({
  desk: { page },
}) => {
  const window = deskWindow(page);
  const approvals = approvalsPage(page);
  const settings = settingsPage(page);
  await settings.open();
  await settings.everyOrder.check();
  await settings.save();
  const orderId = await orderIdOf(page, 'CRM-1');

  await test.step('the first approval is kept, and no work starts', async () => {
    await approvals.open();
    await approvals.openRow('Harbour Foods');
    await approvals.decision.getByRole('button', { name: 'Approve, first of two' }).click();
    await expect(window.message('The first approval')).toBeVisible();
    await approvals.openRow('Harbour Foods');
    expect(await must(page, 'order.get', { orderId })).toMatchObject({ state: 'new', tasks: { total: 0 } });
  });

  await test.step('the same person is refused, in the window and behind it', async () => {
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'true');
    await expect(approvals.decision).toContainText('The second has to come from somebody else');
    expect(await ask(page, 'order.approve', { commandId: v7(), orderId })).toMatchObject({
      ok: false,
      error: { code: 'SecondPersonNeeded' },
    });
  });

  await test.step('somebody else gives the second, and the work starts', async () => {
    await window.switchTo(APPROVER);
    await approvals.decision.getByRole('button', { name: 'Approve, second of two' }).click();
    await expect(approvals.row('Harbour Foods')).toHaveCount(0);
    expect(await must(page, 'order.get', { orderId })).toMatchObject({ state: 'inProgress', tasks: { total: 2 } });
    await orderPage(page).open('CRM-1', 'Activity');
    await expect(orderPage(page).activity.filter({ hasText: 'First approval given' })).toContainText(HOST);
    await expect(
      orderPage(page)
        .activity.filter({ has: page.getByText('Approved', { exact: true }) })
        .first(),
    ).toContainText(APPROVER);
  });
});

test('A8 somebody without the right decides in the place of who lets them, and no longer when that is taken back', async ({
  desk: { page },
}) => {
  const window = deskWindow(page);
  const approvals = approvalsPage(page);
  const settings = settingsPage(page);

  await test.step('handed over', async () => {
    await settings.open();
    await settings.lend(AGENT, minuteOf(inDays(-1)), minuteOf(inDays(1)));
    await expect(settings.delegation).toContainText(`${AGENT} may decide for you`);
  });

  await test.step('the agent approves, and it is told in whose place', async () => {
    await window.switchTo(AGENT);
    await approvals.open();
    await expect(page.getByText(`You decide in place of ${HOST}.`)).toBeVisible();
    await approvals.openRow('Harbour Foods');
    await approvals.approve.click();
    await expect(approvals.row('Harbour Foods')).toHaveCount(0);
    await orderPage(page).open('CRM-1', 'Activity');
    await expect(
      orderPage(page).activity.filter({ hasText: AGENT }).filter({ hasText: HOST }).filter({ hasText: 'On behalf of' }),
    ).toHaveCount(1);
  });

  await test.step('taken back', async () => {
    await window.switchTo(HOST);
    await settings.open();
    await settings.delegation.getByRole('button', { name: 'No longer' }).click();
    await expect(settings.delegation).toContainText('Nobody decides for anybody else');
    await window.switchTo(AGENT);
    await approvals.open();
    await approvals.openRow('Northern Rail');
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'true');
    const orderId = await orderIdOf(page, 'CRM-2');
    expect(await ask(page, 'order.approve', { commandId: v7(), orderId })).toMatchObject({
      ok: false,
      error: { code: 'NotPermitted' },
    });
  });
});
