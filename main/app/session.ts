/** Who sits at this desk; kept in the workspace, so that a restart finds the same person. */
import type { Database } from 'better-sqlite3';
import { findPerson } from '../../db/people.ts';
import { findSetting, putSetting } from '../../db/settings.ts';
import type { Person } from '../domain/people/permissions.ts';

const KEY = 'session.person';

export function findSitting(db: Database): Person | undefined {
  const id = findSetting(db, KEY);
  return typeof id === 'string' ? findPerson(db, id) : undefined;
}

export const sitDown = (db: Database, personId: string): void => putSetting(db, KEY, personId);
