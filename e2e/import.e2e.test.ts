/** Getting orders and catalogs in: every shape of file, what became of each document, large files, and refusals. */
import { readFileSync, writeFileSync } from 'node:fs';
import { approvalsPage } from './pages/approvals.ts';
import { deskWindow } from './pages/deskWindow.ts';
import { importPage } from './pages/importing.ts';
import { orderPage } from './pages/order.ts';
import { must, orderIdOf } from './support/ask.ts';
import { smallCatalog } from './support/catalogs.ts';
import { expect, test } from './support/desk.ts';
import { readSample, samplePath, serviceOrder } from './support/orders.ts';

const TEN_THOUSAND = 10_000;

/** Ten thousand orders in one list, as large as a night's export of another system. */
const manyOrders = (): string =>
  JSON.stringify(
    Array.from({ length: TEN_THOUSAND }, (_, index) =>
      serviceOrder({ externalId: `BULK-${index + 1}`, account: `Customer ${index % 500}` }),
    ),
  );

test.describe('orders', () => {
  test.use({ seed: { catalog: 'operator' } });

  test('orders come in from files that are chosen and from files that are dropped, in every shape', async ({
    desk: { page },
  }) => {
    const imports = importPage(page);

    await test.step('a TMF641 v4.1 order, chosen', async () => {
      await imports.chooseFiles(samplePath('orders/managed-firewall.json'));
      await expect(imports.job('managed-firewall.json')).toContainText('1 order imported, 0 already here, 0 refused');
      await expect(imports.document('HT-2026-004417')).toContainText('Imported');
      await expect(imports.document('HT-2026-004417')).toContainText(/ORD\d{7}/);
    });

    await test.step('a bare list with oddities: each is told with its place in the file', async () => {
      await imports.chooseFiles(samplePath('orders/old-and-odd.json'));
      await expect(imports.job('old-and-odd.json')).toContainText('2 orders imported');
      await imports.openDocument('20260771');
      const reading = imports.reading('20260771');
      await expect(reading).toContainText('$[0]');
      await expect(reading).toContainText('The priority was translated.');
      await expect(reading).toContainText('$.orderItem[1].orderItemRelationship[1]');
    });

    await test.step('an event envelope, dropped', async () => {
      await imports.drop({ name: 'event-envelope.json', text: readSample('orders/event-envelope.json') });
      await expect(imports.job('event-envelope.json')).toContainText('1 order imported');
      await imports.openDocument('WEB-88123');
      await expect(imports.reading('WEB-88123')).toContainText('$.event.serviceOrder');
      await expect(imports.reading('WEB-88123')).toContainText('The order was taken out of an envelope around it.');
    });

    await expect(deskWindow(page).link('Approvals')).toHaveAccessibleName('Approvals, 4');
  });

  test('I2 every document of a file has its outcome: a broken one among good ones is refused with path and reason, a second time is known', async ({
    desk: { page },
  }) => {
    const imports = importPage(page);
    await imports.chooseFiles(samplePath('orders/one-broken-among-good.json'));
    await expect(imports.job('one-broken-among-good.json')).toContainText(
      '2 orders imported, 0 already here, 1 refused',
    );

    await test.step('the broken one', async () => {
      await imports.openDocument('MIX-2');
      const reading = imports.reading('MIX-2');
      await expect(reading).toContainText('The action “frobnicate” is not known.');
      await expect(reading).toContainText('$[1].serviceOrderItem[2].action');
      await expect(reading).toContainText('$[1].serviceOrderItem[3]');
    });

    await test.step('the same file again', async () => {
      await imports.chooseFiles(samplePath('orders/one-broken-among-good.json'));
      await expect(imports.job('one-broken-among-good.json').first()).toContainText(
        'No order imported, 2 already here, 1 refused',
      );
      await imports.openDocument('MIX-1');
      await expect(imports.document('MIX-1')).toContainText('Already here');
      await expect(imports.reading('MIX-1')).toContainText('The same document was imported before, unchanged.');
    });

    await test.step('corrected, it comes in', async () => {
      const text = readSample('orders/one-broken-among-good.json');
      const broken = (JSON.parse(text) as { serviceOrderItem: object[] }[])[1];
      const corrected = { ...broken, serviceOrderItem: broken?.serviceOrderItem.slice(0, 1) };
      await imports.chooseText({ name: 'corrected.json', text: JSON.stringify(corrected) });
      await expect(imports.job('corrected.json')).toContainText('1 order imported');
    });

    await test.step('a file that is no JSON says where it breaks', async () => {
      await imports.chooseText({ name: 'torn.json', text: '{\n  "serviceOrderItem": [\n' });
      await expect(imports.job('torn.json')).toContainText('The JSON breaks at line 3, column 1');
    });
  });

  test('an order whose specification nobody knows fails its check, is matched to the catalog, and passes', async ({
    desk: { page },
  }) => {
    const approvals = approvalsPage(page);
    const order = serviceOrder({
      externalId: 'CRM-7',
      account: 'Tern Bakery',
      lines: [{ specification: 'unheard-of' }],
    });
    await importPage(page).chooseText({ name: 'unknown.json', text: JSON.stringify(order) });
    await expect(importPage(page).job('unknown.json')).toContainText('1 order imported');

    await approvals.open();
    await approvals.openRow('Tern Bakery');
    const known = approvals.check('Every line has a known specification');
    await expect(known).toContainText('Failed');
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('combobox', { name: /^Match line 1/ }).fill('Data Centre');
    await page
      .getByRole('option', { name: /^Data Centre Rack/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Match', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Checks' })).toContainText(/All \d+ checks passed/);
    await expect(approvals.approve).toHaveAttribute('aria-disabled', 'false');
  });

  test('X21 an order goes out as TMF641 with everything that came in, unknown fields of its sender included', async ({
    desk: { page },
  }) => {
    await importPage(page).chooseFiles(samplePath('orders/managed-firewall.json'));
    await expect(importPage(page).job('managed-firewall.json')).toContainText('1 order imported');
    await orderPage(page).open('HT-2026-004417');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export TMF641' }).click();
    const path = await (await downloading).path();
    const { text } = await must(page, 'order.export', { orderId: await orderIdOf(page, 'HT-2026-004417') });
    const sent = JSON.parse(readSample('orders/managed-firewall.json')) as Record<string, unknown>;
    const saved = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect(saved).toEqual(JSON.parse(text));
    expect(saved).toMatchObject({ externalId: sent['externalId'], salesCampaign: sent['salesCampaign'] });
    expect(saved['relatedParty']).toEqual(sent['relatedParty']);
    expect(saved['note']).toMatchObject(sent['note'] as object[]);
  });
});

