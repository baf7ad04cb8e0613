/** Runs work as one transaction that has the write lock from its first moment, so that what it read cannot be out of date when it writes. */
import type { Database } from 'better-sqlite3';
import { storeError } from './errors.ts';

/** Commits when `work` returns, rolls back when it throws. Inside another transaction it is a savepoint. Throws a StoreError. */
export function transaction<T>(db: Database, work: () => T): T {
  try {
    return db.transaction(work).immediate();
  } catch (error) {
    throw storeError(error, db.name);
  }
}
