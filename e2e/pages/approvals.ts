/** The approvals: queues before work starts, and the order to decide on beside them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { choose, deskWindow } from './deskWindow.ts';

export type Queue = 'New' | 'Changes' | 'Rejected' | 'Drafts';

const lists = { New: /^New orders/, Changes: /^Changes/, Rejected: /^Rejected/, Drafts: /^Drafts/ } as const;

export type ApprovalsPage = {
  readonly rows: (queue: Queue) => Locator;
  readonly row: (text: string) => Locator;
  /** What is open beside the queue. */
  readonly decision: Locator;
  readonly approve: Locator;
  readonly decline: Locator;
  readonly reopen: Locator;
  readonly submit: Locator;
  readonly declineForm: Locator;
  readonly check: (name: string) => Locator;
  readonly open: (queue?: Queue) => Promise<void>;
  readonly openRow: (text: string) => Promise<void>;
  readonly giveReason: (reason: string, text: string) => Promise<void>;
};

export function approvalsPage(page: Page): ApprovalsPage {
  const decision = page.getByRole('region', { name: /^Decision on/ });
  const button = (name: RegExp): Locator => decision.getByRole('button', { name });
  const grid = (queue: Queue): Locator => page.getByRole('grid', { name: lists[queue] });
  const row = (text: string): Locator => page.getByRole('grid').getByRole('row').filter({ hasText: text });
  const declineForm = decision.getByRole('form');
  return {
    rows: queue => grid(queue).locator('[role=row][data-index]'),
    row,
    decision,
    approve: button(/^Approve(,|$)/),
    decline: button(/^Decline…/),
    reopen: button(/^Reopen/),
    submit: button(/^Submit again/),
    declineForm,
    check: name => page.getByRole('region', { name: 'Checks' }).getByRole('listitem').filter({ hasText: name }),
    async open(queue = 'New') {
      await deskWindow(page).goTo('Approvals');
      await choose(page, 'Show orders that are', new RegExp(`^${queue}`));
      await expect(grid(queue)).toBeVisible();
    },
    async openRow(text) {
      await row(text).click();
      await expect(row(text)).toHaveAttribute('data-open', 'true');
      await expect(decision).toBeVisible();
    },
    async giveReason(reason, text) {
      await declineForm.getByRole('radio', { name: reason }).check();
      await declineForm.getByRole('textbox', { name: 'What has to be corrected' }).fill(text);
      await declineForm.getByRole('button', { name: 'Decline the order' }).click();
    },
  };
}
