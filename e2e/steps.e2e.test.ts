/** Doing the same thing to many steps of a plan: marking them, the look before, one result for each, and those that failed again. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { batchesPage } from './pages/batches.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { stepsPage } from './pages/steps.ts';
import { must, orderIdOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { expect, test } from './support/desk.ts';
import { firewallLine, serviceOrder } from './support/orders.ts';

test.use({
  seed: {
    catalog: 'operator',
    crew: true,
    orders: [serviceOrder({ externalId: 'FW-1', description: 'Firewall for Leeds', lines: [firewallLine()] })],
    approved: ['FW-1'],
  },
});

/** How many steps of the plan are on hold. */
async function heldIn(page: Page): Promise<number> {
  const orderId = await orderIdOf(page, 'FW-1');
  const found = await must(page, 'plan.find', { orderId, filter: { states: ['onHold'] }, limit: 100 });
  return found.total;
}

test('X9 many steps are held and resumed by key: what cannot be is left out with its reason, and each of the others has a result', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const steps = stepsPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  await must(page, 'task.start', { commandId: v7(), orderId, task: 5 });
  const values = [{ name: 'loginName', value: 'leeds-admin' }];
  await must(page, 'task.complete', { commandId: v7(), orderId, task: 5, values });
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Welcome the customer');

  await test.step('marked by key, one by one, with what is below a part, and all', async () => {
    await page.keyboard.press('Space');
    await expect(steps.bar).toContainText('1 selected');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(steps.bar).toContainText('2 selected');
    await expect(plan.tree.getByRole('checkbox', { checked: true })).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(steps.bar).toHaveCount(0);
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await expect(steps.bar).toContainText('13 selected');
    await page.keyboard.press('x');
    await expect(steps.bar).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await expect(steps.bar).toContainText('13 selected');
  });

  await test.step('looked at before: nothing has happened yet', async () => {
    await page.keyboard.press('Shift+H');
    await expect(steps.before.getByRole('status')).toHaveText('13 selected · 12 can be held · 1 has ended');
    await expect(steps.leftOut('It has ended.')).toHaveCount(1);
    await expect(steps.before.getByRole('button', { name: 'Hold 12' })).toBeVisible();
    expect(await heldIn(page)).toBe(0);
  });

  await test.step('meanwhile one is held by a fallout', async () => {
    const fallout = { falloutType: 'siteAccess', priority: 'high', text: 'Locked.' } as const;
    await must(page, 'fallout.raise', { commandId: v7(), orderId, task: 1, ...fallout });
  });

  await test.step('each has a result of its own', async () => {
    await expect(steps.before.getByRole('textbox', { name: /^Reason/ })).toBeFocused();
    await page.keyboard.type('Site closed until Monday');
    await page.keyboard.press('Control+Enter');
    await expect(steps.after.getByRole('status')).toHaveText('11 steps are done. One is not; the reason stands below.');
    await expect(steps.result('TASK0000001-1')).toContainText('A fallout or a change of the order holds it already.');
    await expect(steps.result('TASK0000001-2')).toContainText('Done');
    expect(await heldIn(page)).toBe(12);
    const download = page.waitForEvent('download');
    await steps.after.getByRole('button', { name: 'Save results as CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(
      text
        .split('\r\n')
        .slice(0, 3)
        .map(line => line.split(',').toSpliced(1, 1).slice(0, 2).join(' ')),
    ).toEqual(['step outcome', 'TASK0000001-1 failed', 'TASK0000001-2 succeeded']);
  });

  await test.step('the failed one is tried again, and the marks stay for the way back', async () => {
    await steps.after.getByRole('button', { name: 'Retry the one not done' }).click();
    await expect(steps.after).toHaveAccessibleName('Holding 1 step');
    await page.keyboard.press('Escape');
    await expect(steps.bar).toContainText('13 selected');
    await page.keyboard.press('Shift+U');
    await expect(steps.before.getByRole('status')).toContainText('11 can be resumed');
    await page.keyboard.press('Enter');
    await expect(steps.after.getByRole('status')).toHaveText('11 steps are done.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(steps.bar).toHaveCount(0);
    expect(await heldIn(page)).toBe(1);
  });
});

test('X8 X9 steps held as one batch are taken back as one, and those on which something depends by now are left', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const steps = stepsPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Welcome the customer');
  await page.keyboard.press('Control+a');
  await expect(steps.bar).toContainText('13 selected');
  await page.keyboard.press('Shift+H');
  await expect(steps.before.getByRole('textbox', { name: /^Reason/ })).toBeFocused();
  await page.keyboard.type('Storm');
  await page.keyboard.press('Control+Enter');
  await expect(steps.after.getByRole('status')).toHaveText('13 steps are done.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await must(page, 'task.resume', { commandId: v7(), orderId, task: 2 });
  expect(await heldIn(page)).toBe(12);

  await page.keyboard.press('Control+z');
  const told = page.getByText('Taken back for 12 of 13 steps. One is left as it is, with the reason.');
  await expect(told.first()).toBeVisible();
  expect(await heldIn(page)).toBe(0);
  const last = page.getByRole('region', { name: 'The last batch of steps' });
  await expect(last).toContainText('Taken back: 12 as before, 1 not');
  await page.getByRole('link', { name: 'Show results' }).click();
  const { result } = batchesPage(page);
  await expect(result('TASK0000001-2')).toContainText('It was changed since.');
  await expect(result('TASK0000001-3')).toContainText('Done');
  await page.goBack();
  await expect(last.getByRole('button', { name: 'Show results' })).toBeVisible();
});

test('T4 many tasks are given to somebody else at once, with one result for each', async ({ desk: { page } }) => {
  const plan = planPage(page);
  const steps = stepsPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  await orderPage(page).open('FW-1', 'Plan');
  await plan.search.fill('appliance');
  await expect(plan.row('Stage and label the appliance')).toBeVisible();
  await page.getByRole('button', { name: 'Select steps' }).click();
  await steps.bar.getByRole('button', { name: /^Select all \d that match$/ }).click();
  // What matches is asked for first.
  await expect(steps.bar.getByRole('status')).toHaveText(/^([2-9]|\d\d)/);
  const count = Number(/^\d+/.exec((await steps.bar.getByRole('status').textContent()) ?? '')?.[0]);
  await steps.bar.getByRole('button', { name: /^Assign/ }).click();
  await steps.before.getByRole('combobox', { name: 'Person or team' }).fill('Ben');
  await page.keyboard.press('Enter');
  await steps.before.getByRole('button', { name: `Assign ${count}` }).click();
  await expect(steps.after.getByRole('status')).toHaveText(`${count} steps are done.`);
  const found = await must(page, 'plan.find', { orderId, filter: { assignee: 'ben-osei' }, limit: 100 });
  expect(found.total).toBe(count);
  await page.keyboard.press('Escape');
  await steps.bar.getByRole('button', { name: /^Assign/ }).click();
  await steps.before.getByRole('combobox', { name: 'Person or team' }).fill('Ben');
  await page.keyboard.press('Enter');
  await expect(steps.before.getByRole('status')).toHaveText(
    `${count} selected · 0 can be assigned · ${count} are with them already`,
  );
});

test('F8 many fallouts are retried at once, and each step goes back to what it was', async ({ desk: { page } }) => {
  const plan = planPage(page);
  const steps = stepsPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Firewall for Leeds');
  await page.keyboard.press('Control+a');
  await expect(steps.bar).toContainText('13 selected');
  await expect(steps.bar.getByRole('button', { name: /^Retry/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Shift+F');
  await steps.before.getByRole('combobox', { name: /^Type/ }).fill('Site');
  await page.getByRole('option', { name: 'Site access' }).click();
  await steps.before.getByRole('textbox', { name: /^What happened/ }).fill('The building is closed.');
  await page.keyboard.press('Control+Enter');
  await expect(steps.after.getByRole('status')).toHaveText('13 steps are done.');
  await page.keyboard.press('Escape');
  expect(await heldIn(page)).toBe(13);

  await steps.bar.getByRole('button', { name: /^Retry/ }).click();
  await expect(steps.before.getByRole('status')).toHaveText('13 selected · 13 can be tried again');
  await steps.before.getByRole('combobox', { name: /^Root cause/ }).click();
  await page.getByRole('option', { name: 'Site not ready' }).click();
  await steps.before.getByRole('combobox', { name: /^Resolution/ }).click();
  await page.getByRole('option', { name: 'Worked around' }).click();
  await steps.before.getByRole('textbox', { name: /^What was put right/ }).fill('The caretaker has opened.');
  await page.keyboard.press('Control+Enter');
  await expect(steps.after.getByRole('status')).toHaveText('13 steps are done.');
  expect(await heldIn(page)).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(plan.row('Welcome the customer')).toContainText('Ready');
});

test('marked steps in tree, graph and timeline, the look before and the results are free of accessibility violations, light and dark', async ({
  desk: { page },
}) => {
  test.slow();
  const plan = planPage(page);
  const steps = stepsPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Load the rule base');
  await page.keyboard.press('Space');
  await expect(steps.bar).toContainText('1 selected');
  expect(await violations(page, 'marked in the tree')).toEqual([]);
  await page.keyboard.press('3');
  expect(await violations(page, 'marked in the timeline')).toEqual([]);
  await page.keyboard.press('2');
  const box = plan.box(/^Selected: Load the rule base/);
  await expect(box).toBeVisible();
  expect(await violations(page, 'marked in the graph')).toEqual([]);
  await box.focus();
  await page.keyboard.press('Space');
  await expect(steps.bar).toHaveCount(0);
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+H');
  await expect(steps.before.getByRole('button', { name: 'Hold 1' })).toBeVisible();
  expect(await violations(page, 'before steps are held')).toEqual([]);
  await page.keyboard.type('Site closed');
  await page.keyboard.press('Control+Enter');
  await expect(steps.after.getByRole('status')).toHaveText('One step is done.');
  expect(await violations(page, 'results of steps')).toEqual([]);
});