test.describe('many orders', () => {
  test.use({ seed: { catalog: 'small' } });

  test('ten thousand orders come in from one file with a progress bar, while the window answers', async ({
    desk: { page },
  }, testInfo) => {
    test.setTimeout(120_000);
    const imports = importPage(page);
    const window = deskWindow(page);
    const path = testInfo.outputPath('many.json');
    writeFileSync(path, manyOrders());
    await imports.chooseFiles(path);
    await expect(imports.progress('many.json')).toBeVisible();
    await expect(imports.job('many.json')).toContainText(/[1-9][\d,]* of 10,000/);

    await test.step('a key is answered and another screen opens meanwhile', async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 });
      await page.keyboard.press('Escape');
      await window.link('Approvals').click();
      await expect(approvalsPage(page).rows('New').first()).toBeVisible({ timeout: 3000 });
      await window.goTo('Import');
      await expect(imports.progress('many.json')).toBeVisible();
    });

    await expect(imports.job('many.json')).toContainText('10,000 orders imported, 0 already here, 0 refused', {
      timeout: 90_000,
    });
    await expect(window.link('Approvals')).toHaveAccessibleName('Approvals, 10,000');
  });

  test('an import is stopped on the way, and what had come in until then is kept', async ({
    desk: { page },
  }, testInfo) => {
    const imports = importPage(page);
    const path = testInfo.outputPath('many.json');
    writeFileSync(path, manyOrders());
    await imports.chooseFiles(path);
    await expect(imports.job('many.json')).toContainText(/[1-9][\d,]* of 10,000/);
    await imports.stop('many.json');
    await expect(imports.job('many.json')).toContainText('Stopped');
    await expect(imports.progress('many.json')).toHaveCount(0);
    const { jobs } = await must(page, 'job.recent', {});
    const stopped = jobs.find(job => job.file === 'many.json');
    expect(stopped?.imported).toBeGreaterThan(0);
    expect(stopped?.imported).toBeLessThan(TEN_THOUSAND);
    expect(await must(page, 'counts.get', {})).toMatchObject({ approvals: stopped?.imported });
  });
});

