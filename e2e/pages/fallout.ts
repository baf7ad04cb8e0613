/** The fallout queues, the fallout that is open beside them, and the dialogs that raise and resolve one. */
import { expect, type Locator, type Page } from '@playwright/test';
import { choose, deskWindow, pick } from './deskWindow.ts';

export type Raise = {
  readonly type: string;
  readonly text: string;
  readonly priority?: string;
  readonly team?: string;
  readonly person?: string;
};

export type Resolution = {
  readonly action: string;
  readonly rootCause: string;
  readonly resolution: string;
  readonly text: string;
};

export type FalloutPage = {
  readonly row: (text: string) => Locator;
  readonly detail: Locator;
  readonly action: (name: string) => Locator;
  readonly dialog: Locator;
  readonly open: (queue?: 'Open' | 'Mine' | 'Closed') => Promise<void>;
  readonly openRow: (text: string) => Promise<void>;
  /** Fills the dialog of a task and sends it. */
  readonly raise: (raise: Raise) => Promise<void>;
  readonly resolve: (resolution: Resolution) => Promise<void>;
};

export function falloutPage(page: Page): FalloutPage {
  const detail = page.getByRole('region', { name: /^Fallout FO/ });
  const dialog = page.getByRole('dialog');
  const row = (text: string): Locator =>
    page
      .getByRole('grid', { name: /^Fallouts,/ })
      .locator('[role=row][data-index]')
      .filter({ hasText: text });
  const action = (name: string): Locator => detail.getByRole('button', { name, exact: true });
  return {
    row,
    detail,
    action,
    dialog,
    async open(queue = 'Open') {
      await deskWindow(page).goTo('Fallout');
      const queues = page.getByRole('radiogroup', { name: 'Fallout queue' });
      await choose(page, 'Fallout queue', new RegExp(`^${queue}`));
      await expect(queues.getByRole('radio', { name: new RegExp(`^${queue}`) })).toBeChecked();
    },
    async openRow(text) {
      await row(text).click();
      await expect(detail).toBeVisible();
    },
    async raise({ type, text, priority, team, person }) {
      await pick(dialog, 'Type', type);
      if (priority) await pick(dialog, 'Priority', priority);
      await dialog.getByRole('textbox', { name: 'What happened' }).fill(text);
      if (team) await pick(dialog, 'Team', team);
      if (person) await pick(dialog, 'Person', person);
      await dialog.getByRole('button', { name: 'Raise fallout' }).click();
      await expect(dialog).toBeHidden();
    },
    async resolve({ action: how, rootCause, resolution, text }) {
      await action('Resolve').click();
      await dialog.getByRole('radio', { name: how, exact: true }).check();
      await pick(dialog, 'Root cause', rootCause);
      await pick(dialog, 'Resolution', resolution);
      await dialog.getByRole('textbox').last().fill(text);
      await dialog.getByRole('button', { name: /^Resolve and/ }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
