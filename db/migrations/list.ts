/** Every migration, ascending by tens so that a release branch has room for a fix. A shipped one is history: never edit it. */
import type { Migration } from '../migrate.ts';
import { eventLog } from './0010-event-log.ts';
import { intake } from './0020-intake.ts';
import { workspace } from './0030-workspace.ts';
import { readModels } from './0040-read-models.ts';
import { handingOut } from './0050-handing-out.ts';
import { jobOutcomes } from './0060-job-outcomes.ts';
import { commandDigest } from './0070-command-digest.ts';
import { eventsOfPlanning } from './0080-events-of-planning.ts';

export const migrations: readonly Migration[] = [
  eventLog,
  intake,
  workspace,
  readModels,
  handingOut,
  jobOutcomes,
  commandDigest,
  eventsOfPlanning,
];
