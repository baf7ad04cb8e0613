import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogOf, cfs, task as taskRow, template } from '../catalog/testing/catalogRows.ts';
import { captured, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { fulfiller } from '../order/testing/people.ts';
import { planOf } from '../order/change.ts';
import { given, minute, Story } from '../order/testing/story.ts';
import { besides } from '../order/testing/twoOrders.ts';
import { listRows } from '../table.ts';
import type { NodeId } from '../vocabulary/node.ts';
import type { Elsewhere } from './elsewhere.ts';
import { datesOf, describeNode } from './planNode.ts';
import type { PlanKey } from './planKey.ts';
import { viewPlan, type PlanView } from './planView.ts';
import { viewAcross } from './testing/across.ts';
import { conditionsAt } from './testing/conditions.ts';
import { whyWaiting } from './whyWaiting.ts';

/** Shipping, then the survey, the installation and the check. */
const { ship, survey, install, check } = tasks;
const approved = given(captured([line('a', 'internet')])).approved();

const numbers = { b: 'ORD0000422', c: 'ORD0000423' } as const;
type Other = keyof typeof numbers | 'a';
/** The same story of another order. */
const named = (id: Other, { order, log, catalog, commands }: Story): Story =>
  new Story(id === 'a' ? { ...order, id } : { ...order, id, number: numbers[id] }, log, catalog, commands);
const a = named('a', approved);
const b = named('b', approved);
const c = named('c', approved);

const waits = (story: Story, task: number, order: Other, node: NodeId): Story => {
  const orderNumber = order === 'a' ? 'ORD0000421' : numbers[order];
  const on = { task, order, orderNumber, node, title: `Part ${node}` };
  return story.and({ type: 'waitForOther', on }, { by: fulfiller });
};
const why = (from: Story, others: readonly Story[], key: PlanKey = `T${ship}`) =>
  whyWaiting(viewAcross(from, others, minute(10)), key);

test('O8 X12 a task that waits for another order says how the part stands there, and who can act on it', () => {
  const waiting = waits(a, ship, 'b', `T${ship}`);
  const told = (other: Story) => {
    const { cause, on, who } = why(waiting, [other]) ?? {};
    return [cause, on?.map(({ key, state }) => [key, state]), who];
  };
  const key = `order:b/T${ship}`;
  expect(told(b)).toEqual(['otherOrder', [[key, 'open']], { kind: 'group', id: 'stock' }]);
  const started = b.started(ship);
  expect(told(started)).toEqual(['otherOrder', [[key, 'inProgress']], { kind: 'person', id: 'agent' }]);
  const held = started.held(ship, { owner: 'fulfiller' });
  expect(told(held)).toEqual(['otherOrder', [[key, 'onHold']], { kind: 'person', id: 'fulfiller' }]);
  // What has ended there lets go by itself.
  expect(told(started.done(ship))).toEqual(['otherOrder', [[key, 'closedComplete']], { kind: 'nobody' }]);
});

test('O8 X12 whoever clears what the other order waits for can act, down to the last of the orders', () => {
  const waiting = waits(a, ship, 'b', `T${install}`);
  expect(why(waiting, [b])).toMatchObject({ on: [{ state: 'draft' }], who: { kind: 'group', id: 'stock' } });
  expect(why(waiting, [b.started(ship)])).toMatchObject({ who: { kind: 'person', id: 'agent' } });
  const chain = waits(b, ship, 'c', 'L1');
  expect(why(waiting, [chain, c])).toMatchObject({ on: [{ state: 'draft' }], who: { kind: 'group', id: 'stock' } });
  expect(why(waiting, [chain, c.held(ship, { group: 'field' })])).toMatchObject({
    who: { kind: 'group', id: 'field' },
  });
  expect(why(waiting, [chain, c.done(ship)], 'L1')).toMatchObject({
    cause: 'otherOrder',
    on: [{ key: `order:b/T${install}` }],
    who: { kind: 'group', id: 'field' },
  });
});

test('O8 X12 what comes after such a task names the same people', () => {
  const waiting = waits(a, ship, 'b', 'D3');
  const other = b.started(ship);
  for (const key of [`T${survey}`, `T${check}`] as const) {
    expect(why(waiting, [other], key)).toMatchObject({ cause: 'predecessors', who: { kind: 'person', id: 'agent' } });
  }
});

test('O8 X12 of several parts that are waited for the first that somebody can act on says who', () => {
  const curing = catalogOf({
    specifications: [cfs('site')],
    planTemplates: [
      template('pair', [
        taskRow('pour'),
        taskRow('build', { after: [{ kind: 'task', task: 'pour', lagMinutes: 60 }] }),
      ]),
    ],
    policies: [{ id: 'p', planTemplate: 'pair' }],
  });
  const poured = named(
    'c',
    given(captured([line('1', 'site')]), curing)
      .approved()
      .done(1),
  );
  const one = waits(a, ship, 'c', 'T2');
  expect(why(one, [poured])).toMatchObject({ on: [{ state: 'scheduled' }], who: { kind: 'nobody' } });
  const both = waits(one, ship, 'b', `T${ship}`);
  expect(why(both, [poured, b])).toMatchObject({
    on: [{ state: 'scheduled' }, { state: 'open' }],
    who: { kind: 'group', id: 'stock' },
  });
});

test('O8 orders whose parts wait for each other crosswise name who can act, in the order that is looked at as well', () => {
  const first = waits(a, install, 'b', `T${survey}`).done(ship).done(survey);
  const second = waits(b, survey, 'a', `D2`).done(ship);
  // D2 holds the installation too: each waits for the other, which no command allows. Nobody is found, and the look ends.
  expect(why(first, [second], `T${install}`)).toMatchObject({ cause: 'otherOrder', on: [{ state: 'draft' }] });

  const crossed = waits(a, install, 'b', `T${ship}`).done(ship);
  const back = waits(b, ship, 'a', `T${survey}`);
  expect(why(crossed.done(survey), [back], `T${install}`)).toMatchObject({ who: { kind: 'nobody' } });
  expect(why(crossed.started(survey), [back], 'order')).toMatchObject({ who: { kind: 'person', id: 'agent' } });
  expect(why(back, [crossed.started(survey)])).toMatchObject({
    on: [{ key: `order:a/T${survey}`, state: 'inProgress' }],
    who: { kind: 'person', id: 'agent' },
  });
});

test('O8 of an order that is not there nothing is known, and whoever may let the task go on without it can act', () => {
  const waiting = waits(a, ship, 'b', `T${ship}`);
  const view = viewAcross(waiting, [], minute(10));
  expect(whyWaiting(view, `T${ship}`)).toMatchObject({
    on: [{ state: null }],
    who: { kind: 'permission', permission: 'task.assign' },
  });
  const place = { parent: null, depth: 0, childrenShown: true };
  expect(describeNode(view, `T${ship}`, place).outside).toMatchObject([{ orderId: 'b', state: null, who: null }]);
});

const floors = (from: Story, others: readonly Story[], now = 10): readonly string[] => {
  const view = viewAcross(from, others, minute(now));
  const keys = ['order', 'S1', 'L1', 'D1', 'D2', 'D3', 'T1', 'T2', 'T3', 'T4'] as const;
  return keys.filter(key => datesOf(view, key).atEarliest);
};

test('O4 O6 of orders that wait for each other crosswise the end is told as the earliest, on the task and on all that comes after it', () => {
  const first = waits(a, install, 'b', `T${survey}`);
  const second = waits(b, survey, 'a', `T${ship}`);
  // The survey there waits for this order, which is being worked out: its end there is the earliest that it can be.
  const behind = ['order', 'S1', 'L1', 'D1', 'D2', `T${check}`, `T${install}`];
  expect(floors(first, [second])).toEqual(behind);
  expect(why(first.done(ship).done(survey), [second], `T${install}`)).toMatchObject({
    cause: 'otherOrder',
    until: expect.any(String),
    atEarliest: true,
  });
  // Seen from there, shipping here waits for nothing.
  expect(floors(second, [first])).toEqual([]);
  // Of an order that is not there nothing is known, and at a moment of the past of none.
  expect(floors(first, [])).toEqual(behind);
  expect(datesOf(viewPlan(first.order, conditionsAt(minute(10))), `T${check}`).atEarliest).toBe(true);
  expect(floors(first, [second.done(ship)])).toEqual(behind);
  const met = first.and({ type: 'meetOutside', task: install, order: 'b', node: `T${survey}` }, { by: fulfiller });
  expect(floors(met, [second])).toEqual([]);
});

test('O4 O6 an order that is further away than a look goes leaves the end open', () => {
  const far = Array.from({ length: 24 }, (_, at): Story => {
    const story = new Story({ ...approved.order, id: `far-${at}` }, approved.log, approved.catalog, approved.commands);
    const on = { task: ship, order: `far-${at + 1}`, orderNumber: 'ORD1', node: `T${ship}`, title: 'Ship' } as const;
    return at === 23 ? story : story.and({ type: 'waitForOther', on }, { by: fulfiller });
  });
  const [nearest, ...others] = far;
  if (nearest === undefined) throw new Error('There is one');
  expect(floors(nearest, others)).toContain('order');
  expect(floors(far[10] as Story, far)).toEqual([]);
});

/** Two orders of two lines each, with waits between them that close no circle. */
const crossing = fc
  .array(
    fc.record({ isFirst: fc.boolean(), task: fc.integer({ min: 1, max: 8 }), on: fc.integer({ min: 1, max: 8 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map(asked => {
    const two = given(captured([line('a', 'internet'), line('b', 'internet')])).approved();
    let [first, second] = [named('a', two), named('b', two).started(ship, { at: minute(70) })];
    for (const { isFirst, task, on } of asked) {
      const [one, other] = isFirst ? [first, second] : [second, first];
      const { id, number } = other.order;
      const wait = { task, order: id, orderNumber: number, node: `T${on}`, title: 'Part' } as const;
      const { after } = one.when({ type: 'waitForOther', on: wait }, { by: fulfiller, around: besides(one, other) });
      if (isFirst) first = after;
      else second = after;
    }
    return [first, second] as const;
  });

/** Both plans worked out again and again, each with what the other came to before, until nothing moves. */
function settled(orders: readonly Story[], now: string): readonly PlanView[] {
  let views: readonly PlanView[] = [];
  const endOf: Elsewhere['endOf'] = (id, node) => {
    const view = views.find(({ order }) => order.id === id);
    const end = view && datesOf(view, node).estimatedEnd;
    return { at: end ? Date.parse(end) : 0, atEarliest: false };
  };
  const elsewhere: Elsewhere = { endOf, standingOf: () => undefined };
  for (let round = 0; round < 20; round += 1) {
    views = orders.map(({ order }) => viewPlan(order, conditionsAt(now, { elsewhere })));
  }
  return views;
}

test('O4 O6 an end that is told for certain is the one that both orders together come to, and no earliest is too late', () => {
  fc.assert(
    fc.property(crossing, orders => {
      const now = minute(100);
      for (const [index, { order }] of orders.entries()) {
        const view = viewAcross(orders[index] as Story, orders, now);
        const together = settled(orders, now)[index] as PlanView;
        for (const task of listRows(planOf(order).tasks)) {
          const { estimatedEnd, atEarliest } = datesOf(view, task.id);
          const end = datesOf(together, task.id).estimatedEnd ?? '';
          expect([task.id, atEarliest ? (estimatedEnd ?? '') <= end : estimatedEnd]).toEqual([
            task.id,
            atEarliest ? true : end,
          ]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
