/** Fallout: raising it from a task, triage, and the four ways to resolve it. */
import { v7 } from 'uuid';
import { deskWindow, pick } from './pages/deskWindow.ts';
import { falloutPage, type Raise } from './pages/fallout.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { tasksPage } from './pages/tasks.ts';
import { ask, must, orderIdOf } from './support/ask.ts';
import { expect, test, type RunningDesk } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { AGENT, HOST } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' })],
    approved: ['CRM-1'],
  },
});

const noAccess: Raise = { type: 'Site access', text: 'Nobody at the gate.' };

/** Raises fallout on the survey, started or not, and opens it in the fallout queue. */
async function raised({ page }: RunningDesk, { started = true, raise = noAccess } = {}): Promise<void> {
  const orderId = await orderIdOf(page, 'CRM-1');
  if (started) await must(page, 'task.start', { commandId: v7(), orderId, task: 1 });
  const tasks = tasksPage(page);
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await page.keyboard.press('f');
  await falloutPage(page).raise(raise);
  await falloutPage(page).open();
  await falloutPage(page).openRow('Survey the site');
}

test('F1 fallout is raised from a task in one dialog: type, priority, team, person and what happened', async ({
  desk: { page },
}) => {
  const tasks = tasksPage(page);
  const fallout = falloutPage(page);
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await tasks.act('Raise fallout');

  await test.step('type and text are asked for, the first missing one has the focus', async () => {
    await fallout.dialog.getByRole('button', { name: 'Raise fallout' }).click();
    await expect(fallout.dialog).toContainText('Choose a type');
    await expect(fallout.dialog).toContainText('Say what happened');
    await expect(fallout.dialog.getByRole('combobox', { name: 'Type' })).toBeFocused();
  });
  await test.step('all of it in one go', async () => {
    await fallout.raise({ ...noAccess, priority: 'High', team: 'Field operations', person: AGENT });
    await expect(tasks.result).toContainText('is on hold');
  });
  const orderId = await orderIdOf(page, 'CRM-1');
  expect(await must(page, 'fallout.get', { orderId, fallout: 1 })).toMatchObject({
    type: 'siteAccess',
    priority: 'high',
    group: 'field',
    owner: 'ben-osei',
    text: 'Nobody at the gate.',
  });
  await expect(deskWindow(page).link('Fallout')).toHaveAccessibleName('Fallout, 1');
});

test('F3 a fallout is a record of its own with type, priority, owner and due date, changed by triage', async ({
  desk,
}) => {
  const { page } = desk;
  const fallout = falloutPage(page);
  await raised(desk);
  await expect(fallout.row('Survey the site')).toContainText('Site access');
  await expect(fallout.detail).toContainText(/FO\d+-1/);

  const triage = page.getByRole('region', { name: 'Triage' });
  await pick(triage, 'Type', 'Third-party delay');
  await expect(fallout.row('Survey the site')).toContainText('Third-party delay');
  await pick(triage, 'Priority', 'Critical');
  await pick(triage, 'Owner', AGENT);
  await expect(fallout.row('Survey the site')).toContainText(AGENT);
  await triage.getByLabel('Due').fill('2031-05-04T10:30');
  await triage.getByLabel('Due').press('Enter');
  const orderId = await orderIdOf(page, 'CRM-1');
  await expect
    .poll(() => must(page, 'fallout.get', { orderId, fallout: 1 }))
    .toMatchObject({
      type: 'thirdPartyDelay',
      priority: 'critical',
      owner: 'ben-osei',
      dueAt: '2031-05-04T10:30:00.000Z',
      taskState: 'onHold',
    });
});

test('F4 raising fallout holds the task, and both records say who, what and when', async ({ desk }) => {
  const { page } = desk;
  const tasks = tasksPage(page);
  const fallout = falloutPage(page);
  await raised(desk);
  await expect(fallout.detail).toContainText(`Raised by ${HOST}, `);
  await expect(fallout.detail).toContainText('Nobody at the gate.');
  await fallout.detail.getByRole('button', { name: /Survey the site/ }).click();
  await expect(tasks.detail).toContainText('On hold');
  await expect(tasks.detail.getByRole('region', { name: 'Fallouts' })).toContainText('Site access');
  await expect(tasks.action('Complete')).toHaveCount(0);
  const orderId = await orderIdOf(page, 'CRM-1');
  expect(await ask(page, 'task.complete', { commandId: v7(), orderId, task: 1 })).toMatchObject({
    ok: false,
    error: { code: 'WrongState', found: 'onHold' },
  });

  const order = orderPage(page);
  await order.open('CRM-1', 'Activity');
  const about = (event: string) => order.activity.filter({ hasText: event }).filter({ hasText: HOST });
  await expect(about('Fallout raised').first()).toContainText(/\d{2}:\d{2}/);
  await expect(about('Held by fallout').first()).toContainText('Survey the site');
  await order.show('Plan');
  await expect(planPage(page).row('Survey the site')).toContainText('On hold');
});

