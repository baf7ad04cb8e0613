/** The orchestration plan: tree and graph with one selection, what is done, what waits, for what, and who can act. */
import { v7 } from 'uuid';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { planPage } from './pages/plan.ts';
import { tasksPage } from './pages/tasks.ts';
import { must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { firewallLine, serviceOrder } from './support/orders.ts';

test.use({
  seed: {
    catalog: 'operator',
    crew: true,
    orders: [
      serviceOrder({ externalId: 'FW-1', description: 'Firewall for Leeds', lines: [firewallLine()] }),
      serviceOrder({ externalId: 'FW-NEW', lines: [firewallLine()] }),
    ],
    approved: ['FW-1'],
  },
});

test('O1 the plan is one tree of order, location, line, domain order and task with their states, and keys move in it', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  for (const [kind, level, title, state] of [
    ['order', '1', 'Firewall for Leeds', 'In progress'],
    ['location', '2', 'Leeds', 'Scheduled'],
    ['line', '3', 'Managed Firewall', 'Scheduled'],
    ['domainOrder', '4', 'Managed Firewall', 'Qualified'],
    ['task', '5', 'Welcome the customer', 'Ready'],
  ] as const) {
    const row = plan.tree.locator(`[data-kind=${kind}]`).first();
    await expect(row).toContainText(title);
    await expect(row).toContainText(state);
    await expect(row).toHaveAttribute('aria-level', level);
  }
  await expect(plan.tree.locator('[data-kind=domainOrder]')).toHaveCount(7);
  await expect(plan.tree.locator('[data-kind=task]')).toHaveCount(13);

  await plan.choose('Firewall for Leeds');
  await page.keyboard.press('ArrowDown');
  await expect(plan.row('Leeds').nth(1)).toBeFocused();
  await expect(plan.detail).toHaveAccessibleName('Details of Leeds');
  await page.keyboard.press('ArrowLeft');
  await expect(plan.tree.locator('[data-kind=line]')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(plan.tree.locator('[data-kind=line]')).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(plan.row('Order and register the licence')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tasksPage(page).detail).toHaveAccessibleName('Task Order and register the licence');
});

test('O2 what is done is counted on every part above it', async ({ desk: { page } }) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  await orderPage(page).open('FW-1', 'Plan');
  await expect(plan.tree.locator('[data-kind=order]')).toContainText('0 of 13 done');
  const login = [{ name: 'loginName', value: 'leeds-admin' }];
  await must(page, 'task.start', { commandId: v7(), orderId, task: 5 });
  await must(page, 'task.complete', { commandId: v7(), orderId, task: 5, values: login });
  for (const kind of ['order', 'location', 'line']) {
    await expect(plan.tree.locator(`[data-kind=${kind}]`)).toContainText('1 of 13 done');
  }
  await expect(plan.tree.locator('[data-kind=domainOrder]').first()).toContainText('1 of 13 done');
  await expect(plan.row('Firewall administrator account')).toContainText('1 of 1 done');
  await expect(plan.row('Firewall administrator account')).toContainText('Completed');
});

test('O3 dependencies are drawn as arrows between the parts, and tree and graph share one selection', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Load the rule base');
  await page.keyboard.press('2');
  const box = plan.box(/^Load the rule base and bring the zones up(,? CP)?,? Task,? Waiting/);
  await expect(box).toHaveAttribute('aria-pressed', 'true');
  await expect(box).toHaveAccessibleName(/waits for Assign addresses and zones and 1 more,? 2 parts wait for it/);
  await expect(plan.graph.locator('[data-arrow]')).not.toHaveCount(0);

  await box.focus();
  await page.keyboard.press('ArrowRight');
  const next = plan.graph.locator('button[aria-pressed=true]');
  await expect(next).not.toHaveAccessibleName(/^Load the rule base/);
  await expect(next).toBeFocused();
  const title = (await next.getAttribute('title')) ?? '';
  await expect(plan.detail).toHaveAccessibleName(`Details of ${title}`);
  await page.keyboard.press('1');
  await expect(plan.row(title).first()).toHaveAttribute('aria-selected', 'true');
});

