import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastGivenSql } from '../crew.ts';
import { openTestFile } from '../testing/testDesk.ts';
import { activeServicesSql } from './activeServices.ts';
import { falloutRead, type FalloutQueue } from './falloutPages.ts';
import { countOrdersSql, findOrdersSql, findSql, findWithinSql, listWithinSql, placesSql } from './findByText.ts';
import { inventoryRead, serviceSql } from './inventoryPages.ts';
import { countLateSql, lateRead } from './jeopardy.ts';
import { keysetSql, type KeysetRead } from './keyset.ts';
import { orderRead, type OrderSort } from './orderPages.ts';
import { latelyPlannedSql } from './outsideWants.ts';
import { taskRead, type TaskQueue } from './taskPages.ts';

let db: Database;
beforeAll(() => {
  db = openTestFile(':memory:');
});
afterAll(() => {
  db.close();
});

const planOf = (sql: string): string[] =>
  db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from({ length: sql.split('?').length - 1 }, () => 'a'))
    .map(({ detail }) => detail);

/** Steps that sort, or that read rows which are not on the page; there must be none. */
function unboundedSteps(read: KeysetRead): readonly string[] {
  const first = planOf(keysetSql({ ...read, after: null }).text);
  const later = planOf(keysetSql({ ...read, after: read.order.map(() => 'a') }).text);
  const cursor = `(${read.order.join(',')})${read.descending === true ? '<' : '>'}`;
  return [
    ...[...first, ...later].filter(step => step.includes('TEMP B-TREE')),
    // A first page without a filter walks an index from its start, and stops at the limit.
    ...first.filter(step => step.startsWith('SCAN') && !step.includes('INDEX')),
    ...later.filter(step => step.startsWith('SCAN')),
    ...later.filter(step => step.startsWith('SEARCH') && !step.includes(cursor)),
  ];
}

const page = { limit: 100 };

test.each<[TaskQueue, string]>([
  [{ queue: 'mine', person: 'a' }, 'task_of_assignee'],
  [{ queue: 'mine', person: 'a', states: ['onHold', 'open'] }, 'task_of_assignee'],
  [{ queue: 'unassigned' }, 'task_of_assignee'],
  [{ queue: 'group', groups: ['a'] }, 'task_of_group'],
  [{ queue: 'group', groups: ['a', 'b', 'c', 'd'] }, 'task_of_group'],
  [{ queue: 'escalated', person: 'a', groups: [] }, 'task_escalated_person'],
  [{ queue: 'escalated', person: 'a', groups: ['a', 'b'] }, 'task_escalated_'],
  [{ queue: 'all' }, 'task_open'],
  [{ queue: 'all', states: ['closedComplete', 'canceled', 'open'] }, 'task_by_state'],
])('a page of tasks of %j is read from its index', (queue, index) => {
  const read = taskRead(queue, page);
  expect(unboundedSteps(read)).toEqual([]);
  const steps = planOf(keysetSql(read).text).filter(step => /^(SCAN|SEARCH)/.test(step));
  expect(steps.every(step => step.includes(`INDEX ${index}`))).toBe(true);
});

test.each<FalloutQueue>([
  { queue: 'open' },
  { queue: 'closed' },
  { queue: 'all' },
  { queue: 'unassigned' },
  { queue: 'mine', person: 'a' },
  { queue: 'group', groups: ['a', 'b'] },
])('a page of fallouts of %j is read from its index', queue => {
  expect(unboundedSteps(falloutRead(queue, page))).toEqual([]);
});

test.each<[OrderSort, boolean]>([
  ['number', false],
  ['number', true],
  ['requested', false],
  ['requested', true],
  ['imported', false],
  ['imported', true],
])('a page of orders by %s, descending %s, is read from its index', (sort, descending) => {
  expect(unboundedSteps(orderRead({ sort, descending }, page))).toEqual([]);
  expect(unboundedSteps(orderRead({ sort, descending, states: ['new'] }, page))).toEqual([]);
  expect(unboundedSteps(orderRead({ sort, descending, states: ['new', 'draft', 'rejected'] }, page))).toEqual([]);
});

test('O15 what is in jeopardy is counted and paged along the moments of one index, however many orders there are', () => {
  expect(planOf(countLateSql)).toEqual(['SEARCH late_order USING COVERING INDEX late_order_by_moment (late_at<?)']);
  const read = lateRead(1, page);
  const [first, ...rest] = planOf(keysetSql(read).text);
  expect(first).toBe('SEARCH late_order USING COVERING INDEX late_order_by_moment (late_at<?)');
  expect(rest).toEqual(['SEARCH order_row USING PRIMARY KEY (id=?)']);
  expect(planOf(keysetSql({ ...read, after: [1, 'a'] }).text)).toEqual([
    expect.stringContaining('SEARCH late_order USING COVERING INDEX late_order_by_moment'),
    'SEARCH order_row USING PRIMARY KEY (id=?)',
  ]);
});

test('pages of inventory are read from their indexes', () => {
  expect(unboundedSteps(inventoryRead({}, page))).toEqual([]);
  expect(unboundedSteps(inventoryRead({ states: ['active', 'suspended'] }, page))).toEqual([]);
  expect(planOf(serviceSql).some(step => /SCAN|TEMP/.test(step))).toBe(false);
});

test('when somebody was last given a task, and what an account has in use, is read from an index', () => {
  expect(planOf(lastGivenSql)).toEqual(['SEARCH event USING INDEX event_given (<expr>=?)']);
  expect(planOf(activeServicesSql).filter(step => step.startsWith('SCAN'))).toEqual([]);
  expect(planOf(activeServicesSql)[0]).toContain('INDEX inventory_of_account (account_id=? AND specification=?)');
});

test('a search walks the text index and looks up only what it found', () => {
  for (const sql of [findSql, findWithinSql, listWithinSql, placesSql, findOrdersSql, countOrdersSql]) {
    const big = planOf(sql).filter(step => /^SCAN (order_row|task_row|fallout_row|search_order|o|t|f|s)\b/.test(step));
    expect(big).toEqual([]);
  }
});

test('what was planned lately is found without reading what else happened', () => {
  const steps = planOf(latelyPlannedSql).filter(step => /^(SCAN|SEARCH) event/.test(step));
  expect(steps[0]).toContain('INDEX event_of_planning (position>?)');
  expect(steps).toHaveLength(2);
});
