/** Working on tasks: the queues, who has a task, recording values, completing, and what opens next. */
import { v7 } from 'uuid';
import { deskWindow, pick } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { settingsPage } from './pages/settings.ts';
import { tasksPage } from './pages/tasks.ts';
import { ask, must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { AGENT, HOST } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [
      serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
      serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' }),
    ],
    approved: ['CRM-1', 'CRM-2'],
  },
});

test('T1 open tasks stand in queues of mine, my group’s, unassigned and escalated to me, each with its count', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const counted = async (mine: number, group: number, unassigned: number): Promise<void> => {
    await expect(tasks.queue('Mine')).toHaveAccessibleName(`Mine ${mine}`);
    await expect(tasks.queue('My group’s')).toHaveAccessibleName(`My group’s ${group}`);
    await expect(tasks.queue('Unassigned')).toHaveAccessibleName(`Unassigned ${unassigned}`);
  };
  await tasks.open('Mine');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await counted(0, 2, 2);

  await tasks.open('My group’s');
  await expect(tasks.row('Survey the site')).toHaveCount(2);
  await tasks.row('Harbour Foods').click();
  await tasks.act('Take it');
  await counted(1, 2, 1);
  await tasks.open('Mine');
  await expect(tasks.row('Harbour Foods')).toHaveCount(1);
  await tasks.open('Unassigned');
  await expect(tasks.row('Northern Rail')).toHaveCount(1);
  await expect(tasks.row('Harbour Foods')).toHaveCount(0);

  const orderId = await orderIdOf(page, 'CRM-1');
  const to = { kind: 'person', id: 'ben-osei' } as const;
  await must(page, 'task.escalate', { commandId: v7(), orderId, task: 1, to, reason: 'They call every day.' });
  await expect(tasks.queue('Escalated to me')).toHaveAccessibleName('Escalated to me 0');
  await deskWindow(page).switchTo(AGENT);
  await counted(0, 2, 1);
  await expect(tasks.queue('Escalated to me')).toHaveAccessibleName('Escalated to me 1');
  await tasks.open('Escalated to me');
  await expect(tasks.row('Survey the site')).toHaveCount(1);
});

test('T2 a task is taken, given back, assigned and reassigned, and everybody sees with whom it is', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const window = deskWindow(page);
  await tasks.open('All');
  await tasks.row('Harbour Foods').click();

  await test.step('taken by key', async () => {
    await page.keyboard.press('y');
    await expect(tasks.fact('Person')).toHaveText(HOST);
    await expect(tasks.result).toContainText('is yours now');
  });
  await test.step('given back', async () => {
    await tasks.act('Give it back');
    await expect(tasks.fact('Person')).toHaveText('Nobody');
  });
  await test.step('assigned to somebody of the team', async () => {
    await tasks.act('Assign');
    const dialog = page.getByRole('dialog');
    await pick(dialog, 'Person or team', new RegExp(`^${AGENT}`));
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(tasks.fact('Person')).toHaveText(AGENT);
  });
  await test.step('reassigned to another team', async () => {
    await tasks.act('Assign');
    const dialog = page.getByRole('dialog');
    await pick(dialog, 'Person or team', 'Network engineering');
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(tasks.fact('Person')).toHaveText('Nobody');
    await expect(tasks.fact('Team')).toHaveText('Network engineering');
  });
  await test.step('nobody takes what somebody else has', async () => {
    await tasks.act('Take it');
    await expect(tasks.fact('Person')).toHaveText(HOST);
    await window.switchTo(AGENT);
    const orderId = await orderIdOf(page, 'CRM-1');
    expect(await ask(page, 'task.claim', { commandId: v7(), orderId, task: 1 })).toMatchObject({
      ok: false,
      error: { code: 'NotYours' },
    });
    await expect(tasks.action('Assign')).toHaveAttribute('aria-disabled', 'true');
  });
});

test('T3 a task that becomes ready is handed out by the desk, which says why this person', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const settings = settingsPage(page);
  // What somebody has already is not handed out when the rule is made.
  for (const externalId of ['CRM-1', 'CRM-2']) {
    await must(page, 'task.claim', { commandId: v7(), orderId: await orderIdOf(page, externalId), task: 1 });
  }
  await settings.open();
  await settings.handOut('Field operations', 'Whoever has the least to do');
  await settings.save();
  const people: string[] = [];
  for (const [externalId, account] of [
    ['CRM-1', 'Harbour Foods'],
    ['CRM-2', 'Northern Rail'],
  ] as const) {
    const orderId = await orderIdOf(page, externalId);
    await must(page, 'task.start', { commandId: v7(), orderId, task: 1 });
    await must(page, 'task.complete', { commandId: v7(), orderId, task: 1 });
    await tasks.open('All');
    await tasks.row(account).click();
    await expect(tasks.detail).toHaveAccessibleName('Task Install the line');
    await expect(tasks.fact('Why this person')).toHaveText(
      'They had the least to do, of 2 who could; no open task then',
    );
    people.push((await tasks.fact('Person').textContent()) ?? '');
    await orderPage(page).open(externalId, 'Activity');
    await expect(
      orderPage(page).activity.filter({ hasText: 'Assigned' }).filter({ hasText: 'handed out by the desk' }),
    ).not.toHaveCount(0);
  }
  expect(people.toSorted()).toEqual([HOST, AGENT]);
});

