/** Everything by keyboard: work from approval to completion, single keys that can be switched off, and a focus that stays where it belongs. */
import type { Page } from '@playwright/test';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { tasksPage } from './pages/tasks.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';

/** The first Escape closes the list that opened with the field, the second the dialog. */
async function leaveDialogWithList(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Escape');
}

test.describe('by keyboard', () => {
  test.use({
    seed: {
      catalog: 'small',
      orders: [serviceOrder({ externalId: 'CRM-1' }), serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' })],
    },
  });

  test('one order is taken from approval to completion without touching the mouse', async ({ desk: { page } }) => {
    const tasks = tasksPage(page);
    const { keyboard } = page;
    // The lines of the palette: one, when the search has come to rest.
    const found = page.getByRole('dialog').getByRole('option');
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await keyboard.press(key);
    };
    await expect(approvalsPage(page).row('Harbour Foods')).toBeFocused();
    await press('j');
    await expect(approvalsPage(page).row('Northern Rail')).toBeFocused();
    await press('k');
    await expect(approvalsPage(page).row('Harbour Foods')).toHaveAttribute('data-open', 'true');
    await expect(approvalsPage(page).approve).toHaveAttribute('aria-disabled', 'false');
    await press('a');
    await expect(approvalsPage(page).row('Harbour Foods')).toHaveCount(0);

    await press('g', 't');
    await expect(tasks.queue('Mine')).toBeChecked();
    await press('Control+k');
    await keyboard.type('survey');
    await expect(found).toHaveText(/Survey the site/);
    await press('Enter');
    await expect(tasks.detail).toHaveAccessibleName('Task Survey the site');
    await press('y');
    await expect(tasks.action('Give it back')).toBeVisible();
    await press('s');
    await expect(tasks.detail).toContainText('In progress');
    await press('c');
    await expect(tasks.result).toContainText('Ready now:');
    await press('Control+k');
    await keyboard.type('install');
    await expect(found).toHaveText(/Install the line/);
    await press('Enter');
    await expect(tasks.detail).toHaveAccessibleName('Task Install the line');
    await press('s');
    await expect(tasks.detail).toContainText('In progress');
    await press('c');
    await expect(tasks.field('Serial number')).toBeFocused();
    await keyboard.type('SN-1');
    await press('Enter');
    await expect(tasks.result).toContainText('1 value of');
    await press('F6', 'c');
    await expect(tasks.result).toContainText('The whole order is completed.');
  });

  test('single keys do nothing where text is typed, and nothing at all when they are switched off', async ({
    desk: { page },
  }) => {
    const approvals = approvalsPage(page);
    await approvals.open();
    await expect(approvals.row('Harbour Foods')).toBeVisible();
    await page.keyboard.press('/');
    const filter = page.getByRole('searchbox', { name: 'Filter this queue' });
    await expect(filter).toBeFocused();
    await page.keyboard.type('a d s g o');
    await expect(filter).toHaveValue('a d s g o');
    await expect(approvals.declineForm).toHaveCount(0);
    await filter.fill('');
    await expect(approvals.rows('New')).toHaveCount(2);

    await deskWindow(page).goTo('Settings');
    await page.getByRole('combobox', { name: 'Single-key shortcuts' }).click();
    await page.getByRole('option', { name: 'Off' }).click();
    await approvals.open();
    await approvals.openRow('Harbour Foods');
    await page.keyboard.press('a');
    await page.keyboard.press('d');
    await expect(approvals.declineForm).toHaveCount(0);
    await expect(approvals.rows('New')).toHaveCount(2);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('the focus goes back to where it was when a dialog closes, and F6 leads from part to part', async ({
    desk: { page },
  }) => {
    const approvals = approvalsPage(page);
    await approvals.open();
    await approvals.openRow('Harbour Foods');
    await expect(approvals.row('Harbour Foods')).toBeFocused();
    for (const [keys, role] of [
      ['Control+k', 'dialog'],
      ['?', 'dialog'],
      ['.', 'menu'],
    ] as const) {
      await page.keyboard.press(keys);
      await expect(page.getByRole(role)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toBeHidden();
      await expect(approvals.row('Harbour Foods')).toBeFocused();
    }
    await approvals.approve.click();
    await expect(approvals.row('Harbour Foods')).toHaveCount(0);
    const tasks = tasksPage(page);
    await tasks.open('All');
    await tasks.openRow('Survey the site');
    await expect(tasks.row('Survey the site')).toBeFocused();
    await page.keyboard.press('f');
    await expect(page.getByRole('dialog')).toBeVisible();
    await leaveDialogWithList(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(tasks.row('Survey the site')).toBeFocused();

    const parts: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press('F6');
      parts.push(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName ?? 'none'));
    }
    expect(new Set(parts)).toEqual(new Set(['NAV', 'SECTION']));
  });
});
