import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from 'better-sqlite3';
import { findJob } from '../../../db/jobs.ts';
import { putSetting } from '../../../db/settings.ts';
import { openTestFile } from '../../../db/testing/testDesk.ts';
import { transaction } from '../../../db/transaction.ts';
import { createJobs, type JobWork } from './jobs.ts';

const AT = '2026-11-23T08:00:00.000Z';
let db: Database;
beforeEach(() => {
  db = openTestFile(':memory:');
});
afterEach(() => {
  db.close();
});

/** Each item writes a quarter of a megabyte. */
const bulky: JobWork = {
  begin: () => ({
    total: 30,
    step: n => {
      transaction(db, () => putSetting(db, `bulk.${n}`, 'x'.repeat(250_000)));
      return { n, label: '', outcome: 'imported', detail: null };
    },
  }),
};

const roomFor = (pages: number): void => {
  const used = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${used + pages}`);
};

async function runBulky(): Promise<readonly unknown[]> {
  const bugs: unknown[] = [];
  const jobs = createJobs({
    db,
    now: () => AT,
    works: { orders: bulky },
    onChange: () => undefined,
    report: bug => void bugs.push(bug),
  });
  jobs.start({ id: 'j', kind: 'orders', label: 'orders.json', input: null, startedAt: AT, by: 'ana' });
  await jobs.idle();
  return bugs;
}

test('a job for which the disk has no room fails with the sentence that says so, and keeps what was done', async () => {
  roomFor(1_700);
  await runBulky();
  const job = findJob(db, 'j');
  expect(job).toMatchObject({ state: 'failed', done: 25 });
  expect(JSON.parse(job?.problem ?? '')).toMatchObject({
    code: 'storage',
    facts: { message: expect.stringContaining('no room left') as string },
  });
});

test('a job whose work breaks is told as a bug', async () => {
  db.exec('DROP TABLE setting');
  expect(await runBulky()).toHaveLength(1);
  expect(findJob(db, 'j')).toMatchObject({ state: 'failed', problem: '{"code":"internal","facts":{}}' });
});
