/** Runs work as one transaction: with the write lock from its first moment, so that what it read cannot be out of date when it writes; or for reading only. */
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

type Reading = (work: () => unknown) => unknown;
const readings = new WeakMap<Database, Reading>();

/**
 * Everything `work` reads is from one moment, so that a page and its total agree. It is quicker too: outside of a
 * transaction every single statement takes and gives back the file's read lock. Inside a transaction it changes nothing.
 * Throws a StoreError.
 */
export function snapshot<T>(db: Database, work: () => T): T {
  if (db.inTransaction) return work();
  let reading = readings.get(db);
  if (reading === undefined) {
    const run = db.transaction((read: () => unknown) => read());
    reading = read => run.deferred(read);
    readings.set(db, reading);
  }
  try {
    return reading(work) as T;
  } catch (error) {
    throw storeError(error, db.name);
  }
}
