/** Counts what came of the items of a job while they are done, and finds those of one kind without reading the others. */
import type { Migration } from '../migrate.ts';

export const jobOutcomes: Migration = {
  version: 60,
  name: 'job-outcomes',
  up: db =>
    db.exec(/* sql */ `
      CREATE TABLE job_outcome (
        job_id TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
        outcome TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n > 0),
        PRIMARY KEY (job_id, outcome)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO job_outcome (job_id, outcome, n)
        SELECT job_id, outcome, count(*) FROM job_item GROUP BY job_id, outcome;
      CREATE INDEX job_item_of_outcome ON job_item (job_id, outcome, n);
    `),
};
