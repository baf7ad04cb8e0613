/** Looks at what is shown for violations of WCAG 2.2 AA, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What is wrong with what is shown now, each with the place of its first example. */
export async function violations(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const result = await new AxeBuilder({ page }).withTags(WCAG_22_AA).setLegacyMode().analyze();
    for (const { id, nodes } of result.violations) {
      found.push(
        `${screen}, ${colorScheme}: ${id} × ${nodes.length}, such as ${nodes[0]?.html} — ${nodes[0]?.failureSummary}`,
      );
    }
  }
  return found;
}
