/** The import screen: choosing and dropping files, following an import, reading what became of each document. */
import { expect, type Locator, type Page } from '@playwright/test';
import { deskWindow } from './deskWindow.ts';

export type TextFile = { readonly name: string; readonly text: string };

export type ImportPage = {
  /** The line of one import in the list. */
  readonly job: (file: string) => Locator;
  readonly progress: (file: string) => Locator;
  /** The documents of the import that is open. */
  readonly documents: Locator;
  readonly document: (name: string) => Locator;
  /** How the document that is open was read. */
  readonly reading: (name: string) => Locator;
  /** Chooses files by their paths. */
  readonly chooseFiles: (...paths: readonly string[]) => Promise<void>;
  readonly chooseText: (file: TextFile) => Promise<void>;
  readonly drop: (file: TextFile) => Promise<void>;
  readonly openDocument: (name: string) => Promise<void>;
  readonly stop: (file: string) => Promise<void>;
};

export function importPage(page: Page): ImportPage {
  const imports = page.getByRole('region', { name: 'Imports' });
  const job = (file: string): Locator => imports.getByRole('listitem').filter({ hasText: file });
  const documents = page.getByRole('grid', { name: /^Results of/ });
  const document = (name: string): Locator => documents.locator('[role=row][data-index]').filter({ hasText: name });
  const input = page.getByLabel('Files to import');
  return {
    job,
    progress: file => imports.getByRole('progressbar', { name: file }),
    documents,
    document,
    reading: name => page.getByRole('region', { name, exact: true }),
    async chooseFiles(...paths) {
      await deskWindow(page).goTo('Import');
      await input.setInputFiles([...paths]);
    },
    async chooseText({ name, text }) {
      await deskWindow(page).goTo('Import');
      await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    },
    async drop({ name, text }) {
      const dataTransfer = await page.evaluateHandle(
        file => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([file.text], file.name, { type: 'application/json' }));
          return transfer;
        },
        { name, text },
      );
      await page.dispatchEvent('main', 'dragover', { dataTransfer });
      await expect(page.getByText('Drop to import')).toBeVisible();
      await page.dispatchEvent('main', 'drop', { dataTransfer });
    },
    async openDocument(name) {
      // The cell of its name: another one leads away to the order.
      await document(name).getByRole('gridcell').nth(1).click();
      await expect(document(name)).toHaveAttribute('data-open', 'true');
    },
    async stop(file) {
      await job(file)
        .getByRole('button', { name: `Stop importing ${file}` })
        .click();
    },
  };
}
