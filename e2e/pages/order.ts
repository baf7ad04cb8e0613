/** One order: what was ordered, what it became, its plan, its history. */
import { expect, type Locator, type Page } from '@playwright/test';
import { orderIdOf } from '../support/ask.ts';

export type Tab =
  'Overview' | 'Specifications and domain orders' | 'Plan' | 'Activity' | 'As read' | 'Changes' | 'Versions';

const addresses: Readonly<Record<Tab, string>> = {
  Overview: '',
  'Specifications and domain orders': '/specifications',
  Plan: '/plan',
  Activity: '/activity',
  'As read': '/understood',
  Changes: '/changes',
  Versions: '/versions',
};

export type OrderPage = {
  readonly tabs: Locator;
  /** The tree of one line, from source to results. */
  readonly breakdown: (line: string | RegExp) => Locator;
  readonly created: Locator;
  readonly skipped: Locator;
  readonly activity: Locator;
  readonly line: (label: string | RegExp) => Locator;
  readonly open: (externalId: string, tab?: Tab) => Promise<void>;
  readonly show: (tab: Tab) => Promise<void>;
};

export function orderPage(page: Page): OrderPage {
  const tabs = page.getByRole('tablist', { name: /^Parts of order/ });
  const tab = (name: Tab): Locator => tabs.getByRole('tab', { name });
  return {
    tabs,
    breakdown: line => page.getByRole('region', { name: line }),
    created: page.getByRole('article', { name: /^(Created|Would be created):/ }),
    skipped: page.getByRole('article', { name: /^(Skipped|Would be skipped):/ }),
    activity: page.getByRole('list', { name: /^What happened to this order/ }).getByRole('listitem'),
    line: label => page.getByRole('article', { name: label }),
    async open(externalId, name = 'Overview') {
      const id = await orderIdOf(page, externalId);
      await page.goto(new URL(`/#/orders/${id}${addresses[name]}`, page.url()).href);
      await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
    },
    async show(name) {
      await tab(name).click();
      await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
    },
  };
}
