/** What the window may load and whom it may ask, and what somebody gets who was not let in. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { deskWindow } from './pages/deskWindow.ts';
import { orderPage } from './pages/order.ts';
import { expect, test } from './support/desk.ts';
import { serviceOrder } from './support/orders.ts';

const WINDOW = new URL('../dist/renderer/', import.meta.url);
const FIRST_LOAD_LIMIT_BYTES = 350 * 1024;

test.use({
  seed: {
    catalog: 'small',
    orders: [serviceOrder({ externalId: 'CRM-1' }), serviceOrder({ externalId: 'CRM-2' })],
    approved: ['CRM-1'],
  },
});

test('the window comes with the strict policy, and no screen of it asks for anything the policy forbids', async ({
  desk: { page },
}) => {
  const foreign: string[] = [];
  page.on('request', request => {
    if (new URL(request.url()).hostname !== '127.0.0.1') foreign.push(request.url());
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', event => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  const response = await page.goto(new URL('/', page.url()).href);
  const policy = response?.headers()['content-security-policy'] ?? '';
  const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? '';
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ]);

  const window = deskWindow(page);
  for (const screen of ['Approvals', 'Orders', 'My tasks', 'Fallout', 'Import', 'Settings'] as const) {
    await window.goTo(screen);
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
  const order = orderPage(page);
  await order.open('CRM-1');
  for (const tab of ['Specifications and domain orders', 'Plan', 'Activity', 'As read'] as const) await order.show(tab);
  await order.show('Plan');
  await page.keyboard.press('2');
  await expect(page.getByRole('group', { name: /^Graph of the plan/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([]);
  expect(foreign).toEqual([]);
});

test('somebody without the cookie gets nothing, and the address that was printed works once', async ({
  desk: { page },
  playwright,
}) => {
  const origin = new URL(page.url()).origin;
  const script = await page.locator('script[type=module]').first().getAttribute('src');
  const stranger = await playwright.request.newContext();
  for (const path of ['/', '/index.html', script ?? '', '/enter', '/enter?token=guess']) {
    const answer = await stranger.get(new URL(path, origin).href);
    expect([path, answer.status()]).toEqual([path, 401]);
    expect(await answer.text()).not.toContain('<script');
  }
  await stranger.dispose();
});

test('the script of the first load stays under 350 KB gzipped', () => {
  const read = (path: string): Buffer => readFileSync(fileURLToPath(new URL(path, WINDOW)));
  const html = read('index.html').toString();
  const first = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(match => match[1] ?? '');
  expect(first).not.toEqual([]);
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const [, next] of read(path)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      load(`assets/${next}`);
  };
  first.forEach(load);
  const bytes = [...loaded].reduce((total, path) => total + gzipSync(read(path)).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_BYTES);
});