for (const [state, started] of [
  ['In progress', true],
  ['Ready', false],
] as const) {
  test(`F5 resolving fallout puts a task that was “${state}” back there by itself`, async ({ desk }) => {
    const { page } = desk;
    const fallout = falloutPage(page);
    await raised(desk, { started });
    await expect(fallout.detail).toContainText(`After a retry it goes back to “${state}”.`);
    await fallout.resolve({
      action: 'Try again',
      rootCause: 'Site not ready',
      resolution: 'Retried successfully',
      text: 'The gate is open now.',
    });
    await expect(tasksPage(page).result).toContainText(`is “${state}” again`);
    await tasksPage(page).open('All');
    await expect(tasksPage(page).row('Survey the site')).toContainText(state);
  });
}

test('F6 a retry is asked for from the fallout, is counted on the task, and the task can be completed', async ({
  desk,
}) => {
  const { page } = desk;
  const tasks = tasksPage(page);
  await raised(desk);
  await page.keyboard.press('r');
  await expect(falloutPage(page).dialog.getByRole('radio', { name: 'Try again' })).toBeChecked();
  await page.keyboard.press('Escape');
  await falloutPage(page).resolve({
    action: 'Try again',
    rootCause: 'Third party',
    resolution: 'Retried successfully',
    text: 'Went through.',
  });
  await tasks.open('All');
  await tasks.openRow('Survey the site');
  await expect(tasks.fact('Tried again')).toHaveText('once');
  await tasks.act('Complete');
  await expect(tasks.result).toContainText('is completed');
});

test('F7 a held task is completed with a stated result, skipped, or canceled with its branch', async ({ desk }) => {
  const { page } = desk;
  const fallout = falloutPage(page);
  const tasks = tasksPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');

  await test.step('completed with a stated result', async () => {
    await raised(desk);
    await fallout.resolve({
      action: 'Complete with a stated result',
      rootCause: 'Unknown',
      resolution: 'Worked around',
      text: 'Surveyed from the photographs of last year.',
    });
    await expect(tasks.result).toContainText('is completed with the result you stated');
    expect(await must(page, 'task.get', { orderId, task: 1 })).toMatchObject({
      state: 'closedComplete',
      outcome: { kind: 'stated', text: 'Surveyed from the photographs of last year.' },
    });
  });

  await test.step('skipped, though a mandatory value is missing', async () => {
    await tasks.open('All');
    await tasks.openRow('Install the line');
    await page.keyboard.press('f');
    await fallout.raise({ type: 'Equipment fault', text: 'The unit is dead.' });
    await fallout.open();
    await fallout.openRow('Install the line');
    await fallout.resolve({
      action: 'Skip the task',
      rootCause: 'Equipment defect',
      resolution: 'Not needed',
      text: 'The old line stays.',
    });
    await expect(tasks.result).toContainText('is skipped');
    expect(await must(page, 'order.get', { orderId })).toMatchObject({ state: 'completed' });
  });
});

test('canceling the branch names everything it cancels, and cancels exactly that', async ({ desk }) => {
  const { page } = desk;
  const fallout = falloutPage(page);
  await raised(desk);
  await fallout.action('Resolve').click();
  await fallout.dialog.getByRole('radio', { name: 'Cancel the branch' }).check();
  const branch = fallout.dialog.getByRole('region', { name: 'What is canceled' }).getByRole('listitem');
  await expect(branch).toHaveCount(3);
  await expect(branch.filter({ hasText: 'Install the line' })).toHaveCount(1);
  await pick(fallout.dialog, 'Root cause', 'No inventory');
  await pick(fallout.dialog, 'Resolution', 'Descoped');
  await fallout.dialog.getByRole('textbox', { name: 'Why it is canceled' }).fill('The customer moves out.');
  await fallout.dialog.getByRole('button', { name: 'Resolve and cancel 3 parts' }).click();
  await expect(fallout.dialog).toBeHidden();
  await orderPage(page).open('CRM-1', 'Plan');
  for (const title of ['Survey the site', 'Install the line', 'Access line']) {
    await expect(planPage(page).row(title).first()).toContainText('Canceled');
  }
});

