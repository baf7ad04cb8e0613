/** What an approved order became: every target of the catalog with the rule and reason that made it or left it out. */
import { v7 } from 'uuid';
import { approvalsPage } from './pages/approvals.ts';
import { importPage } from './pages/importing.ts';
import { orderPage } from './pages/order.ts';
import { tasksPage } from './pages/tasks.ts';
import { must, orderIdOf } from './support/ask.ts';
import { expect, test } from './support/desk.ts';
import { firewallLine, inDays, readSample, serviceOrder } from './support/orders.ts';

test.use({
  seed: {
    catalog: 'operator',
    orders: [
      serviceOrder({ externalId: 'FW-FULL', lines: [firewallLine({ threatPrevention: 'advanced' })] }),
      serviceOrder({ externalId: 'FW-NONE', lines: [firewallLine({ threatPrevention: 'none' })] }),
      serviceOrder({
        externalId: 'FW-AHEAD',
        account: 'Tern Bakery',
        lines: [firewallLine({ threatPrevention: 'none' })],
      }),
      serviceOrder({
        externalId: 'FW-GONE',
        lines: [firewallLine({ threatPrevention: 'none' }, { action: 'delete', serviceId: 'FW-2022-0007' })],
      }),
      serviceOrder({
        externalId: 'MB-AHEAD',
        account: 'Ridge Mobile',
        lines: [
          {
            specification: 'cfs-mobile-backhaul',
            action: 'delete',
            serviceId: 'MB-0031',
            values: { synchronisation: 'none', siteCode: 'HU-1' },
          },
        ],
      }),
    ],
    // FW-AHEAD and MB-AHEAD wait for their decision.
    approved: ['FW-FULL', 'FW-NONE', 'FW-GONE'],
  },
});

test('D3 the Managed Firewall order becomes one customer-facing, three resource-facing and three resource orders, parents over children', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  await order.open('FW-FULL', 'Specifications and domain orders');
  await expect(order.created).toHaveCount(7);
  await expect(order.created.filter({ hasText: /Customer-facing service/ })).toHaveCount(1);
  await expect(order.created.filter({ hasText: /Resource-facing service/ })).toHaveCount(3);
  // Below, values name the numbers of what they came from.
  const heads = order.created.locator('> header');
  await expect(heads.filter({ hasText: /RO\d+-\d+/ })).toHaveCount(3);
  await expect(heads.filter({ hasText: /SO\d+-\d+/ })).toHaveCount(4);

  const under = (parent: string) =>
    page.getByRole('listitem').filter({ has: page.locator(`> article[aria-label="Created: ${parent}"]`) });
  for (const [parent, child] of [
    ['Managed Firewall', 'Firewall and DMZ'],
    ['Firewall administrator', 'Firewall administrator account'],
    ['Firewall and DMZ', 'Firewall appliance'],
    ['Threat and Intrusion Prevention', 'Threat prevention licence'],
  ] as const) {
    await expect(under(parent).getByRole('article', { name: `Created: ${child}`, exact: true })).toBeVisible();
  }
});

test('D1 each result names the type of its relationship, and composed-of never makes an order', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  await order.open('FW-FULL', 'Specifications and domain orders');
  await expect(page.getByRole('article', { name: 'Created: Firewall and DMZ' })).toContainText(
    'realizes Managed Firewall',
  );
  await expect(page.getByRole('article', { name: 'Created: Firewall appliance' })).toContainText(
    'required by Firewall and DMZ',
  );
  const reporting = page.getByRole('article', { name: 'Skipped: Security reporting' });
  await expect(reporting).toContainText('composes Managed Firewall');
  await expect(reporting).toContainText('A composed-of relationship only describes');
});

test('D2 a rule on the value of a characteristic decides whether its target is made, and a disconnect ignores it', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  const target = (verdict: string) =>
    page.getByRole('article', { name: `${verdict}: Threat and Intrusion Prevention` });

  await test.step('the value is in the list: made', async () => {
    await order.open('FW-FULL', 'Specifications and domain orders');
    await expect(target('Created')).toContainText(/passed/i);
  });
  await test.step('the value is not in the list: left out with everything under it', async () => {
    await order.open('FW-NONE', 'Specifications and domain orders');
    await expect(target('Skipped')).toContainText('A rule for it did not pass.');
    await expect(order.created).toHaveCount(5);
    await expect(page.getByRole('article', { name: 'Created: Threat prevention licence' })).toHaveCount(0);
  });
  await test.step('a disconnect takes everything away, whatever the value', async () => {
    await order.open('FW-GONE', 'Specifications and domain orders');
    await expect(target('Created')).toContainText('Rules are not applied when something is taken away.');
    await expect(order.created).toHaveCount(7);
  });
});

