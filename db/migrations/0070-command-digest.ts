/** Keeps with each answer what it was the answer to, so that an id used again for another command is noticed. */
import type { Migration } from '../migrate.ts';

/** Answers given before are without, and go on answering whoever has their id. */
export const commandDigest: Migration = {
  version: 70,
  name: 'command-digest',
  up: db => db.exec(/* sql */ `ALTER TABLE command ADD COLUMN digest TEXT`),
};
