import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../../main/domain/table.ts';
import { changeOf } from '../projections/change.ts';
import { CounterChanges } from '../projections/counters.ts';
import { finishedSteps } from '../projections/finishedSteps.ts';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';
import { finishedStepsSql, listFinishedSteps } from './finishedSteps.ts';

let db: Database;
beforeEach(() => {
  db = openTestFile(':memory:');
});
afterEach(() => {
  db.close();
});

/** Approves an order and does the first task that is open; gives the states around the completion. */
function doFirst(desk: TestDesk) {
  const orderId = desk.import();
  desk.send(orderId, { type: 'approve' });
  const [task] = [...rowsOf(desk.order(orderId).plan?.tasks ?? { size: 0, depth: 0, root: [] })].filter(
    ({ state }) => state === 'open',
  );
  if (task === undefined) throw new Error('Nothing is open.');
  desk.send(orderId, { type: 'startTask', task: task.number });
  const before = desk.order(orderId);
  desk.send(orderId, { type: 'completeTask', task: task.number });
  return { orderId, task: task.number, before, after: desk.order(orderId) };
}

const steps = (): string[] => db.prepare<[], string>('SELECT DISTINCT step FROM finished_step').pluck().all();

test('X14 finished tasks are kept by kind of step with the times of their events, the newest first', () => {
  const desk = new TestDesk(db);
  const done = [doFirst(desk), doFirst(desk), doFirst(desk)];
  const [step = '', ...others] = steps();
  expect(others).toEqual([]);
  const rows = listFinishedSteps(db, step, 2);
  expect(rows).toHaveLength(2);
  const last = done.at(-1);
  const task = [...rowsOf(last?.after.plan?.tasks ?? { size: 0, depth: 0, root: [] })][(last?.task ?? 0) - 1];
  expect(rows[0]).toEqual({
    startedAt: Date.parse(task?.actualStart ?? ''),
    endedAt: Date.parse(task?.actualEnd ?? ''),
    team: task?.group,
    pauses: undefined,
  });
  expect(listFinishedSteps(db, 'nothing/like it', 200)).toEqual([]);
});

test('a task that is taken back is not learned from, and one that is done anew counts once', () => {
  const desk = new TestDesk(db);
  const { before, after } = doFirst(desk);
  const settle = (was: typeof before, now: typeof before): void =>
    finishedSteps.settle({ db, counters: new CounterChanges(), countFailedChecks: () => 0 }, changeOf(was, now, false));
  const count = () => db.prepare<[], number>('SELECT count(*) FROM finished_step').pluck().get();
  expect(count()).toBe(1);
  settle(after, before);
  expect(count()).toBe(0);
  settle(before, after);
  expect(count()).toBe(1);
});

test('the last tasks of a kind are read as they lie', () => {
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${finishedStepsSql}`).all('a', 1);
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH finished_step USING PRIMARY KEY (step=?)']);
});
