/** What can go wrong around a workspace file that is nobody's bug: one named error each, with the file and a sentence about what to do. */
import Database from 'better-sqlite3';

export type StoreErrorCode =
  'NewerFile' | 'Locked' | 'DiskFull' | 'NotADatabase' | 'Damaged' | 'CannotOpen' | 'OldRuntime';

/** `code` survives the way through a worker thread, where classes do not. */
export abstract class StoreError extends Error {
  abstract readonly code: StoreErrorCode;
  readonly file: string;

  constructor(file: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.file = file;
    this.name = new.target.name;
  }
}

export class NewerFileError extends StoreError {
  readonly code = 'NewerFile';
  readonly found: number;
  readonly known: number;

  constructor(file: string, found: number, known: number) {
    super(file, `${file} is at schema ${found}; this version of the app knows ${known}. Update the app to open it.`);
    this.found = found;
    this.known = known;
  }
}

export class LockedError extends StoreError {
  readonly code = 'Locked';

  constructor(file: string, cause: unknown) {
    super(file, `${file} is in use by another program. Close the other program and try again.`, cause);
  }
}

export class DiskFullError extends StoreError {
  readonly code = 'DiskFull';

  constructor(file: string, cause: unknown) {
    super(file, `There is no room left to write ${file}. Free some disk space and try again.`, cause);
  }
}

export class NotADatabaseError extends StoreError {
  readonly code = 'NotADatabase';

  constructor(file: string, cause: unknown) {
    super(file, `${file} is not a workspace file. Choose another file, or restore a backup.`, cause);
  }
}

export class DamagedFileError extends StoreError {
  readonly code = 'Damaged';

  constructor(file: string, cause: unknown) {
    super(file, `${file} is damaged. Keep it, and restore a backup beside it.`, cause);
  }
}

export class CannotOpenError extends StoreError {
  readonly code = 'CannotOpen';

  constructor(file: string, cause: unknown) {
    super(file, `${file} cannot be opened. Check that the folder exists and that you may write to it.`, cause);
  }
}

export class OldRuntimeError extends StoreError {
  readonly code = 'OldRuntime';

  constructor(file: string, version: string) {
    super(file, `Node ${version} is too old for the database, which needs Node 22.14 or newer. Update Node.`);
  }
}

/** The named error for what SQLite reports about `file`; anything else comes back as it is, for it is a bug. */
export function storeError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new LockedError(file, error);
  if (code === 'SQLITE_FULL') return new DiskFullError(file, error);
  if (code === 'SQLITE_NOTADB') return new NotADatabaseError(file, error);
  if (code.startsWith('SQLITE_CORRUPT')) return new DamagedFileError(file, error);
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) return new CannotOpenError(file, error);
  return error;
}
