import { expect, test } from 'vitest';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { defaultPolicy, type Policy } from '../policy/policy.ts';
import { nothingAround } from './lookups.ts';
import { previewApproval } from './preview.ts';
import { captured, line } from './testing/captures.ts';
import { internet, tasks } from './testing/catalogs.ts';
import { approving, asking } from './testing/revisions.ts';
import { eventsOf, given, minute, typesOf } from './testing/story.ts';

const policy: Policy = {
  ...defaultPolicy,
  priority: {
    customer: { weight: 10, ranks: { 'acc-1': 100 } },
    specification: { weight: 25, ranks: { internet: 80, voice: 20 } },
    orderType: { weight: 35, ranks: { add: 80 } },
    urgency: { weight: 30, ranks: { moderate: 60 } },
  },
};
const around = { policy };
const order = captured([line('1', 'voice'), line('2', 'internet')]);
const voice = 4 + 1;

test('T6 at approval the priority of every line is computed, and the order and its tasks have it', () => {
  const { events, after } = given(order).when({ type: 'approve' }, { around });
  expect(typesOf(events).slice(0, 4)).toEqual([
    'OrderApproved',
    'InventoryPlanned',
    'PriorityComputed',
    'OrderDecomposed',
  ]);
  expect(after.order).toMatchObject({ priority: 'high', priorityScore: { score: 76, priority: 'high' } });
  expect([1, 2].map(number => after.line(number).priority?.score)).toEqual([61, 76]);
});

test('T6 tasks inherit the priority of their line, and not that of the order', () => {
  const low = { ...policy, priority: { ...policy.priority, orderType: { weight: 0, ranks: {} } } };
  const story = given(captured([line('1', 'internet'), line('2', 'voice')])).approved({ around: { policy: low } });
  expect(story.order.priority).toBe('high');
  expect(story.line(2).priority).toMatchObject({ score: 50.77, priority: 'moderate' });
  expect([tasks.ship, tasks.check, voice].map(number => story.task(number).priority)).toEqual([
    'high',
    'high',
    'moderate',
  ]);
});

test('T6 a line that was matched by hand is ranked by what it was matched to', () => {
  const story = given(captured([line('1', 'broadband')]))
    .and({ type: 'matchLine', line: 1, specification: 'internet' })
    .approved({ around });
  expect(story.order.priorityScore?.parts).toContainEqual({
    table: 'specification',
    key: 'internet',
    rank: 80,
    weight: 25,
  });
});

test('T6 without a table that has a weight the captured priority stands, and nothing is computed', () => {
  const story = given(captured([line('1', 'internet')], { priority: 'planning' }));
  const { events, after } = story.when({ type: 'approve' });
  expect(eventsOf(events, 'PriorityComputed')).toEqual([]);
  expect(after.order.priority).toBe('planning');
  expect(after.task(tasks.ship).priority).toBe('planning');
});

test('T6 the preview before the decision shows the priority that approval would give', () => {
  const seen = previewApproval(given(order).order, indexCatalog(internet), minute(1), { ...nothingAround, policy });
  expect(seen).toMatchObject({ ok: true, value: { priorityScore: { score: 76 }, priority: 'high' } });
});

test('A8 the preview shows the plan of an order that takes two people', () => {
  const two = { ...policy, approval: { twoPeople: { always: true, priorities: [] } } };
  const seen = previewApproval(given(order).order, indexCatalog(internet), minute(1), {
    ...nothingAround,
    policy: two,
  });
  expect(seen).toMatchObject({ ok: true, value: { state: 'inProgress' } });
});

test('T6 a line that a change adds has its priority computed, and the order follows its highest line', () => {
  const step = { around };
  const approved = given(captured([line('1', 'voice')])).approved(step);
  expect(approved.task(1)).toMatchObject({ priority: 'high' });
  const asked = approved.and(asking([{ kind: 'addLine', line: line('2', 'internet') }]), step);
  const { events, after } = asked.when(approving(), step);
  expect(eventsOf(events, 'PriorityComputed').map(({ data }) => data)).toMatchObject([
    { lines: [{ line: 2, score: { score: 76 } }], order: { score: 76 } },
  ]);
  expect(after.order.priorityScore?.score).toBe(76);
  expect(after.line(2).priority?.score).toBe(76);
});

test('T6 an approved change computes again from the priority the order came with, and what is left to do follows', () => {
  const asked = given(order)
    .approved({ around })
    .and(asking([{ kind: 'cancelLine', line: 2 }]), { around });
  const hurried = {
    policy: { ...policy, priority: { ...policy.priority, urgency: { weight: 1000, ranks: { moderate: 10 } } } },
  };
  const { after } = asked.when(approving(), { around: hurried });
  expect(after.order).toMatchObject({ priority: 'low', capturedPriority: 'moderate' });
  expect(after.task(1).priority).toBe('low');
});

test('T6 a change that alters no score says nothing about priorities', () => {
  const asked = given(order)
    .approved({ around })
    .and(asking([{ kind: 'requestedCompletion', value: '2027-01-04' }]), { around });
  expect(eventsOf(asked.when(approving(), { around }).events, 'PriorityComputed')).toEqual([]);
});
