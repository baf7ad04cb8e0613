/** Marking several orders of a queue, the look at them before they are approved, and the result of each. */
import type { Locator, Page } from '@playwright/test';

export type BulkPage = {
  /** Says how many are marked; gone while none is. */
  readonly bar: Locator;
  readonly before: Locator;
  /** What is left out, with the reason. */
  readonly leftOut: (text: string) => Locator;
  readonly approve: Locator;
  readonly after: Locator;
  readonly result: (number: string) => Locator;
  readonly show: (outcome: 'All' | 'Not approved' | 'Skipped' | 'Approved') => Promise<void>;
};

export function bulkPage(page: Page): BulkPage {
  const before = page.getByRole('dialog', { name: /^Before/ });
  const after = page.getByRole('dialog', { name: /^Approval of/ });
  return {
    bar: page.getByRole('region', { name: 'Selected orders' }),
    before,
    leftOut: text => before.getByRole('row').filter({ hasText: text }),
    approve: before.getByRole('button', { name: /^Approve/ }),
    after,
    result: number => after.getByRole('row').filter({ hasText: number }),
    show: outcome =>
      after
        .getByRole('radiogroup', { name: 'Results by outcome' })
        .getByText(new RegExp(`^${outcome} \\d+$`))
        .click(),
  };
}
