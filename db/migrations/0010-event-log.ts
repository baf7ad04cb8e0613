/** The log of everything that happened, and the answers already given: the truth all else is rebuilt from. */
import type { Migration } from '../migrate.ts';

/** Triggers keep anyone, us included, from rewriting history; only the position the hub confirmed may be filled in later. */
export const eventLog: Migration = {
  version: 10,
  name: 'event-log',
  up: db =>
    db.exec(/* sql */ `
      CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        order_id TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        type TEXT NOT NULL,
        v INTEGER NOT NULL CHECK (v > 0),
        at TEXT NOT NULL,
        by_id TEXT NOT NULL,
        device TEXT NOT NULL,
        command_id TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n >= 0),
        data TEXT NOT NULL CHECK (json_valid(data)),
        confirmed_position INTEGER,
        UNIQUE (order_id, version),
        UNIQUE (command_id, n)
      ) STRICT;
      CREATE INDEX event_pending ON event (position) WHERE confirmed_position IS NULL;
      CREATE TRIGGER event_is_never_changed
        BEFORE UPDATE OF position, id, order_id, version, type, v, at, by_id, device, command_id, n, data ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
      CREATE TRIGGER event_is_never_removed
        BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

      CREATE TABLE command (
        command_id TEXT NOT NULL PRIMARY KEY,
        order_id TEXT,
        version INTEGER,
        at TEXT NOT NULL,
        result TEXT NOT NULL CHECK (json_valid(result))
      ) STRICT, WITHOUT ROWID;
    `),
};
