import { expect, test } from 'vitest';
import { planOf } from '../order/change.ts';
import type { DomainOrder, Order, OrderTask } from '../order/order.ts';
import { captured, line } from '../order/testing/captures.ts';
import { internet, tasks } from '../order/testing/catalogs.ts';
import { given, minute } from '../order/testing/story.ts';
import { getRow, replaceRow } from '../table.ts';
import type { Revision } from '../vocabulary/revision.ts';
import type { Elsewhere } from './elsewhere.ts';
import { describeNode, type PlanNode } from './planNode.ts';
import { viewPlan } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import { conditionsAt } from './testing/conditions.ts';

const withNoReturn = {
  ...internet,
  planTemplates: internet.planTemplates.map(template => ({
    ...template,
    tasks: template.tasks.map(task => (task.key === 'survey' ? { ...task, pointOfNoReturn: true } : task)),
  })),
};
const story = given(captured([line('a', 'internet'), line('b', 'voice')]), withNoReturn).approved();

const node = (order: Order, key: PlanKey): PlanNode =>
  describeNode(viewPlan(order, conditionsAt(minute(1))), key, { parent: null, depth: 0, childrenShown: true });

function changed(order: Order, task: Partial<OrderTask>, domainOrder: Partial<DomainOrder> = {}): Order {
  const plan = planOf(order);
  return {
    ...order,
    plan: {
      ...plan,
      tasks: replaceRow(plan.tasks, tasks.survey, { ...getRow(plan.tasks, tasks.survey), ...task }),
      domainOrders: replaceRow(plan.domainOrders, 2, { ...getRow(plan.domainOrders, 2), ...domainOrder }),
    },
  };
}

test('O2 progress counts the planned minutes of what is done, and leaves out what was canceled', () => {
  const shipped = story.done(tasks.ship);
  expect(node(shipped.order, 'L1').progress).toEqual({ done: 60, total: 240 });
  expect(node(shipped.order, `T${tasks.ship}`).progress).toEqual({ done: 60, total: 60 });
  const dropped = changed(shipped.order, { state: 'canceled', actualEnd: minute(5) });
  expect(node(dropped, 'L1').progress).toEqual({ done: 60, total: 180 });
  expect(node(dropped, `T${tasks.survey}`)).toMatchObject({ plannedStart: minute(61), slackMinutes: null });
});

test('O11 a point of no return lies ahead of every part above it, and covers what is below it once passed', () => {
  const all = (order: Order) =>
    (['order', 'L1', 'D1', 'D2', 'D3', 'T1', 'T2', 'T3', 'T4', 'L2'] as const).map(key => [
      key,
      node(order, key).pointOfNoReturn,
    ]);
  const at = (order: Order, state: string) =>
    all(order)
      .filter(([, found]) => found === state)
      .map(([key]) => key);
  expect(at(story.order, 'ahead')).toEqual(['order', 'L1', 'D1', 'D2', 'T2']);
  expect(at(story.order, 'passed')).toEqual([]);
  const past = changed(
    story.order,
    { state: 'closedComplete', actualEnd: minute(90) },
    { pointOfNoReturn: { task: tasks.survey, at: minute(90) } },
  );
  expect(at(past, 'passed')).toEqual(['D2', 'T2', 'T3']);
  expect(at(past, 'ahead')).toEqual([]);
});

test('O11 a line has passed it when everything in it has', () => {
  const plan = planOf(story.order);
  const passed = { ...getRow(plan.domainOrders, 1), pointOfNoReturn: { task: 1, at: minute(9) } };
  const order = { ...story.order, plan: { ...plan, domainOrders: replaceRow(plan.domainOrders, 1, passed) } };
  expect((['L1', 'D3', 'T4', 'L2', 'order'] as const).map(key => node(order, key).pointOfNoReturn)).toEqual([
    'passed',
    'passed',
    'passed',
    'none',
    'ahead',
  ]);
});

test('O10 parts say what the pending change would do to them, and nothing of changes that are decided', () => {
  const revision: Revision = {
    number: 1,
    operation: 'update',
    state: 'requested',
    changes: [{ kind: 'cancelLine', line: 2 }],
    reason: 'No more phones',
    requestedBy: 'manager',
    requestedAt: minute(5),
    compensation: {
      rows: [
        { action: 'redo', task: 4, title: 'Ship', line: 1, reason: 'reacts', causes: ['tier'] },
        { action: 'add', title: 'More', line: 1, reason: 'branchAdded', causes: [] },
      ],
      added: { domainOrders: 0, tasks: 1 },
      canceledDomainOrders: [4],
      pastNoReturn: [],
      needsAttention: [],
      plannedEnd: { was: minute(1), now: minute(2) },
    },
    touches: { lines: [], domainOrders: [], tasks: [] },
    restore: 'inProgress',
  };
  const asked = { ...story.order, revisions: [revision] };
  expect((['T4', 'L2', 'D4', 'T1', 'order'] as const).map(key => node(asked, key).compensation)).toEqual([
    'redo',
    'cancel',
    'cancel',
    null,
    null,
  ]);
  const decided = { ...story.order, revisions: [{ ...revision, state: 'approved' as const }] };
  expect(node(decided, 'T4').compensation).toBeNull();
});

test('O6 a task names the parts of other orders that it waits for, and how they stand there', () => {
  const waiting = changed(story.order, {
    outside: [{ order: 'order-9', orderNumber: 'ORD0000009', node: 'T3', title: 'Dig' }],
  });
  const elsewhere: Elsewhere = {
    endOf: () => undefined,
    standingOf: () => ({ state: 'open', who: { kind: 'group', id: 'field' } }),
  };
  const view = viewPlan(waiting, conditionsAt(minute(1), { elsewhere }));
  expect(describeNode(view, `T${tasks.survey}`, { parent: null, depth: 0, childrenShown: true }).outside).toEqual([
    {
      orderId: 'order-9',
      orderNumber: 'ORD0000009',
      node: 'T3',
      title: 'Dig',
      state: 'open',
      who: { kind: 'group', id: 'field' },
    },
  ]);
});

test('T6 every part has the priority that is worked by; a location has none', () => {
  const score = { score: 90, priority: 'critical', parts: [] } as const;
  const order = { ...story.order, lines: replaceRow(story.order.lines, 1, { ...story.line(1), priority: score }) };
  expect((['order', 'S1', 'L1', 'D2', 'L2', 'T4'] as const).map(key => node(order, key).priority)).toEqual([
    'moderate',
    null,
    'critical',
    'critical',
    'moderate',
    'moderate',
  ]);
});

test('T7 the baseline is the plan that first had a part, whatever was planned since', () => {
  const replanned = changed(story.order, {
    baselineStart: minute(61),
    baselineEnd: minute(121),
    plannedStart: minute(500),
    plannedEnd: minute(560),
  });
  expect(node(replanned, `T${tasks.survey}`)).toMatchObject({ baselineEnd: minute(121), plannedEnd: minute(560) });
  expect(node(replanned, 'L1')).toMatchObject({ baselineEnd: minute(241), plannedEnd: minute(560) });
});
