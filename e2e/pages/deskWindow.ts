/** The frame around every screen: navigation with counts, the person at the desk, messages. */
import { expect, type Locator, type Page } from '@playwright/test';

export type ScreenName = 'Approvals' | 'Orders' | 'My tasks' | 'Fallout' | 'Import' | 'Settings';

export type DeskWindow = {
  /** The link to a screen; its name ends in the count of what waits there. */
  readonly link: (screen: ScreenName) => Locator;
  readonly person: Locator;
  readonly message: (text: string | RegExp) => Locator;
  readonly goTo: (screen: ScreenName) => Promise<void>;
  readonly switchTo: (name: string) => Promise<void>;
};

export function deskWindow(page: Page): DeskWindow {
  const screens = page.getByRole('navigation', { name: 'Screens' });
  const link = (screen: ScreenName): Locator =>
    screens.getByRole('link', { name: new RegExp(String.raw`^${screen}(, [\d.,]+)?$`) });
  const person = page.getByRole('button', { name: /Switch person$/ });
  return {
    link,
    person,
    message: text => page.getByRole('alert').filter({ hasText: text }),
    async goTo(screen) {
      await link(screen).click();
      await expect(link(screen)).toHaveAttribute('aria-current', 'page');
    },
    async switchTo(name) {
      await person.click();
      await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
      await expect(person).toHaveAccessibleName(new RegExp(`^${name},`));
    },
  };
}

/** Chooses one of a row of choices that show only their words. */
export const choose = (page: Page, group: string, choice: string | RegExp): Promise<void> =>
  page.getByRole('radiogroup', { name: group }).getByText(choice).click();

/** Opens a drop-down by its label and takes an option. */
export async function pick(scope: Locator, label: string | RegExp, option: string | RegExp): Promise<void> {
  await scope.getByRole('combobox', { name: label }).click();
  await scope.page().getByRole('option', { name: option }).click();
}
