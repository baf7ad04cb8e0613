import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogOf, cfs, task, template } from '../../main/domain/catalog/testing/catalogRows.ts';
import { indexCatalog } from '../../main/domain/catalog/indexCatalog.ts';
import { getTask, minutesAfter } from '../../main/domain/order/change.ts';
import { consequencesOf } from '../../main/domain/order/decide.ts';
import { nothingAround } from '../../main/domain/order/lookups.ts';
import type { Order } from '../../main/domain/order/order.ts';
import { after, line } from '../../main/domain/order/testing/captures.ts';
import { theDesk } from '../../main/domain/people/desk.ts';
import { busyCatalog } from '../testing/busyCatalog.ts';
import { diceOf, workAtRandom } from '../testing/randomWork.ts';
import { openTestFile, TestDesk } from '../testing/testDesk.ts';

const catalog = indexCatalog(busyCatalog);
const never = '2100-01-01T00:00:00.000Z';

const happens = (order: Order, at: string): boolean =>
  consequencesOf(
    order,
    { type: 'passTime' },
    { ...nothingAround, at, by: theDesk, catalog, findPerson: () => undefined, hasGroup: () => false },
  ).ok;

test('A7 O5 after any course of work an order is woken at the first moment at which anything happens in it, and not before', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const db = openTestFile(':memory:');
      const desk = new TestDesk(db, busyCatalog);
      const firstWake = db.prepare<[string], string | null>('SELECT min(at) FROM wake_row WHERE order_id = ?').pluck();
      const orders: string[] = [];
      const dice = diceOf(seed);
      for (let n = 0; n < 60; n += 1) {
        workAtRandom(desk, orders, dice);
        for (const id of orders) {
          const at = firstWake.get(id) ?? never;
          const before = new Date(Date.parse(at) - 1).toISOString();
          expect([happens(desk.order(id), before), happens(desk.order(id), at)]).toEqual([false, at !== never]);
        }
      }
      db.close();
    }),
    { numRuns: 8 },
  );
});

/** The mast comes after the base with its hour to cure, which is in another line, and takes an order that nobody has. */
const curing = catalogOf({
  specifications: [cfs('road'), cfs('mast'), cfs('base')],
  planTemplates: [
    template('work', [task('work')]),
    template(
      'build',
      [task('raise', { after: [{ kind: 'otherOrders', specification: 'road', same: 'account', required: true }] })],
      [{ kind: 'specification', specification: 'base', within: 'order', lagMinutes: 60 }],
    ),
  ],
  policies: [
    { id: 'p1', planTemplate: 'work' },
    { id: 'p2', specification: 'mast', planTemplate: 'build' },
  ],
});

test('O5 a domain order whose line was let go of last is woken when its own lag runs out', () => {
  const db = openTestFile(':memory:');
  const desk = new TestDesk(db, curing);
  const id = desk.import({ lines: [line('1', 'road'), line('2', 'mast', after('1')), line('3', 'base')] });
  const wakes = () => db.prepare('SELECT part, at FROM wake_row').all();
  desk.send(id, { type: 'approve' });
  const done = (number: number): Order => {
    desk.send(id, { type: 'startTask', task: number });
    const completed = desk.send(id, { type: 'completeTask', task: number });
    if (!completed.ok) throw new Error(completed.error.code);
    return completed.value;
  };
  const cured = done(3);
  expect(wakes()).toEqual([]);
  const free = done(1);
  const at = minutesAfter(getTask(cured, 3).actualEnd ?? '', 60);
  expect(wakes()).toEqual([{ part: 'D2', at }]);
  expect(happens(free, at)).toBe(true);
  db.close();
});
