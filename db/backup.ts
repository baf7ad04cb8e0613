/** Writes a whole, compact and consistent copy of the open workspace into one new file. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { storeError } from './errors.ts';

/**
 * Copies the workspace to `file`, replacing what is there only when the copy is complete and on the disk.
 * Works while others read and write; must not be called inside a transaction. Throws a StoreError.
 */
export function backupTo(db: Database, file: string): void {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(part);
  } catch (error) {
    rmSync(part, { force: true });
    throw storeError(error, file);
  }
  sync(part);
  renameSync(part, file);
  // A renamed file is only there after a power cut when its folder was written too; Windows cannot do that and need not.
  if (process.platform !== 'win32') sync(dirname(file));
}

function sync(path: string): void {
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
