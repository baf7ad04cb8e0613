import { expect, test } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { checkCatalog } from '../catalog/checkCatalog.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, cfs, relationship, rfs, task, template } from '../catalog/testing/catalogRows.ts';
import { evolve } from '../order/evolve.ts';
import type { Order } from '../order/order.ts';
import { previewApproval } from '../order/preview.ts';
import { previewRevision } from '../order/revision/revision.ts';
import { captured, line } from '../order/testing/captures.ts';
import { fulfiller } from '../order/testing/people.ts';
import { approving, cancelling } from '../order/testing/revisions.ts';
import { contextOf, given, minute, resolve, type Story } from '../order/testing/story.ts';
import { comparePlans } from './comparePlans.ts';
import { findInPlan } from './findInPlan.ts';
import { planGraph, planTree } from './planTree.ts';
import { viewPlan } from './planView.ts';
import { conditionsAt } from './testing/conditions.ts';
import { whyWaiting } from './whyWaiting.ts';

/** Milliseconds: much is done here, on machines that may be busy. */
const slow = { timeout: 120_000 };
const deep = 10_000;

/** One specification under the other; each task but the topmost waits for the domain order below its own. */
function chain(depth: number): Catalog {
  const ids = Array.from({ length: depth }, (_, at) => `s${at}`);
  return catalogOf({
    specifications: ids.map((id, at) => (at === 0 ? cfs(id) : rfs(id))),
    relationships: ids.slice(1).map((id, at) => relationship('realizedAs', `s${at}`, id)),
    planTemplates: [
      template('work', [task('work', { after: [{ kind: 'children' }] })]),
      template('lead', [task('lead')]),
    ],
    policies: [
      { id: 'p1', planTemplate: 'work' },
      { id: 'p2', specification: 's0', planTemplate: 'lead' },
    ],
  });
}

const catalog = chain(deep);
const fresh: Story = given(captured([line('1', 's0')]), catalog);
const approved = fresh.approved();
const viewOf = (order: Order) => viewPlan(order, conditionsAt(minute(5)));

test('O1 a plan 10,000 levels deep is checked, looked at ahead of its approval, and approved', slow, () => {
  expect(checkCatalog(catalog)).toEqual([]);
  expect(previewApproval(fresh.order, indexCatalog(catalog), minute(1)).ok).toBe(true);
  expect(approved.order.plan?.domainOrders.size).toBe(deep);
  expect(approved.task(deep).state).toBe('open');
  expect(approved.task(deep - 1).state).toBe('draft');
});

test('O1 the tree, the graph, the search and the reasons of a plan 10,000 levels deep are shown', slow, () => {
  const view = viewOf(approved.order);
  const { nodes } = planTree(view, 'order', null, 2 * deep + 10);
  expect(nodes).toHaveLength(2 * deep + 3);
  expect(nodes.at(-1)).toMatchObject({ key: `T${deep}` });
  expect(planGraph(view, 'order').nodes.length).toBeGreaterThan(100);
  expect(findInPlan(view, { text: `s${deep - 1}` }, 10).matches).toMatchObject([{ key: `D${deep}` }]);
  expect(findInPlan(view, { states: ['open'] }, 10).total).toBe(2);
  expect(whyWaiting(view, 'T2')).toMatchObject({ cause: 'predecessors', on: [{ key: 'D3' }] });
  expect(whyWaiting(view, 'L1')).toMatchObject({ cause: 'children' });
});

test('X6 two moments of a plan 10,000 levels deep are compared', slow, () => {
  const worked = approved.done(deep);
  const past = worked.log.slice(0, approved.log.length).reduce<Order | null>(evolve, null);
  if (past === null) throw new Error('Nothing has happened');
  const keys = comparePlans(past, worked.order).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining([`D${deep}`, `T${deep}`, `T${deep - 1}`]));
  expect(viewOf(past).index.size).toBe(viewOf(worked.order).index.size);
});

test('O13 what canceling a plan 10,000 levels deep would do is worked out, and done', slow, () => {
  const worked = approved.done(deep).done(deep - 1);
  const looked = previewRevision(
    worked.order,
    { operation: 'cancel', changes: [] },
    contextOf(fulfiller, minute(9), catalog),
  );
  expect(looked.ok && looked.value.compensation.rows.length).toBe(deep);
  const canceled = worked.and(cancelling()).and(approving());
  expect(canceled.order.state).toBe('cancellationInProgress');
  expect(canceled.task(deep + 2)).toMatchObject({ undoes: deep, state: 'draft' });
});

/** Levels, each of which ends with an event of its own. */
const ending = 10_000;

test('F7 a branch 10,000 levels deep is canceled', slow, () => {
  const started = given(captured([line('1', 's0')]), chain(ending)).approved();
  const canceled = started.held(1).and(resolve(1, 'cancelBranch'));
  expect([1, ending].map(number => canceled.domainOrder(number).state)).toEqual(['canceled', 'canceled']);
  expect(canceled.order.state).toBe('canceled');
});

test('the end of the last task ends all that is above it, 10,000 levels up', slow, () => {
  const one = { ...chain(ending), policies: [{ id: 'p', specification: `s${ending - 1}`, planTemplate: 'lead' }] };
  const done = given(captured([line('1', 's0')]), one)
    .approved()
    .done(1);
  expect(done.domainOrder(1).state).toBe('closedComplete');
  expect(done.order.state).toBe('completed');
});
