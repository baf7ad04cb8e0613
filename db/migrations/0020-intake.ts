/** What intake needs to take every document once: numbers, source keys, uploads, and jobs that can go on after a crash. */
import type { Migration } from '../migrate.ts';

export const intake: Migration = {
  version: 20,
  name: 'intake',
  up: db =>
    db.exec(/* sql */ `
      CREATE TABLE number_sequence (
        name TEXT NOT NULL PRIMARY KEY,
        last INTEGER NOT NULL CHECK (last > 0)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE source_key (
        source_id TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        order_id TEXT NOT NULL,
        PRIMARY KEY (source_id, content_hash)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE upload (
        id TEXT NOT NULL PRIMARY KEY,
        file_name TEXT NOT NULL,
        started_at TEXT NOT NULL,
        by_id TEXT NOT NULL,
        characters INTEGER NOT NULL DEFAULT 0,
        chunks INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE upload_chunk (
        upload_id TEXT NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
        n INTEGER NOT NULL CHECK (n >= 0),
        text TEXT NOT NULL,
        PRIMARY KEY (upload_id, n)
      ) STRICT;

      CREATE TABLE job (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'done', 'canceled', 'failed')),
        label TEXT NOT NULL,
        upload_id TEXT,
        input TEXT NOT NULL CHECK (json_valid(input)),
        total INTEGER,
        done INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        by_id TEXT NOT NULL,
        problem TEXT
      ) STRICT;
      CREATE INDEX job_running ON job (position) WHERE state = 'running';
      CREATE TABLE job_item (
        job_id TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
        n INTEGER NOT NULL CHECK (n >= 0),
        label TEXT NOT NULL,
        outcome TEXT NOT NULL,
        order_id TEXT,
        detail TEXT NOT NULL CHECK (json_valid(detail)),
        PRIMARY KEY (job_id, n)
      ) STRICT, WITHOUT ROWID;
    `),
};
