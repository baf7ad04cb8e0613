/** A folder that a test may fill and that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TempFolder = { readonly file: (name: string) => string; readonly remove: () => void };

export function tempFolder(): TempFolder {
  const folder = mkdtempSync(join(tmpdir(), 'desk-db-'));
  return {
    file: name => join(folder, name),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