test('D5 each result says which of its values were carried to it, from where and by which mapping, and which could not be', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  const values = (result: string) =>
    page.getByRole('article', { name: result }).getByRole('list', { name: 'Where values came from' });

  await test.step('down, and with the number of what it came from', async () => {
    await order.open('FW-FULL', 'Specifications and domain orders');
    const appliance = page.getByRole('article', { name: 'Created: Firewall appliance' });
    await appliance.getByText('Values (1)').click();
    await expect(values('Created: Firewall appliance')).toContainText(
      /Carried\. size is “medium”, copied from size of Firewall and DMZ \(SO\d+-\d+\)\./,
    );
    await expect(appliance).toContainText('Mapping rfs-firewall-and-dmz.size>res-firewall-appliance.size');
  });
  await test.step('up, when the work brings it', async () => {
    const administrator = page.getByRole('article', { name: 'Created: Firewall administrator', exact: true });
    await administrator.getByText('Values (1)').click();
    const waits = /Nothing to carry\. loginName waits for loginName of Firewall administrator account/;
    await expect(administrator).toContainText(waits);
    const orderId = await orderIdOf(page, 'FW-FULL');
    const { nodes } = await must(page, 'plan.tree', { orderId, root: 'order', after: null, limit: 1000 });
    const task = Number(nodes.find(({ title }) => title === 'Create the account')?.key.slice(1));
    await must(page, 'task.start', { commandId: v7(), orderId, task });
    const recorded = [{ name: 'loginName', value: 'leeds-admin' }];
    await must(page, 'task.recordValues', { commandId: v7(), orderId, task, values: recorded });
    await expect(administrator).toContainText(
      /Carried\. loginName is “leeds-admin”, carried from loginName of Firewall administrator account \(RO\d+-\d+\) during the work\./,
    );
  });
  await test.step('what would be lost is named before approval, with the way to its field', async () => {
    await order.open('MB-AHEAD', 'Specifications and domain orders');
    const lost = /the table has no entry for “none”, which is synchronisation of Mobile Backhaul/;
    await expect(values('Would be created: Timing distribution')).toContainText(lost);
    const warnings = page.getByRole('region', { name: 'One thing to look at before approval' });
    await expect(warnings).toContainText(lost);
    await warnings.getByRole('link', { name: /synchronisation would not reach Timing distribution/ }).click();
    await expect(page.getByRole('textbox', { name: 'synchronisation' })).toBeFocused();
  });
});

test('D7 the decomposition of an order is shown as a tree from its line to every result, and can be cut down to what was skipped', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  await order.open('FW-NONE', 'Specifications and domain orders');
  const line = order.breakdown(/^Line 1:/);
  await expect(line.getByRole('list').first().getByRole('listitem')).not.toHaveCount(0);
  await expect(line.locator('> ul > li > article')).toHaveAccessibleName('Created: Managed Firewall');
  await page
    .getByRole('radiogroup', { name: 'Show targets that were' })
    .getByText(/^Skipped/)
    .click();
  await expect(order.skipped).toHaveCount(2);
  await page.getByRole('radiogroup', { name: 'Show targets that were' }).getByText(/^All/).click();
  await expect(order.created).toHaveCount(5);
});

test('D8 every result and every skipped target says the rule, the value it saw and the reason', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  await order.open('FW-FULL', 'Specifications and domain orders');
  await expect(page.getByRole('article', { name: 'Created: Threat and Intrusion Prevention' })).toContainText(
    'firewall-threat-prevention: threatPrevention must be one of “standard”, “advanced”; the line says “advanced”. Passed',
  );
  await expect(page.getByRole('article', { name: 'Created: Firewall and DMZ' })).toContainText(
    'The catalog relates it to Managed Firewall without any rule.',
  );
  await expect(page.getByRole('article', { name: 'Created: Managed Firewall' })).toContainText('The line orders it.');

  await order.open('FW-NONE', 'Specifications and domain orders');
  await expect(page.getByRole('article', { name: 'Skipped: Threat and Intrusion Prevention' })).toContainText(
    /the line says “none”. Did not pass/i,
  );
});

