/** Steering from the plan and from a task: an end that is proposed, a task that is escalated, a step that is not needed. */
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { tasksPage } from './pages/tasks.ts';
import { must, orderIdOf } from './support/ask.ts';
import { violations } from './support/axe.ts';
import { expect, test } from './support/desk.ts';
import { inDays, serviceOrder } from './support/orders.ts';
import { AGENT, APPROVER, HOST } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' })],
    approved: ['CRM-1'],
  },
});

test('O16 a date that was tried out is proposed with a reason: the order is dated by it, until it is withdrawn or taken back', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  const endOfOrder = async () => (await must(page, 'plan.outlook', { orderId })).estimatedEnd ?? '';
  const before = await endOfOrder();
  await orderPage(page).open('CRM-1', 'Plan');
  await plan.choose('Survey the site');
  const proposed = inDays(9);

  await test.step('nothing is saved by trying it out', async () => {
    await plan.detail.getByLabel('If this ends on').fill(proposed.slice(0, 16));
    await plan.detail.getByRole('button', { name: /^Propose date/ }).click();
    expect((await endOfOrder()).slice(0, 10)).toBe(before.slice(0, 10));
  });

  await test.step('proposed, it dates the task and the order, and says whose it is', async () => {
    const dialog = page.getByRole('dialog', { name: /^Propose an end/ });
    await expect(dialog.getByRole('textbox', { name: /^Reason/ })).toBeFocused();
    await page.keyboard.type('The site opens then');
    await page.keyboard.press('Control+Enter');
    await expect(plan.detail).toContainText(`proposed by ${HOST}`);
    await expect(plan.detail).toContainText(': The site opens then');
    expect((await endOfOrder()) > proposed).toBe(true);
    expect(await violations(page, 'a proposed end')).toEqual([]);
  });

  await test.step('the timeline marks it, and says it beside the pointer', async () => {
    await page.keyboard.press('3');
    await plan.bars('Survey the site').last().hover();
    await expect(page.getByRole('tooltip')).toContainText(`proposed by ${HOST}`);
    await page.keyboard.press('Escape');
  });

  await test.step('withdrawn, all is as it was; taken back with Ctrl+Z, it is there again', async () => {
    await plan.detail.getByRole('button', { name: 'Withdraw date' }).click();
    await expect(plan.detail).not.toContainText('proposed by');
    await page.keyboard.press('Control+z');
    await expect(plan.detail).toContainText(`proposed by ${HOST}`);
  });
});

test('T2 T6 an agent escalates a task: it is more urgent, whoever it is before finds it in a queue, and it ends with the task', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const window = deskWindow(page);
  await window.switchTo(AGENT);
  await tasks.open('My group’s');
  await tasks.openRow('Survey the site');
  await tasks.act('Take it');
  await expect(tasks.fact('Person')).toHaveText(AGENT);

  await test.step('by key, to a person, with a reason', async () => {
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: /^Escalate/ });
    await dialog.getByRole('combobox', { name: /^Person or team/ }).fill('Noor');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Nobody opens the door');
    await page.keyboard.press('Control+Enter');
    await expect(tasks.detail).toContainText(`Escalated to ${APPROVER} by ${AGENT}`);
    await expect(tasks.fact('Priority')).toContainText(`Escalated by ${AGENT}`);
    await expect(tasks.row('Survey the site')).toContainText('Escalated');
    expect(await violations(page, 'an escalated task')).toEqual([]);
  });

  await test.step('the person it was escalated to finds it', async () => {
    await window.switchTo(APPROVER);
    await tasks.open('Escalated to me');
    await expect(tasks.queue('Escalated to me')).toHaveAccessibleName('Escalated to me 1');
    await tasks.openRow('Survey the site');
    await expect(tasks.detail).toContainText('Nobody opens the door');
  });

  await test.step('it leaves the queue when the task has ended', async () => {
    const orderId = await orderIdOf(page, 'CRM-1');
    await tasks.act('Skip');
    await page.getByRole('textbox', { name: /^Reason/ }).fill('They sent us a drawing');
    await page.keyboard.press('Control+Enter');
    await expect(tasks.queue('Escalated to me')).toHaveAccessibleName('Escalated to me 0');
    const { escalation, priority } = await must(page, 'task.get', { orderId, task: 1 });
    expect([escalation, priority]).toEqual([null, 'moderate']);
  });
});

test('F7 U2 a step that is not needed is skipped from the plan in one dialog: what comes after opens, and the record says who and why', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  await orderPage(page).open('CRM-1', 'Plan');
  await plan.choose('Survey the site');
  await page.keyboard.press('Shift+K');
  const dialog = page.getByRole('dialog', { name: /^Skip/ });
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Say why it is not needed');
  await page.keyboard.type('They sent us a drawing');
  await page.keyboard.press('Control+Enter');
  await expect(plan.row('Survey the site')).toContainText('Completed');
  await expect(plan.row('Install the line')).toContainText('Ready');
  await page.keyboard.press('o');
  await expect(tasksPage(page).detail).toContainText(`Skipped by ${HOST}: They sent us a drawing`);
  await page.keyboard.press('Control+z');
  await expect(tasksPage(page).detail).not.toContainText('Skipped by');
  expect((await must(page, 'task.get', { orderId, task: 1 })).state).toBe('open');
});
