/** What happens to orders of the demo under way: changes of mind, forecasts, and the order that shows something of everything. */
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompensationPlan } from '../../domain/vocabulary/revision.ts';
import { host } from './crew.ts';
import { openDemoDesk, type DemoDesk } from './testing/demoDesk.ts';

let desk: DemoDesk;
let file: Database;

beforeAll(async () => {
  desk = openDemoDesk();
  await desk.must('workspace.loadDemo', {});
  await desk.idle();
  file = desk.file();
}, 300_000);
afterAll(() => desk.close());

const rows = <T>(sql: string, ...cells: readonly unknown[]): T[] => file.prepare(sql).all(...cells) as T[];
const tally = (sql: string): Record<string, number> =>
  Object.fromEntries(rows<{ key: string; n: number }>(sql).map(({ key, n }) => [key, n]));

type Asked = {
  readonly state: string;
  readonly order_id: string;
  readonly override: string | null;
  readonly compensation: string;
};

test('O9 O11 O12 O13 D6 customers change their mind: redone, picked from, overridden, canceled and taken back, turned down', async () => {
  const asked = rows<Asked>(`
    SELECT state, order_id, data ->> '$.override.reason' AS override, data ->> '$.compensation' AS compensation
    FROM event JOIN order_row ON order_row.id = order_id WHERE type = 'RevisionRequested'`);
  const found = asked.map(({ compensation, ...facts }) => ({
    ...facts,
    ...(JSON.parse(compensation) as Pick<CompensationPlan, 'rows' | 'needsAttention' | 'pastNoReturn'>),
  }));
  const waiting = found.filter(({ state }) => ['revisionInProgress', 'assessingCancellation'].includes(state));
  expect(waiting.length).toBe(4);
  const has = (what: (one: (typeof found)[number]) => boolean): boolean => waiting.some(what);
  expect(has(({ rows: tasks }) => ['redo', 'add'].every(action => tasks.some(one => one.action === action)))).toBe(
    true,
  );
  expect(has(({ needsAttention }) => needsAttention.length > 0)).toBe(true);
  expect(has(({ pastNoReturn, override }) => pastNoReturn.length > 0 && override !== null)).toBe(true);
  expect(
    has(({ state, rows: tasks }) => state === 'assessingCancellation' && tasks.some(one => one.action === 'undo')),
  ).toBe(true);
  for (const { order_id: orderId } of waiting) {
    const { revisions } = await desk.must('revision.list', { orderId });
    expect(revisions.at(-1)).toMatchObject({ state: 'requested' });
    expect(revisions.at(-1)?.requestedBy).not.toBe(host.id);
  }
  const takenBack = rows<{ n: number }>(`
    SELECT count(*) AS n FROM event AS asked JOIN order_row ON order_row.id = asked.order_id AND order_row.state = 'canceled'
    WHERE asked.type = 'RevisionApproved' AND EXISTS (
      SELECT 1 FROM json_each(asked.data, '$.addition.tasks') WHERE value ->> '$.undoes' IS NOT NULL)`);
  expect(takenBack[0]?.n).toBe(2);
  const count = (type: string): number => rows(`SELECT 1 FROM event WHERE type = '${type}'`).length;
  expect([count('RevisionApproved'), count('RevisionRejected')]).toEqual([5, 1]);
});

test('O4 O16 what is under way is expected to end about when it was planned, and what is late some days later', async () => {
  const open = rows<{ id: string }>("SELECT id FROM order_row WHERE state = 'inProgress'");
  const days = await Promise.all(
    open.map(async ({ id }) => {
      const { estimatedEnd, baselineEnd } = await desk.must('plan.outlook', { orderId: id });
      return (Date.parse(estimatedEnd ?? '') - Date.parse(baselineEnd ?? '')) / 86_400_000;
    }),
  );
  const sorted = days.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  expect(at(0)).toBeGreaterThan(-6);
  expect(Math.abs(at(0.5))).toBeLessThan(1);
  expect(at(0.8)).toBeGreaterThan(0.5);
  expect(at(1)).toBeLessThan(12);
});

test('O4 O5 O6 O11 the largest order has some of everything: done, under way, late, held, waiting for a moment and for another order', async () => {
  const [largest] = rows<{ id: string }>('SELECT id FROM order_row ORDER BY tasks_total DESC LIMIT 1');
  const { id = '' } = largest ?? {};
  const states = Object.keys(tally(`SELECT state AS key, 1 AS n FROM task_row WHERE order_id = '${id}'`));
  expect(states.toSorted()).toEqual(['closedComplete', 'draft', 'inProgress', 'onHold', 'open', 'scheduled']);
  const count = (type: string, where = 'true'): number =>
    rows(`SELECT 1 FROM event WHERE order_id = '${id}' AND type = '${type}' AND ${where}`).length;
  expect(count('PointOfNoReturnPassed')).toBeGreaterThan(5);
  expect(count('OrderDecomposed', "json_array_length(data, '$.outside') > 0")).toBe(1);
  const { estimatedEnd, committedDueDate, criticalPath } = await desk.must('plan.outlook', { orderId: id });
  expect((estimatedEnd ?? '') > (committedDueDate ?? '')).toBe(true);
  expect(criticalPath.length).toBeGreaterThan(5);
});
