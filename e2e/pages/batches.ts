/** The recent batches, and the results of the one that is open. */
import type { Locator, Page } from '@playwright/test';

export type BatchesPage = {
  readonly list: Locator;
  /** One of the batches, by what it was for. */
  readonly line: (title: string | RegExp) => Locator;
  readonly open: (title: string | RegExp) => Promise<void>;
  /** One result of the batch that is open. */
  readonly result: (number: string) => Locator;
  /** By key, from any screen. */
  readonly goThere: () => Promise<void>;
};

export function batchesPage(page: Page): BatchesPage {
  const list = page.getByRole('list', { name: 'Batches' });
  const line = (title: string | RegExp): Locator => list.getByRole('listitem').filter({ hasText: title });
  return {
    list,
    line,
    open: title => line(title).getByRole('link').click(),
    result: number => page.getByRole('row').filter({ has: page.getByText(number, { exact: true }) }),
    async goThere() {
      await page.keyboard.press('g');
      await page.keyboard.press('b');
    },
  };
}
