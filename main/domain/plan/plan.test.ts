import { expect, test } from 'vitest';
import { captured, after, line } from '../order/testing/captures.ts';
import { tasks } from '../order/testing/catalogs.ts';
import { given, type Story } from '../order/testing/story.ts';
import { planGraph, planTree } from './planTree.ts';
import { viewPlan } from './planView.ts';
import type { PlanKey } from './planKey.ts';
import { whyWaiting } from './whyWaiting.ts';

const twoSites = captured([
  line('a', 'internet', { name: 'Internet Oslo', location: { id: 'oslo', name: 'Oslo' } }),
  line('b', 'internet', { name: 'Internet Bergen', location: { id: 'bergen', name: 'Bergen' }, ...after('a') }),
]);

const tree = (story: Story, root: PlanKey = 'order', limit = 200) => planTree(viewPlan(story.order), root, null, limit);
const why = (story: Story, key: PlanKey) => whyWaiting(viewPlan(story.order), key);

test('O1 the plan is one tree: order, location, line, domain order, task, each with its state', () => {
  const { nodes } = tree(given(captured([line('a', 'internet')])).approved());
  expect(nodes.map(({ depth, kind, key, state }) => [depth, kind, key, state])).toEqual([
    [0, 'order', 'order', 'inProgress'],
    [1, 'location', 'S1', 'scheduled'],
    [2, 'line', 'L1', 'scheduled'],
    [3, 'domainOrder', 'D1', 'qualified'],
    [4, 'task', 'T1', 'draft'],
    [4, 'domainOrder', 'D2', 'draft'],
    [5, 'task', 'T2', 'draft'],
    [5, 'task', 'T3', 'draft'],
    [4, 'domainOrder', 'D3', 'qualified'],
    [5, 'task', 'T4', 'open'],
  ]);
});

test('O1 lines of one location stand under it, in the order in which the locations first appear', () => {
  const { nodes } = tree(given(twoSites).approved());
  expect(nodes.filter(({ kind }) => kind === 'location').map(({ title }) => title)).toEqual(['Oslo', 'Bergen']);
});

test('O2 every part above a finished task counts it', () => {
  const { nodes } = tree(given(twoSites).approved().done(tasks.ship));
  const tasksOf = (key: PlanKey) => nodes.find(node => node.key === key)?.tasks;
  expect(tasksOf('D3')).toEqual({ ended: 1, total: 1 });
  expect(tasksOf('L1')).toEqual({ ended: 1, total: 4 });
  expect(tasksOf('S1')).toEqual({ ended: 1, total: 4 });
  expect(tasksOf('L2')).toEqual({ ended: 0, total: 4 });
  expect(tasksOf('order')).toEqual({ ended: 1, total: 8 });
});

test('O3 the graph draws each dependency once, between the parts that it joins', () => {
  const { nodes, edges, folded } = planGraph(viewPlan(given(twoSites).approved().order), 'order');
  expect(folded).toBe(false);
  expect(edges).toContainEqual(expect.objectContaining({ before: 'L1', after: 'L2', onStart: false, lagMinutes: 0 }));
  expect(edges).toContainEqual(expect.objectContaining({ before: 'T2', after: 'T3', onStart: false, lagMinutes: 0 }));
  expect(edges).toContainEqual(expect.objectContaining({ before: 'D3', after: 'D2', onStart: false, lagMinutes: 0 }));
  expect(new Set(edges.map(({ before, after: then }) => `${before} ${then}`)).size).toBe(edges.length);
  const keys = new Set(nodes.map(({ key }) => key));
  expect(edges.every(edge => keys.has(edge.before) && keys.has(edge.after))).toBe(true);
});

test('a part too large to show keeps its place, and says that its children are left out', () => {
  const story = given(captured(Array.from({ length: 40 }, (_, n) => line(`l${n}`, 'internet')))).approved();
  const { nodes, next } = tree(story, 'order', 60);
  expect(nodes.length).toBeLessThanOrEqual(61);
  expect(next).toBeNull();
  expect(nodes.filter(({ childrenShown, childCount }) => !childrenShown && childCount > 0)).toHaveLength(40);
  const [first] = nodes.filter(({ kind }) => kind === 'line');
  expect(tree(story, first?.key ?? 'order').nodes.map(({ kind }) => kind)).toContain('task');
  const { nodes: drawn, folded } = planGraph(viewPlan(story.order), 'order');
  expect(folded).toBe(true);
  expect(drawn.length).toBeLessThanOrEqual(300);
});

