/** Putting a task on hold and resuming it. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Task } from '../../preload/contract/task.ts';
import { done } from '../testing/literalSession.ts';
import { openTask } from '../testing/openTask.tsx';
import { exampleTask } from './taskExample.ts';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => window.localStorage.clear());

const paused: Task = {
  ...exampleTask,
  state: 'onHold',
  pausedFor: 'The customer is away until Monday',
  pausedBy: 'kai',
  waiting: {
    cause: 'pause',
    on: [],
    until: null,
    atEarliest: false,
    text: 'The customer is away until Monday',
    who: { kind: 'person', id: 'liv' },
  },
};

test('X8 a task is put on hold with a reason', async () => {
  const { user, sent, onResult } = await openTask(exampleTask, { 'task.pause': () => done });
  await user.keyboard('h');
  const dialog = within(await screen.findByRole('dialog', { name: 'Put TASK0000421-2 on hold' }));
  await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
  expect(dialog.getByText('Say why it is put on hold')).toBeDefined();
  expect(sent('task.pause')).toEqual([]);
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'No van today');
  await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent('task.pause')).toEqual([
    expect.objectContaining({ orderId: 'o1', task: 2, seen: 8, reason: 'No van today' }),
  ]);
  expect(onResult.mock.calls[0]?.[0]).toMatchObject({ lines: ['TASK0000421-2 is on hold.'] });
});

test('a reason that was typed is still there when the dialog is closed and opened again', async () => {
  const { user } = await openTask(exampleTask);
  await user.keyboard('h');
  await user.type(await screen.findByRole('textbox', { name: /Reason/ }), 'No van');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Hold' }));
  expect(await screen.findByRole('textbox', { name: /Reason/ })).toHaveProperty('value', 'No van');
});

test('O8 a paused task says who put it on hold and why, and is resumed with one key', async () => {
  const { user, sent } = await openTask(paused, { 'task.resume': () => done });
  expect(screen.getByText('Put on hold by Kai Lund:').parentElement?.textContent).toBe(
    'Put on hold by Kai Lund: The customer is away until Monday',
  );
  expect(screen.queryByRole('button', { name: 'Hold' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Resume' })).toBeDefined();
  await user.keyboard('h');
  await waitFor(() => expect(sent('task.resume')).toHaveLength(1));
});
