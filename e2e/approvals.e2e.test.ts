/** Deciding on orders: the queue, approving, declining with a reason, correcting, and a decision that came too late. */
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { tasksPage } from './pages/tasks.ts';
import { ask, must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { APPROVER, HOST, VIEWER } from './support/seed.ts';

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [
      serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' }),
      serviceOrder({ externalId: 'CRM-2', account: 'Northern Rail' }),
      serviceOrder({ externalId: 'CRM-3', account: 'Quayside Dental', lines: [{ location: '' }] }),
      serviceOrder({ externalId: 'CRM-4', account: 'Tern Bakery', lines: [{ specification: 'unheard-of' }] }),
    ],
  },
});

test('A1 orders waiting for approval stand in a queue, and the navigation says how many', async ({
  desk: { page },
}) => {
  const approvals = approvalsPage(page);
  await approvals.open();
  await expect(approvals.rows('New')).toHaveCount(4);
  await expect(deskWindow(page).link('Approvals')).toHaveAccessibleName('Approvals, 4');
  await expect(page.getByRole('radio', { name: 'New 4' })).toBeChecked();
  await approvals.openRow('Harbour Foods');
  await approvals.approve.click();
  await expect(approvals.rows('New')).toHaveCount(3);
  await expect(deskWindow(page).link('Approvals')).toHaveAccessibleName('Approvals, 3');
});

test('A2 approving works by key and by button, from New and with the permission only; every other attempt is refused', async ({
  desk: { page },
}) => {
  const window = deskWindow(page);
  const approvals = approvalsPage(page);
  await approvals.open();

  await test.step('the key A', async () => {
    await approvals.openRow('Harbour Foods');
    await page.keyboard.press('a');
    await expect(window.message('was approved')).toBeVisible();
    await expect(approvals.row('Harbour Foods')).toHaveCount(0);
  });

  await test.step('an order that is approved already', async () => {
    const orderId = await orderIdOf(page, 'CRM-1');
    expect(await ask(page, 'order.approve', { commandId: v7(), orderId })).toMatchObject({
      ok: false,
      error: { code: 'WrongState', found: 'inProgress', needed: ['new'] },
    });
    await orderPage(page).open('CRM-1');
    await expect(approvals.approve).toHaveCount(0);
  });

  await test.step('a person without the permission', async () => {
    await approvals.open();
    await window.switchTo(VIEWER);
    await approvals.openRow('Northern Rail');
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('a');
    await expect(window.message('Your roles do not include approving')).toBeVisible();
    const orderId = await orderIdOf(page, 'CRM-2');
    expect(await ask(page, 'order.approve', { commandId: v7(), orderId })).toMatchObject({
      ok: false,
      error: { code: 'NotPermitted', permission: 'order.approve' },
    });
    await expect(approvals.rows('New')).toHaveCount(3);
  });

  await test.step('the button', async () => {
    await window.switchTo(HOST);
    await approvals.approve.click();
    await expect(approvals.row('Northern Rail')).toHaveCount(0);
    await expect(approvals.rows('New')).toHaveCount(2);
  });

  await test.step('an order with a check that stands in the way', async () => {
    await approvals.openRow('Tern Bakery');
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'true');
    await expect(approvals.decision).toContainText('Cannot be approved yet: Every line has a known specification');
    await page.keyboard.press('a');
    await expect(approvals.row('Tern Bakery')).toBeVisible();
  });
});

test('A3 a declined order makes no domain order, no plan and no task', async ({ desk: { page } }) => {
  const approvals = approvalsPage(page);
  await approvals.open();
  await approvals.openRow('Harbour Foods');
  await approvals.decline.click();
  await approvals.giveReason('Customer request', 'The customer moved the decision to next year.');
  await expect(approvals.row('Harbour Foods')).toHaveCount(0);

  const orderId = await orderIdOf(page, 'CRM-1');
  expect(await must(page, 'order.get', { orderId })).toMatchObject({
    state: 'rejected',
    domainOrders: { total: 0 },
    tasks: { total: 0 },
  });
  await orderPage(page).open('CRM-1', 'Specifications and domain orders');
  await expect(page.getByText('Not decomposed yet')).toBeVisible();
  await orderPage(page).show('Plan');
  await expect(planPage(page).tree.locator('[data-kind=line]')).toContainText('Rejected');
  await expect(planPage(page).tree.locator('[data-kind=domainOrder], [data-kind=task]')).toHaveCount(0);
  await tasksPage(page).open('All');
  await expect(page.getByText('There are no open tasks')).toBeVisible();
});