test('O4 the timeline stands beside the tree, row for row, with bars, dependency lines and the critical path', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Load the rule base');
  await page.keyboard.press('3');
  const bars = plan.bars('Load the rule base').first();
  await expect(bars).toBeVisible();
  await expect(plan.links).not.toHaveCount(0);
  const [row, bar] = [await plan.row('Load the rule base').first().boundingBox(), await bars.boundingBox()];
  expect(bar?.y).toBeGreaterThan(row?.y ?? Infinity);
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThan((row?.y ?? 0) + (row?.height ?? 0));

  const critical = page.getByRole('navigation', { name: 'Critical path' });
  await expect(critical.getByRole('button')).not.toHaveCount(0);
  const first = (await critical.getByRole('button').first().textContent()) ?? '';
  await critical.getByRole('button').first().click();
  await expect(plan.row(first).first()).toHaveAttribute('aria-selected', 'true');
  await expect(plan.row(first).first().locator('[data-part]')).toHaveAttribute('data-critical', 'true');
  await expect(plan.detail).toHaveAccessibleName(`Details of ${first}`);

  await page.getByRole('button', { name: 'Dependencies' }).click();
  await expect(plan.links).toHaveCount(0);
  const width = async (): Promise<number> => (await bars.boundingBox())?.width ?? 0;
  const fitted = await width();
  await page.getByRole('radiogroup', { name: 'Scale of the timeline' }).getByText('Day', { exact: true }).click();
  await expect.poll(width).not.toBe(fitted);
  await page.getByRole('radiogroup', { name: 'Scale of the timeline' }).getByText('Fit', { exact: true }).click();
  await expect.poll(width).toBe(fitted);
});

test('O7 a plan is searched and filtered, and every match is shown with what it belongs to', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Firewall for Leeds');
  const all = (await plan.keys()).length;
  await page.keyboard.press('/');
  await expect(plan.search).toBeFocused();
  await plan.search.fill('appliance');
  await expect(plan.row('Stage and label the appliance')).toBeVisible();
  await expect(plan.row('Welcome the customer')).toHaveCount(0);
  await expect(plan.tree.locator('[data-kind=line]')).toHaveCount(1);
  await plan.search.press('Enter');
  await expect(plan.tree.locator('[aria-selected=true]')).toContainText(/appliance/i);
  await expect(plan.search).toBeFocused();
  await plan.search.press('Escape');
  await expect.poll(async () => (await plan.keys()).length).toBe(all);

  await page.getByRole('button', { name: 'Critical path', exact: true }).click();
  await expect.poll(async () => (await plan.keys()).length).toBeLessThan(all);
  await plan.search.fill('no such thing');
  await expect(page.getByText('Nothing in this plan matches')).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Clear search and filters' }).click();
  await expect.poll(async () => (await plan.keys()).length).toBe(all);
});

test('O7 in the graph of a searched plan the matches stand out, and the next one is chosen there too', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  await orderPage(page).open('FW-1', 'Plan');
  await page.getByRole('radiogroup', { name: 'Show the plan as' }).getByText('Graph').click();
  await expect(plan.box(/^Stage and label the appliance/)).toBeVisible();
  await plan.search.fill('appliance');
  await expect(plan.graph.locator('[data-look=match]').first()).toContainText(/appliance/i);
  await expect(plan.box(/^Stage and label the appliance .* matches/)).toBeVisible();
  await expect(plan.box(/^Welcome the customer/)).toHaveAttribute('data-look', 'aside');
  await plan.search.press('Enter');
  await expect(plan.graph.locator('[aria-pressed=true]')).toContainText(/appliance/i);
  await plan.search.press('Escape');
  await expect(plan.graph.locator('[data-look]')).toHaveCount(0);

  const filters = page.getByRole('group', { name: 'Show only' });
  await filters.getByRole('button', { name: 'State' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Ready' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(plan.box(/^Welcome the customer .* matches/)).toBeVisible();
  await filters.getByRole('button', { name: 'Remove the filter Ready' }).press('Enter');
  await expect(plan.graph.locator('[data-look]')).toHaveCount(0);
});

test('X2 the plan of a new order is what approval would create, and nothing is created by looking', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'FW-NEW');
  await orderPage(page).open('FW-NEW', 'Plan');
  await expect(page.getByRole('note')).toContainText('What approval would create');
  await expect(page.getByRole('note')).toContainText('Nothing has been created.');
  await expect(plan.tree.locator('[data-kind=task]')).toHaveCount(13);
  const { state, tasks } = await must(page, 'order.get', { orderId });
  expect([state, tasks.total]).toEqual(['new', 0]);
});

