/** The first minutes: three ways to begin, the demo workspace, and sitting down as somebody else. */
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { importPage } from './pages/importing.ts';
import { ask, must } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { samplePath } from './support/orders.ts';

test('M1 an empty machine is at work in one step, without a server: the first run offers the demo, an import or nothing', async ({
  desk: { page },
}) => {
  const ways = page.getByRole('main').getByRole('listitem');
  await expect(ways).toHaveCount(3);
  for (const way of ['Load the demo workspace', 'Import orders', 'Start empty']) {
    await expect(page.getByRole('button', { name: way })).toBeVisible();
  }

  await test.step('without a name there is nobody to sit down', async () => {
    await page.getByRole('button', { name: 'Import orders' }).click();
    await page.getByRole('button', { name: 'Begin' }).click();
    await expect(page.getByText('Enter your name; it stands beside what you decide.')).toBeVisible();
  });
  await test.step('import orders', async () => {
    await page.getByRole('textbox', { name: 'Your name' }).fill('Kim Berg');
    await page.keyboard.press('Enter');
    await expect(deskWindow(page).link('Import')).toHaveAttribute('aria-current', 'page');
    await expect(deskWindow(page).person).toHaveAccessibleName(/^Kim Berg, Service order manager/);
    await importPage(page).chooseFiles(samplePath('catalog/operator.json'));
    await expect(importPage(page).job('operator.json')).toContainText('The catalog is in use');
    await importPage(page).chooseFiles(samplePath('orders/managed-firewall.json'));
    await expect(importPage(page).job('managed-firewall.json')).toContainText('1 order imported');
  });
  await test.step('and decide', async () => {
    await approvalsPage(page).open();
    await approvalsPage(page).openRow('Northwind Legal');
    await approvalsPage(page).approve.click();
    await expect(page.getByText('Nothing waits for a decision')).toBeVisible();
  });
});

test('starting empty leads to the empty approvals, which say what to do next', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Kim Berg');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Nothing waits for a decision')).toBeVisible();
  await page.getByRole('button', { name: 'Import orders' }).click();
  await expect(deskWindow(page).link('Import')).toHaveAttribute('aria-current', 'page');
  expect(await must(page, 'workspace.status', {})).toMatchObject({ firstRun: false, demo: false });
});

test('the demo comes with its progress, some four hundred orders in every stage, and people to sit down as', async ({
  desk: { page },
}) => {
  test.setTimeout(120_000);
  const window = deskWindow(page);

  await test.step('loaded with progress', async () => {
    await page.getByRole('button', { name: 'Load the demo workspace' }).click();
    await expect(page.getByRole('progressbar', { name: 'Loading the demo workspace' })).toBeVisible();
    await expect(page.getByText(/[1-9]\d* of 4\d\d orders/)).toBeVisible();
    await expect(window.link('Approvals')).toBeVisible({ timeout: 90_000 });
  });

  await test.step('orders in every stage', async () => {
    const counts = await must(page, 'counts.get', {});
    expect(counts.orders).toBeGreaterThan(350);
    for (const stage of ['approvals', 'rejected', 'drafts', 'ordersInProgress', 'tasksOpen', 'falloutsOpen'] as const) {
      expect([stage, counts[stage] > 0]).toEqual([stage, true]);
    }
    const { total } = await must(page, 'orders.page', { states: ['completed'], after: null, limit: 1 });
    expect(total).toBeGreaterThan(0);
    await expect(window.link('Approvals')).toHaveAccessibleName(`Approvals, ${counts.approvals}`);
    await approvalsPage(page).open();
    await expect(approvalsPage(page).rows('New').first()).toBeVisible();
  });

  await test.step('sitting down as somebody else changes what may be done', async () => {
    await expect(window.person).toHaveAccessibleName(/^Maya Lindqvist,/);
    await window.switchTo('Aisha Rahman');
    await approvalsPage(page).rows('New').first().click();
    await expect(approvalsPage(page).approve).toHaveAttribute('aria-disabled', 'true');
    await window.goTo('My tasks');
    await expect(page.getByRole('grid', { name: 'Tasks, Mine' })).toBeVisible();
    await page.reload();
    await expect(window.person).toHaveAccessibleName(/^Aisha Rahman,/);
  });

  await test.step('a workspace that holds something takes no demo', async () => {
    expect(await ask(page, 'workspace.loadDemo', {})).toMatchObject({
      ok: false,
      error: { code: 'WorkspaceNotEmpty' },
    });
  });
});
