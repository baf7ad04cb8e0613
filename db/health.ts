/** Tells whether the last session ended cleanly, and looks for damage in the file. */
import type { Database } from 'better-sqlite3';
import { findSetting, putSetting, removeSetting } from './settings.ts';

const SESSION = 'session.startedAt';

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

/** Reads the whole file for damage; an empty list is a sound file. About a second per 500 MB: for a reader in the background. */
export function quickCheck(db: Database, limit = 20): readonly string[] {
  const found = db.prepare<[], string>(`PRAGMA quick_check(${limit})`).pluck().all();
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}
