/** Two windows on the same order, and text that no field was made for. */
import { orderPage } from './pages/order.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';

test.use({ seed: { catalog: 'small', orders: [serviceOrder({ externalId: 'CRM-1' })] } });

test('A6 who edits a value that another window changes meanwhile keeps the text, and is told before writing over it', async ({
  desk,
}) => {
  const { page } = desk;
  await orderPage(page).open('CRM-1');
  await page.getByRole('button', { name: 'Edit Description' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('Call first.');

  const other = await desk.openWindow();
  await orderPage(other).open('CRM-1');
  await other.getByRole('button', { name: 'Edit Description' }).click();
  await other.getByRole('textbox', { name: 'Description' }).fill('Ring the bell.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Ring the bell.')).toBeVisible();

  await page.bringToFront();
  const form = page.getByRole('form', { name: 'Description' });
  await expect(form.getByRole('status')).toHaveText(
    'This was changed while you edited it. Save replaces what it says now: Ring the bell.',
  );
  await expect(form.getByRole('textbox')).toHaveValue('Call first.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Call first.')).toBeVisible();
  await other.bringToFront();
  await expect(other.getByText('Call first.')).toBeVisible();
});

test('A6 a date that is only half filled in is not taken for none', async ({ desk: { page } }) => {
  await orderPage(page).open('CRM-1');
  await page.getByRole('button', { name: 'Edit Requested completion' }).click();
  await page.getByLabel('Requested completion').last().focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Fill in the whole date and time, or empty the field.')).toBeVisible();
  await page.keyboard.press('Escape');
  const fact = page.getByRole('term').filter({ hasText: /^Requested completion$/ });
  await expect(fact.locator('xpath=following-sibling::dd').first()).toContainText(/\d{2}:\d{2}/);
});

test('A2 a filter that a whole page of text is pasted into finds nothing, and is no mistake of the app', async ({
  desk: { page },
}) => {
  await page.goto(new URL('/#/orders', page.url()).href);
  await expect(page.getByRole('row', { name: /Harbour Foods/ })).toBeVisible();
  const filter = page.getByRole('searchbox').first();
  await filter.focus();
  await page.keyboard.insertText('Nowhere '.repeat(100));
  await expect(page.getByRole('row', { name: /Harbour Foods/ })).toHaveCount(0);
  await expect(page.getByText('The app did not understand this')).toHaveCount(0);
  await expect(filter).toHaveValue('Nowhere '.repeat(25));
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('Nowhere '.repeat(100));
  await expect(page.getByText('The app did not understand this')).toHaveCount(0);
});
