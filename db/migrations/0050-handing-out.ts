/** Lets the log be asked when the desk last gave somebody a task, however long it is. */
import type { Migration } from '../migrate.ts';

export const handingOut: Migration = {
  version: 50,
  name: 'handing-out',
  up: db =>
    db.exec(/* sql */ `
      CREATE INDEX event_given ON event (data ->> '$.assignee.now', at)
        WHERE type = 'TaskAssigned' AND data ->> '$.how' = 'auto';
    `),
};
