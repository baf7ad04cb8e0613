/** Changing and canceling orders under way through the window: what it would do, who decides, what becomes of the work. */
import type { Page } from '@playwright/test';
import { approvalsPage } from './pages/approvals.ts';
import { changesPage } from './pages/changes.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { tasksPage } from './pages/tasks.ts';
import { must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { APPROVER, HOST } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'bandwidth',
    crew: true,
    orders: [serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods', lines: [{ values: { bandwidth: 100 } }] })],
    approved: ['CRM-1'],
  },
});

/** Takes, starts and completes a task that nobody has yet. */
async function doTask(page: Page, title: string): Promise<void> {
  const tasks = tasksPage(page);
  await tasks.open('My group’s');
  await tasks.openRow(title);
  await tasks.act('Take it');
  await expect(tasks.fact('Person')).toHaveText(HOST);
  await tasks.act('Start');
  await expect(tasks.detail).toContainText('In progress');
  await tasks.act('Complete');
  await expect(tasks.row(title)).toHaveCount(0);
}

async function orderState(page: Page): Promise<string> {
  return (await must(page, 'order.get', { orderId: await orderIdOf(page, 'CRM-1') })).state;
}

test('O9 O10 X5 a change shows what it would do, another person approves it, and finished work is done anew', async ({
  desk: { page },
}) => {
  const changes = changesPage(page);
  const order = orderPage(page);
  const tasks = tasksPage(page);
  const approvals = approvalsPage(page);
  await doTask(page, 'Survey the site');

  await test.step('written, with its consequences beside it', async () => {
    await order.open('CRM-1');
    await changes.revise.click();
    await changes.choose(/^Line 1/, 'bandwidth', '200');
    await expect(changes.preview).toContainText('1 task is done again');
    await expect(changes.task('Survey the site')).toContainText('Redo');
    await expect(changes.send).toHaveAccessibleName('Send change for approval: 1 redone');
    expect(await orderState(page)).toBe('inProgress');
  });

  await test.step('still there after going away', async () => {
    await order.show('Activity');
    await order.show('Changes');
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(changes.difference('bandwidth')).toContainText('200');
  });

  await test.step('sent: what it touches is held', async () => {
    await changes.sendFor('The kitchen streams its cameras.');
    expect(await orderState(page)).toBe('revisionInProgress');
    await tasks.open('My group’s');
    await expect(tasks.row('Install the line')).toContainText('On hold');
  });

  await test.step('approved by somebody else, with one key', async () => {
    await deskWindow(page).switchTo(APPROVER);
    await approvals.open('Changes');
    await approvals.row('Harbour Foods').click();
    await expect(changes.pending).toContainText('The kitchen streams its cameras.');
    await expect(changes.difference('bandwidth')).toContainText('100');
    await page.keyboard.press('a');
    await expect(deskWindow(page).message('was approved')).toBeVisible();
    await expect(approvals.row('Harbour Foods')).toHaveCount(0);
  });

  await test.step('the finished task is ready again', async () => {
    expect(await orderState(page)).toBe('inProgress');
    await deskWindow(page).switchTo(HOST);
    await tasks.open('My group’s');
    await expect(tasks.row('Survey the site')).toContainText('Ready');
  });

  await test.step('O14 the two versions stand side by side', async () => {
    await order.open('CRM-1', 'Versions');
    await expect(page.getByRole('table', { name: 'Version 1 beside version 2' })).toBeVisible();
    await expect(changes.difference('bandwidth')).toContainText('100');
    await expect(changes.difference('bandwidth')).toContainText('200');
  });
});

test('O9 a declined change leaves everything as it was, and says why', async ({ desk: { page } }) => {
  const changes = changesPage(page);
  const order = orderPage(page);
  const tasks = tasksPage(page);
  await doTask(page, 'Survey the site');
  await order.open('CRM-1');
  await changes.revise.click();
  await changes.choose(/^Line 1/, 'bandwidth', '500');
  await changes.sendFor('More, please.');

  await deskWindow(page).switchTo(APPROVER);
  await changes.declineFor('Not before the next budget year.');
  expect(await orderState(page)).toBe('inProgress');
  await expect(page.getByRole('region', { name: 'Decided changes' })).toContainText('Not before the next budget year.');

  await deskWindow(page).switchTo(HOST);
  await tasks.open('My group’s');
  await expect(tasks.row('Install the line')).toContainText('Ready');
  await expect(tasks.row('Survey the site')).toHaveCount(0);
});

test('O13 a cancellation says what is taken back, and the order is canceled when that is done', async ({
  desk: { page },
}) => {
  const changes = changesPage(page);
  const order = orderPage(page);
  await doTask(page, 'Survey the site');

  await order.open('CRM-1');
  await changes.cancel.click();
  await expect(changes.steps).toHaveText([/Survey the site/]);
  await expect(changes.send).toHaveAccessibleName('Send cancellation for approval: 1 taken back, 1 canceled');
  await changes.sendFor('The customer gave up the site.');
  expect(await orderState(page)).toBe('assessingCancellation');

  await deskWindow(page).switchTo(APPROVER);
  await changes.approve.click();
  await expect(changes.pending).toBeHidden();
  expect(await orderState(page)).toBe('cancellationInProgress');

  await deskWindow(page).switchTo(HOST);
  await doTask(page, 'Undo: Survey the site');
  expect(await orderState(page)).toBe('canceled');
});
