/** Which version of each read model stands in the file; the read models themselves are rebuilt, never migrated. */
import type { Migration } from '../migrate.ts';

export const readModels: Migration = {
  version: 40,
  name: 'read-models',
  up: db =>
    db.exec(/* sql */ `
      CREATE TABLE read_model (
        name TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE counter (
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n >= 0),
        PRIMARY KEY (name, key)
      ) STRICT, WITHOUT ROWID;
    `),
};
