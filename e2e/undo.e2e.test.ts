/** Taking back what one did last, as long as nobody built on it. */
import type { Locator, Page } from '@playwright/test';
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { falloutPage } from './pages/fallout.ts';
import { orderPage } from './pages/order.ts';
import { tasksPage } from './pages/tasks.ts';
import { must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { HOST } from './support/seed.ts';

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

/** The message about something just done; the one before it may still be on its way out. */
const didOf = (page: Page, text: string): Locator =>
  page.getByRole('group', { name: 'What you just did' }).filter({ hasText: text });

test('X8 a completed task is taken back with Ctrl+Z, and what it opened closes again; the activity says so', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const order = orderPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  const stateOf = async (task: number): Promise<string> => (await must(page, 'task.get', { orderId, task })).state;
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await tasks.act('Take it');
  await expect(tasks.fact('Person')).toHaveText(HOST);
  await tasks.act('Start');
  await expect(tasks.detail).toContainText('In progress');
  await tasks.act('Complete');
  await expect(didOf(page, 'TASK0000001-1 completed')).toBeVisible();
  expect([await stateOf(1), await stateOf(2)]).toEqual(['closedComplete', 'open']);

  await test.step('by key', async () => {
    await page.keyboard.press('Control+z');
    await expect(tasks.row('Survey the site')).toContainText('In progress');
    await expect(tasks.row('Install the line')).toHaveCount(0);
    expect([await stateOf(1), await stateOf(2)]).toEqual(['inProgress', 'draft']);
  });

  await test.step('one action after the other', async () => {
    await page.keyboard.press('Control+z');
    await expect(tasks.row('Survey the site')).toContainText('Ready');
    await page.keyboard.press('Control+z');
    await expect(tasks.row('Survey the site')).not.toContainText(HOST);
    await page.keyboard.press('Control+z');
    await expect(deskWindow(page).message('nothing of yours to undo')).toBeVisible();
  });

  await test.step('nothing is wiped out: what was done and that it was taken back both stay', async () => {
    await order.open('CRM-1', 'Activity');
    await expect(order.activity.filter({ hasText: 'Taken back' }).filter({ hasText: HOST })).not.toHaveCount(0);
    await expect(
      order.activity.filter({ hasText: 'What was taken back' }).filter({ hasText: 'now Completed' }),
    ).toHaveCount(1);
    const survey = order.activity.filter({ hasText: 'Survey the site' }).filter({ hasNotText: 'Taken back' });
    await expect(survey.filter({ hasText: 'now Completed' })).toHaveCount(1);
  });
});

test('X8 what somebody built on is not taken back, and the refusal says on what', async ({ desk: { page } }) => {
  const tasks = tasksPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await tasks.act('Start');
  await expect(tasks.detail).toContainText('In progress');
  await tasks.act('Complete');
  await expect(tasks.row('Install the line')).toContainText('Ready');
  await must(page, 'task.start', { commandId: v7(), orderId, task: 2 });
  await expect(tasks.row('Install the line')).toContainText('In progress');

  await page.keyboard.press('Control+z');
  await expect(deskWindow(page).message('Work already builds on it: TASK0000001-2')).toBeVisible();
  expect(await must(page, 'task.get', { orderId, task: 1 })).toMatchObject({ state: 'closedComplete' });
});

test('X8 a task put on hold says who and why, is taken up again, and the hold is taken back from the message', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const dialog = page.getByRole('dialog');
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await page.keyboard.press('h');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Nobody has the key.');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(tasks.detail).toContainText(`Put on hold by ${HOST}: Nobody has the key.`);
  await expect(tasks.row('Survey the site')).toContainText('On hold');
  await page.keyboard.press('h');
  await expect(tasks.row('Survey the site')).toContainText('Ready');
  await didOf(page, 'TASK0000001-1 resumed').getByRole('button', { name: 'Undo' }).click();
  await expect(tasks.row('Survey the site')).toContainText('On hold');
});

test('X8 Ctrl+Z is about the last thing done: an approval stays, which is said, and what is older only goes when asked again', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const approvals = approvalsPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  const assignee = async (): Promise<string | null> => (await must(page, 'task.get', { orderId, task: 1 })).assignee;
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await tasks.act('Take it');
  await expect(tasks.fact('Person')).toHaveText(HOST);
  const mine = await assignee();
  await approvals.open();
  await approvals.openRow('Northern Rail');
  await approvals.approve.click();
  await expect(approvals.rows('New')).toHaveCount(0);

  const stays = page.getByRole('group', { name: 'What is not undone' });
  await page.keyboard.press('Control+z');
  await expect(stays).toContainText('ORD0000002 was approved');
  await expect(stays).toContainText('Approved orders are canceled, not undone');
  await expect(stays).toContainText('Before that: TASK0000001-1 is yours.');
  expect(await assignee()).toBe(mine);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('Taken back: TASK0000001-1 is nobody’s again.').first()).toBeVisible();
  expect(await assignee()).toBeNull();
  const approved = await must(page, 'order.get', { orderId: await orderIdOf(page, 'CRM-2') });
  expect(approved.state).toBe('inProgress');
});

test('X8 a fallout just raised is taken back: the task goes on, and the record stays as withdrawn', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await tasks.act('Raise fallout');
  await falloutPage(page).raise({ type: 'Site access', text: 'Nobody at the gate.' });
  await expect(tasks.row('Survey the site')).toContainText('On hold');
  await didOf(page, 'Fallout raised on TASK0000001-1').getByRole('button', { name: 'Undo' }).click();
  await expect(tasks.row('Survey the site')).toContainText('Ready');
  expect(await must(page, 'fallout.get', { orderId, fallout: 1 })).toMatchObject({ state: 'canceled' });
});

test('X8 what is said of a deed does not cover what came of it, in a low window neither', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const card = didOf(page, 'completed');
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await tasks.act('Take it');
  await expect(tasks.fact('Person')).toHaveText(HOST);
  await tasks.act('Start');
  for (const [width, height] of [
    [1366, 768],
    [683, 384],
  ] as const) {
    await page.setViewportSize({ width, height });
    await tasks.act('Complete');
    await expect(card).toHaveCount(1);
    await expect(tasks.result).toBeVisible();
    const gap = async (): Promise<number> => {
      const [said, result] = await Promise.all([card.boundingBox(), tasks.result.boundingBox()]);
      return said && result ? result.y - (said.y + said.height) : Number.NaN;
    };
    await expect.poll(gap).toBeGreaterThan(0);
    await page.keyboard.press('Control+z');
    await expect(card).toHaveCount(0);
    await tasks.open('All');
    await tasks.openRow('Survey the site');
    await expect(tasks.detail).toContainText('In progress');
  }
});
