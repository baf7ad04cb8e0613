/** Everybody can use it: no violation of WCAG 2.2 AA on any screen, light and dark, however little room there is. */
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { batchesPage } from './pages/batches.ts';
import { bulkPage } from './pages/bulk.ts';
import { changesPage } from './pages/changes.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { importPage } from './pages/importing.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { settingsPage } from './pages/settings.ts';
import { tasksPage } from './pages/tasks.ts';
import { must } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { expect, test } from './support/desk.ts';
import { firewallLine, samplePath, serviceOrder } from './support/orders.ts';
import { HOST } from './support/seed.ts';

/** The first Escape closes the list that opened with the field, the second the dialog. */
async function leaveDialogWithList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Escape');
}

test('the first run is free of accessibility violations, light and dark', async ({ desk: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Start empty' }).click();
  expect(await violations(page, 'first run')).toEqual([]);
});

test.describe('with work on the desk', () => {
  test.use({
    seed: {
      catalog: 'operator',
      crew: true,
      orders: [
        serviceOrder({ externalId: 'FW-1', lines: [firewallLine()] }),
        serviceOrder({ externalId: 'FW-2', account: 'Northern Rail', lines: [firewallLine({}, { location: '' })] }),
      ],
      approved: ['FW-1'],
    },
  });

  test('with the colours of the system the plan still says what is chosen, and draws what waits for what', async ({
    desk: { page },
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const plan = planPage(page);
    await orderPage(page).open('FW-1', 'Plan');
    await plan.choose('Load the rule base');
    await page.keyboard.press('2');
    const views = page.getByRole('radiogroup', { name: 'Show the plan as' });
    await expect(views.locator('label').filter({ hasText: 'Graph' })).toHaveCSS('outline-style', 'solid');
    await expect(page.getByRole('tab', { name: 'Plan' })).toHaveCSS('outline-style', 'solid');
    await expect(page.getByRole('button', { name: 'Hide details' })).toHaveCSS('outline-style', 'solid');
    const black = 'rgb(0, 0, 0)';
    await expect(plan.graph.locator('[data-arrow] > path').first()).not.toHaveCSS('stroke', black);
    await page.keyboard.press('3');
    await expect(plan.links.locator('path').first()).not.toHaveCSS('stroke', black);
  });

  test('a change, the decision on it and the versions are free of accessibility violations, light and dark', async ({
    desk: { page },
  }) => {
    test.setTimeout(240_000);
    const changes = changesPage(page);
    const order = orderPage(page);
    const found: string[] = [];
    await order.open('FW-1');
    await changes.revise.click();
    await changes.choose(/^Line 1/, 'threatPrevention', 'none');
    await expect(changes.send).toHaveAccessibleName(/:/);
    found.push(...(await violations(page, 'change being written')));
    await changes.sendFor('Fewer threats.');
    found.push(...(await violations(page, 'change that waits')));
    await changes.decline.click();
    found.push(...(await violations(page, 'declining a change')));
    await page.keyboard.press('Escape');
    await changes.approve.click();
    await order.show('Versions');
    await expect(changes.difference('threatPrevention')).toBeVisible();
    found.push(...(await violations(page, 'versions')));
    await changes.cancel.click();
    await expect(changes.send).toHaveAccessibleName(/:/);
    found.push(...(await violations(page, 'cancellation being written')));
    await order.open('FW-2');
    await page.getByRole('button', { name: 'Approve to start on…' }).click();
    await expect(page.getByLabel(/^Start on/)).toBeFocused();
    found.push(...(await violations(page, 'approving to start later')));
    expect(found).toEqual([]);
  });

  test('every screen is free of accessibility violations, light and dark', async ({ desk: { page } }) => {
    test.setTimeout(240_000);
    const window = deskWindow(page);
    const order = orderPage(page);
    const tasks = tasksPage(page);
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      await test.step(screen, async () => void found.push(...(await violations(page, screen))));
    };

    await approvalsPage(page).open();
    await approvalsPage(page).openRow('Northern Rail');
    await look('approvals');
    await page.keyboard.press('d');
    await expect(approvalsPage(page).declineForm).toBeVisible();
    await look('decline form');
    await window.goTo('Orders');
    await expect(page.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(1)).toBeVisible();
    await look('orders');
    await order.open('FW-1');
    await expect(order.line(/^Line 1/)).toBeVisible();
    await look('order overview');
    await order.show('Specifications and domain orders');
    await expect(order.created.first()).toBeVisible();
    await look('specifications and domain orders');
    await order.show('Plan');
    await planPage(page).choose('Load the rule base');
    await look('plan as a tree');
    await page.keyboard.press('2');
    await expect(planPage(page).box(/^Load the rule base/)).toBeVisible();
    await look('plan as a graph');
    await page.keyboard.press('3');
    await expect(planPage(page).bars('Load the rule base').first()).toBeVisible();
    await look('plan as a timeline');
    await page.keyboard.press('1');
    const size = page.viewportSize();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expect(planPage(page).box(/^Load the rule base/)).toBeVisible();
    await look('plan in a wide window');
    if (size) await page.setViewportSize(size);
    await order.show('Activity');
    await expect(order.activity.first()).toBeVisible();
    await look('activity');
    await order.show('As read');
    await look('as read');
    await tasks.open('All');
    await tasks.openRow('Assign addresses');
    await look('tasks');
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('assign dialog');
    await leaveDialogWithList(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('f');
    await page.getByRole('dialog').getByRole('button', { name: 'Raise fallout' }).click();
    // The list of the field opens with the focus; it belongs to the library and is looked at closed.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await look('raise fallout with what is missing');
    const [row] = (await must(page, 'tasks.page', { queue: 'all', after: null, limit: 1 })).rows;
    if (!row) throw new Error('There is no task');
    await must(page, 'fallout.raise', {
      commandId: '0190d6f0-0000-7000-8000-000000000001',
      orderId: row.orderId,
      task: row.task,
      falloutType: 'siteAccess',
      priority: 'high',
      text: 'Nobody at the gate.',
    });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await window.goTo('Fallout');
    await page
      .getByRole('grid', { name: /^Fallouts/ })
      .getByRole('row')
      .nth(1)
      .click();
    await expect(page.getByRole('region', { name: 'Triage' })).toBeVisible();
    await look('fallout');
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('radio', { name: 'Cancel the branch' }).check();
    await look('resolve dialog');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await importPage(page).chooseFiles(samplePath('orders/one-broken-among-good.json'));
    await importPage(page).openDocument('MIX-2');
    await look('import results');
    await window.goTo('Settings');
    await look('settings');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('fire');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('palette');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    await window.person.click();
    await expect(page.getByRole('menuitemradio').first()).toBeVisible();
    await look('person menu');
    expect(found).toEqual([]);
  });
});

test.describe('with many orders to decide on', () => {
  test.use({
    seed: {
      catalog: 'small',
      crew: true,
      orders: [
        serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
        serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' }),
        serviceOrder({ externalId: 'CRM-3', account: 'Tern Bakery', lines: [{ specification: 'unheard-of' }] }),
      ],
      approved: ['CRM-1'],
    },
  });

  test('deciding on many, the policy, holding, waiting and going back in time are free of violations, light and dark', async ({
    desk: { page },
  }) => {
    test.setTimeout(150_000);
    const approvals = approvalsPage(page);
    const settings = settingsPage(page);
    const tasks = tasksPage(page);
    const bulk = bulkPage(page);
    const dialog = page.getByRole('dialog');
    const found: string[] = [];
    const look = async (screen: string): Promise<void> => {
      await test.step(screen, async () => void found.push(...(await violations(page, screen))));
    };
    const close = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    };

    await settings.open();
    await settings.everyOrder.check();
    await settings.delegation.getByRole('button', { name: 'Let them decide for me' }).click();
    await page.getByRole('combobox', { name: `Skills of ${HOST}` }).fill('splicing');
    await page.keyboard.press('Enter');
    await look('settings with changes and a fault');
    await settings.hours('Field operations').click();
    await dialog.getByRole('radio', { name: 'At these hours' }).check();
    await look('working hours');
    await close();
    await settings.save();

    await approvals.open();
    await approvals.openRow('Northern Rail');
    await approvals.decision.getByRole('button', { name: 'Approve to start on…' }).click();
    await page.getByRole('button', { name: 'Approve to start then' }).click();
    await look('approve to start later');
    await page.keyboard.press('Escape');
    await approvals.openRow('Northern Rail');
    await page.keyboard.press('Control+a');
    await expect(bulk.bar).toBeVisible();
    await look('marked orders');
    await page.keyboard.press('Shift+A');
    await expect(bulk.leftOut('Tern Bakery')).toBeVisible();
    await look('before many are approved');
    await bulk.approve.click();
    await expect(bulk.result('ORD0000002')).toBeVisible();
    await look('results of many');
    await close();
    await look('the last batch');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('group', { name: 'What is not undone' })).toBeVisible();
    await look('what is not undone');
    await batchesPage(page).goThere();
    await batchesPage(page).open(/^Approval of/);
    await expect(batchesPage(page).result('ORD0000002')).toBeVisible();
    await look('recent batches');

    await tasks.open('All');
    await tasks.openRow('Survey the site');
    await tasks.act('Wait for another order…');
    await dialog.getByRole('button', { name: 'Wait for it' }).click();
    await look('wait for another order');
    await close();
    await page.keyboard.press('h');
    await dialog.getByRole('button', { name: 'Put on hold' }).click();
    await look('hold dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Nobody has the key.');
    await dialog.getByRole('button', { name: 'Put on hold' }).click();
    await expect(page.getByRole('group', { name: 'What you just did' })).toBeVisible();
    await look('a task on hold, with the offer to undo');

    await orderPage(page).open('CRM-1', 'Plan');
    await page.getByRole('button', { name: 'Travel in time' }).click();
    await page.getByRole('button', { name: 'Previous change' }).click();
    await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
    await look('the plan as it was');
    await page.getByRole('button', { name: 'Compare with now' }).click();
    await expect(dialog.getByRole('table')).toBeVisible();
    await look('two moments');
    expect(found).toEqual([]);
  });
});

