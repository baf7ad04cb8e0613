import { expect, test } from 'vitest';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { viewPlan } from '../plan/planView.ts';
import { defaultPolicy } from '../policy/policy.ts';
import { nothingAround } from './lookups.ts';
import { planTree } from '../plan/planTree.ts';
import { previewApproval } from './preview.ts';
import { captured, line } from './testing/captures.ts';
import { internet } from './testing/catalogs.ts';
import { groups } from './testing/people.ts';
import { given, minute } from './testing/story.ts';

const catalog = indexCatalog(internet);

test('D9 the dry run of an order is the plan that approval at that moment makes', () => {
  const story = given(captured([line('a', 'internet'), line('b', 'voice')]));
  const at = minute(story.commands);
  const preview = previewApproval(story.order, catalog, at);
  const approved = story.approved({ at }).order;
  expect(preview.ok && preview.value.plan?.trace).toEqual(approved.plan?.trace);
  const treeOf = (order: typeof approved) => planTree(viewPlan(order), 'order', null, 100).nodes;
  expect(preview.ok && treeOf(preview.value)).toEqual(treeOf(approved));
});

test('X2 T3 the dry run hands out the work that approval would hand out, and to the same people', () => {
  const story = given(captured([line('a', 'internet'), line('b', 'voice')]));
  const at = minute(story.commands);
  const member = { openTasks: 0, skills: [], sites: [] };
  const crew = [
    { ...member, person: 'agent' },
    { ...member, person: 'otherAgent' },
  ];
  const teams = Object.fromEntries(groups.map(id => [id, { assignment: 'leastLoaded' } as const]));
  const around = { ...nothingAround, policy: { ...defaultPolicy, teams }, crewOf: () => crew };
  const preview = previewApproval(story.order, catalog, at, around);
  const approved = story.approved({ at, around }).order;
  const nodesOf = (order: typeof approved) => planTree(viewPlan(order), 'order', null, 100).nodes;
  expect(nodesOf(approved).map(({ assignee }) => assignee)).toContain('agent');
  expect(preview.ok && nodesOf(preview.value)).toEqual(nodesOf(approved));
});

test('X2 the dry run leaves no trace in the order', () => {
  const { order } = given(captured([line('a', 'internet')]));
  const before = structuredClone(order);
  previewApproval(order, catalog, minute(5));
  expect(order).toEqual(before);
});

test('X2 the dry run names created and skipped targets alike', () => {
  const { order } = given(captured([line('a', 'internet'), line('b', 'internet', { action: 'noChange' })]));
  const preview = previewApproval(order, catalog, minute(5));
  const verdicts = preview.ok ? preview.value.plan?.trace.entries.map(entry => entry.verdict) : [];
  expect(new Set(verdicts)).toEqual(new Set(['created', 'skipped']));
});

test('D9 what approval would refuse, the dry run refuses with the same reason', () => {
  const { order } = given(captured([line('a', 'nobody knows this')]));
  expect(previewApproval(order, catalog, minute(5))).toMatchObject({ ok: false, error: { code: 'CheckFailed' } });
});