test('X2 what approval would create and skip is shown for a New order, with rule, value and verdict, and leaves no trace', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  const orderId = await orderIdOf(page, 'FW-AHEAD');
  const trace = async () => ({
    order: await must(page, 'order.get', { orderId }),
    activity: await must(page, 'order.activity', { orderId, before: null, limit: 200 }),
  });
  const before = await trace();
  await order.open('FW-AHEAD', 'Specifications and domain orders');
  await expect(page.getByRole('note')).toContainText('What approval would create');
  await expect(order.created).toHaveCount(5);
  await expect(order.skipped).toHaveCount(2);
  const skipped = page.getByRole('article', { name: 'Would be skipped: Threat and Intrusion Prevention' });
  await expect(skipped).toContainText('firewall-threat-prevention: threatPrevention must be one of');
  await expect(skipped).toContainText(/the line says “none”. Did not pass/i);

  await order.show('Overview');
  await page.getByRole('link', { name: '2 targets would be skipped' }).click();
  await expect(order.created.filter({ hasNotText: 'Managed Firewall' })).toHaveCount(0);
  await expect(order.skipped).toHaveCount(2);

  await page.getByRole('button', { name: 'Approve to start on…' }).click();
  await page.getByRole('textbox', { name: 'Start on' }).fill(`${inDays(60).slice(0, 10)}T08:00`);
  await expect(page.getByText(/its tasks then end on .* days after the requested completion\./)).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await trace()).toEqual(before);
  expect(before.order).toMatchObject({ state: 'new', domainOrders: { total: 0 }, tasks: { total: 0 } });
});

test('D9 what an order would become is worked out beside the decision without starting anything, and approval makes just that', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  const approvals = approvalsPage(page);
  await approvals.open();
  await approvals.openRow('Tern Bakery');
  await expect(page.getByText(/5 domain orders/)).toBeVisible();
  await page.getByRole('link', { name: 'See each one and why' }).click();
  await expect(order.created).toHaveCount(5);
  const names = () =>
    order.created.evaluateAll(found => found.map(one => one.getAttribute('aria-label')?.replace(/^.*?: /, '')));
  const ahead = await names();
  await tasksPage(page).open('All');
  await expect(tasksPage(page).row('Tern Bakery')).toHaveCount(0);

  await order.open('FW-AHEAD');
  await approvals.approve.click();
  await order.show('Specifications and domain orders');
  await expect(page.getByRole('note')).toHaveCount(0);
  expect(await names()).toEqual(ahead);
  await tasksPage(page).open('All');
  await expect(tasksPage(page).row('Tern Bakery')).not.toHaveCount(0);
});

test('X3 why there is no threat prevention is answered for an order of the past, whatever the catalog says today', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  const catalog = JSON.parse(readSample('catalog/operator.json')) as { fulfillmentDesk: { rules: { id: string }[] } };
  const rules = catalog.fulfillmentDesk.rules.filter(({ id }) => id !== 'firewall-threat-prevention');
  const text = JSON.stringify({ ...catalog, fulfillmentDesk: { ...catalog.fulfillmentDesk, rules } });
  await importPage(page).chooseText({ name: 'without-the-rule.json', text });
  await expect(importPage(page).job('without-the-rule.json')).toContainText('The catalog is in use');

  await order.open('FW-NONE', 'Specifications and domain orders');
  const skipped = page.getByRole('article', { name: 'Skipped: Threat and Intrusion Prevention' });
  await expect(skipped).toContainText('firewall-threat-prevention: threatPrevention must be one of');
  await expect(skipped).toContainText('the line says “none”');
});

test('T8 the tasks of a domain order come from the plan template its specification and action choose, and it is named', async ({
  desk: { page },
}) => {
  const order = orderPage(page);
  await order.open('FW-FULL', 'Specifications and domain orders');
  const appliance = page.getByRole('article', { name: 'Created: Firewall appliance' });
  await expect(appliance).toContainText(
    'Plan “Install firewall appliance”, chosen by policy add-res-firewall-appliance',
  );
  await expect(appliance).toContainText('0 of 2 tasks');
  await order.open('FW-GONE', 'Specifications and domain orders');
  await expect(appliance).toContainText('chosen by policy resource-disconnect');
  await expect(appliance).not.toContainText('Install firewall appliance');
});
