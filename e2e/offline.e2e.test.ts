/** The whole work with the network cable out: the app runs with every way out of the machine cut. */
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow, pick } from './pages/deskWindow.ts';
import { falloutPage } from './pages/fallout.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { tasksPage } from './pages/tasks.ts';
import { ask, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { AGENT, VIEWER } from './support/seed.ts';

test.use({ cableOut: true });

test('M2 the app starts on an isolated machine, and its window asks nobody else for anything', async ({
  desk: { page },
}) => {
  const foreign: string[] = [];
  page.on('request', request => {
    if (new URL(request.url()).hostname !== '127.0.0.1') foreign.push(request.url());
  });
  await page.reload();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Kim Berg');
  await page.keyboard.press('Enter');
  for (const screen of ['Orders', 'My tasks', 'Fallout', 'Import', 'Settings', 'Approvals'] as const) {
    await deskWindow(page).goTo(screen);
  }
  expect(foreign).toEqual([]);
});

test.describe('with orders', () => {
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

  test('S1 order, plan and history are read with no network', async ({ desk: { page } }) => {
    const order = orderPage(page);
    await order.open('CRM-1');
    await expect(order.line(/^Line 1:/)).toContainText('Quay 4');
    await order.show('Specifications and domain orders');
    await expect(order.created).toHaveCount(2);
    await order.show('Plan');
    await expect(planPage(page).row('Survey the site')).toContainText('Ready');
    await order.show('Activity');
    await expect(order.activity.filter({ hasText: 'Imported' })).not.toHaveCount(0);
  });

  test('S2 tasks are taken, filled in and completed with no network', async ({ desk: { page } }) => {
    const tasks = tasksPage(page);
    await tasks.open('All');
    await tasks.openRow('Survey the site');
    await tasks.act('Start');
    await tasks.act('Complete');
    await expect(tasks.result).toContainText('is completed');
    await tasks.openRow('Install the line');
    await tasks.act('Start');
    await expect(tasks.detail).toContainText('In progress');
    await tasks.field('Serial number').fill('SN-1');
    await tasks.act('Complete');
    await expect(tasks.result).toContainText('The whole order is completed.');
  });

  test('S3 fallout is raised, triaged and resolved with no network', async ({ desk: { page } }) => {
    const fallout = falloutPage(page);
    await tasksPage(page).open('All');
    await tasksPage(page).openRow('Survey the site');
    await page.keyboard.press('f');
    await fallout.raise({ type: 'Site access', text: 'Nobody at the gate.' });
    await fallout.open();
    await fallout.openRow('Survey the site');
    await pick(page.getByRole('region', { name: 'Triage' }), 'Owner', AGENT);
    await expect(fallout.row('Survey the site')).toContainText(AGENT);
    await fallout.resolve({
      action: 'Try again',
      rootCause: 'Site not ready',
      resolution: 'Worked around',
      text: 'Came again.',
    });
    await expect(tasksPage(page).result).toContainText('is “Ready” again');
  });

  test('X1 approving, decomposing, working, raising and resolving fallout all work with the cable out, with the same checks', async ({
    desk: { page },
  }) => {
    const tasks = tasksPage(page);
    const fallout = falloutPage(page);
    await test.step('approved and decomposed', async () => {
      await approvalsPage(page).open();
      await approvalsPage(page).openRow('Northern Rail');
      await approvalsPage(page).approve.click();
      await expect(approvalsPage(page).row('Northern Rail')).toHaveCount(0);
      await orderPage(page).open('CRM-2', 'Specifications and domain orders');
      await expect(orderPage(page).created).toHaveCount(2);
    });
    await test.step('started, held by fallout, resolved and completed', async () => {
      await tasks.open('All');
      await tasks.row('Northern Rail').click();
      await tasks.act('Start');
      await expect(tasks.detail).toContainText('In progress');
      await tasks.act('Raise fallout');
      await fallout.raise({ type: 'Data error', text: 'The address is wrong.' });
      await fallout.open();
      await fallout.openRow('Northern Rail');
      await fallout.resolve({
        action: 'Try again',
        rootCause: 'Wrong order data',
        resolution: 'Data corrected',
        text: 'Put right.',
      });
      await tasks.open('All');
      await tasks.row('Northern Rail').click();
      await tasks.act('Complete');
      await expect(tasks.result).toContainText('is completed');
    });
    await test.step('the same checks of state and permission', async () => {
      const orderId = await orderIdOf(page, 'CRM-2');
      expect(await ask(page, 'order.approve', { commandId: v7(), orderId })).toMatchObject({
        ok: false,
        error: { code: 'WrongState' },
      });
      await deskWindow(page).switchTo(VIEWER);
      expect(await ask(page, 'task.start', { commandId: v7(), orderId, task: 2 })).toMatchObject({
        ok: false,
        error: { code: 'NotPermitted', permission: 'task.work' },
      });
    });
  });
});
