/** The settings: how the workspace decides, who decides for whom, who gets the work. */
import { expect, type Locator, type Page } from '@playwright/test';
import { deskWindow, pick } from './deskWindow.ts';

export type SettingsPage = {
  readonly everyOrder: Locator;
  readonly delegation: Locator;
  readonly hours: (team: string) => Locator;
  readonly open: () => Promise<void>;
  /** Makes what was changed hold. */
  readonly save: () => Promise<void>;
  /** Lets somebody decide in the place of who sits here; moments as `2026-11-23T10:00`. */
  readonly lend: (to: string, from: string, until: string) => Promise<void>;
  /** Chooses who gets the tasks of a team. */
  readonly handOut: (team: string, how: string) => Promise<void>;
};

export function settingsPage(page: Page): SettingsPage {
  const delegation = page.getByRole('region', { name: 'Somebody else decides for me' });
  const teams = page.getByRole('table', { name: 'Teams' });
  return {
    everyOrder: page.getByRole('checkbox', { name: 'Every order' }),
    delegation,
    hours: team => teams.getByRole('button', { name: `Change the hours of ${team}` }),
    async open() {
      await deskWindow(page).goTo('Settings');
      await expect(delegation).toBeVisible();
    },
    async save() {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Not saved yet' })).toBeHidden();
    },
    async lend(to, from, until) {
      await pick(delegation, 'Person', to);
      await delegation.getByLabel('From').fill(from);
      await delegation.getByLabel('Until').fill(until);
      await delegation.getByRole('button', { name: 'Let them decide for me' }).click();
    },
    handOut: (team, how) => pick(teams, `New tasks go to: ${team}`, how),
  };
}