test('F13 the fallout queue shows how old each is, and what is overdue', async ({ desk }) => {
  const { page } = desk;
  const fallout = falloutPage(page);
  await raised(desk);
  await expect(fallout.row('Survey the site')).toContainText(/\d+ min/);
  const due = page.getByRole('region', { name: 'Triage' }).getByLabel('Due');
  await due.fill('2026-01-05T10:30');
  await due.press('Enter');
  await expect(fallout.row('Survey the site')).toContainText(/\d+ d over/);
});

test('U2 a task is neither skipped nor completed by force nor canceled without a reason', async ({ desk }) => {
  const { page } = desk;
  await raised(desk);
  const orderId = await orderIdOf(page, 'CRM-1');
  for (const action of ['forceComplete', 'skip', 'cancelBranch'] as const) {
    const reasons = { rootCause: 'unknown', resolutionCode: 'other', text: '' };
    expect(
      await ask(page, 'fallout.resolve', { commandId: v7(), orderId, fallout: 1, action, ...reasons }),
    ).toMatchObject({
      ok: false,
      error: { code: 'FieldMissing', fields: ['text'] },
    });
  }
  await falloutPage(page).action('Resolve').click();
  await falloutPage(page).dialog.getByRole('radio', { name: 'Skip the task' }).check();
  await falloutPage(page).dialog.getByRole('button', { name: 'Resolve and skip' }).click();
  await expect(falloutPage(page).dialog).toContainText('Write it in a few words');
  expect(await must(page, 'task.get', { orderId, task: 1 })).toMatchObject({ state: 'onHold' });
});

test('F11 a fallout and its task go to another person or team in one step', async ({ desk }) => {
  const { page } = desk;
  const fallout = falloutPage(page);
  await raised(desk);
  await fallout.action('Reassign with its task').click();
  await pick(fallout.dialog, 'Person or team', new RegExp(`^${AGENT}`));
  await fallout.dialog.getByRole('button', { name: 'Reassign both' }).click();
  await expect(tasksPage(page).result).toContainText(`are with ${AGENT} now`);
  const orderId = await orderIdOf(page, 'CRM-1');
  expect(await must(page, 'fallout.get', { orderId, fallout: 1 })).toMatchObject({
    owner: 'ben-osei',
    taskAssignee: 'ben-osei',
  });
  await deskWindow(page).switchTo(AGENT);
  await tasksPage(page).open('Mine');
  await expect(tasksPage(page).row('Survey the site')).toHaveCount(1);
});

test('F12 closing a fallout demands a root cause, a resolution and a text, and keeps them', async ({ desk }) => {
  const { page } = desk;
  const fallout = falloutPage(page);
  await raised(desk);
  await fallout.action('Resolve').click();
  await fallout.dialog.getByRole('button', { name: /^Resolve and/ }).click();
  for (const missing of ['Choose why it happened', 'Choose what was done', 'Write it in a few words']) {
    await expect(fallout.dialog).toContainText(missing);
  }
  await expect(fallout.dialog.getByRole('combobox', { name: 'Root cause' })).toBeFocused();
  const orderId = await orderIdOf(page, 'CRM-1');
  expect(
    await ask(page, 'fallout.resolve', {
      commandId: v7(),
      orderId,
      fallout: 1,
      action: 'retry',
      rootCause: '',
      resolutionCode: '',
      text: '',
    }),
  ).toMatchObject({ ok: false, error: { code: 'FieldMissing' } });
  await page.keyboard.press('Escape');

  await fallout.resolve({
    action: 'Try again',
    rootCause: 'Site not ready',
    resolution: 'Worked around',
    text: 'The caretaker has the key.',
  });
  await fallout.open('Closed');
  await fallout.openRow('Survey the site');
  const resolution = page.getByRole('region', { name: 'How it was resolved' });
  for (const kept of ['Site not ready', 'Worked around', 'The caretaker has the key.', HOST]) {
    await expect(resolution).toContainText(kept);
  }
});
