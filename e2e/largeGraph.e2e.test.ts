/** The graph of a plan that is too large to be drawn at once. */
import type { Page } from '@playwright/test';
import { orderPage } from './pages/order.ts';
import { planPage, type PlanPage } from './pages/plan.ts';
import { expect, test } from './support/desk.ts';
import { firewallLine, serviceOrder } from './support/orders.ts';

const SITES = 20;

test.use({
  seed: {
    catalog: 'operator',
    crew: true,
    orders: [serviceOrder({ externalId: 'FW-20', lines: Array.from({ length: SITES }, () => firewallLine()) })],
    approved: ['FW-20'],
  },
});

async function openGraph(page: Page): Promise<PlanPage> {
  const plan = planPage(page);
  await orderPage(page).open('FW-20', 'Plan');
  await plan.choose('Order FW-20');
  await page.keyboard.press('2');
  return plan;
}

test('O3 of a large graph what is in sight is drawn, and keys and the camera lead to the rest', async ({
  desk: { page },
}) => {
  const plan = await openGraph(page);
  const boxes = plan.graph.locator('.react-flow__node');
  await expect(boxes).not.toHaveCount(0);
  const drawn = await boxes.count();
  expect(drawn).toBeLessThan(SITES * 3);
  await expect(plan.graph.locator('[data-arrow]')).not.toHaveCount(0);

  const stop = plan.graph.locator('[data-stop]');
  await stop.focus();
  await page.keyboard.press('End');
  const last = plan.graph.locator('button[aria-pressed=true]');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });
  const title = (await last.getAttribute('title')) ?? '';
  await expect(plan.detail).toHaveAccessibleName(`Details of ${title}`);

  // Scrolled away from, it keeps the focus, and a key leads on from it.
  const at = await plan.graph.boundingBox();
  await page.mouse.move((at?.x ?? 0) + 200, (at?.y ?? 0) + 200);
  await page.mouse.wheel(0, -6_000);
  await expect(last).not.toBeInViewport();
  await expect(last).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });

  await page.keyboard.press('0');
  await expect.poll(() => boxes.count()).toBeGreaterThan(SITES * 6);
});

test('O3 whatever is folded, opened or led to in the graph, the keys go on from it', async ({ desk: { page } }) => {
  const plan = await openGraph(page);
  const chosen = plan.graph.locator('button[aria-pressed=true]');
  const isFolded = chosen.and(plan.graph.locator('[data-folded]'));
  await plan.graph.locator('[data-stop]').focus();
  await page.keyboard.press('End');
  await expect(isFolded).toBeFocused();

  await test.step('by key', async () => {
    await page.keyboard.press('e');
    await expect(isFolded).toHaveCount(0);
    await expect(chosen).toBeFocused();
    await page.keyboard.press('e');
    await expect(isFolded).toBeFocused();
  });
  await test.step('by pointer', async () => {
    const title = await chosen.getAttribute('title');
    await plan.graph
      .getByRole('button', { name: `Open ${title} in the graph` })
      .last()
      .click();
    await expect(isFolded).toHaveCount(0);
    await expect(chosen).toBeFocused();
    await expect(chosen).toBeInViewport();
  });
  await test.step('along the critical path', async () => {
    await page.keyboard.press('c');
    await expect(plan.tree.locator('[aria-selected=true]')).toContainText('Stage and label the appliance');
    await expect(chosen).toHaveAttribute('title', 'Firewall appliance');
    await expect(chosen).toBeFocused();
    await expect(chosen).toBeInViewport();
  });
  await test.step('in a window that becomes narrow, and wide again', async () => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await expect(plan.tree).toHaveCount(0);
    await expect(chosen).toBeFocused();
    await page.setViewportSize({ width: 1280, height: 832 });
    await expect(plan.tree).toBeVisible();
    await expect(chosen).toBeFocused();
  });
});

test('O3 a part that is drawn alone is looked at from its start, and the keys go on in it', async ({
  desk: { page },
}) => {
  const plan = await openGraph(page);
  await plan.graph.locator('[data-stop]').focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: /^Draw .+ alone$/ }).click();
  await expect(page.getByText(/^Drawn: /)).toBeVisible();
  await expect(plan.graph.locator('[data-stop]')).toBeFocused();
  await expect(plan.graph.locator('[data-stop]')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Draw the whole order' }).click();
  await expect(plan.graph.locator('[data-stop]')).toBeFocused();
  await expect(plan.graph.locator('[data-stop]')).toBeInViewport({ ratio: 1 });
});

test('O3 a large graph begins with whole boxes, and with whole ones again where another projection leaves more room', async ({
  desk: { page },
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const plan = await openGraph(page);
  await expect(plan.graph.locator('[data-arrow]')).not.toHaveCount(0);
  const cut = (): Promise<number> =>
    plan.graph.evaluate(graph => {
      const room = graph.getBoundingClientRect();
      const boxes = [...graph.querySelectorAll('.react-flow__node-box')].map(box => box.getBoundingClientRect());
      const isCut = (at: number, from: number, to: number): boolean => from < at && to > at;
      return boxes.filter(
        box =>
          (box.right > room.left && isCut(room.top, box.top, box.bottom)) ||
          (box.bottom > room.top && isCut(room.left, box.left, box.right)),
      ).length;
    });
  await expect.poll(cut).toBe(0);
  const lowest = plan.graph.locator('.react-flow__node-box').last();
  await expect(lowest).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect.poll(cut).toBe(0);
});

test('at twice the size the graph opens below the head of the order and the tools, and nothing scrolls sideways', async ({
  desk: { page },
}) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await orderPage(page).open('FW-20', 'Plan');
  await page.getByRole('treegrid').locator('[role=row][data-key]').first().click();
  await page.keyboard.press('2');
  const plan = planPage(page);
  await expect(plan.graph).toBeInViewport();
  await expect(plan.search).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('tab', { name: 'Plan' })).toBeInViewport({ ratio: 1 });
  const sideways = await page.locator('main').evaluate(main =>
    [...main.querySelectorAll('*')]
      .filter(part => !part.closest('.react-flow') && part.scrollWidth > part.clientWidth + 1)
      .filter(part => /auto|scroll/.test(getComputedStyle(part).overflowX))
      .map(part => part.className),
  );
  expect(sideways).toEqual([]);
});