test.describe('with little room', () => {
  test.use({
    seed: {
      catalog: 'small',
      crew: true,
      orders: [
        serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
        serviceOrder({ externalId: 'CRM-2', account: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' }),
      ],
      approved: ['CRM-1'],
    },
  });

  for (const { name, width, height } of [
    { name: 'at 200 % of a laptop', width: 683, height: 384 },
    { name: 'at 400 %, 320 pixels wide', width: 320, height: 512 },
  ]) {
    test(`${name} nothing that can be used is cut off, and no screen scrolls both ways`, async ({ desk: { page } }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height });
      const window = deskWindow(page);
      const found: string[] = [];
      const look = async (screen: string): Promise<void> => {
        for (const cut of await cutOff(page)) found.push(`${screen}: ${cut}`);
      };
      for (const screen of ['Approvals', 'Orders', 'My tasks', 'Fallout', 'Import', 'Settings'] as const) {
        await window.goTo(screen);
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeAttached();
        await look(screen);
      }
      await approvalsPage(page).open();
      await approvalsPage(page).row('Llanfair').click();
      await expect(approvalsPage(page).approve).toBeVisible();
      await page.keyboard.press('d');
      await expect(approvalsPage(page).declineForm).toBeVisible();
      await look('declining');
      const order = orderPage(page);
      await order.open('CRM-1');
      for (const tab of ['Specifications and domain orders', 'Activity', 'Changes', 'Overview'] as const) {
        await order.show(tab);
        await look(tab);
      }
      await tasksPage(page).open('All');
      await tasksPage(page).openRow('Survey the site');
      await look('a task');
      await page.keyboard.press('f');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      const send = page.getByRole('dialog').getByRole('button', { name: 'Raise fallout' });
      await send.scrollIntoViewIfNeeded();
      await expect(send).toBeInViewport({ ratio: 1 });
      await look('raising fallout');
      await page.keyboard.press('Escape');
      const { items } = await must(page, 'batch.freeze', { states: ['new'] });
      await must(page, 'batch.approve', { commandId: v7(), items });
      await batchesPage(page).goThere();
      await batchesPage(page).open(/^Approval of/);
      await expect(batchesPage(page).result('ORD0000002')).toBeVisible();
      await look('results of a batch');
      expect(found).toEqual([]);
    });
  }
});

/** What can be used and lies beside the window, unless it is in something that scrolls sideways on its own. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrollsAside = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrollsAside(element.parentElement));
    const wide = [...document.querySelectorAll('[data-pane], [role=dialog], main')].filter(
      element => element.scrollWidth > element.clientWidth + 1,
    );
    const beside = [...document.querySelectorAll('button, a, input, textarea, [role=tab]')].filter(element => {
      const { left, right, width } = element.getBoundingClientRect();
      const isCut = width > 1 && (right > innerWidth + 1 || left < -1);
      return isCut && getComputedStyle(element).visibility === 'visible' && !scrollsAside(element.parentElement);
    });
    const name = (element: Element): string => element.outerHTML.slice(0, 120);
    return [...wide.map(element => `scrolls sideways: ${name(element)}`), ...beside.map(name)];
  });
