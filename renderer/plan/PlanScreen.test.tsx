/** The plan of an order: its tree, its keys, and why a part waits. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { codes, session } from '../testing/literalSession.ts';
import { order } from '../testing/literalOrders.ts';
import { exampleOutlook, examplePlan, planNode } from './planExample.ts';
import { forgetPlace, rememberPart } from './planMemory.ts';
import { PlanScreen } from './PlanScreen.tsx';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  window.location.hash = '#/orders/o1/plan';
  forgetPlace('o1');
});

async function open(more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'codes.get': () => codes,
      'order.get': () => order('o1', { state: 'inProgress' }),
      'plan.outlook': () => exampleOutlook,
      'plan.tree': ({ root }) => ({
        version: 3,
        next: null,
        nodes: root === 'order' ? [...examplePlan] : examplePlan.filter(node => node.key === root),
      }),
      ...more,
    },
    <PlanScreen orderId="o1" />,
  );
  await screen.findByRole('treegrid');
  return { ...drawn, user: userEvent.setup() };
}

const row = (name: RegExp): HTMLElement => screen.getByRole('row', { name });
const shownTitles = (): string[] =>
  screen
    .getAllByRole('row')
    .map(element => element.getAttribute('data-key'))
    .filter(key => key !== null);

test('O1 one tree holds order, location, line, domain order and task, each with its state', async () => {
  await open();
  expect(screen.getByRole('treegrid', { name: /Plan of ORD0000421/ })).toBeDefined();
  expect(
    [/^Branch network/, /^Bergen, Kai 12/, /^Internet access/, /^Access line RO/, /^Survey the site/].map(name =>
      row(name).getAttribute('aria-level'),
    ),
  ).toEqual(['1', '2', '3', '4', '5']);
  expect(within(row(/^Survey the site/)).getByText('Completed')).toBeDefined();
  expect(within(row(/^Reserve access port TASK/)).getByText('On hold')).toBeDefined();
});

test('O2 parents count done and total tasks and domain orders, and the share of planned time', async () => {
  await open();
  expect(within(row(/^Internet access/)).getByText('1 of 4 done, 0 of 2 domain orders done')).toBeDefined();
  expect(
    within(row(/^Branch network/)).getByText('1 of 4 done, 0 of 2 domain orders done, 25 % of planned time'),
  ).toBeDefined();
});

test('arrow keys move, close and open branches; j and k move too', async () => {
  const { user } = await open();
  await user.click(row(/^Access line RO/));
  expect(document.activeElement).toBe(row(/^Access line RO/));
  await user.keyboard('{ArrowLeft}');
  expect(shownTitles()).toEqual(['order', 'S1', 'L1', 'D1', 'D2', 'T3', 'T4']);
  expect(row(/^Access line RO/).getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(row(/^Survey the site/));
  await user.keyboard('jk{End}');
  expect(document.activeElement).toBe(row(/^Test end to end/));
  expect(row(/^Test end to end/).getAttribute('aria-selected')).toBe('true');
});

test('O8 a waiting part says why, on what, and who can act; w goes there', async () => {
  const { user } = await open();
  await user.click(row(/^Configure the router/));
  await user.keyboard('w');
  const why = screen.getByRole('region', { name: 'Why it waits' });
  expect(document.activeElement).toBe(why);
  expect(within(why).getByText('It starts when this is done:')).toBeDefined();
  expect(within(why).getByText('Anyone in Access network can act.')).toBeDefined();
  await user.click(within(why).getByRole('button', { name: /Access line/ }));
  expect(row(/^Access line RO/).getAttribute('aria-selected')).toBe('true');
});

test('O5 a task names what comes before and after it, and leads there', async () => {
  const { user } = await open();
  await user.click(row(/^Reserve access port TASK/));
  const before = screen.getByRole('region', { name: 'Comes after' });
  await user.click(within(before).getByRole('button', { name: /^Survey the site/ }));
  expect(row(/^Survey the site/).getAttribute('aria-selected')).toBe('true');
  expect(
    within(screen.getByRole('region', { name: 'Needed by' })).getByRole('button', { name: /Reserve/ }),
  ).toBeDefined();
});

test('Enter on a task opens it', async () => {
  const { user } = await open();
  await user.click(row(/^Reserve access port TASK/));
  await user.keyboard('{Enter}');
  expect(window.location.hash).toBe('#/tasks/o1/2');
});

test('children that did not fit are asked for when their branch is opened', async () => {
  const folded = examplePlan
    .filter(node => node.kind !== 'task')
    .map(node => (node.kind === 'domainOrder' ? { ...node, childrenShown: false } : node));
  const { asked, user } = await open({
    'plan.tree': ({ root }) => ({
      version: 3,
      next: null,
      nodes: root === 'order' ? folded : examplePlan.filter(node => node.key === root || node.parent === root),
    }),
  });
  expect(shownTitles()).toEqual(['order', 'S1', 'L1', 'D1', 'D2']);
  await user.click(row(/^Access line RO/));
  await user.keyboard('{ArrowRight}');
  await screen.findByRole('row', { name: /^Survey the site/ });
  expect(shownTitles()).toEqual(['order', 'S1', 'L1', 'D1', 'T1', 'T2', 'D2']);
  expect(asked.filter(({ name }) => name === 'plan.tree').map(({ input }) => input)).toEqual([
    { orderId: 'o1', root: 'order', after: null, limit: 1000 },
    { orderId: 'o1', root: 'D1', after: null, limit: 1000 },
  ]);
});

test('Q4 whoever comes back to a plan finds it as it was left: what was chosen, and what was opened and closed', async () => {
  const { user, unmount } = await open();
  await user.click(row(/^Access line RO/));
  await user.keyboard('{ArrowLeft}');
  await user.click(row(/^Configure the router/));
  unmount();
  await open();
  expect(shownTitles()).toEqual(['order', 'S1', 'L1', 'D1', 'D2', 'T3', 'T4']);
  expect(row(/^Configure the router/).getAttribute('aria-selected')).toBe('true');
});

test('a part named from elsewhere is brought into the tree, however deep it lies and whatever has come of the plan yet', async () => {
  const tops = examplePlan.filter(({ kind }) => kind === 'order' || kind === 'location');
  const nested = examplePlan.map(node => (node.key === 'D2' ? { ...node, parent: 'D1', depth: 4 } : node));
  rememberPart('o1', 'T3');
  await open({
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
  expect(shownTitles().slice(0, 4)).toEqual(['order', 'S1', 'L1', 'D1']);
});

test('a part that is not in the plan any more leaves the order chosen', async () => {
  rememberPart('o1', 'T99');
  await open({
    'plan.tree': ({ root }) =>
      root === 'T99'
        ? { refusal: { code: 'NotFound', subject: 'task', id: 'T99' } }
        : { version: 3, next: null, nodes: [...examplePlan] },
  });
  await waitFor(() => expect(row(/^Branch network/).getAttribute('aria-selected')).toBe('true'));
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