test('O5 a task becomes ready when all it waits for has ended, and not before', async ({ desk: { page } }) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  const finish = async (task: number, values: { name: string; value: string }[]): Promise<void> => {
    await must(page, 'task.start', { commandId: v7(), orderId, task });
    await must(page, 'task.complete', { commandId: v7(), orderId, task, values });
  };
  await orderPage(page).open('FW-1', 'Plan');
  const waiting = plan.row('Load the rule base');
  await expect(waiting).toContainText('Waiting');

  await finish(6, [{ name: 'managementIp', value: '192.0.2.7' }]);
  await expect(plan.row('Assign addresses and zones').first()).toContainText('Completed');
  await expect(waiting).toContainText('Waiting');
  await finish(9, [{ name: 'serialNumber', value: 'SN-1' }]);
  await expect(waiting).toContainText('Waiting');
  await finish(10, [{ name: 'rackPosition', value: 'U12' }]);
  await expect(waiting).toContainText('Ready');
});

test('T7 every part of a plan has its planned and expected dates, and its actual ones as soon as there are any', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  const date = (name: string) =>
    plan.detail.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');
  const exact = /\d{1,2} \w{3} \d{4}, \d{2}:\d{2}/;
  await orderPage(page).open('FW-1', 'Plan');
  const choose = async (kind: string): Promise<void> => {
    await plan.tree.locator(`[data-kind=${kind}]`).first().click();
    await expect(plan.tree.locator(`[data-kind=${kind}]`).first()).toHaveAttribute('aria-selected', 'true');
  };
  for (const kind of ['order', 'location', 'line', 'domainOrder', 'task']) {
    await choose(kind);
    await expect(date('Planned start')).toHaveText(exact);
    await expect(date('Planned end')).toHaveText(exact);
    await expect(date('Expected end')).toHaveText(exact);
  }
  await choose('line');
  await expect(date('Started')).toHaveText('Not yet');
  await plan.choose('Create the account');
  await expect(date('Started')).toHaveText('Not yet');
  const login = [{ name: 'loginName', value: 'leeds-admin' }];
  await must(page, 'task.start', { commandId: v7(), orderId, task: 5 });
  await expect(date('Started')).toHaveText(exact);
  await must(page, 'task.complete', { commandId: v7(), orderId, task: 5, values: login });
  await expect(date('Ended')).toHaveText(exact);
  for (const kind of ['location', 'line']) {
    await choose(kind);
    await expect(date('Started')).toHaveText(exact);
    await expect(date('Expected end')).toHaveText(exact);
  }
  await orderPage(page).open('FW-1');
  const line = page.getByRole('article', { name: /^Line 1:/ });
  for (const name of ['Planned end', 'Started', 'Expected end']) {
    await expect(line.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd')).toHaveText(
      exact,
    );
  }
});

test('D8 X3 each part of the plan says which rule made it and what is not there, now and before, and that is forwarded as text', async ({
  desk: { page },
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const plan = planPage(page);
  const why = plan.detail.getByRole('region', { name: 'Why it exists' });
  await orderPage(page).open('FW-1', 'Plan');

  await test.step('a task: its plan template and the policy row that chose it', async () => {
    await plan.choose('Order and register the licence');
    await expect(why).toContainText('“Obtain licence”, chosen by policy add-res-threat-licence');
    await plan.detail.getByRole('button', { name: 'Copy as text' }).click();
    expect(await copied()).toMatch(/Who: [^]*It is the step “[^]*Created: Threat prevention licence \(RO/);
  });
  await test.step('a domain order: relationship, rule, input, verdict', async () => {
    await plan.choose('Threat and Intrusion Prevention');
    await expect(why).toContainText('realizes Managed Firewall');
    await expect(why).toContainText(/firewall-threat-prevention: .* “standard”.*Passed\./);
    await why.getByRole('button', { name: 'Copy why as text' }).click();
    expect(await copied()).toMatch(/- Rule firewall-threat-prevention: .* Passed\./);
  });
  await test.step('a target that is not there', async () => {
    await plan.choose('Firewall for Leeds');
    const missing = plan.detail.getByRole('region', { name: 'What is not there' });
    await missing.getByRole('button', { name: 'Copy why as text: Security reporting' }).click();
    expect(await copied()).toMatch(/Skipped: Security reporting\n[^]*composes Managed Firewall/);
  });
  await test.step('o goes to the entry of a domain order among the specifications', async () => {
    await plan.choose('Threat and Intrusion Prevention');
    await page.keyboard.press('o');
    const entry = page.getByRole('article', { name: 'Created: Threat and Intrusion Prevention' });
    await expect(entry).toBeFocused();
    await expect(entry).toBeInViewport({ ratio: 1 });
  });
  await test.step('at an earlier moment as well', async () => {
    await orderPage(page).show('Plan');
    await page.keyboard.press('t');
    await expect(page.getByRole('slider')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name: 'Back to now' })).toBeVisible();
    await plan.choose('Threat and Intrusion Prevention');
    await expect(why).toContainText('firewall-threat-prevention');
    await page.keyboard.press('o');
    await expect(page.getByRole('note')).toContainText('As it was on');
    await expect(page.getByRole('article', { name: 'Created: Threat and Intrusion Prevention' })).toBeFocused();
    await page.getByRole('link', { name: 'Show it as it is now' }).click();
    await expect(page.getByRole('note')).toHaveCount(0);
  });
});

