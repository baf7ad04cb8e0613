import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogOf, cfs, relationship, rfs, rule, task, template } from '../catalog/testing/catalogRows.ts';
import { emptyTable, rowsOf } from '../table.ts';
import { taskId } from '../vocabulary/node.ts';
import { findPendingRevision } from './revision/evolveRevision.ts';
import { captured, line } from './testing/captures.ts';
import { fulfiller, manager } from './testing/people.ts';
import { changesBy, commandOf, picksFor, wishes, type Wish } from './testing/randomCommands.ts';
import { orders } from './testing/randomOrders.ts';
import { approving, asking, changed, value } from './testing/revisions.ts';
import { eventsOf, given, type Story } from './testing/story.ts';
import { asSecond, besides, waitInCircle } from './testing/twoOrders.ts';

/**
 * T1 hand over comes after the backup where there is one, and the backup after the line with T2 dig: only with a backup
 * does T1 come after T2. Whether there is one is asked for with the order, or told by whoever does T3.
 */
const catalog = catalogOf({
  specifications: [cfs('site'), rfs('line'), rfs('backup')],
  relationships: [
    relationship('realizedAs', 'site', 'line', { order: 1 }),
    relationship('realizedAs', 'site', 'backup', { order: 2 }),
  ],
  rules: [rule('site', 'backup', 'backup')],
  planTemplates: [
    template('site', [
      task('handover', { after: [{ kind: 'specification', specification: 'backup' }] }),
      task('look', { fields: [{ name: 'backup', mandatory: false }] }),
    ]),
    template('line', [task('dig')]),
    template('backup', [task('pair', { after: [{ kind: 'specification', specification: 'line' }] })]),
  ],
  policies: [
    { id: 'p1', specification: 'site', planTemplate: 'site' },
    { id: 'p2', specification: 'line', planTemplate: 'line' },
    { id: 'p3', specification: 'backup', planTemplate: 'backup' },
  ],
});
const [handover, look, dig] = [1, 2, 3];
const order = captured([line('1', 'site')]);

/** The first order's digging waits for the other's, and the other's for the first one's handover. */
function crosswise(): { readonly one: Story; readonly other: Story } {
  const [one, other] = [given(order, catalog).approved(), asSecond(given(order, catalog).approved())];
  const wait = (story: Story, task: number, on: Story, part: number) => {
    const { id, number } = on.order;
    const where = { order: id, orderNumber: number, node: taskId(part), title: on.task(part).title };
    return story.and({ type: 'waitForOther', on: { task, ...where } }, { by: fulfiller, around: besides(story, on) });
  };
  const digging = wait(one, dig, other, dig);
  return { one: digging, other: wait(other, dig, digging, handover) };
}

test('O6 O9 a change that would have two orders wait for each other is refused, with the way round named', () => {
  const { one, other } = crosswise();
  expect(waitInCircle(one.order, other.order)).toBe(false);
  expect(waitInCircle(changed(one, [value(1, 'backup', 'yes')]).order, other.order)).toBe(true);
  const { refusal } = one.when(asking([value(1, 'backup', 'yes')]), { around: besides(one, other) });
  expect(refusal).toEqual({
    code: 'WouldCircle',
    id: 'ORD0000421',
    other: 'ORD0000422',
    path: [
      'TASK0000421-3 Do dig',
      'ORD0000422 Do dig',
      'TASK0000422-3 Do dig',
      'ORD0000421 Do handover',
      'TASK0000421-3 Do dig',
    ],
  });
});

test('O6 O9 a change that was asked for before the other order came to wait for this one is refused when it is approved', () => {
  const { one, other } = crosswise();
  const alone = asSecond(given(order, catalog).approved());
  const asked = one.and(asking([value(1, 'backup', 'yes')]), { around: besides(one, alone) });
  expect(asked.when(approving(), { around: besides(asked, other) }).refusal).toMatchObject({ code: 'WouldCircle' });
});

test('O6 D4 a target that comes to be during the work is left out when it would have two orders wait for each other', () => {
  const { one, other } = crosswise();
  const told = [{ name: 'backup', value: 'yes' }];
  const { events, after } = one
    .started(look)
    .when({ type: 'completeTask', task: look, values: told }, { around: besides(one, other) });
  expect(eventsOf(events, 'TargetsReconsidered')).toMatchObject([{ data: { domainOrders: [] } }]);
  expect(waitInCircle(after.order, other.order)).toBe(false);
  expect(one.done(look, told).order.plan?.domainOrders.size).toBe(3);
});

const side = fc.record({ from: orders, asked: wishes });
const wait = fc.record({ fromFirst: fc.boolean(), task: fc.nat(200), part: fc.nat(200) });
const dice = fc.record({ which: fc.nat(200), how: fc.nat(200) });

const play = (start: Story, asked: readonly Wish[], most: number): Story =>
  asked.slice(0, most).reduce((story, wish) => {
    const { command, ...step } = commandOf(story.order, wish);
    const { after } = story.when(command, step);
    fc.pre((after.order.plan?.domainOrders.size ?? 0) <= 40);
    return after;
  }, start);

const tasksOf = ({ order: { plan } }: Story) => [...rowsOf(plan?.tasks ?? emptyTable)];

test(
  'O6 whatever is made to wait and whatever is changed, no two orders ever wait for each other',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(wait, { minLength: 2, maxLength: 12 }),
        fc.array(dice, { minLength: 1, maxLength: 4 }),
        (a, b, waits, changes) => {
          let one = play(given(a.from.order, a.from.catalog), a.asked, 12);
          let other = asSecond(play(given(b.from.order, b.from.catalog), b.asked, 12));
          for (const { fromFirst, task: which, part } of waits) {
            const [story, on] = fromFirst ? [one, other] : [other, one];
            const [there, here] = [tasksOf(on), tasksOf(story)];
            const [row, mine] = [there[part % Math.max(there.length, 1)], here[which % Math.max(here.length, 1)]];
            if (row === undefined || mine === undefined) return;
            const node = part % 3 === 0 ? (`D${row.domainOrder}` as const) : row.id;
            const where = { order: on.order.id, orderNumber: on.order.number, node, title: row.title };
            const { after } = story.when(
              { type: 'waitForOther', on: { task: mine.number, ...where } },
              { by: fulfiller, around: besides(story, on) },
            );
            if (fromFirst) one = after;
            else other = after;
          }
          fc.pre(!waitInCircle(one.order, other.order));
          for (const { which, how } of changes) {
            const around = besides(one, other);
            const pending = findPendingRevision(one.order);
            const asked =
              pending === undefined
                ? one.when(asking(changesBy(one.order, which, how), { override: { reason: 'So' } }), {
                    by: manager,
                    around,
                  }).after
                : one;
            one = asked.when(approving(asked.order.revisions?.length, { picks: picksFor(asked.order, which) }), {
              around,
            }).after;
            fc.pre((one.order.plan?.domainOrders.size ?? 0) <= 60);
            expect(waitInCircle(one.order, other.order)).toBe(false);
          }
        },
      ),
      { numRuns: 80 },
    );
  },
);