test('A4 a rejection without a reason is refused with the missing field named, and the reason stays on the order', async ({
  desk: { page },
}) => {
  const approvals = approvalsPage(page);
  await approvals.open();
  await approvals.openRow('Harbour Foods');
  await page.keyboard.press('d');
  await approvals.declineForm.getByRole('button', { name: 'Decline the order' }).click();
  await expect(approvals.declineForm).toContainText('Choose a reason.');
  await expect(approvals.declineForm).toContainText('Say what has to be corrected.');
  await expect(approvals.rows('New')).toHaveCount(4);
  const orderId = await orderIdOf(page, 'CRM-1');
  expect(await ask(page, 'order.reject', { commandId: v7(), orderId, reasonCode: '', text: '' })).toMatchObject({
    ok: false,
    error: { code: 'FieldMissing', fields: ['reasonCode', 'text'] },
  });

  await approvals.declineForm.getByRole('radio').first().press('2');
  await page.keyboard.type('No duct within 400 metres.');
  await page.keyboard.press('Control+Enter');
  await expect(approvals.row('Harbour Foods')).toHaveCount(0);
  await orderPage(page).open('CRM-1');
  await expect(approvals.decision).toContainText(`Declined by ${HOST}`);
  await expect(approvals.decision).toContainText('Not serviceable — No duct within 400 metres.');
});

test('A5 the automatic checks are listed before the decision, each passed or failed', async ({ desk: { page } }) => {
  const approvals = approvalsPage(page);
  await approvals.open();

  await test.step('all pass', async () => {
    await approvals.openRow('Harbour Foods');
    await page.getByText(/All \d+ checks passed/).click();
    for (const check of [
      'Every line has a location',
      'A contact can be reached',
      'The dates make sense',
      'Every line has a known specification',
    ]) {
      await expect(approvals.check(check)).toContainText('Passed');
    }
  });

  await test.step('a location is missing: approval stays possible', async () => {
    await approvals.openRow('Quayside Dental');
    await expect(approvals.check('Every line has a location')).toContainText('Failed');
    await expect(approvals.check('Every line has a location')).toContainText('line 1');
    await expect(approvals.check('A contact can be reached')).toContainText('Passed');
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'false');
  });

  await test.step('a specification that nobody knows stands in the way', async () => {
    await approvals.openRow('Tern Bakery');
    await expect(approvals.check('Every line has a known specification')).toContainText('Failed');
    await expect(approvals.check('Every line has a known specification')).toContainText('stands in the way');
  });
});

test('A6 a rejected order is reopened, corrected, submitted again and approved, with all of it in its history', async ({
  desk: { page },
}) => {
  const approvals = approvalsPage(page);
  const order = orderPage(page);
  await approvals.open();
  await approvals.openRow('Quayside Dental');
  await approvals.decline.click();
  await approvals.giveReason('Incomplete data', 'Where is it to be delivered?');
  await expect(approvals.row('Quayside Dental')).toHaveCount(0);

  await approvals.open('Rejected');
  await approvals.openRow('Quayside Dental');
  await approvals.reopen.click();
  await expect(approvals.row('Quayside Dental')).toHaveCount(0);

  await approvals.open('Drafts');
  await approvals.openRow('Quayside Dental');
  await page.getByRole('button', { name: /Location$/ }).click();
  await page.getByRole('textbox', { name: 'Location name' }).fill('Pier 9');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/All \d+ checks passed/)).toBeVisible();
  await approvals.submit.click();
  await expect(approvals.row('Quayside Dental')).toHaveCount(0);

  await approvals.open();
  await approvals.openRow('Quayside Dental');
  await approvals.approve.click();
  await expect(approvals.row('Quayside Dental')).toHaveCount(0);

  await order.open('CRM-3', 'Activity');
  for (const [event, detail] of [
    ['Declined', 'Where is it to be delivered?'],
    ['Reopened', HOST],
    ['Corrected', 'Pier 9'],
    ['Submitted again', HOST],
    ['Approved', HOST],
  ] as const) {
    await expect(order.activity.filter({ hasText: event }).filter({ hasText: detail }).first()).toBeVisible();
  }
});