test('O6 a task waits for a task of another order, says so, and opens when that is done', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const dialog = page.getByRole('dialog');
  const waits = tasks.detail.getByRole('region', { name: 'Waits for other orders' });
  const [first, second] = [await orderIdOf(page, 'CRM-1'), await orderIdOf(page, 'CRM-2')];
  await tasks.open('All');
  await tasks.row('Northern Rail').click();
  await tasks.act('Wait for another order…');
  await dialog.getByRole('textbox', { name: 'Number' }).fill('TASK0000001-1');
  await dialog.getByRole('button', { name: 'Wait for it' }).click();
  await expect(dialog).toBeHidden();
  await expect(waits.getByRole('link')).toHaveText('Survey the site of ORD0000001');
  await expect(tasks.row('Northern Rail')).toHaveCount(0);

  await test.step('the plan says what it waits for', async () => {
    await orderPage(page).open('CRM-2', 'Plan');
    await planPage(page).choose('Survey the site');
    await expect(planPage(page).detail).toContainText('It waits for a part of another order');
    await expect(planPage(page).detail).toContainText('Survey the site of ORD0000001');
  });

  await test.step('the other way round they would wait for each other', async () => {
    const wait = { commandId: v7(), orderId: first, task: 1, number: 'TASK0000002-1' };
    expect(await ask(page, 'task.waitFor', wait)).toMatchObject({ ok: false, error: { code: 'WouldCircle' } });
  });

  await test.step('it opens when that is done', async () => {
    await must(page, 'task.start', { commandId: v7(), orderId: first, task: 1 });
    await must(page, 'task.complete', { commandId: v7(), orderId: first, task: 1 });
    await expect(planPage(page).row('Survey the site')).toContainText('Ready');
    await tasks.open('All');
    await expect(tasks.row('Northern Rail')).toContainText('Ready');
    expect(await must(page, 'task.get', { orderId: second, task: 1 })).toMatchObject({ state: 'open', outside: [] });
  });
});

test('T5 a task is not completed while a mandatory value is missing: the field is named and has the focus', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');

  await test.step('the first task asks for nothing', async () => {
    await tasks.open('All');
    await tasks.row('Harbour Foods').click();
    await page.keyboard.press('s');
    await expect(tasks.detail).toContainText('In progress');
    await page.keyboard.press('c');
    await expect(tasks.result).toContainText('is completed');
  });

  await test.step('the next one is ready at once, and the message leads to it', async () => {
    await expect(tasks.result).toContainText('Ready now:');
    await expect(tasks.row('Northern Rail')).toHaveAttribute('data-open', 'true');
    await tasks.result.getByRole('button', { name: /Install the line/ }).click();
    await expect(tasks.detail).toHaveAccessibleName('Task Install the line');
    await expect(tasks.row('Harbour Foods')).toContainText('Install the line');
  });

  await test.step('refused, with the field named and focused', async () => {
    await tasks.act('Start');
    await tasks.act('Complete');
    await expect(page.getByText('A mandatory value is missing: Serial number')).toBeVisible();
    await expect(tasks.field('Serial number')).toBeFocused();
    expect(await ask(page, 'task.complete', { commandId: v7(), orderId, task: 2 })).toMatchObject({
      ok: false,
      error: { code: 'FieldMissing', fields: ['serial'] },
    });
    expect(await must(page, 'task.get', { orderId, task: 2 })).toMatchObject({ state: 'inProgress' });
  });

  await test.step('with the value it is completed, and with it the line, the order and the inventory', async () => {
    await page.keyboard.type('SN-4711');
    await tasks.act('Complete');
    await expect(tasks.result).toContainText('The whole order is completed.');
    await orderPage(page).open('CRM-1');
    await expect(orderPage(page).line(/^Line 1:/)).toContainText('Active');
    expect(await must(page, 'order.get', { orderId })).toMatchObject({
      state: 'completed',
      tasks: { ended: 2, total: 2 },
    });
    await tasks.open('All');
    await expect(tasks.row('Harbour Foods')).toHaveCount(0);
    await expect(tasks.row('Northern Rail')).toHaveCount(1);
  });
});

test('T9 values that were typed and not saved survive another screen, a reload and a restart', async ({ desk }) => {
  const { page } = desk;
  const tasks = tasksPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  await must(page, 'task.start', { commandId: v7(), orderId, task: 1 });
  await must(page, 'task.complete', { commandId: v7(), orderId, task: 1 });
  await tasks.open('All');
  await tasks.openRow('Install the line');
  await tasks.field('Serial number').fill('SN-DRAFT');
  await expect(tasks.detail).toContainText('1 value is kept here as a draft');

  await deskWindow(page).goTo('Orders');
  await tasks.open('All');
  await tasks.openRow('Install the line');
  await expect(tasks.field('Serial number')).toHaveValue('SN-DRAFT');
  await page.reload();
  await expect(tasks.field('Serial number')).toHaveValue('SN-DRAFT');
  await desk.kill();
  await desk.restart();
  await tasks.open('All');
  await tasks.openRow('Install the line');
  await expect(tasks.field('Serial number')).toHaveValue('SN-DRAFT');
  expect(await must(page, 'task.get', { orderId, task: 2 })).toMatchObject({ fields: [{ value: null }, {}] });
});
