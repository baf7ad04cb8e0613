/** Having a task wait for another order, and letting it go on without it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Task } from '../../preload/contract/task.ts';
import { fibre } from '../plan/planExample.ts';
import type { Answers } from '../testing/literalDesk.tsx';
import { done, session } from '../testing/literalSession.ts';
import { openTask } from '../testing/openTask.tsx';
import { exampleTask } from './taskExample.ts';

vi.setConfig({ testTimeout: 20_000 });

const open: Task = { ...exampleTask, state: 'open' };

test('O6 a task is made to wait for a part of another order by its number', async () => {
  const { user, sent, onResult } = await openTask(open, { 'task.waitFor': () => done });
  await user.click(await screen.findByRole('button', { name: 'Wait for another order…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What TASK0000421-2 is to wait for' }));
  await user.click(dialog.getByRole('button', { name: 'Wait for it' }));
  expect(dialog.getByText('Enter the number of a part of another order')).toBeDefined();
  await user.type(dialog.getByRole('textbox', { name: /Number/ }), ' TASK0000422-9 {Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent('task.waitFor')).toMatchObject([{ orderId: 'o1', task: 2, number: 'TASK0000422-9' }]);
  expect(onResult.mock.calls[0]?.[0]).toMatchObject({ lines: ['TASK0000421-2 waits for TASK0000422-9.'] });
});

test('O6 what it waits for leads there, and it can be let go on without it', async () => {
  const { user, sent } = await openTask({ ...open, outside: [fibre] }, { 'task.waitNoMore': () => done });
  const section = within(screen.getByRole('region', { name: 'Waits for other orders' }));
  expect(section.getByText('In progress')).toBeDefined();
  expect(section.getByText('Anyone in Access network can act.')).toBeDefined();
  expect(section.getByRole('link', { name: 'Fibre to Kai 12 of ORD0000422' }).getAttribute('href')).toBe(
    '#/tasks/o2/9',
  );
  await user.click(section.getByRole('button', { name: 'Do not wait for Fibre to Kai 12 of ORD0000422' }));
  expect(sent('task.waitNoMore')).toMatchObject([{ orderId: 'o1', task: 2, otherOrderId: 'o2', node: 'T9' }]);
});

test('O6 what no order has yet leads nowhere, and the task can be let go on without it', async () => {
  const toCome = { orderId: null, orderNumber: '', node: 'trench', title: 'Trench', state: null, who: null };
  const { user, sent } = await openTask({ ...open, outside: [toCome] }, { 'task.waitNoMore': () => done });
  const section = within(screen.getByRole('region', { name: 'Waits for other orders' }));
  expect(section.queryByRole('link')).toBeNull();
  expect(section.getByText('Trench of an order that has not been approved yet')).toBeDefined();
  await user.click(section.getByRole('button', { name: /^Do not wait for Trench/ }));
  expect(sent('task.waitNoMore')).toMatchObject([{ orderId: 'o1', task: 2, otherOrderId: null, node: 'trench' }]);
});

test('O6 who may not hand out work sees what it waits for and can do nothing about it', async () => {
  const agent = session.person && { ...session.person, permissions: ['order.view' as const, 'task.work' as const] };
  const more: Answers = { 'workspace.status': () => ({ ...session, person: agent }) };
  await openTask({ ...open, outside: [fibre] }, more);
  const section = screen.getByRole('region', { name: 'Waits for other orders' });
  expect(within(section).getByRole('link')).toBeDefined();
  expect(within(section).queryAllByRole('button')).toEqual([]);
});
