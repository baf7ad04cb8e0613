import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addJobItem,
  countOutcomes,
  endJob,
  findJob,
  listJobItems,
  listJobs,
  listRunningJobs,
  setJobTotal,
  startJob,
  type JobFilter,
} from './jobs.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { addChunk, findUpload, readUpload, removeAbandonedUploads, removeUpload, startUpload } from './uploads.ts';

const AT = '2026-01-05T08:00:00.000Z';
let db: Database.Database;
beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, migrations);
});
afterEach(() => {
  db.close();
});

const item = (n: number, outcome: string) => ({ n, label: `orders.json #${n}`, outcome, detail: { n } });

test('a job keeps the result of every item and goes on where it was', () => {
  startJob(db, { id: 'j1', kind: 'import', label: 'orders.json', input: { upload: 'u1' }, startedAt: AT, by: 'ada' });
  setJobTotal(db, 'j1', 3);
  addJobItem(db, 'j1', { ...item(0, 'created'), orderId: 'order-1' }, false);
  addJobItem(db, 'j1', item(1, 'refused'), true);
  expect(listRunningJobs(db)).toEqual([
    {
      id: 'j1',
      kind: 'import',
      state: 'running',
      label: 'orders.json',
      input: { upload: 'u1' },
      total: 3,
      done: 2,
      failed: 1,
      startedAt: AT,
      by: 'ada',
    },
  ]);
  expect(() => {
    addJobItem(db, 'j1', item(1, 'created'), false);
  }).toThrow('not the next one');
  addJobItem(db, 'j1', item(2, 'created'), false);
  endJob(db, 'j1', 'done', AT);
  expect(listRunningJobs(db)).toEqual([]);
  expect(findJob(db, 'j1')).toMatchObject({ state: 'done', done: 3, failed: 1, endedAt: AT });
  expect(listJobItems(db, 'j1', 1, 10)).toEqual([item(1, 'refused'), item(2, 'created')]);
  expect(listJobItems(db, 'j1', 0, 10, 'refused')).toEqual([item(1, 'refused')]);
  expect(countOutcomes(db, 'j1')).toEqual({ created: 2, refused: 1 });
  expect(countOutcomes(db, 'j2')).toEqual({});
});

test('jobs of some kinds are listed newest first, of one person, about one order', () => {
  for (const id of ['j1', 'j2', 'j3'])
    startJob(db, { id, kind: 'import', label: id, input: null, startedAt: AT, by: 'ada' });
  startJob(db, { id: 'j4', kind: 'steps', label: 'steps', input: { orderId: 'o1' }, startedAt: AT, by: 'bo' });
  endJob(db, 'j2', 'failed', AT, 'DiskFull');
  const listed = (filter: JobFilter, limit = 10) => listJobs(db, filter, limit).map(({ id }) => id);
  expect(listed({ kinds: ['import'] }, 2)).toEqual(['j3', 'j2']);
  expect(listed({ kinds: ['import', 'steps'], by: 'bo' })).toEqual(['j4']);
  expect(listed({ kinds: ['import', 'steps'], orderId: 'o1' })).toEqual(['j4']);
  expect(listed({ kinds: ['steps'], orderId: 'o2' })).toEqual([]);
  expect(findJob(db, 'j2')).toMatchObject({ state: 'failed', problem: 'DiskFull' });
  expect(findJob(db, 'j9')).toBeUndefined();
});

test('an upload takes each chunk once and in order, and is whole again at the end', () => {
  startUpload(db, { id: 'u1', fileName: 'orders.json', startedAt: AT, by: 'ada' });
  expect(addChunk(db, 'u1', 0, '[{"a":')).toBe(true);
  expect(addChunk(db, 'u1', 0, '[{"a":')).toBe(true);
  expect(addChunk(db, 'u1', 2, 'late')).toBe(false);
  expect(addChunk(db, 'u1', 1, '1}]')).toBe(true);
  expect(addChunk(db, 'u9', 0, '')).toBe(false);
  expect(readUpload(db, 'u1')).toBe('[{"a":1}]');
  expect(findUpload(db, 'u1')).toEqual({
    id: 'u1',
    fileName: 'orders.json',
    startedAt: AT,
    by: 'ada',
    characters: 9,
    chunks: 2,
  });
  removeUpload(db, 'u1');
  expect(findUpload(db, 'u1')).toBeUndefined();
  expect(db.prepare('SELECT count(*) FROM upload_chunk').pluck().get()).toBe(0);
});

test('uploads that no running job reads are dropped', () => {
  for (const id of ['broken off', 'canceled', 'needed'])
    startUpload(db, { id, fileName: 'orders.json', startedAt: AT, by: 'ada' });
  for (const uploadId of ['canceled', 'needed'])
    startJob(db, { id: uploadId, kind: 'orders', label: '', input: null, startedAt: AT, by: 'ada', uploadId });
  endJob(db, 'canceled', 'canceled', AT);
  removeAbandonedUploads(db);
  expect(['broken off', 'canceled', 'needed'].filter(id => findUpload(db, id) !== undefined)).toEqual(['needed']);
});
