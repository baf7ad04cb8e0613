/** Who may do what, and who did what. */
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { tasksPage } from './pages/tasks.ts';
import { ask, must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { AGENT, APPROVER, HOST, VIEWER } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [
      serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
      serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' }),
    ],
    approved: ['CRM-1'],
  },
});

test('U3 what a role does not include is refused, and the refusal names the permission and who has it', async ({
  desk: { page },
}) => {
  const window = deskWindow(page);
  const tasks = tasksPage(page);
  const approvals = approvalsPage(page);
  await tasks.open('All');

  await test.step('a viewer can neither take nor start a task', async () => {
    await window.switchTo(VIEWER);
    await tasks.openRow('Survey the site');
    await expect(tasks.action('Start')).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('y');
    await expect(window.message('Your roles do not let you work on tasks')).toBeVisible();
    const orderId = await orderIdOf(page, 'CRM-1');
    expect(await ask(page, 'task.start', { commandId: v7(), orderId, task: 1 })).toMatchObject({
      ok: false,
      error: { code: 'NotPermitted', permission: 'task.work', roles: ['fulfillmentManager', 'fulfillmentAgent'] },
    });
  });

  await test.step('an agent cannot decide on orders', async () => {
    await window.switchTo(AGENT);
    await approvals.open();
    await approvals.openRow('Northern Rail');
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'true');
    await expect(approvals.decline).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('an agent imports nothing: the window says what is missing and who can', async () => {
    await window.goTo('Import');
    await page
      .getByLabel('Files to import')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    const refusal = window.message('You may not import orders');
    await expect(refusal).toContainText('Service order manager');
    await expect(refusal).toContainText('Admin');
  });

  await test.step('a manager of service orders decides, but does no tasks', async () => {
    await window.switchTo(APPROVER);
    await approvals.open();
    await approvals.openRow('Northern Rail');
    await approvals.approve.click();
    await expect(approvals.row('Northern Rail')).toHaveCount(0);
    await tasks.open('All');
    await tasks.openRow('Survey the site');
    await expect(tasks.action('Start')).toHaveAttribute('aria-disabled', 'true');
  });
});

test('U1 the activity of an order keeps every change with old value, new value, who and when', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  const tasks = tasksPage(page);
  await tasks.open('All');
  await tasks.row('Harbour Foods').click();
  await tasks.act('Take it');
  await expect(tasks.fact('Person')).toHaveText(HOST);
  await must(page, 'task.assign', { commandId: v7(), orderId, task: 1, assignee: 'ben-osei' });
  await deskWindow(page).switchTo(AGENT);
  await tasks.act('Start');
  await tasks.act('Complete');
  await expect(tasks.result).toContainText('is completed');
  await must(page, 'task.start', { commandId: v7(), orderId, task: 2 });
  for (const serial of ['SN-1', 'SN-2']) {
    const values = [{ name: 'serial', value: serial }];
    await must(page, 'task.recordValues', { commandId: v7(), orderId, task: 2, values });
  }

  await order.open('CRM-1', 'Activity');
  const entry = (...texts: string[]) =>
    texts.reduce((found, text) => found.filter({ hasText: text }), order.activity).first();
  await expect(entry('Assigned', 'Survey the site', `was ${HOST}`)).toContainText(`now ${AGENT}`);
  await expect(entry('Value recorded', 'Install the line', 'was SN-1')).toContainText('now SN-2');
  await expect(entry('Value recorded', 'was SN-1')).toContainText(AGENT);
  await expect(entry('Value recorded', 'was SN-1')).toContainText(/\d{4}, \d{2}:\d{2}/);
  await expect(entry('Approved')).toContainText(HOST);
});
