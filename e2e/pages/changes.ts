/** Changes of an order under way: writing one, deciding on it, and the versions that come of them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pick } from './deskWindow.ts';

export type ChangesPage = {
  /** The way into a change, in the head of the order. */
  readonly revise: Locator;
  readonly cancel: Locator;
  /** What the change being written would do. */
  readonly preview: Locator;
  readonly steps: Locator;
  /** The row of a task in what the change does. */
  readonly task: (title: string) => Locator;
  /** Says exactly what is sent. */
  readonly send: Locator;
  /** The change that waits for a decision. */
  readonly pending: Locator;
  readonly approve: Locator;
  readonly decline: Locator;
  readonly difference: (field: string) => Locator;
  /** Chooses another value on a line. */
  readonly choose: (line: string | RegExp, name: string, value: string) => Promise<void>;
  readonly sendFor: (reason: string) => Promise<void>;
  readonly declineFor: (reason: string) => Promise<void>;
};

export function changesPage(page: Page): ChangesPage {
  const send = page.getByRole('button', { name: /^Send (change|cancellation) for approval/ });
  const pending = page.getByRole('article', { name: /waits for a decision$/ });
  const approve = pending.getByRole('button', { name: /^Approve/ });
  const decline = pending.getByRole('button', { name: /^Decline .*…$/ });
  return {
    revise: page.getByRole('button', { name: 'Change order…' }),
    cancel: page.getByRole('button', { name: 'Cancel order…' }),
    preview: page.getByRole('region', { name: 'What it would do' }),
    steps: page.getByRole('region', { name: 'Taken back in this order' }).getByRole('listitem'),
    task: title => page.getByRole('table', { name: 'What happens to each task' }).getByRole('row', { name: title }),
    send,
    pending,
    approve,
    decline,
    difference: field => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: field }) }),
    async choose(line, name, value) {
      await pick(page.getByRole('group', { name: line }), name, value);
    },
    async sendFor(reason) {
      await page.getByRole('textbox', { name: /^Why is it (changed|canceled)/ }).fill(reason);
      await send.click();
      await expect(pending).toBeVisible();
    },
    async declineFor(reason) {
      await decline.click();
      const form = pending.getByRole('form');
      await form.getByRole('textbox').fill(reason);
      await form.getByRole('button', { name: 'Decline the change' }).click();
      await expect(pending).toBeHidden();
    },
  };
}
