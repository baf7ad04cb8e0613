/** Takes a file in as chunks of text, and starts the job that imports it. */
import type { Database } from 'better-sqlite3';
import { findJob, type Job } from '../../../db/jobs.ts';
import { addChunk, findUpload, startUpload } from '../../../db/uploads.ts';
import { transaction } from '../../../db/transaction.ts';
import { uploadLimitBytes } from '../../../preload/contract/intake.ts';
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { isAllowed, rolesGranting, type Permission } from '../../domain/people/permissions.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';
import { isBatch } from '../batch/batchJob.ts';
import type { Jobs } from './jobs.ts';
import { kindOfFile } from './kindOfFile.ts';

type Parts = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => string;
  readonly newId: () => string;
};

export function intakeCommands({
  db,
  jobs,
  now,
  newId,
}: Parts): Handlers<'upload.begin' | 'upload.append' | 'import.start' | 'job.cancel'> {
  const sittingWith = (...permissions: readonly Permission[]): Result<string, Refusal> => {
    const person = findSitting(db);
    if (person === undefined) return err({ code: 'NobodyChosen' });
    const [missing] = permissions;
    return missing === undefined || permissions.some(permission => isAllowed(person, permission))
      ? ok(person.id)
      : err({ code: 'NotPermitted', permission: missing, roles: rolesGranting(missing) });
  };
  const mayCancel = ({ kind, by }: Job): Result<string, Refusal> => {
    // Nobody sits at the desk yet while the demo is loaded.
    if (kind === 'demo') return ok('');
    if (!isBatch(kind)) return sittingWith('order.import', 'catalog.import');
    // Whoever had it decided in their name may break it off, a delegate too.
    return findSitting(db)?.id === by ? ok(by) : sittingWith(kind === 'approve' ? 'order.approve' : 'task.assign');
  };
  return {
    'upload.begin': ({ fileName, sizeBytes }) => {
      const person = sittingWith('order.import', 'catalog.import');
      if (!person.ok) return person;
      if (sizeBytes > uploadLimitBytes) return err({ code: 'TooLarge', limitBytes: uploadLimitBytes });
      const uploadId = newId();
      transaction(db, () => startUpload(db, { id: uploadId, fileName, startedAt: now(), by: person.value }));
      return ok({ uploadId });
    },
    'upload.append': ({ uploadId, index, text }) => {
      const taken = transaction(db, () => addChunk(db, uploadId, index, storable(text)));
      const upload = findUpload(db, uploadId);
      if (upload === undefined) return err({ code: 'NotFound', subject: 'document', id: uploadId });
      return taken
        ? ok({ received: upload.chunks })
        : err({ code: 'UploadIncomplete', received: upload.chunks, expected: index });
    },
    'import.start': ({ uploadId, kind: asked }) => {
      const upload = findUpload(db, uploadId);
      if (upload === undefined) return err({ code: 'NotFound', subject: 'document', id: uploadId });
      const kind = asked === 'auto' ? kindOfFile(db, uploadId) : asked;
      const person = sittingWith(kind === 'catalog' ? 'catalog.import' : 'order.import');
      if (!person.ok) return person;
      const jobId = newId();
      const { fileName: label } = upload;
      jobs.start({ id: jobId, kind, label, uploadId, input: null, startedAt: now(), by: person.value });
      return ok({ jobId });
    },
    'job.cancel': ({ jobId }) => {
      const job = findJob(db, jobId);
      if (job === undefined) return err({ code: 'NotFound', subject: 'document', id: jobId });
      const person = mayCancel(job);
      if (!person.ok) return person;
      jobs.cancel(jobId);
      return ok({});
    },
  };
}

/**
 * A chunk may end in the middle of a character, of which the file could keep neither half: a half stands as its escape,
 * which means the same in JSON and becomes the character again when both are read.
 */
const storable = (text: string): string =>
  text.replaceAll(/\p{Surrogate}/gu, half => `\\u${half.charCodeAt(0).toString(16)}`);
