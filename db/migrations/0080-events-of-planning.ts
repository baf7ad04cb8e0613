/** Finds the events by which orders came to have what others may want, without reading those between. */
import type { Migration } from '../migrate.ts';

export const eventsOfPlanning: Migration = {
  version: 80,
  name: 'events-of-planning',
  up: db =>
    db.exec(/* sql */ `
      CREATE INDEX event_of_planning ON event (position)
        WHERE type IN ('OrderDecomposed', 'TargetsReconsidered', 'RevisionApproved');
    `),
};
