/** The plan in time: timeline, critical path, jeopardy, forecast, what-if, and the plan at another moment. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Answers } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { comeAnew, openPlan, rowNamed } from '../testing/openPlan.tsx';
import { exampleOutlook, examplePlan, fibre } from './planExample.ts';
import { partOf, rememberPart } from './planMemory.ts';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(comeAnew);

async function open(more?: Answers, nodes?: readonly PlanNode[]) {
  const opened = await openPlan(more, nodes);
  await screen.findByText(/^1 of 4 steps/);
  return opened;
}

const barsOf = (key: string): HTMLElement => {
  const bars = document.querySelector<HTMLElement>(`[data-part="${key}"]`);
  if (!bars) throw new Error(`No bars of ${key}`);
  return bars;
};
const kindsOf = (key: string): (string | undefined)[] =>
  [...barsOf(key).querySelectorAll<HTMLElement>('[data-bar]')].map(bar => bar.dataset['bar']);

test('O4 the timeline stands beside the tree with bars, dependency lines and the critical path, and keys move in it', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Branch network/));
  await user.keyboard('3');
  expect(await screen.findByRole('treegrid', { name: /^Plan of/ })).toBeDefined();
  expect(kindsOf('T1')).toEqual(['actual']);
  expect(kindsOf('T2')).toEqual(['plan', 'held', 'forecast']);
  expect(barsOf('T2').dataset['critical']).toBe('true');
  expect(within(barsOf('T2')).getByText('CP')).toBeDefined();
  expect(barsOf('T1').dataset['critical']).toBeUndefined();
  expect(document.querySelectorAll('[data-link]').length).toBe(2);
  await user.click(screen.getByRole('button', { name: 'Dependencies', pressed: true }));
  expect(document.querySelectorAll('[data-link]').length).toBe(0);
  await user.click(rowNamed(/^Access line/));
  await user.keyboard('j');
  expect(document.activeElement).toBe(rowNamed(/^Survey the site/));
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(rowNamed(/^Access line/).getAttribute('aria-expanded')).toBe('false');
});

test('O4 the timeline is looked at by day, week or month, or all of it', async () => {
  const { user } = await open();
  await user.keyboard('3');
  const width = (): number => Number.parseFloat(barsOf('order').style.width);
  const fitted = width();
  await user.click(await screen.findByRole('radio', { name: 'Day' }));
  expect(width()).toBeGreaterThan(fitted);
  expect(screen.getAllByText(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+$/).length).toBeGreaterThan(3);
  await user.keyboard('+');
  expect(screen.queryByRole('radio', { name: 'Day', checked: true })).toBeNull();
  await user.keyboard('0');
  expect(width()).toBe(fitted);
});

test('O4 c leads along the critical path, and the line below the plan names it', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Branch network/));
  await user.keyboard('c');
  expect(rowNamed(/^Reserve access port/).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement).toBe(rowNamed(/^Reserve access port/));
  await user.keyboard('c');
  expect(rowNamed(/^Configure the router/).getAttribute('aria-selected')).toBe('true');
  // The arrows go on from there.
  expect(document.activeElement).toBe(rowNamed(/^Configure the router/));
  const path = screen.getByRole('navigation', { name: 'Critical path' });
  expect(
    within(path)
      .getAllByRole('button')
      .map(step => step.textContent),
  ).toEqual(['Reserve access port', 'Configure the router']);
});

test('O15 jeopardy is a word with a shape in the tree, and says how much of the time limit has passed', async () => {
  await open();
  const mark = within(rowNamed(/^Reserve access port/)).getByTitle('Jeopardy: High. 80 % of its time limit has passed');
  expect(mark.textContent).toBe('High');
  expect(mark.querySelector('svg')).not.toBeNull();
  expect(within(rowNamed(/^Survey the site/)).queryByTitle(/Jeopardy/)).toBeNull();
});

test('O16 parts say when they will end and how much later than first planned, and so does the order', async () => {
  await open();
  expect(within(rowNamed(/^Reserve access port/)).getByText('+2 d')).toBeDefined();
  expect(
    within(rowNamed(/^Reserve access port/)).getByTitle(/^Expected to end 27 Nov 2026, .*\+2 d against/),
  ).toBeDefined();
  expect(
    screen.getByText('1 of 4 steps · 25 % of planned time · forecast 28 Nov (baseline 26 Nov, +2 d) · due 27 Nov'),
  ).toBeDefined();
});

test('T7 a completed line says when it began and ended, in the tree and beside it, and nothing of an expected end', async () => {
  const dates = { actualStart: '2026-11-23T06:00:00.000Z', actualEnd: '2026-11-26T12:00:00.000Z' };
  const nodes = examplePlan.map(node => (node.key === 'L1' ? { ...node, state: 'completed', ...dates } : node));
  const { user } = await open(undefined, nodes);
  const line = document.querySelector<HTMLElement>('[role=row][data-kind=line]');
  if (!line) throw new Error('The plan has no line');
  expect(within(line).getByTitle(/^Ended 26 Nov 2026, /)).toBeDefined();
  await user.click(line);
  const facts = within(screen.getByRole('region', { name: 'Who and when' }));
  const said = (name: string) => facts.getByText(name).nextElementSibling?.textContent;
  expect(said('Started')).toMatch(/^23 Nov 2026, /);
  expect(said('Ended')).toMatch(/^26 Nov 2026, /);
  expect(facts.queryByText('Expected end')).toBeNull();
});

test('O16 an end that may well come later is told as the earliest, on the part and below the plan, and why', async () => {
  const nodes = examplePlan.map(node => (node.key === 'T2' ? { ...node, atEarliest: true } : node));
  const outlook = { ...exampleOutlook, atEarliest: true };
  const { user } = await open({ 'plan.outlook': () => outlook }, nodes);
  expect(screen.getByText(/forecast 28 Nov at the earliest \(baseline 26 Nov, \+2 d\)/)).toBeDefined();
  expect(
    within(rowNamed(/^Reserve access port/)).getByTitle(/^Expected to end 27 Nov 2026, \d\d:\d\d at the earliest,/),
  ).toBeDefined();
  await user.click(rowNamed(/^Reserve access port/));
  const facts = within(screen.getByRole('region', { name: 'Who and when' }));
  expect(facts.getByText('Expected end').nextElementSibling?.textContent).toMatch(
    /^27 Nov 2026, \d\d:\d\d at the earliest \(\+2 d\)$/,
  );
  expect(facts.getByText(/It will not end sooner, and may end later\.$/)).toBeDefined();
  await user.click(rowNamed(/^Configure the router/));
  expect(facts.queryByText(/at the earliest/)).toBeNull();
});

test('O16 what if a task ended at another time is tried out without changing anything', async () => {
  const { user, asked } = await open({
    'plan.whatIf': () => ({
      estimatedEnd: '2026-11-27T12:00:00.000Z',
      was: '2026-11-28T12:00:00.000Z',
      slackMinutes: 480,
    }),
  });
  await user.click(rowNamed(/^Configure the router/));
  const whatIf = screen.getByRole('region', { name: 'What if' });
  const field = within(whatIf).getByLabelText('If this ends on');
  await user.clear(field);
  await user.type(field, '2026-11-26T12:00');
  expect(await within(whatIf).findByText(/^the order ends 27 Nov 2026, \d\d:\d\d \(−1 d\)\.$/)).toBeDefined();
  expect(within(whatIf).getByText(/Slack that is left: 1 d\./)).toBeDefined();
  expect(asked.findLast(({ name }) => name === 'plan.whatIf')?.input).toMatchObject({
    orderId: 'o1',
    task: 3,
    end: new Date('2026-11-26T12:00').toISOString(),
  });
  await user.click(within(whatIf).getByRole('button', { name: 'Discard' }));
  expect(within(whatIf).queryByText(/the order ends/)).toBeNull();
});

test('O11 a point of no return is said on its part, ahead or passed', async () => {
  await open();
  expect(within(rowNamed(/^Internet service/)).getByText('Point of no return ahead')).toBeDefined();
  expect(within(rowNamed(/^Survey the site/)).getByText(/^Point of no return passed/)).toBeDefined();
});

test('O10 while a change waits every part says what would become of it', async () => {
  const nodes = examplePlan.map(node =>
    node.key === 'T3'
      ? { ...node, compensation: 'redo' as const }
      : node.key === 'T4'
        ? { ...node, compensation: 'keep' as const }
        : node,
  );
  await open(undefined, nodes);
  expect(within(rowNamed(/^Configure the router/)).getByTitle('The pending change would do this: Redo')).toBeDefined();
  expect(within(rowNamed(/^Test end to end/)).getByText('Stays')).toBeDefined();
});

test('O6 a part that waits for another order leads to that order, where what it waits for is chosen', async () => {
  const outside = [fibre];
  const nodes = examplePlan.map(node => (node.key === 'T3' ? { ...node, outside } : node));
  const { user } = await open(undefined, nodes);
  await user.click(rowNamed(/^Configure the router/));
  const links = screen.getByRole('region', { name: 'Waits for other orders' });
  expect(within(links).getByText('In progress')).toBeDefined();
  expect(within(links).getByText('Anyone in Access network can act.')).toBeDefined();
  await user.click(within(links).getByRole('link', { name: 'Fibre to Kai 12 of ORD0000422' }));
  expect(window.location.hash).toBe('#/orders/o2/plan');
  expect(partOf('o2')).toBe('T9');
});

test('O8 who can act on the one part of another order that is waited for is said once, and so is the way out', async () => {
  const waiting: PlanNode['waiting'] = {
    cause: 'otherOrder',
    on: [{ key: 'order:o2/T9', title: 'ORD0000422 Fibre to Kai 12', state: 'inProgress' }],
    until: null,
    atEarliest: false,
    text: null,
    who: { kind: 'group', id: 'access' },
  };
  const nodes = examplePlan.map(node => (node.key === 'T3' ? { ...node, outside: [fibre], waiting } : node));
  const { user } = await open(undefined, nodes);
  await user.click(rowNamed(/^Configure the router/));
  const why = within(screen.getByRole('region', { name: 'Why it waits' }));
  expect(why.getByText('Anyone in Access network can act.')).toBeDefined();
  expect(why.getByText('A way out: anyone who may assign tasks can have it go on without that.')).toBeDefined();
  const links = within(screen.getByRole('region', { name: 'Waits for other orders' }));
  expect(links.getByText('In progress')).toBeDefined();
  expect(links.queryByText(/can act\.$/)).toBeNull();
});

test('a part remembered from elsewhere is chosen when the plan opens', async () => {
  rememberPart('o1', 'T2');
  await open();
  expect(rowNamed(/^Reserve access port/).getAttribute('aria-selected')).toBe('true');
});

test('O8 how a part stands is copied as plain text for somebody else', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Reserve access port/));
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(await navigator.clipboard.readText()).toMatch(
    /^Order: ORD0000421 [^]*State: On hold[^]*Who: Anyone in Access network can act\./,
  );
});

test('X2 the plan of a new order is what approval would create, and says that nothing has been created', async () => {
  const { sent } = await open({
    'order.get': () => order('o1', { state: 'new' }),
    'plan.tree': ({ root, asApproved }) => ({
      version: 1,
      next: null,
      nodes: asApproved
        ? [...examplePlan]
        : examplePlan
            .filter(({ key }) => key === root)
            .map(node => ({
              ...node,
              waiting: {
                cause: 'approval' as const,
                on: [],
                until: null,
                atEarliest: false,
                text: null,
                who: { kind: 'permission' as const, permission: 'order.approve' },
              },
            })),
    }),
  });
  expect(screen.getByRole('note').textContent).toMatch(
    /^What approval would create Nothing has been created\. It would be done 28 Nov 2026, /,
  );
  expect(await screen.findByText('The order waits for approval.')).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Open the task/ })).toBeNull();
  expect(sent('plan.outlook')).toContainEqual({
    orderId: 'o1',
    asApproved: true,
  });
});
