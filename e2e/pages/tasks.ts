/** The task queues and the task that is open beside them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { choose, deskWindow } from './deskWindow.ts';

export type TaskQueue = 'Mine' | 'My group’s' | 'Unassigned' | 'Escalated to me' | 'All';

export type TasksPage = {
  readonly queue: (name: TaskQueue) => Locator;
  readonly row: (title: string) => Locator;
  readonly detail: Locator;
  readonly action: (name: string) => Locator;
  readonly field: (label: string) => Locator;
  readonly fact: (name: string) => Locator;
  /** Says what the last command brought about. */
  readonly result: Locator;
  readonly open: (queue: TaskQueue) => Promise<void>;
  readonly openRow: (title: string) => Promise<void>;
  readonly act: (name: string) => Promise<void>;
};

export function tasksPage(page: Page): TasksPage {
  const queue = (name: TaskQueue): Locator =>
    page.getByRole('radiogroup', { name: 'Task queue' }).getByRole('radio', { name: new RegExp(`^${name}`) });
  const row = (title: string): Locator =>
    page
      .getByRole('grid', { name: /^Tasks,/ })
      .locator('[role=row][data-index]')
      .filter({ hasText: title });
  const detail = page.getByRole('region', { name: /^Task / });
  const action = (name: string): Locator => detail.getByRole('button', { name, exact: true });
  return {
    queue,
    row,
    detail,
    action,
    field: label => detail.getByRole('textbox', { name: label }),
    fact: name =>
      detail
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .locator('xpath=following-sibling::dd'),
    result: page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Close this message' }) }),
    async open(name) {
      await deskWindow(page).goTo('My tasks');
      await choose(page, 'Task queue', new RegExp(`^${name}`));
      await expect(queue(name)).toBeChecked();
    },
    async openRow(title) {
      await row(title).first().click();
      await expect(page.getByRole('region', { name: `Task ${title}` })).toBeVisible();
    },
    async act(name) {
      await action(name).click();
    },
  };
}
