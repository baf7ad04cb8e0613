/** Brings a workspace file up to this build's schema, one migration and one transaction at a time. */
import type { Database } from 'better-sqlite3';
import { backupTo } from './backup.ts';
import { NewerFileError } from './errors.ts';
import { transaction } from './transaction.ts';

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Database) => void;
};

export type Migrated = {
  /** Schema version the file was found at; 0 is a new file. */
  readonly from: number;
  readonly to: number;
  /** The copy that was kept before the first step; absent for a new file, or when nothing was to do. */
  readonly copy?: string;
};

/**
 * Runs the migrations the file lacks. Before the first one a copy of an existing file is kept beside it, as `<file>.schema-<n>`.
 * Throws NewerFileError for a file from the future, and touches nothing in it.
 */
export function migrate(db: Database, migrations: readonly Migration[]): Migrated {
  assertAscending(migrations);
  const from = db.pragma('user_version', { simple: true }) as number;
  const to = migrations.at(-1)?.version ?? 0;
  if (from > to) throw new NewerFileError(db.name, from, to);
  const missing = migrations.filter(({ version }) => version > from);
  const copy = missing.length > 0 && from > 0 && !db.memory ? `${db.name}.schema-${from}` : undefined;
  if (copy !== undefined) backupTo(db, copy);
  for (const { version, up } of missing) {
    transaction(db, () => {
      up(db);
      db.pragma(`user_version = ${version}`);
    });
  }
  return { from, to, ...(copy !== undefined && { copy }) };
}

function assertAscending(migrations: readonly Migration[]): void {
  for (const [index, { version, name }] of migrations.entries()) {
    const before = migrations[index - 1]?.version ?? 0;
    if (version <= before) throw new Error(`Migration ${version} (${name}) must come after ${before}.`);
  }
}
