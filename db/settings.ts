/** Settings of the workspace: small JSON values by key. */
import type { Database } from 'better-sqlite3';
import type { JsonValue } from '../main/domain/json.ts';
import { prepared, preparedValue } from './statements.ts';

export function findSetting(db: Database, key: string): JsonValue | undefined {
  const value = preparedValue<string>(db, 'SELECT value FROM setting WHERE key = ?').get(key);
  return value === undefined ? undefined : (JSON.parse(value) as JsonValue);
}

export function putSetting(db: Database, key: string, value: JsonValue): void {
  const sql = 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
  prepared(db, sql).run(key, JSON.stringify(value));
}

export function removeSetting(db: Database, key: string): void {
  prepared(db, 'DELETE FROM setting WHERE key = ?').run(key);
}
