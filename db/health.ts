/** Tells whether the last session ended cleanly, and looks for damage in the file. */
import type { Database } from 'better-sqlite3';
import { DamagedFileError, NotADatabaseError, storeError } from './errors.ts';
import { findSetting, putSetting, removeSetting } from './settings.ts';

const SESSION = 'session.startedAt';
const DAMAGE = 'workspace.damage';

export type SessionStart = {
  /** True when the session before this one never ended: the app was killed, or the power went. */
  readonly unclean: boolean;
  readonly previousStartedAt?: string;
};

/** Marks the file as in use since `at`; call it once after opening for writing. */
export function beginSession(db: Database, at: string): SessionStart {
  const previous = findSetting(db, SESSION);
  putSetting(db, SESSION, at);
  return { unclean: previous !== undefined, ...(typeof previous === 'string' && { previousStartedAt: previous }) };
}

/** Takes the mark away; the last thing written before closing. */
export function endSession(db: Database): void {
  removeSetting(db, SESSION);
}

/** What was found wrong is told up to so many lines. */
const MOST_FOUND = 20;

/**
 * Reads the whole file for damage, one table after the other, so that others may have their turn between two: about a second
 * per 500 MB. Gives what it found, nothing for a sound file.
 */
export function* quickCheckSteps(db: Database): Generator<undefined, readonly string[]> {
  const found: string[] = [];
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
      .pluck();
    for (const table of tables.all()) {
      const lines = db
        .prepare<[], string>(`PRAGMA quick_check('${table.replaceAll("'", "''")}')`)
        .pluck()
        .all();
      found.push(...lines.filter(line => line !== 'ok'));
      if (found.length >= MOST_FOUND) break;
      yield;
    }
  } catch (error) {
    // Damage may also show as a page that cannot be read at all.
    const fault = storeError(error, db.name);
    if (!(fault instanceof DamagedFileError) && !(fault instanceof NotADatabaseError)) throw fault;
    found.push(error instanceof Error ? error.message : fault.message);
  }
  return found.slice(0, MOST_FOUND);
}

/** As `quickCheckSteps`, in one go. */
export function quickCheck(db: Database): readonly string[] {
  const steps = quickCheckSteps(db);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Says in the file itself that it is damaged, or that it is sound again; the damage of another part lets that be written. */
export function keepDamage(db: Database, found: readonly string[], at: string): void {
  if (found.length === 0) removeSetting(db, DAMAGE);
  else putSetting(db, DAMAGE, { at, found: [...found] });
}

/** Whether damage was found that nobody has dealt with. */
export const isDamaged = (db: Database): boolean => findSetting(db, DAMAGE) !== undefined;
