/** Deciding on many orders at once: marking them, the look before, one result for each, and those that were not approved again. */
import { readFile } from 'node:fs/promises';
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { batchesPage } from './pages/batches.ts';
import { bulkPage } from './pages/bulk.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';

test.use({
  seed: {
    catalog: 'small',
    orders: [
      serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
      serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' }),
      serviceOrder({ externalId: 'CRM-3', account: 'Quayside Dental' }),
      serviceOrder({ externalId: 'CRM-4', account: 'Tern Bakery' }),
      serviceOrder({ externalId: 'CRM-5', account: 'Tidewave Wireless', lines: [{ specification: 'unheard-of' }] }),
    ],
  },
});

test('A9 many orders are approved at once: what cannot be is left out with its reason, and each of the others has a result', async ({
  desk: { page, restart },
}) => {
  const approvals = approvalsPage(page);
  const bulk = bulkPage(page);
  const batches = batchesPage(page);
  const stateOf = async (externalId: string): Promise<string> =>
    (await must(page, 'order.get', { orderId: await orderIdOf(page, externalId) })).state;
  await approvals.open();
  await approvals.openRow('Harbour Foods');

  await test.step('marked by key, one by one and all', async () => {
    await page.keyboard.press('x');
    await expect(bulk.bar).toContainText('1 selected');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bulk.bar).toContainText('2 selected');
    await page.keyboard.press('Escape');
    await expect(bulk.bar).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await expect(bulk.bar).toContainText('5 selected');
  });

  await test.step('looked at before: nothing has happened yet', async () => {
    await page.keyboard.press('Shift+A');
    await expect(bulk.before).toContainText('4 can be approved');
    await expect(bulk.leftOut('Tidewave Wireless')).toContainText('Every line has a known specification');
    await expect(bulk.approve).toHaveAccessibleName('Approve 4 orders');
    expect(await stateOf('CRM-1')).toBe('new');
  });

  await test.step('meanwhile one is declined and one is changed by somebody else', async () => {
    const [declined, changed] = [await orderIdOf(page, 'CRM-2'), await orderIdOf(page, 'CRM-3')];
    const why = { reasonCode: 'duplicateOrder', text: 'Ordered last week.' };
    await must(page, 'order.reject', { commandId: v7(), orderId: declined, ...why });
    await must(page, 'order.matchLine', { commandId: v7(), orderId: changed, line: 1, specification: 'internet' });
  });

  await test.step('each has a result of its own', async () => {
    await bulk.approve.click();
    await expect(bulk.after.getByRole('status')).toHaveText(
      '2 orders were approved. 2 were not; the reasons stand below.',
    );
    await expect(bulk.result('ORD0000001')).toContainText('Approved');
    await expect(bulk.result('ORD0000002')).toContainText(/Skipped.*was faster.*Declined/);
    await expect(bulk.result('ORD0000003')).toContainText(/Not approved.*was faster/);
    await expect(bulk.result('ORD0000004')).toContainText('Approved');
    await expect(bulk.result('ORD0000005')).toHaveCount(0);
    expect(await Promise.all(['CRM-1', 'CRM-2', 'CRM-3', 'CRM-4', 'CRM-5'].map(stateOf))).toEqual([
      'inProgress',
      'rejected',
      'new',
      'inProgress',
      'new',
    ]);
    await bulk.show('Not approved');
    await expect(bulk.after.getByRole('row')).toHaveCount(2);
  });

  await test.step('the results leave as a file', async () => {
    const download = page.waitForEvent('download');
    await bulk.after.getByRole('button', { name: 'Save results as CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.split('\r\n').map(line => line.split(',').slice(0, 2).join(' '))).toEqual([
      'order outcome',
      'ORD0000001 succeeded',
      'ORD0000002 skipped',
      'ORD0000003 failed',
      'ORD0000004 succeeded',
      '',
    ]);
  });

  await test.step('those that were not approved are marked again, as they are now', async () => {
    await bulk.after.getByRole('button', { name: 'Select those not approved' }).click();
    await expect(bulk.bar).toContainText('1 selected');
    await page.keyboard.press('Shift+A');
    await expect(bulk.approve).toHaveAccessibleName('Approve one order');
    await bulk.approve.click();
    await expect(bulk.after.getByRole('status')).toHaveText('One order was approved.');
    await page.keyboard.press('Escape');
    await expect(approvals.rows('New')).toHaveCount(1);
  });

  const last = page.getByRole('region', { name: 'The last batch' });

  await test.step('the way back to the results stays, over another screen and another start of the app', async () => {
    await expect(last).toContainText('1 approved, 0 not');
    await deskWindow(page).goTo('Orders');
    await approvals.open();
    await expect(last).toContainText('1 approved, 0 not');
    await restart();
    await approvals.open();
    await expect(last).toContainText('1 approved, 0 not');
    await last.getByRole('button', { name: 'Show results' }).click();
    await expect(bulk.result('ORD0000003')).toContainText('Approved');
    await page.keyboard.press('Escape');
  });

  await test.step('until it is put away; the results of all batches stay among the recent ones', async () => {
    await last.getByRole('button', { name: /^Do not show/ }).click();
    await expect(last).toHaveCount(0);
    await page.reload();
    await approvals.open();
    await expect(approvals.rows('New')).toHaveCount(1);
    await expect(last).toHaveCount(0);
    await batches.goThere();
    await expect(batches.line('Approval of 1 order')).toContainText('1 done, 0 not');
    await batches.open('Approval of 4 orders');
    await expect(batches.result('ORD0000003')).toContainText('Not approved');
    await page.getByRole('button', { name: 'Select those not approved' }).click();
    await expect(page.getByText('None of those not approved waits any more')).toBeVisible();
  });
});
