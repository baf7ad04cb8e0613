/** What can be done with a task from the plan: hand it out, hold it, have it wait for another order, and why not. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { Task } from '../../preload/contract/task.ts';
import { exampleTask } from '../tasks/taskExample.ts';
import type { Answers } from '../testing/literalDesk.tsx';
import { done, session } from '../testing/literalSession.ts';
import { comeAnew, openPlan, rowNamed } from '../testing/openPlan.tsx';
import { examplePlan, fibre } from './planExample.ts';
import { partOf } from './planMemory.ts';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(comeAnew);

const taskOf = (number: number, more: Partial<Task> = {}): Task => {
  const node = examplePlan.find(({ key }) => key === `T${number}`);
  if (node === undefined) throw new Error(`The example has no task ${number}`);
  const { title, assignee, group } = node;
  const state = node.state as Task['state'];
  return {
    ...exampleTask,
    key: `o1/T${number}`,
    task: number,
    number: node.number,
    title,
    state,
    assignee,
    group,
    version: 8,
    ...more,
  };
};

async function open(
  part: RegExp,
  more: Answers = {},
  { task = {}, nodes = examplePlan }: { readonly task?: Partial<Task>; readonly nodes?: readonly PlanNode[] } = {},
) {
  const opened = await openPlan(
    {
      'task.get': input => taskOf(input.task, task),
      'task.assign': () => done,
      'task.pause': () => done,
      'task.resume': () => done,
      'task.waitFor': () => done,
      'task.waitNoMore': () => done,
      ...more,
    },
    nodes,
  );
  await opened.user.click(rowNamed(part));
  await vi.waitFor(() => expect(opened.sent('task.get')).not.toEqual([]));
  return opened;
}

const button = (name: RegExp): HTMLElement => screen.getByRole('button', { name });

test('T2 m hands the chosen task to somebody else', async () => {
  const { user, sent } = await open(/^Configure the router/);
  await user.keyboard('m');
  const dialog = await screen.findByRole('dialog', { name: 'Assign TASK0000421-3' });
  await user.click(within(dialog).getByRole('combobox', { name: 'Person or team' }));
  await user.keyboard('Kai{Enter}{Enter}');
  await vi.waitFor(() => expect(sent('task.assign').length).toBe(1));
  expect(sent('task.assign')[0]).toMatchObject({ orderId: 'o1', task: 3, assignee: 'kai', seen: 8 });
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('h puts the chosen task on hold with a reason, and lets it go on again', async () => {
  const held = await open(/^Configure the router/);
  await held.user.keyboard('h');
  await held.user.type(
    await screen.findByRole('textbox', { name: /^Reason/ }),
    'Site closed{Control>}{Enter}{/Control}',
  );
  await vi.waitFor(() => expect(held.sent('task.pause').length).toBe(1));
  expect(held.sent('task.pause')[0]).toMatchObject({ orderId: 'o1', task: 3, reason: 'Site closed', seen: 8 });
  held.unmount();

  const { user, sent } = await open(
    /^Configure the router/,
    {},
    { task: { state: 'onHold', pausedFor: 'Site closed' } },
  );
  await screen.findByRole('button', { name: /^Resume/ });
  expect(screen.queryByRole('button', { name: /^Hold/ })).toBeNull();
  await user.keyboard('h');
  await vi.waitFor(() => expect(sent('task.resume')).toMatchObject([{ orderId: 'o1', task: 3, seen: 8 }]));
});

test('T6 l brings the chosen task before somebody else, who is not the person who sits here', async () => {
  const { user, sent } = await open(/^Configure the router/, { 'task.escalate': () => done });
  await user.keyboard('l');
  const dialog = within(await screen.findByRole('dialog', { name: 'Escalate TASK0000421-3' }));
  await user.click(dialog.getByRole('button', { name: 'Escalate' }));
  expect(dialog.getByText('Choose a person or a team')).toBeDefined();
  await user.click(dialog.getByRole('combobox', { name: /^Person or team/ }));
  expect(screen.queryByRole('option', { name: /^Liv Dahl/ })).toBeNull();
  await user.keyboard('Kai{Enter}');
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'They call daily{Control>}{Enter}{/Control}');
  await vi.waitFor(() =>
    expect(sent('task.escalate')).toMatchObject([
      { orderId: 'o1', task: 3, to: { kind: 'person', id: 'kai' }, reason: 'They call daily', seen: 8 },
    ]),
  );
});

test('T6 an escalated task says with a shape and words to whom, by whom and why, and lets that be withdrawn', async () => {
  const escalation = {
    to: { kind: 'group' as const, id: 'access' },
    reason: 'They call daily',
    by: 'kai',
    at: '2026-11-24T09:00:00.000Z',
    from: 'moderate' as const,
  };
  const nodes = examplePlan.map(node =>
    node.key === 'T3' ? { ...node, escalation, priority: 'high' as const } : node,
  );
  const { user, sent } = await open(/^Configure the router/, { 'task.withdrawEscalation': () => done }, { nodes });
  const mark = screen.getByTitle('Escalated to Access network');
  expect([mark.textContent, mark.querySelector('svg') === null]).toEqual(['Escalated', false]);
  expect(
    screen.getByText(/^Escalated to Access network by Kai Lund on 24 Nov 2026/).parentElement?.textContent,
  ).toMatch(/They call daily$/);
  expect(screen.getByText(/^Escalated by Kai Lund\. Without that:/).textContent).toMatch(/Moderate$/);
  await user.click(button(/^Withdraw escalation/));
  await vi.waitFor(() => expect(sent('task.withdrawEscalation')).toMatchObject([{ task: 3, seen: 8 }]));
});

test('F7 U2 Shift+K skips a step that nothing holds, for a reason, in one dialog', async () => {
  const { user, sent } = await open(/^Configure the router/, { 'task.skip': () => done }, { task: { state: 'open' } });
  await screen.findByRole('button', { name: /^Skip/ });
  await vi.waitFor(() => expect(button(/^Skip/).getAttribute('aria-disabled')).toBe('false'));
  await user.keyboard('{Shift>}K{/Shift}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Skip TASK0000421-3' }));
  await user.click(dialog.getByRole('button', { name: 'Skip it' }));
  expect(dialog.getByText('Say why it is not needed')).toBeDefined();
  expect(sent('task.skip')).toEqual([]);
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'They have one{Control>}{Enter}{/Control}');
  await vi.waitFor(() =>
    expect(sent('task.skip')).toMatchObject([{ orderId: 'o1', task: 3, reason: 'They have one', seen: 8 }]),
  );
});

test('O6 the chosen task waits for a part of another order, and goes on without one', async () => {
  const outside = [fibre];
  const nodes = examplePlan.map(node => (node.key === 'T3' ? { ...node, outside } : node));
  const { user, sent } = await open(/^Configure the router/, {}, { nodes });
  const others = screen.getByRole('region', { name: 'Waits for other orders' });
  await user.click(within(others).getByRole('button', { name: /Fibre to Kai 12 of ORD0000422/ }));
  await vi.waitFor(() => expect(sent('task.waitNoMore').length).toBe(1));
  expect(sent('task.waitNoMore')[0]).toMatchObject({ orderId: 'o1', task: 3, otherOrderId: 'o2', node: 'T9' });
  await user.click(within(others).getByRole('button', { name: /^Wait for another order/ }));
  await user.type(await screen.findByRole('textbox', { name: /^Number/ }), 'TASK0000430-2{Enter}');
  await vi.waitFor(() =>
    expect(sent('task.waitFor')).toMatchObject([{ orderId: 'o1', task: 3, number: 'TASK0000430-2' }]),
  );
  expect(await screen.findByText(/TASK0000421-3.*TASK0000430-2/)).toBeDefined();
});

test('what the roles do not allow stays there and says why; the menu of the row offers the same', async () => {
  const { user, sent } = await open(/^Configure the router/, {
    'workspace.status': () => ({
      ...session,
      person: session.person && { ...session.person, permissions: ['order.view', 'task.work'] },
    }),
  });
  expect(button(/^Assign/).getAttribute('aria-disabled')).toBe('true');
  expect(button(/^Assign/).title).toBe('Your roles do not let you assign tasks.');
  expect(screen.queryByRole('button', { name: /^Wait for another order/ })).toBeNull();
  await user.keyboard('m');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await screen.findByText('Your roles do not let you assign tasks.')).toBeDefined();
  rowNamed(/^Configure the router/).focus();
  await user.keyboard('.');
  const menu = await screen.findByRole('menu');
  expect(within(menu).getByRole('menuitem', { name: /^Hold/ }).hasAttribute('disabled')).toBe(false);
  expect(
    within(menu)
      .getByRole('menuitem', { name: /^Assign/ })
      .hasAttribute('disabled'),
  ).toBe(true);
  expect(sent('task.assign')).toEqual([]);
});

test('a task held by fallout leads to it, where it is tried again or skipped', async () => {
  const { user } = await open(/^Reserve access port/);
  expect(button(/^Hold/).title).toBe('That is not possible while it is “On hold”.');
  await user.click(button(/^Go to the fallout/));
  expect(window.location.hash).toBe('#/fallout/o1/1');
});

test('nothing is offered for what has ended but to look at it', async () => {
  const { user } = await openPlan();
  await user.click(rowNamed(/^Survey the site/));
  expect(button(/^Open the task/)).toBeDefined();
  for (const name of [/^(As|Reas)sign/, /^Hold/, /^Raise fallout/, /^Wait for/]) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});

test('O6 what it waits for in another order leads to the plan of that order', async () => {
  const nodes = examplePlan.map(node =>
    node.key === 'S1'
      ? {
          ...node,
          waiting: {
            cause: 'otherOrder' as const,
            on: [{ key: 'order:o2/T9', title: 'ORD0000422 Fibre to Kai 12', state: 'onHold' }],
            until: null,
            atEarliest: false,
            text: null,
            who: { kind: 'group' as const, id: 'access' },
          },
        }
      : node,
  );
  const { user } = await open(/^Configure the router/, {}, { nodes });
  await user.click(rowNamed(/^Bergen, Kai 12/));
  const why = screen.getByRole('region', { name: 'Why it waits' });
  await user.click(within(why).getByRole('button', { name: 'ORD0000422 Fibre to Kai 12 On hold' }));
  expect(window.location.hash).toBe('#/orders/o2/plan');
  expect(partOf('o2')).toBe('T9');
});
