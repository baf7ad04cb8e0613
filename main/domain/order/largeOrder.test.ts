import { expect, test } from 'vitest';
import type { Catalog, PlanTemplate } from '../catalog/catalog.ts';
import { catalogOf, cfs, mapping, relationship, rfs, task, template } from '../catalog/testing/catalogRows.ts';
import { emptyTable, rowsOf } from '../table.ts';
import type { OrderCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { Order } from './order.ts';
import { after as afterLines, captured, line } from './testing/captures.ts';
import { countingReads, madeAnew } from './testing/countReads.ts';
import { agent, fulfiller } from './testing/people.ts';
import { contextOf, given, minute, raise, resolve, type Story } from './testing/story.ts';

/** Milliseconds: much is done here, on machines that may be busy. */
const slow = { timeout: 60_000 };
const first = template('first', [
  task('do', { group: 'field' }),
  task('then', { after: [{ kind: 'task', task: 'do' }] }),
]);
const many = (count: number): PlanTemplate['tasks'] => Array.from({ length: count }, (_, at) => task(`t${at}`));

/** One line, one domain order, all the tasks in it. */
function flat(count: number): Story {
  const catalog = catalogOf({
    specifications: [cfs('root')],
    planTemplates: [template('all', [...first.tasks, ...many(count)])],
    policies: [{ id: 'p', planTemplate: 'all' }],
  });
  return given(captured([line('1', 'root')]), catalog).approved();
}

/** One line with a domain order for every two tasks; the first of them feeds a value to the root. */
function wide(count: number): Story {
  const catalog: Catalog = catalogOf({
    specifications: [cfs('root'), rfs('first'), rfs('part')],
    relationships: [
      relationship('realizedAs', 'root', 'first', { order: 1 }),
      relationship('realizedAs', 'root', 'part', { order: 2, defaultQuantity: Math.ceil(count / 2) }),
    ],
    mappings: [mapping(['part', 'serial'], ['root', 'serial'])],
    planTemplates: [first, template('part', many(2))],
    policies: [
      { id: 'p1', specification: 'first', planTemplate: 'first' },
      { id: 'p2', specification: 'part', planTemplate: 'part' },
    ],
  });
  return given(captured([line('1', 'root')]), catalog).approved();
}

/** A line for every two tasks, the second of which waits for the first. */
function long(count: number): Story {
  const catalog = catalogOf({
    specifications: [cfs('root')],
    planTemplates: [first],
    policies: [{ id: 'p', planTemplate: 'first' }],
  });
  const lines = Array.from({ length: Math.ceil(count / 2) }, (_, at) =>
    line(String(at), 'root', at === 1 ? afterLines('0') : {}),
  );
  return given(captured(lines), catalog).approved();
}

/** Every tenth task has had a fallout; the first two have not. */
function troubled(count: number): Story {
  let story = flat(count);
  for (let number = 3; number <= count; number += 10)
    story = story.held(number).and(resolve(story.order.fallouts.size + 1, 'retry'));
  return story;
}

const values = [{ name: 'serial', value: 'SN-1' }];
type Asked = readonly [string, (story: Story) => Story, OrderCommand];
const trench = { order: 'order-2', orderNumber: 'ORD0000002', node: 'T1', title: 'Dig' } as const;
const waitForTrench: OrderCommand = { type: 'waitForOther', on: { task: 1, ...trench } };
const asked: readonly Asked[] = [
  ['waitForOther', story => story, waitForTrench],
  [
    'meetOutside',
    story => story.and(waitForTrench, { by: fulfiller }),
    { type: 'meetOutside', task: 1, order: trench.order, node: trench.node },
  ],
  ['claimTask', story => story, { type: 'claimTask', task: 1 }],
  ['assignTask', story => story, { type: 'assignTask', task: 1, assignee: 'agent' }],
  ['startTask', story => story, { type: 'startTask', task: 1 }],
  ['recordValues', story => story, { type: 'recordValues', task: 1, values }],
  ['completeTask', story => story.started(1), { type: 'completeTask', task: 1, values }],
  ['raiseFallout', story => story, raise(1)],
  ['addNote', story => story, { type: 'addNote', subject: 'T1', kind: 'work', text: 'x' }],
];
const onFallout: readonly Asked[] = [
  ['triageFallout', story => story, { type: 'triageFallout', fallout: 1, owner: 'agent' }],
  ['reassignFallout', story => story, { type: 'reassignFallout', fallout: 1, owner: 'agent', group: null }],
  ['resolveFallout by retry', story => story, resolve(1, 'retry')],
  ['resolveFallout by skip', story => story, resolve(1, 'skip')],
  ['startTask that waits', story => story, { type: 'startTask', task: 2 }],
];

/** What deciding reads, and what folding makes anew. */
function workOf(story: Story, command: OrderCommand): { readonly reads: number; readonly made: number } {
  const counter = { reads: 0 };
  const by = ['claimTask', 'startTask', 'recordValues', 'completeTask', 'raiseFallout'].includes(command.type)
    ? agent
    : fulfiller;
  const order: Order = countingReads(story.order, counter);
  decide(order, command, contextOf(by, minute(5), story.catalog));
  return { reads: counter.reads, made: madeAnew(story.order, story.when(command, { by }).after.order) };
}

test.each([
  ['one domain order', flat],
  ['many domain orders', wide],
  ['many lines', long],
  ['many fallouts', troubled],
] as const)('a command on an order of 10,000 tasks in %s costs what it costs on one of 100', slow, (_name, grow) => {
  const orders = [grow(100), grow(10_000)] as const;
  expect(orders[1].order.plan?.tasks.size).toBeGreaterThanOrEqual(10_000);
  const held = grow === troubled ? orders : ([orders[0].held(1), orders[1].held(1)] as const);
  for (const [commands, [small, large]] of [[asked, orders] as const, [onFallout, held] as const]) {
    for (const [name, before, command] of commands) {
      const few = workOf(before(small), command);
      const lots = workOf(before(large), command);
      // A table of 10,000 rows is one level deeper than one of 100, and a level is a list of up to 32.
      expect({ name, reads: lots.reads < 2 * few.reads + 32, made: lots.made <= few.made + 4 }).toEqual({
        name,
        reads: true,
        made: true,
      });
    }
  }
});

test('a change of one task shares every other part with the order from before', slow, () => {
  const story = flat(10_000);
  const { after } = story.when({ type: 'claimTask', task: 5000 });
  const shared = [...rowsOf(story.order.plan?.tasks ?? emptyTable)].filter(
    ({ number }) => story.task(number) === after.task(number),
  );
  expect(shared).toHaveLength((story.order.plan?.tasks.size ?? 0) - 1);
  expect(after.order.lines).toBe(story.order.lines);
  expect(after.order.plan?.domainOrders).toBe(story.order.plan?.domainOrders);
  expect(after.order.plan?.trace).toBe(story.order.plan?.trace);
});
