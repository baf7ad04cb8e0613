import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogOf, cfs, task, template } from '../catalog/testing/catalogRows.ts';
import { captured, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { fulfiller, manager } from '../order/testing/people.ts';
import { commandOf, wishes, type Wish } from '../order/testing/randomCommands.ts';
import { orders } from '../order/testing/randomOrders.ts';
import { given, minute, type Story } from '../order/testing/story.ts';
import { evolve } from '../order/evolve.ts';
import type { Order } from '../order/order.ts';
import { emptyTable, replaceRow, rowsOf } from '../table.ts';
import { hasPartEnded } from '../order/waits.ts';
import { hasOrderEnded } from '../vocabulary/states.ts';
import { viewPlan } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import { viewAcross } from './testing/across.ts';
import { hasEnded, whyWaiting, type Waiting } from './whyWaiting.ts';

const { ship, survey } = tasks;
const order = captured([line('1', 'internet')]);
const why = (story: Story, key: PlanKey) => whyWaiting(viewPlan(story.order), key);
const trench = { order: 'order-2', orderNumber: 'ORD0000422', node: 'T7', title: 'Dig the trench' } as const;

const curing = given(
  captured([line('1', 'site')]),
  catalogOf({
    specifications: [cfs('site')],
    planTemplates: [
      template('pair', [
        task('pour'),
        task('build', { after: [{ kind: 'task', task: 'pour', lagMinutes: 60 }] }),
        task('paint', { after: [{ kind: 'task', task: 'build' }] }),
      ]),
    ],
    policies: [{ id: 'p', planTemplate: 'pair' }],
  }),
)
  .approved()
  .started(1)
  .done(1, [], { at: minute(3) });

test('O8 a task whose lag runs waits for its end, and nobody can hurry it', () => {
  const lag = {
    cause: 'lag',
    until: minute(63),
    on: [{ key: 'T1', title: 'Do pour', state: 'closedComplete' }],
    who: { kind: 'nobody' },
  };
  expect(why(curing, 'T2')).toMatchObject(lag);
  for (const key of ['D1', 'L1', 'S1', 'order'] as const) expect(why(curing, key)).toMatchObject(lag);
  expect(why(curing, 'T3')).toMatchObject({ cause: 'predecessors', on: [{ key: 'T2', state: 'scheduled' }] });
});

test('O8 a task that waits for an order of which nothing is known names the part, and who may let it go on without', () => {
  const waiting = given(order)
    .approved()
    .and({ type: 'waitForOther', on: { task: ship, ...trench } }, { by: fulfiller });
  const other = {
    cause: 'otherOrder',
    on: [{ key: 'order:order-2/T7', title: 'ORD0000422 Dig the trench', state: null }],
    who: { kind: 'permission', permission: 'task.assign' },
  };
  for (const key of [`T${ship}`, 'D3', 'order'] as const) expect(why(waiting, key)).toMatchObject(other);
  expect(why(waiting, `T${survey}`)).toMatchObject({ cause: 'predecessors', on: [{ key: 'D3' }], who: other.who });
});

test('O8 an order approved for later waits for its date, and so does everything in it', () => {
  const startAt = '2026-11-30T06:00:00.000Z';
  const planned = given(order).and({ type: 'approve', startAt });
  for (const key of ['order', 'L1', 'D1', `T${ship}`] as const) {
    expect(why(planned, key)).toMatchObject({
      cause: 'startDate',
      until: startAt,
      who: { kind: 'permission', permission: 'order.approve' },
    });
  }
});

test('O8 an order that needs two approvals says that the first is given', () => {
  const story = given(order);
  const endorsed = { ...story.order, endorsements: [{ by: manager.id, at: minute(1) }] };
  expect(whyWaiting(viewPlan(endorsed), 'order')).toMatchObject({ cause: 'secondApproval' });
});

test('O8 a paused task waits for the person who paused it, with the reason they gave', () => {
  const story = given(order).approved();
  const view = viewPlan(story.order);
  const held = {
    ...story.task(ship),
    state: 'onHold' as const,
    hold: { fallouts: [], person: { by: 'agent', at: minute(2), reason: 'No van today' }, restore: 'open' as const },
  };
  const paused = { ...story.order, plan: withTask(story, held) };
  expect(whyWaiting({ ...view, order: paused }, `T${ship}`)).toMatchObject({
    cause: 'pause',
    text: 'No van today',
    who: { kind: 'person', id: 'agent' },
  });
});

test('O8 what a pending change holds waits for the decision on it', () => {
  const story = given(order).approved();
  const held = {
    ...story.task(ship),
    state: 'onHold' as const,
    hold: { fallouts: [], revision: 1, restore: 'open' as const },
  };
  const revised = {
    ...story.order,
    plan: withTask(story, held),
    revisions: [{ reason: 'The customer moved' }] as never,
  };
  const pending = { cause: 'revision', text: 'The customer moved', who: { permission: 'order.approve' } };
  expect(whyWaiting(viewPlan(revised), `T${ship}`)).toMatchObject(pending);
  expect(whyWaiting(viewPlan(revised), 'D3')).toMatchObject(pending);
});

test('O8 before the start date of its order a part waits for that date, while a change to another line waits for its decision', () => {
  const startAt = minute(60 * 24);
  const changed = given(captured([line('1', 'internet'), line('2', 'internet')]))
    .and({ type: 'approve', startAt }, { by: manager })
    .and(
      {
        type: 'requestRevision',
        operation: 'update',
        changes: [{ kind: 'characteristic', line: 2, name: 'colour', value: 'red' }],
        reason: 'The customer moved',
      },
      { by: manager },
    );
  expect(changed.order.state).toBe('revisionInProgress');
  const date = { cause: 'startDate', until: startAt, who: { permission: 'order.approve' } };
  for (const key of ['L1', 'D1', `T${ship}`, `T${survey}`] as const) expect(why(changed, key)).toMatchObject(date);
  expect(why(changed, 'L2')).toMatchObject({ cause: 'revision', text: 'The customer moved' });
});

function withTask(story: Story, changed: ReturnType<Story['task']>) {
  const { plan } = story.order;
  if (plan === undefined) throw new Error('The story has no plan yet');
  return { ...plan, tasks: replaceRow(plan.tasks, changed.number, changed) };
}

const keysOf = ({ order: { lines, plan }, order: now }: Pick<Story, 'order'>): readonly PlanKey[] => [
  'order',
  ...viewPlan(now).sites.map(({ key }) => key),
  ...[...rowsOf(lines)].map(({ id }) => id),
  ...[...rowsOf(plan?.domainOrders ?? emptyTable)].map(({ id }) => id),
  ...[...rowsOf(plan?.tasks ?? emptyTable)].map(({ id }) => id),
];

const tasksIn = ({ order: { plan } }: Pick<Story, 'order'>) => [...rowsOf(plan?.tasks ?? emptyTable)];
const hasLag = (story: Pick<Story, 'order'>): boolean => tasksIn(story).some(({ state }) => state === 'scheduled');
/** By the name of a task or a domain order, or by the key of one in another order. */
const partThere = (other: Pick<Story, 'order'>, key: string) =>
  [...tasksIn(other), ...rowsOf(other.order.plan?.domainOrders ?? emptyTable)].find(
    ({ id }) => id === key || key.endsWith(`/${id}`),
  );

/** What must be true of a wait for another order: the state that the part has there, and somebody there who can act. */
function faultElsewhere(other: Pick<Story, 'order'>, key: PlanKey, { on, who }: Waiting): string {
  const states = on.map(part => partThere(other, part.key)?.state);
  const wrong = on.find(({ state }, index) => state === null || state !== states[index]);
  if (wrong !== undefined) return `${key}: ${wrong.key} is not ${wrong.state}`;
  if (who.kind === 'permission' && who.permission === 'task.assign') return `${key}: nobody there can act`;
  // What has ended there lets go by itself.
  const isOver = states.every(state => state === 'closedComplete' || state === 'canceled');
  return who.kind !== 'nobody' || isOver || hasLag(other) ? '' : `${key}: nobody can act on ${on[0]?.key}`;
}

/** What must be true for the cause to be the one; empty when it is. */
function faultOf(story: Story, other: Pick<Story, 'order'>, key: PlanKey, waiting: Waiting): string {
  const { cause, on, until, who } = waiting;
  if (cause === 'otherOrder') return on.length === 0 ? `${key}: no ${cause}` : faultElsewhere(other, key, waiting);
  const moments = ['lag', 'startDate'].includes(cause);
  if (moments !== (until !== null)) return `${key} waits for ${cause} until ${until}`;
  if (['predecessors', 'children'].includes(cause) && on.length === 0) return `${key}: no ${cause}`;
  if (who.kind !== 'nobody' || cause === 'lag') return '';
  // Only time clears a lag, and what waits behind one.
  const awaited = tasksIn(story).flatMap(({ outside = [] }) => outside.map(({ node }) => partThere(other, node)));
  const isAwaitedOver = awaited.some(part => part !== undefined && hasPartEnded(part));
  const isBehindLag = hasLag(story) || (awaited.length > 0 && hasLag(other));
  return isBehindLag || isAwaitedOver ? '' : `${key}: nobody can clear ${cause}`;
}

/** Somebody has the first tasks wait for another order, as far as that may be. */
function waitingForOther(story: Story, node: number): Story {
  const on = { order: 'order-2', orderNumber: 'ORD0000002', node: `T${node}`, title: 'Dig the trench' } as const;
  return [1, 2, 3].reduce(
    (so, number) => so.when({ type: 'waitForOther', on: { ...on, task: number } }, { by: fulfiller }).after,
    story,
  );
}

/** The order that is waited for: tasks T1 to T4, and what a few wishes have made of them. */
function theOther(asked: readonly Wish[]): Pick<Story, 'order'> {
  let story = given(order).approved();
  for (const wish of asked.slice(0, 14)) {
    if (wish.kind === 'waitForOther') continue;
    const { command, ...step } = commandOf(story.order, wish);
    story = story.when(command, step).after;
  }
  return { order: { ...story.order, id: 'order-2', number: 'ORD0000002' } };
}

test('X12 every part of any order that has not ended has exactly one cause and somebody, or a moment, that clears it, in another order too', () => {
  fc.assert(
    fc.property(orders, wishes, wishes, fc.integer({ min: 1, max: 4 }), (from, asked, askedThere, node) => {
      let story = given(from.order, from.catalog);
      for (const wish of asked) {
        const { command, ...step } = commandOf(story.order, wish);
        story = story.when(command, step).after;
        fc.pre((story.order.plan?.domainOrders.size ?? 0) <= 60);
      }
      story = waitingForOther(story, node);
      const other = theOther(askedThere);
      const view = viewAcross(story, [other], minute(500));
      const faults = keysOf(story).flatMap(key => {
        const waiting = whyWaiting(view, key);
        const ended = hasOrderEnded(story.order.state) || hasEnded(view, key);
        if (ended) return waiting === null ? [] : [`${key} has ended and waits for ${waiting.cause}`];
        const fault = waiting === null ? `${key} waits for nothing` : faultOf(story, other, key, waiting);
        return fault === '' ? [] : [fault];
      });
      expect(faults).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const naming: ReadonlySet<Waiting['cause']> = new Set(['predecessors', 'children', 'otherOrder', 'fallout']);

test('X6 X12 at every moment of a history, in the middle of an action too, what waits says for what', () => {
  fc.assert(
    fc.property(orders, wishes, (from, asked) => {
      let story = given(from.order, from.catalog);
      for (const wish of asked) {
        const { command, ...step } = commandOf(story.order, wish);
        story = story.when(command, step).after;
        fc.pre((story.order.plan?.domainOrders.size ?? 0) <= 30);
      }
      let then: Order | null = null;
      for (const event of story.log) {
        then = evolve(then, event);
        const view = viewPlan(then);
        const faults = keysOf({ order: then }).flatMap(key => {
          const waiting = whyWaiting(view, key);
          if (waiting === null) return [];
          const { cause, on, until } = waiting;
          const isEmpty = naming.has(cause) ? on.length === 0 : cause === 'startDate' && until === null;
          return isEmpty ? [`${event.version} ${event.type}: ${key} has ${cause} without saying which`] : [];
        });
        expect(faults).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
