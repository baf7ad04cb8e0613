/** Going back in time: the plan as it was at any moment, and what is different between two of them. */
import { v7 } from 'uuid';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { must, mustAll, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';
import { AGENT, HOST } from './support/seed.ts';

/** More than the window reads at once. */
const MANY = 600;

test.use({
  seed: {
    catalog: 'small',
    crew: true,
    orders: [serviceOrder({ externalId: 'CRM-1', account: 'Harbour Foods' })],
    approved: ['CRM-1'],
  },
});

test('X6 a slider shows the plan as it was at each moment, read-only, and two moments are compared', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'CRM-1');
  const on = (task: number) => ({ commandId: v7(), orderId, task });
  await must(page, 'task.start', on(1));
  await must(page, 'task.complete', on(1));
  await must(page, 'task.assign', { ...on(2), assignee: 'ben-osei' });
  await orderPage(page).open('CRM-1', 'Plan');
  await page.getByRole('button', { name: 'Travel in time' }).click();
  const slider = page.getByRole('slider', { name: 'Moment' });
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute('aria-valuetext', 'Now');
  await expect(plan.row('Install the line')).toContainText('Ready');

  await test.step('back to before the survey was completed', async () => {
    await expect(async () => {
      await page.keyboard.press('ArrowLeft');
      await expect(slider).toHaveAttribute('aria-valuetext', /Started · TASK0000001-1/, { timeout: 100 });
    }).toPass();
    await expect(plan.row('Survey the site')).toContainText('In progress');
    await expect(plan.row('Install the line')).toContainText('Waiting');
    await expect(page.getByText(/^As of .*nothing can be changed here$/)).toBeVisible();
    await expect(page.getByText(`by ${HOST}`)).toBeVisible();
  });

  await test.step('what has changed since', async () => {
    await page.getByRole('button', { name: 'Compare with now' }).click();
    const dialog = page.getByRole('dialog', { name: 'What is different between two moments' });
    const differences = dialog.getByRole('table', { name: 'What is different' });
    const survey = differences.getByRole('row').filter({ hasText: 'Survey the site' });
    await expect(survey).toContainText(/State.*In progress.*Completed/);
    const install = differences.getByRole('row').filter({ hasText: 'Install the line' });
    await expect(install).toContainText(/State.*Waiting.*Ready/);
    await expect(differences).toContainText(AGENT);
    await expect(dialog.getByRole('slider', { name: 'From' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(dialog.getByText('Nothing is different')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('back to now', async () => {
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect(plan.row('Survey the site')).toContainText('Completed');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Now');
  });
});

test('X6 in a long history any event is reached, from the activity and by single steps', async ({ desk: { page } }) => {
  const orderId = await orderIdOf(page, 'CRM-1');
  const notes = Array.from(
    { length: MANY },
    (_, n) => ({ commandId: v7(), orderId, subject: 'T1', kind: 'work', text: `Note ${n + 1}` }) as const,
  );
  await mustAll(page, 'order.addNote', notes);
  const { version } = await must(page, 'order.get', { orderId });
  await must(page, 'task.start', { commandId: v7(), orderId, task: 1 });

  await test.step('a line of the activity leads to the plan as it was then', async () => {
    await orderPage(page).open('CRM-1', 'Activity');
    await orderPage(page)
      .activity.filter({ hasText: `Note ${MANY}` })
      .getByRole('link', { name: /show the plan as it was then/ })
      .click();
    await expect(page.getByText(/^As of .*nothing can be changed here$/)).toBeVisible();
    await expect(planPage(page).row('Survey the site')).toContainText('Ready');
    await expect(page.getByRole('slider', { name: 'Moment' })).toHaveValue(String(version));
  });

  await test.step('far back each step is one event', async () => {
    const far = version - MANY + 50;
    const slider = page.getByRole('slider', { name: 'Moment' });
    await slider.fill(String(far));
    await expect(slider).toHaveAttribute('aria-valuetext', /Note · the order/);
    for (const step of ['Previous change', 'Previous change', 'Next change']) {
      const before = Number(await slider.inputValue());
      await page.getByRole('button', { name: step }).click();
      await expect(slider).toHaveValue(String(before + (step === 'Next change' ? 1 : -1)));
      await expect(slider).toHaveAttribute('aria-valuetext', /Note · the order/);
    }
    await expect(page).toHaveURL(new RegExp(`/plan/${far - 1}$`));
  });

  await test.step('the plan follows the address to now and to another moment', async () => {
    const past = page.getByText(/^As of .*nothing can be changed here$/);
    const moment = page.getByRole('slider', { name: 'Moment' });
    await orderPage(page).show('Plan');
    await expect(past).toHaveCount(0);
    await expect(moment).toHaveAttribute('aria-valuetext', 'Now');
    await page.goto(new URL(`/#/orders/${orderId}/plan/2`, page.url()).href);
    await expect(past).toBeVisible();
    await expect(moment).toHaveValue('2');
  });
});
