/** Marking several steps of a plan, the look at them before something is done, and the result of each. */
import type { Locator, Page } from '@playwright/test';

export type StepsPage = {
  /** Says how many are marked and what can be done; gone while none is. */
  readonly bar: Locator;
  readonly before: Locator;
  /** What is left out, with the reason. */
  readonly leftOut: (text: string) => Locator;
  readonly after: Locator;
  readonly result: (number: string) => Locator;
};

export function stepsPage(page: Page): StepsPage {
  const before = page.getByRole('dialog', {
    name: /^(Assign|Hold|Resume|Retry|Skip|Escalate|Raise fallout on) \d+ steps?$/,
  });
  const after = page.getByRole('dialog', {
    name: /^(Assigning|Holding|Resuming|Trying again|Skipping|Escalating|Raising fallout on) /,
  });
  return {
    bar: page.getByRole('region', { name: 'Selected steps' }),
    before,
    leftOut: text => before.getByRole('row').filter({ hasText: text }),
    after,
    result: number => after.getByRole('row').filter({ has: page.getByText(number, { exact: true }) }),
  };
}
