/** What a workspace is set up with: catalogs, people, teams and settings. */
import type { Migration } from '../migrate.ts';

export const workspace: Migration = {
  version: 30,
  name: 'workspace',
  up: db =>
    db.exec(/* sql */ `
      CREATE TABLE catalog_version (
        version INTEGER NOT NULL PRIMARY KEY CHECK (version > 0),
        label TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        by_id TEXT NOT NULL,
        file_name TEXT NOT NULL,
        hash TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;
      CREATE TRIGGER catalog_is_never_changed BEFORE UPDATE ON catalog_version
        BEGIN SELECT RAISE(ABORT, 'catalog versions are never changed'); END;
      CREATE TRIGGER catalog_is_never_removed BEFORE DELETE ON catalog_version
        BEGIN SELECT RAISE(ABORT, 'catalog versions are never removed'); END;

      CREATE TABLE person (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        roles TEXT NOT NULL CHECK (json_valid(roles)),
        groups TEXT NOT NULL CHECK (json_valid(groups))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE team (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT, WITHOUT ROWID;
    `),
};
