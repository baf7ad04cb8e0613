/** The plan of an order: its tree, its graph, and the details of what is chosen in them. */
import { expect, type Locator, type Page } from '@playwright/test';

export type PlanPage = {
  readonly tree: Locator;
  /** The row of a part, by its title. */
  readonly row: (title: string | RegExp) => Locator;
  /** The bars of a part on the timeline. */
  readonly bars: (title: string | RegExp) => Locator;
  readonly links: Locator;
  readonly search: Locator;
  /** Keys of the parts that have a row, from the top. */
  readonly keys: () => Promise<(string | null)[]>;
  readonly graph: Locator;
  readonly box: (label: string | RegExp) => Locator;
  readonly detail: Locator;
  /** Chooses a part in the tree. */
  readonly choose: (text: string | RegExp) => Promise<void>;
};

export function planPage(page: Page): PlanPage {
  const tree = page.getByRole('treegrid', { name: /^Plan of/ });
  const row = (title: string | RegExp): Locator =>
    tree.locator('[role=row][data-key]').filter({ has: page.getByRole('gridcell').first().getByText(title) });
  const graph = page.getByRole('group', { name: /^Graph of the plan/ });
  return {
    tree,
    row,
    bars: title => row(title).locator('[data-bar]'),
    links: tree.locator('[data-link]'),
    search: page.getByRole('searchbox', { name: 'Search in the plan' }),
    keys: () => tree.locator('[data-key]').evaluateAll(rows => rows.map(one => one.getAttribute('data-key'))),
    graph,
    box: label => graph.getByRole('button', { name: label }),
    detail: page.getByRole('article', { name: /^Details of/ }),
    async choose(text) {
      await row(text).first().click();
      await expect(row(text).first()).toHaveAttribute('aria-selected', 'true');
    },
  };
}