test('A6 D9 what a check of a New order misses is put right where it leads, and the order approved by the next key', async ({
  desk: { page },
}) => {
  const approvals = approvalsPage(page);
  await approvals.open();
  await approvals.openRow('Quayside Dental');
  const missing = approvals.check('Every line has a location').getByRole('link', { name: 'on line 1' });

  await test.step('Escape leaves it as it is, and leads back', async () => {
    await missing.click();
    await expect(page.getByRole('textbox', { name: 'Location name' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(approvals.decision).toBeFocused();
    await expect(approvals.check('Every line has a location')).toContainText('Failed');
  });

  await test.step('Enter saves it, and A approves', async () => {
    await missing.click();
    await page.keyboard.type('Pier 9');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/All \d+ checks passed/)).toBeVisible();
    await expect(approvals.decision).toBeFocused();
    await page.keyboard.press('a');
    await expect(approvals.row('Quayside Dental')).toHaveCount(0);
  });

  await test.step('both stand in the history', async () => {
    await orderPage(page).open('CRM-3', 'Activity');
    for (const [event, detail] of [
      ['Corrected', 'Pier 9'],
      ['Approved', HOST],
    ] as const) {
      await expect(
        orderPage(page).activity.filter({ hasText: event }).filter({ hasText: detail }).first(),
      ).toBeVisible();
    }
  });
});

test('a note on a New order is written by the key N, stays private or is for the customer, and stands in its history', async ({
  desk: { page },
}) => {
  const approvals = approvalsPage(page);
  await approvals.open();
  await approvals.openRow('Harbour Foods');
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes.getByRole('button', { name: 'Write a note' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('The landlord has to agree first.');
  await page.keyboard.press('Control+Enter');
  await expect(notes.getByRole('listitem')).toContainText('The landlord has to agree first.');
  await expect(notes.getByRole('listitem')).toContainText('Work note (private)');
  await expect(approvals.row('Harbour Foods')).toBeFocused();

  await page.keyboard.press('n');
  await notes.getByText('Customer comment', { exact: true }).click();
  await notes.getByRole('textbox', { name: 'New note' }).fill('We come on Monday.');
  await notes.getByRole('button', { name: 'Add note' }).click();
  await expect(notes.getByRole('listitem').first()).toContainText('Customer comment');

  await test.step('however long it is, it stands above what comes after it', async () => {
    await page.keyboard.press('n');
    await notes.getByRole('textbox', { name: 'New note' }).fill('They wrote again.\n'.repeat(40));
    await page.keyboard.press('Control+Enter');
    await expect(notes.getByRole('listitem').first()).toContainText('They wrote again.');
    const spilled = await notes.evaluate(part => part.scrollHeight - part.clientHeight);
    expect(spilled).toBe(0);
  });

  await orderPage(page).open('CRM-1', 'Activity');
  await expect(orderPage(page).activity.filter({ hasText: 'We come on Monday.' })).toBeVisible();
});

test('a decision on what somebody else decided meanwhile is refused, and says who and when', async ({ desk }) => {
  const late = await desk.openWindow({ deaf: true });
  const approvals = approvalsPage(late);
  await approvals.open();
  await approvals.openRow('Harbour Foods');

  const { page } = desk;
  await page.bringToFront();
  await deskWindow(page).switchTo(APPROVER);
  await approvalsPage(page).openRow('Harbour Foods');
  await approvalsPage(page).approve.click();
  await expect(approvalsPage(page).row('Harbour Foods')).toHaveCount(0);

  await late.bringToFront();
  await approvals.decline.click();
  await approvals.giveReason('Duplicate order', 'It was ordered last week.');
  const refusal = deskWindow(late).message(`${APPROVER} was faster`);
  await expect(refusal).toContainText(/Approved by Noor Haddad, .*\d{2}:\d{2}/);
  expect(await must(page, 'order.get', { orderId: await orderIdOf(page, 'CRM-1') })).toMatchObject({
    state: 'inProgress',
  });
});
