import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Order } from '../../main/domain/order/order.ts';
import { isLate, slaShareOf } from '../../main/domain/plan/jeopardy.ts';
import { calendarsOf } from '../../main/domain/policy/calendar.ts';
import { defaultPolicy, type Policy } from '../../main/domain/policy/policy.ts';
import { rowsOf } from '../../main/domain/table.ts';
import { hasOrderEnded } from '../../main/domain/vocabulary/states.ts';
import { putPolicy } from '../policy.ts';
import { countLateOrders, lateOrdersPage } from '../queries/jeopardy.ts';
import { diceOf, workAtRandom } from '../testing/randomWork.ts';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';
import { transaction } from '../transaction.ts';
import { renewJeopardy } from './jeopardy.ts';

let db: Database;
beforeEach(() => {
  db = openTestFile(':memory:');
});
afterEach(() => {
  db.close();
});

const DAY = 86_400_000;
const START = Date.parse('2026-01-05T08:00:00.000Z');
const office = { zone: 'UTC', hours: [1, 2, 3, 4, 5].map(day => ({ day, from: '08:00', to: '12:00' })), closed: [] };
const officeHours: Policy = { ...defaultPolicy, calendar: office };

/** As a person would look at each of them. */
function isInJeopardy(order: Order, now: number, policy: Policy): boolean {
  if (order.plan === undefined || hasOrderEnded(order.state)) return false;
  if (order.requestedCompletion !== undefined && Date.parse(order.requestedCompletion) < now) return true;
  if (order.actualStart === undefined) return false;
  const calendarOf = calendarsOf(policy);
  return [...rowsOf(order.plan.tasks)].some(task => isLate(task, slaShareOf(task, now, calendarOf), now));
}

function pagesAt(now: number): readonly string[] {
  const ids: string[] = [];
  for (let page = lateOrdersPage(db, now, { limit: 3 }); ;) {
    expect(page.total).toBe(countLateOrders(db, now));
    ids.push(...page.rows.map(({ id }) => id));
    if (page.next === null) return ids;
    page = lateOrdersPage(db, now, { limit: 3, after: page.next });
  }
}

test('O15 the orders in jeopardy at any moment are those that have late work or a broken promise, and their count is exact', () => {
  const desk = new TestDesk(db);
  const dice = diceOf(15);
  const orders: string[] = [];
  const seen = new Set<number>();
  const compare = (policy: Policy): void => {
    const last = Math.max(START, ...orders.map(id => Date.parse(desk.order(id).touched.at ?? '') || START));
    for (const later of [0, 0.05, 0.2, 0.5, 1, 3, 10, 80]) {
      const now = Math.ceil((last + later * DAY) / 60_000) * 60_000;
      const expected = orders.filter(id => isInJeopardy(desk.order(id), now, policy));
      expect(pagesAt(now).toSorted()).toEqual(expected.toSorted());
      seen.add(expected.length);
    }
  };
  for (let turn = 0; turn < 400; turn += 1) {
    workAtRandom(desk, orders, dice);
    if (turn % 20 === 0) compare(defaultPolicy);
  }
  transaction(db, () => {
    putPolicy(db, officeHours, 0);
    renewJeopardy(db);
  });
  for (let turn = 0; turn < 200; turn += 1) {
    if (turn % 20 === 0) compare(officeHours);
    workAtRandom(desk, orders, dice);
  }
  expect(seen.size).toBeGreaterThan(3);
});
