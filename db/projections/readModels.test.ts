import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CapturedLine } from '../../main/domain/vocabulary/captured.ts';
import { busyCatalog } from '../testing/busyCatalog.ts';
import { dumpReadModels } from '../testing/dumpReadModels.ts';
import { diceOf, workAtRandom } from '../testing/randomWork.ts';
import { countFailedChecks, openTestFile, sampleOrder, TestDesk } from '../testing/testDesk.ts';
import { transaction } from '../transaction.ts';
import { projections } from './list.ts';
import { rebuildReadModels, type RebuildProgress } from './rebuild.ts';

let db: Database;
beforeEach(() => {
  db = openTestFile(':memory:');
});
afterEach(() => {
  db.close();
});

const rebuild = (batch?: number) =>
  rebuildReadModels(db, projections, { countFailedChecks, ...(batch !== undefined && { batch }) });
const forget = (name?: string): void => {
  db.prepare('UPDATE read_model SET version = 0 WHERE ? IS NULL OR name = ?').run(name ?? null, name ?? null);
};
const busyDay = (seed: number, commands: number): void => {
  const desk = new TestDesk(db, busyCatalog);
  const orders: string[] = [];
  const dice = diceOf(seed);
  for (let n = 0; n < commands; n += 1) workAtRandom(desk, orders, dice);
};

/** The counters as counting all rows would give them. */
const recount = (): unknown[] =>
  db
    .prepare(
      `WITH open AS (SELECT * FROM task_row WHERE is_open = 1), fault AS (SELECT * FROM fallout_row WHERE is_open = 1)
       SELECT * FROM (
         SELECT 'order.state' AS name, state AS key, count(*) AS n FROM order_row GROUP BY 2
         UNION ALL SELECT 'task.state', state, count(*) FROM task_row GROUP BY 2
         UNION ALL SELECT 'task.assignee', state || '/' || ifnull(assignee, ''), count(*) FROM open GROUP BY 2
         UNION ALL SELECT 'task.group', state || '/' || ifnull(group_id, ''), count(*) FROM open GROUP BY 2
         UNION ALL SELECT 'task.escalated', 'person/' || escalated_person, count(*) FROM task_row WHERE escalated_person IS NOT NULL GROUP BY 2
         UNION ALL SELECT 'task.escalated', 'group/' || escalated_group, count(*) FROM task_row WHERE escalated_group IS NOT NULL GROUP BY 2
         UNION ALL SELECT 'fallout.state', state, count(*) FROM fallout_row GROUP BY 2
         UNION ALL SELECT 'fallout.owner', ifnull(owner, ''), count(*) FROM fault GROUP BY 2
         UNION ALL SELECT 'fallout.group', ifnull(group_id, ''), count(*) FROM fault GROUP BY 2
         UNION ALL SELECT 'inventory.state', state, count(*) FROM inventory_row GROUP BY 2
       ) ORDER BY name, key`,
    )
    .all();

test(
  'after any course of work a rebuild gives the very rows that were kept up to date, and counters equal a recount',
  { timeout: 30_000 },
  () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 400 }), (seed, batch) => {
        db.close();
        db = openTestFile(':memory:');
        busyDay(seed, 150);
        const kept = dumpReadModels(db);
        expect(kept['counter']).toEqual(recount());
        forget();
        expect(rebuild(batch)).toHaveLength(projections.length);
        expect(dumpReadModels(db)).toEqual(kept);
      }),
      { numRuns: 12 },
    );
  },
);

test('only what is out of date is rebuilt, and a second start has nothing to do', () => {
  busyDay(5, 60);
  const kept = dumpReadModels(db);
  forget('tasks');
  db.exec('DELETE FROM task_row');
  expect(rebuild()).toEqual(['tasks']);
  expect(dumpReadModels(db)).toEqual(kept);
  expect(rebuild()).toEqual([]);
});

test('a rebuild tells how far it is, and one that was broken off begins again', () => {
  busyDay(6, 120);
  const kept = dumpReadModels(db);
  const seen: RebuildProgress[] = [];
  forget();
  expect(() =>
    rebuildReadModels(db, projections, {
      countFailedChecks,
      batch: 50,
      onProgress: progress => {
        seen.push(progress);
        if (progress.done >= 100) throw new Error('power cut');
      },
    }),
  ).toThrow('power cut');
  const total = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get();
  expect(seen).toEqual([
    { done: 50, total },
    { done: 100, total },
  ]);
  expect(rebuild()).toHaveLength(projections.length);
  expect(dumpReadModels(db)).toEqual(kept);
});

test('a command that fails takes its rows and counts with it', () => {
  const desk = new TestDesk(db);
  const orderId = desk.import();
  const kept = dumpReadModels(db);
  expect(() =>
    transaction(db, () => {
      desk.send(orderId, { type: 'approve' });
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(dumpReadModels(db)).toEqual(kept);
});

const line = (index: number): CapturedLine => ({
  ...(sampleOrder('x').lines[0] as CapturedLine),
  itemId: String(index + 1),
});

test('what one command writes does not grow with the size of its order', () => {
  const changes = (): number => db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
  const cost = (lines: number): number => {
    const desk = new TestDesk(db);
    const orderId = desk.import({ lines: Array.from({ length: lines }, (_, index) => line(index)) });
    desk.send(orderId, { type: 'approve' });
    const open = db.prepare<[string], number>('SELECT min(number) FROM task_row WHERE order_id = ? AND is_open = 1');
    const task = open.pluck().get(orderId) ?? 0;
    desk.send(orderId, { type: 'claimTask', task });
    desk.send(orderId, { type: 'startTask', task });
    const before = changes();
    expect(desk.send(orderId, { type: 'completeTask', task }).ok).toBe(true);
    expect(desk.send(orderId, { type: 'addNote', subject: 'order', kind: 'work', text: 'Rang the customer' }).ok).toBe(
      true,
    );
    return changes() - before;
  };
  expect(cost(120)).toBe(cost(2));
});

test('an order row tells what the approvals queue shows', () => {
  const desk = new TestDesk(db);
  const { location: _location, ...unplaced } = line(1);
  const orderId = desk.import({ lines: [line(0), { ...line(2), location: { name: 'Oslo' } }, unplaced] });
  const row = (): unknown =>
    db
      .prepare(
        'SELECT location_name, location_count, specification_name, specification_count, line_count, checks_failed, state, decided_by FROM order_row',
      )
      .get();
  const expected = {
    location_name: 'Bergen',
    location_count: 2,
    specification_name: 'Managed Firewall',
    specification_count: 1,
    line_count: 3,
    checks_failed: 1,
    state: 'new',
    decided_by: null,
  };
  expect(row()).toEqual(expected);
  desk.send(orderId, { type: 'approve' }, 'bo');
  expect(row()).toEqual({ ...expected, checks_failed: 0, state: 'inProgress', decided_by: 'bo' });
});

test('checks are counted anew when the catalog has changed', () => {
  const desk = new TestDesk(db);
  const orderId = desk.import();
  db.exec('UPDATE order_row SET checks_failed = 7');
  desk.models.renewChecks(desk.order(orderId));
  expect(db.prepare('SELECT checks_failed FROM order_row').pluck().get()).toBe(0);
});

test('read models are never written outside a transaction', () => {
  const desk = new TestDesk(db);
  const after = desk.order(desk.import());
  expect(() => desk.models.apply({ before: null, events: [], after })).toThrow('inside a transaction');
});