test.describe('catalogs', () => {
  test.use({ seed: {} });

  test('D10 a catalog comes in as a version, and an order under way stays on the one it was decomposed with', async ({
    desk: { page },
  }) => {
    const imports = importPage(page);
    const catalogFact = page.getByText(/^Version \d+: /);

    await test.step('the first version', async () => {
      await imports.chooseText({ name: 'small.json', text: JSON.stringify(smallCatalog) });
      await expect(imports.job('small.json')).toContainText('The catalog is in use');
      await deskWindow(page).goTo('Settings');
      await expect(catalogFact).toHaveText('Version 1: Small, 2 specifications');
    });
    await test.step('an order approved with it', async () => {
      await imports.chooseText({ name: 'order.json', text: JSON.stringify(serviceOrder({ externalId: 'CRM-1' })) });
      await expect(imports.job('order.json')).toContainText('1 order imported');
      await approvalsPage(page).open();
      await approvalsPage(page).openRow('Harbour Foods');
      await approvalsPage(page).approve.click();
      await expect(approvalsPage(page).row('Harbour Foods')).toHaveCount(0);
    });
    await test.step('the next version has another plan', async () => {
      const [template] = smallCatalog.fulfillmentDesk.planTemplates;
      const tasks = template?.tasks.slice(0, 1);
      const fulfillmentDesk = { ...smallCatalog.fulfillmentDesk, planTemplates: [{ ...template, tasks }] };
      await imports.chooseText({ name: 'next.json', text: JSON.stringify({ ...smallCatalog, fulfillmentDesk }) });
      await expect(imports.job('next.json')).toContainText('The catalog is in use');
      await deskWindow(page).goTo('Settings');
      await expect(catalogFact).toHaveText('Version 2: Small, 2 specifications');
    });
    await test.step('the order keeps its version and its two tasks', async () => {
      const orderId = await orderIdOf(page, 'CRM-1');
      expect(await must(page, 'order.get', { orderId })).toMatchObject({ catalogVersion: 1, tasks: { total: 2 } });
    });
    await test.step('a line that a change adds is looked for, and planned, by that version too', async () => {
      const fax = { ...smallCatalog, serviceSpecification: [{ id: 'fax', name: 'Fax line' }] };
      await imports.chooseText({ name: 'fax.json', text: JSON.stringify(fax) });
      await expect(imports.job('fax.json')).toContainText('The catalog is in use');
      await orderPage(page).open('CRM-1');
      await page.getByRole('button', { name: /^Change order/ }).click();
      const adding = page.getByRole('form', { name: 'Add a line' });
      const search = adding.getByRole('combobox', { name: 'Specification of the new line' });
      await search.fill('Fax');
      await expect(page.getByText('No specification matches.')).toBeVisible();
      await search.fill('Internet');
      await page
        .getByRole('option', { name: /Internet/ })
        .first()
        .click();
      await adding.getByRole('button', { name: 'Add the line' }).click();
      await expect(page.getByText('2 tasks are added.')).toBeVisible();
    });
  });

  test('a catalog with a mistake is refused whole: file, path and what to put right', async ({ desk: { page } }) => {
    const imports = importPage(page);
    const relationships = [{ id: 'internet-access', type: 'requires', source: 'internet', target: 'access' }];
    const wrong = { ...smallCatalog, fulfillmentDesk: { ...smallCatalog.fulfillmentDesk, relationships } };
    await imports.chooseText({ name: 'wrong.json', text: JSON.stringify(wrong) });
    await expect(imports.job('wrong.json')).toContainText('The catalog was refused; the one in use is unchanged.');
    await imports.documents.locator('[role=row][data-index]').first().click();
    const reading = imports.reading('wrong.json');
    await expect(reading).toContainText('relationships[internet-access].type');
    await expect(reading).toContainText('A relationship of this type may not join these two kinds of specification.');
    await expect(reading).toContainText(
      'Use another type, or join one of the pairs it allows: product + resource, service + resource.',
    );
    await deskWindow(page).goTo('Settings');
    await expect(page.getByText('None yet. Import one.')).toBeVisible();
  });
});
