/** The task queues. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { codes, counts, session } from '../testing/literalSession.ts';
import { exampleRow, exampleTask } from './taskExample.ts';
import { TasksScreen } from './TasksScreen.tsx';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  window.location.hash = '#/tasks';
});

const rows = [
  exampleRow,
  { ...exampleRow, key: 'o1/T3', task: 3, number: 'TASK0000421-3', title: 'Configure the router' },
];

function open(more: Answers = {}) {
  return {
    ...drawOver(
      {
        'workspace.status': () => session,
        'counts.get': () => counts,
        'codes.get': () => codes,
        'tasks.page': () => ({ rows, next: null, total: 2 }),
        'task.get': ({ task }) => ({ ...exampleTask, ...rows.find(row => row.task === task) }),
        'order.activity': () => ({ rows: [], next: null, total: 0 }),
        ...more,
      },
      <TasksScreen />,
    ),
    user: userEvent.setup(),
  };
}

test('T1 my, my group’s, unassigned, escalated and all tasks are queues with their counts', async () => {
  const { sent, user } = open();
  await screen.findByRole('row', { name: /Splice the fibre/ });
  const queues = within(screen.getByRole('radiogroup', { name: 'Task queue' }));
  for (const name of ['Mine 2', 'My group’s 3', 'Unassigned 1', 'Escalated to me 1', 'All 12']) {
    expect(queues.getByRole('radio', { name })).toBeDefined();
  }
  await user.click(queues.getByRole('radio', { name: 'Unassigned 1' }));
  await screen.findByRole('grid', { name: 'Tasks, Unassigned' });
  expect(sent('tasks.page')).toMatchObject([{ queue: 'mine' }, { queue: 'unassigned' }]);
});

test('moving through the list opens the task the focus rests on', async () => {
  const { user } = open();
  await screen.findByRole('row', { name: /Splice the fibre/ });
  await user.keyboard('j');
  expect(await screen.findByRole('heading', { name: 'Configure the router' })).toBeDefined();
  expect(window.location.hash).toBe('#/tasks/o1/3');
});

test('an empty queue says why and leads to the next one', async () => {
  const { user } = open({ 'tasks.page': () => ({ rows: [], next: null, total: 0 }) });
  expect(await screen.findByText('Nothing waits for you')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Look at my group’s' }));
  expect(await screen.findByText('Nothing waits for your group')).toBeDefined();
});

test('an overdue task says by how much', async () => {
  open();
  const row = await screen.findByRole('row', { name: /Splice the fibre/ });
  expect(within(row).getByText(/ over$/)).toBeDefined();
});

test('when the tasks cannot be read it says what happened and asks again', async () => {
  open({ 'tasks.page': () => ({ refusal: { code: 'NobodyChosen' } }) });
  expect((await screen.findByRole('alert')).textContent).toContain('Nobody sits at this desk yet');
  expect(screen.getByRole('button', { name: 'Ask again' })).toBeDefined();
});

test('T6 a task that was escalated says so in its row, with a shape and a word, beside its priority', async () => {
  const escalated = { ...exampleRow, escalatedPerson: 'kai', priority: 'critical' as const };
  open({ 'tasks.page': () => ({ rows: [escalated], next: null, total: 1 }) });
  const row = await screen.findByRole('row', { name: /Splice the fibre/ });
  const [mark] = within(row).getAllByTitle('Escalated to Kai Lund');
  expect([mark?.textContent, mark?.querySelector('svg') === null]).toEqual(['Escalated', false]);
  expect(within(row).getByText('Critical')).toBeDefined();
});
