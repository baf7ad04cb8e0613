/** Starts the approval of many orders at once (features A9). */
import type { Database } from 'better-sqlite3';
import { findJob } from '../../../db/jobs.ts';
import { findPerson } from '../../../db/people.ts';
import { findPolicy } from '../../../db/policy.ts';
import { transaction } from '../../../db/transaction.ts';
import { addChunk, findUpload, startUpload } from '../../../db/uploads.ts';
import { mayApprove } from '../../domain/policy/whoApproves.ts';
import { err, ok } from '../../domain/result.ts';
import type { Jobs } from '../intake/jobs.ts';
import { findSitting } from '../session.ts';
import type { Handlers } from '../sides.ts';

type Parts = { readonly db: Database; readonly jobs: Jobs; readonly now: () => string };

export function batchCommands({ db, jobs, now }: Parts): Handlers<'batch.approve'> {
  return {
    'batch.approve': ({ commandId: id, items }) => {
      const person = findSitting(db);
      if (person === undefined) return err({ code: 'NobodyChosen' });
      const startedAt = now();
      const { policy } = findPolicy(db);
      const authority = mayApprove(person, startedAt, { policy, findPerson: other => findPerson(db, other) });
      if ('code' in authority) return err(authority);
      const earlier = findJob(db, id);
      // Asked for again it is the same batch: under way, done, or taken up where it broke.
      if (earlier !== undefined && earlier.state !== 'failed') return ok({ jobId: id });
      transaction(db, () => {
        if (findUpload(db, id) !== undefined) return;
        startUpload(db, { id, fileName: 'batch', startedAt, by: person.id });
        addChunk(db, id, 0, JSON.stringify(items));
      });
      if (earlier !== undefined) jobs.again(id);
      else {
        const total = items.length;
        jobs.start({
          id,
          kind: 'approve',
          label: 'approve',
          uploadId: id,
          input: null,
          total,
          startedAt,
          by: person.id,
        });
      }
      return ok({ jobId: id });
    },
  };
}
