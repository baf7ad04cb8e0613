/** The plan of an order: its tree, its keys, and why a part waits. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawOver } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import { comeAnew, openPlan, rowNamed, shownKeys } from '../testing/openPlan.tsx';
import { examplePlan, planNode } from './planExample.ts';
import { rememberPart } from './planMemory.ts';
import { PlanScreen } from './PlanScreen.tsx';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(comeAnew);

test('O1 one tree holds order, location, line, domain order and task, each with its state', async () => {
  await openPlan();
  expect(screen.getByRole('treegrid', { name: /Plan of ORD0000421/ })).toBeDefined();
  expect(
    [/^Branch network/, /^Bergen, Kai 12/, /^Internet access/, /^Access line RO/, /^Survey the site/].map(name =>
      rowNamed(name).getAttribute('aria-level'),
    ),
  ).toEqual(['1', '2', '3', '4', '5']);
  expect(within(rowNamed(/^Survey the site/)).getByText('Completed')).toBeDefined();
  expect(within(rowNamed(/^Reserve access port TASK/)).getByText('On hold')).toBeDefined();
});

test('O2 parents count done and total tasks and domain orders, and the share of planned time', async () => {
  await openPlan();
  expect(within(rowNamed(/^Internet access/)).getByText('1 of 4 done, 0 of 2 domain orders done')).toBeDefined();
  expect(
    within(rowNamed(/^Branch network/)).getByText('1 of 4 done, 0 of 2 domain orders done, 25 % of planned time'),
  ).toBeDefined();
});

test('arrow keys move, close and open branches; j and k move too', async () => {
  const { user } = await openPlan();
  await user.click(rowNamed(/^Access line RO/));
  expect(document.activeElement).toBe(rowNamed(/^Access line RO/));
  await user.keyboard('{ArrowLeft}');
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'D2', 'T3', 'T4']);
  expect(rowNamed(/^Access line RO/).getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(rowNamed(/^Survey the site/));
  await user.keyboard('jk{End}');
  expect(document.activeElement).toBe(rowNamed(/^Test end to end/));
  expect(rowNamed(/^Test end to end/).getAttribute('aria-selected')).toBe('true');
});

test('O8 a waiting part says why, on what, and who can act; w goes there', async () => {
  const { user } = await openPlan();
  await user.click(rowNamed(/^Configure the router/));
  await user.keyboard('w');
  const why = screen.getByRole('region', { name: 'Why it waits' });
  expect(document.activeElement).toBe(why);
  expect(within(why).getByText('It starts when this is done:')).toBeDefined();
  expect(within(why).getByText('Anyone in Access network can act.')).toBeDefined();
  await user.click(within(why).getByRole('button', { name: /Access line/ }));
  expect(rowNamed(/^Access line RO/).getAttribute('aria-selected')).toBe('true');
});

test('O5 a task names what comes before and after it, and leads there', async () => {
  const { user } = await openPlan();
  await user.click(rowNamed(/^Reserve access port TASK/));
  const before = screen.getByRole('region', { name: 'Comes after' });
  await user.click(within(before).getByRole('button', { name: /^Survey the site/ }));
  expect(rowNamed(/^Survey the site/).getAttribute('aria-selected')).toBe('true');
  expect(
    within(screen.getByRole('region', { name: 'Needed by' })).getByRole('button', { name: /Reserve/ }),
  ).toBeDefined();
});

test('Enter on a task opens it', async () => {
  const { user } = await openPlan();
  await user.click(rowNamed(/^Reserve access port TASK/));
  await user.keyboard('{Enter}');
  expect(window.location.hash).toBe('#/tasks/o1/2');
});

test('children that did not fit are asked for when their branch is opened', async () => {
  const folded = examplePlan
    .filter(node => node.kind !== 'task')
    .map(node => (node.kind === 'domainOrder' ? { ...node, childrenShown: false } : node));
  const { sent, user } = await openPlan({
    'plan.tree': ({ root }) => ({
      version: 3,
      next: null,
      nodes: root === 'order' ? folded : examplePlan.filter(node => node.key === root || node.parent === root),
    }),
  });
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'D2']);
  await user.click(rowNamed(/^Access line RO/));
  await user.keyboard('{ArrowRight}');
  await screen.findByRole('row', { name: /^Survey the site/ });
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'T1', 'T2', 'D2']);
  expect(sent('plan.tree')).toEqual([
    { orderId: 'o1', root: 'order', after: null, limit: 1000 },
    { orderId: 'o1', root: 'D1', after: null, limit: 1000 },
  ]);
});

test('Q4 whoever comes back to a plan finds it as it was left: what was chosen, and what was opened and closed', async () => {
  const { user, unmount } = await openPlan();
  await user.click(rowNamed(/^Access line RO/));
  await user.keyboard('{ArrowLeft}');
  await user.click(rowNamed(/^Configure the router/));
  unmount();
  await openPlan();
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'D2', 'T3', 'T4']);
  expect(rowNamed(/^Configure the router/).getAttribute('aria-selected')).toBe('true');
});

test('a part named from elsewhere is brought into the tree, however deep it lies and whatever has come of the plan yet', async () => {
  const tops = examplePlan.filter(({ kind }) => kind === 'order' || kind === 'location');
  const nested = examplePlan.map(node => (node.key === 'D2' ? { ...node, parent: 'D1', depth: 4 } : node));
  rememberPart('o1', 'T3');
  await openPlan({
    'plan.tree': ({ root, after }) => {
      const all = nested.filter(({ parent }) => parent === root);
      const below = all.slice(all.findIndex(({ key }) => key === after) + 1);
      const [first] = below;
      return {
        version: 3,
        // One child at a time, so that what is wanted is not among the first.
        next: below.length > 1 ? (first?.key ?? null) : null,
        nodes: root === 'order' ? tops : [...nested.filter(({ key }) => key === root), ...(first ? [first] : [])],
      };
    },
  });
  expect((await screen.findByRole('row', { name: /^Configure the router/ })).getAttribute('aria-selected')).toBe(
    'true',
  );
  expect(shownKeys().slice(0, 4)).toEqual(['order', 'S1', 'L1', 'D1']);
});

test('a part that is not in the plan any more leaves the order chosen', async () => {
  rememberPart('o1', 'T99');
  await openPlan({
    'plan.tree': ({ root }) =>
      root === 'T99'
        ? { refusal: { code: 'NotFound', subject: 'task', id: 'T99' } }
        : { version: 3, next: null, nodes: [...examplePlan] },
  });
  await waitFor(() => expect(rowNamed(/^Branch network/).getAttribute('aria-selected')).toBe('true'));
});

test('before approval there is no plan, and it says when there will be one', async () => {
  drawOver(
    {
      'workspace.status': () => session,
      'plan.tree': () => ({
        version: 1,
        next: null,
        nodes: [planNode({ key: 'order', parent: null, kind: 'order', title: 'Order', state: 'acknowledged' })],
      }),
    },
    <PlanScreen orderId="o1" />,
  );
  expect(await screen.findByText('No plan yet')).toBeDefined();
});

test('when the plan cannot be read it says what happened and asks again', async () => {
  drawOver(
    {
      'workspace.status': () => session,
      'plan.tree': () => ({ refusal: { code: 'NotFound', subject: 'order', id: 'o1' } }),
    },
    <PlanScreen orderId="o1" />,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('This order is not in the workspace');
  expect(screen.getByRole('button', { name: 'Ask again' })).toBeDefined();
});

test('Q4 whoever comes back to a plan sees it in the projection it was left in', async () => {
  const { user, unmount } = await openPlan();
  await user.keyboard('3');
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Timeline' })).toHaveProperty('checked', true));
  unmount();
  await openPlan();
  expect(screen.getByRole('radio', { name: 'Timeline' })).toHaveProperty('checked', true);
});