test('children of one part that do not fit are continued after the last one had', () => {
  const story = given(captured(Array.from({ length: 30 }, (_, n) => line(`l${n}`, 'internet')))).approved();
  const view = viewPlan(story.order);
  const seen: PlanKey[] = [];
  let from: PlanKey | null = null;
  do {
    const page: ReturnType<typeof planTree> = planTree(view, 'S1', from, 12);
    seen.push(...page.nodes.filter(({ depth }) => depth === 1).map(({ key }) => key));
    from = page.next;
  } while (from !== null);
  expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => `L${n + 1}`));
});

test('O8 an undecided order waits for somebody with the permission to approve', () => {
  expect(why(given(twoSites), 'order')).toEqual({
    cause: 'approval',
    on: [],
    until: null,
    atEarliest: false,
    text: null,
    who: { kind: 'permission', permission: 'order.approve' },
  });
});

test('O8 an open task waits for its team to claim it, then for its assignee to start and to complete it', () => {
  const open = given(twoSites).approved();
  expect(why(open, `T${tasks.ship}`)).toMatchObject({
    cause: 'claim',
    on: [],
    who: { kind: 'group', id: 'stock' },
  });
  const claimed = open.and({ type: 'claimTask', task: tasks.ship });
  expect(why(claimed, `T${tasks.ship}`)).toMatchObject({ cause: 'start', who: { kind: 'person', id: 'agent' } });
  expect(why(claimed.started(tasks.ship), `T${tasks.ship}`)).toMatchObject({ cause: 'completion' });
});

test('O8 a waiting task names what it waits for and who can act on that', () => {
  const story = given(twoSites).approved();
  expect(why(story, `T${tasks.survey}`)).toMatchObject({
    cause: 'predecessors',
    on: [{ key: 'D3', state: 'qualified' }],
    who: { kind: 'group', id: 'stock' },
  });
  expect(why(story, 'L2')).toMatchObject({ cause: 'predecessors', on: [{ key: 'L1', title: 'Internet Oslo' }] });
  expect(why(story, 'T5')).toMatchObject({ cause: 'predecessors', who: { kind: 'group', id: 'stock' } });
});

test('O8 a part whose task is held waits for the fallout and its owner', () => {
  const held = given(twoSites).approved().and({
    type: 'raiseFallout',
    task: tasks.ship,
    falloutType: 'other',
    priority: 'high',
    text: 'None left',
    owner: 'fulfiller',
  });
  expect(why(held, `T${tasks.ship}`)).toMatchObject({
    cause: 'fallout',
    on: [{ key: 'F1', state: 'inProgress' }],
    who: { kind: 'person', id: 'fulfiller' },
  });
  expect(why(held, 'order')).toMatchObject({ cause: 'children', on: [{ key: `T${tasks.ship}` }] });
  expect(tree(held).nodes.find(({ key }) => key === 'L1')?.falloutsOpen).toBe(1);
});

test('O8 what has ended waits for nothing', () => {
  const story = given(twoSites).approved().done(tasks.ship);
  expect(why(story, `T${tasks.ship}`)).toBeNull();
  expect(why(story, 'D3')).toBeNull();
});

test('O8 every unfinished part of a running order has exactly one cause and somebody who can clear it', () => {
  const story = given(twoSites).approved().done(tasks.ship).started(tasks.survey);
  const ended = ['completed', 'closedComplete', 'canceled'];
  const nodes = tree(story).nodes.map(({ key, waiting, state }) => ({ key, waiting, ended: ended.includes(state) }));
  expect(nodes.filter(node => node.ended && node.waiting !== null)).toEqual([]);
  expect(nodes.filter(node => !node.ended && (node.waiting === null || node.waiting.who.kind === 'nobody'))).toEqual(
    [],
  );
});