test('X12 every part of a plan that does not move has exactly one reason, and somebody who can clear it', async ({
  desk: { page },
}) => {
  const plan = planPage(page);
  const orderId = await orderIdOf(page, 'FW-1');
  await must(page, 'fallout.raise', {
    commandId: v7(),
    orderId,
    task: 9,
    falloutType: 'equipmentFault',
    priority: 'high',
    text: 'Dead on arrival.',
  });
  const { nodes } = await must(page, 'plan.tree', { orderId, root: 'order', after: null, limit: 100 });
  expect(nodes).toHaveLength(23);
  for (const { key, waiting } of nodes) {
    expect([key, waiting?.cause]).toEqual([key, expect.any(String)]);
    expect([key, waiting?.who.kind]).toEqual([key, expect.stringMatching(/^(person|group|permission)$/)]);
  }

  const other = await orderIdOf(page, 'FW-NEW');
  await must(page, 'order.approve', { commandId: v7(), orderId: other });
  const login = await must(page, 'task.get', { orderId: other, task: 5 });
  await must(page, 'task.start', { commandId: v7(), orderId: other, task: 5 });
  await must(page, 'task.waitFor', { commandId: v7(), orderId, task: 6, number: login.number });
  const { waiting } = await must(page, 'task.get', { orderId, task: 6 });
  expect(waiting).toMatchObject({
    cause: 'otherOrder',
    on: [{ key: `order:${other}/T5`, state: 'inProgress' }],
    who: { kind: 'person' },
  });

  await orderPage(page).open('FW-1', 'Plan');
  await plan.choose('Assign addresses and zones');
  await expect(plan.detail).toContainText('It waits for a part of another order.');
  await expect(plan.detail).toContainText(/[A-Z]\w+ can act\./);
  await expect(plan.detail).toContainText('A way out: anyone who may assign tasks can have it go on without that.');
  const link = page.getByRole('region', { name: 'Waits for other orders' }).getByRole('listitem');
  await expect(link).toContainText(`${login.title} of ${login.orderNumber}`);
  await expect(link).toContainText('In progress');
  await plan.choose('Stage and label the appliance');
  await expect(plan.detail).toContainText('A fallout holds it:');
  await expect(plan.detail).toContainText(/FO\d+-1/);
  await expect(plan.detail).toContainText('Anyone who may resolve fallout can act.');
  await plan.choose('Mount and connect the appliance');
  await expect(plan.detail).toContainText('Stage and label the appliance');
});

test('O8 a waiting part says what it waits for and who can act', async ({ desk: { page } }) => {
  const plan = planPage(page);
  const why = page.getByRole('region', { name: /^(Why it waits|What it needs next)$/ });

  await test.step('a task that others come before', async () => {
    await orderPage(page).open('FW-1', 'Plan');
    await plan.choose('Load the rule base');
    await expect(why).toContainText('It starts when these 2 are done:');
    await expect(why.getByRole('listitem')).toHaveCount(2);
    await expect(why).toContainText('Assign addresses and zones');
    await expect(why).toContainText('Firewall appliance');
    await expect(why).toContainText('Anyone in Network engineering can act.');
  });
  await test.step('a link leads to what it waits for', async () => {
    await why.getByRole('button', { name: /^Assign addresses and zones/ }).click();
    await expect(plan.detail).toHaveAccessibleName('Details of Assign addresses and zones');
    await expect(why).toContainText('It is ready, and nobody has taken it yet.');
  });
  await test.step('an order above its tasks', async () => {
    await plan.choose('Firewall for Leeds');
    await expect(why).toContainText('Welcome the customer');
    await expect(why).toContainText('Anyone in Service desk can act.');
  });
  await test.step('an order before approval', async () => {
    await orderPage(page).open('FW-NEW', 'Plan');
    await expect(why).toContainText('The order waits for approval.');
    await expect(why).toContainText('Anyone who may approve orders can act.');
  });
  await expect(deskWindow(page).link('Orders')).toBeVisible();
});
