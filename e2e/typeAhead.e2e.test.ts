/** Keys pressed faster than a slow machine follows: each does what it would have done had the person waited. */
import type { Page } from '@playwright/test';
import { approvalsPage, type ApprovalsPage } from './pages/approvals.ts';
import { tasksPage } from './pages/tasks.ts';
import { orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';

const ACCOUNTS = ['Alder', 'Birch', 'Cedar', 'Dogwood'];

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: ACCOUNTS.map(account => serviceOrder({ externalId: account, account })),
    approved: ['Dogwood'],
  },
});

/** As a slow laptop is, under a person who does not wait for it. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** The approvals, with the focus on the first order. */
async function slowApprovals(page: Page): Promise<ApprovalsPage> {
  const approvals = approvalsPage(page);
  await expect(approvals.row('Alder')).toBeFocused();
  await slowDown(page);
  return approvals;
}

/** One after the other without waiting for what they do. No key twice: while it is still down that would be one held down. */
async function pressFast(page: Page, ...keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map(key => page.keyboard.press(key)));
}

const textOf = (text: string): string[] => Array.from(text, letter => (letter === ' ' ? 'Space' : letter));

test('a decision falls on the order that was moved to, and a key pressed twice decides once', async ({
  desk: { page },
}) => {
  const approvals = await slowApprovals(page);
  await pressFast(page, 'j', 'a');
  await pressFast(page, 'a');
  await expect(approvals.row('Birch')).toHaveCount(0);
  await expect(approvals.row('Cedar')).toBeFocused();
  await expect(approvals.row('Alder')).toBeVisible();
  await expect(approvals.approve).toHaveAttribute('aria-disabled', 'false');
  await expect(approvals.decision).toHaveAccessibleName(/ORD0000003/);
});

test('text for a field that is only just being opened is typed into it, and is never taken for commands', async ({
  desk: { page },
}) => {
  const approvals = await slowApprovals(page);
  await pressFast(page, 'j', 'n', ...textOf('quick badge'), 'Control+Enter');
  await expect(page.getByRole('list').getByText('quick badge')).toBeVisible();
  await expect(approvals.decision).toHaveAccessibleName(/ORD0000002/);
  for (const account of ['Alder', 'Birch', 'Cedar']) await expect(approvals.row(account)).toBeVisible();
});

test('a task is taken, started and put on hold with a reason in one go', async ({ desk: { page } }) => {
  const tasks = tasksPage(page);
  const orderId = await orderIdOf(page, 'Dogwood');
  await page.goto(new URL(`/#/tasks/${orderId}/1`, page.url()).href);
  await expect(tasks.detail).toHaveAccessibleName('Task Survey the site');
  await slowDown(page);
  await pressFast(page, 'y', 's', 'h', ...textOf('broken lid'), 'Control+Enter');
  await expect(tasks.detail).toContainText('broken lid');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what leads elsewhere and back takes the keys along', async ({ desk: { page } }) => {
  const approvals = await slowApprovals(page);
  await pressFast(page, 'j', 'o', 'Alt+ArrowLeft');
  await pressFast(page, 'j', 'a');
  await expect(approvals.row('Cedar')).toHaveCount(0);
  for (const account of ['Alder', 'Birch']) await expect(approvals.row(account)).toBeVisible();
});
