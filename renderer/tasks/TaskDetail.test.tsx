/** One task: recording, completing, handing over, raising fallout. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Task } from '../../preload/contract/task.ts';
import { planNode } from '../plan/planExample.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { done, session } from '../testing/literalSession.ts';
import { openTask } from '../testing/openTask.tsx';
import { TaskDetail } from './TaskDetail.tsx';
import { exampleTask } from './taskExample.ts';

vi.setConfig({ testTimeout: 20_000 });

const commands = (asked: readonly { readonly name: string }[]): string[] =>
  asked.map(({ name }) => name).filter(name => /^(task|fallout|order)\.(?!get$|activity$)/.test(name));

afterEach(() => window.localStorage.clear());

describe('completing', () => {
  test('T5 with a mandatory value missing names the field, focuses it and sends nothing', async () => {
    const { asked, user } = await openTask();
    await user.click(screen.getByRole('button', { name: 'Complete' }));
    expect(screen.getByRole('alert')).toHaveProperty('textContent', 'A mandatory value is missing: CPE serial');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /CPE serial/ }));
    expect(commands(asked)).toEqual([]);
  });

  test('sends what was typed with it and says what became ready', async () => {
    const { asked, user, onResult, onOpened } = await openTask(exampleTask, {
      'task.complete': () => ({
        orderId: 'o1',
        version: 12,
        changed: ['T2', 'D1', 'T3'],
        events: ['TaskValuesRecorded', 'TaskCompleted', 'DomainOrderClosed', 'TasksOpened'],
      }),
      'plan.tree': ({ root }) => ({
        version: 12,
        next: null,
        nodes: [planNode({ key: root, parent: 'D2', kind: 'task', title: 'Configure the router', state: 'open' })],
      }),
    });
    await user.type(screen.getByRole('textbox', { name: /CPE serial/ }), 'C1-77');
    await user.click(screen.getByRole('button', { name: 'Complete' }));
    await waitFor(() => expect(onOpened).toHaveBeenCalled());
    expect(asked.find(({ name }) => name === 'task.complete')?.input).toMatchObject({
      orderId: 'o1',
      task: 2,
      seen: 8,
      values: [{ name: 'serial', value: 'C1-77' }],
    });
    const [result] = onResult.mock.calls[0] ?? [];
    expect(result).toMatchObject({
      lines: ['TASK0000421-2 is completed.', 'Domain order Access line is completed too.'],
    });
    const opened = [expect.objectContaining({ key: 'T3', title: 'Configure the router', state: 'open' })];
    expect(onOpened.mock.calls).toEqual([[result, opened]]);
  });

  test('the key c does the same as the button', async () => {
    const { user } = await openTask();
    await user.keyboard('c');
    expect(screen.getByRole('alert').textContent).toContain('CPE serial');
  });
});

describe('recording values', () => {
  test('what is typed is still there when the task is opened again, and goes away when it is saved', async () => {
    const first = await openTask();
    await first.user.type(screen.getByRole('textbox', { name: /CPE serial/ }), 'C1');
    expect(screen.getByText('1 value is kept here as a draft and is not saved yet.')).toBeDefined();
    first.unmount();

    const { asked, user } = await openTask(exampleTask, { 'task.recordValues': () => done });
    expect(screen.getByRole('textbox', { name: /CPE serial/ })).toHaveProperty('value', 'C1');
    await user.click(screen.getByRole('button', { name: 'Save values' }));
    await screen.findByText('Everything is saved.');
    expect(asked.find(({ name }) => name === 'task.recordValues')?.input).toMatchObject({
      values: [{ name: 'serial', value: 'C1' }],
    });
    expect(window.localStorage.length).toBe(0);
  });

  test('what was saved stands in its field and counts for completing before the task is read again', async () => {
    const { asked, user, onResult } = await openTask(exampleTask, {
      'task.recordValues': () => done,
      'task.complete': () => done,
    });
    const serial = screen.getByRole('textbox', { name: /CPE serial/ });
    await user.type(serial, 'C1');
    await user.click(screen.getByRole('button', { name: 'Save values' }));
    await screen.findByText('Everything is saved.');
    expect(serial).toHaveProperty('value', 'C1');
    await user.click(screen.getByRole('button', { name: 'Complete' }));
    await waitFor(() => expect(onResult).toHaveBeenCalledTimes(2));
    expect(asked.find(({ name }) => name === 'task.complete')?.input).toMatchObject({ seen: done.version });
    expect(asked.find(({ name }) => name === 'task.complete')?.input).not.toHaveProperty('values');
  });

  test('what is typed while values are being saved stays to be saved', async () => {
    let answer = (): void => {};
    const saving = new Promise<typeof done>(resolve => {
      answer = () => resolve(done);
    });
    const { user, onResult } = await openTask(exampleTask, { 'task.recordValues': () => saving });
    const serial = screen.getByRole('textbox', { name: /CPE serial/ });
    await user.type(serial, 'C1');
    await user.click(screen.getByRole('button', { name: 'Save values' }));
    await user.type(serial, '-77');
    answer();
    await waitFor(() => expect(onResult).toHaveBeenCalled());
    await screen.findByText('1 value is kept here as a draft and is not saved yet.');
    expect(serial).toHaveProperty('value', 'C1-77');
  });

  test('a number that is none is said beside its field and not saved', async () => {
    const { user } = await openTask();
    const loss = screen.getByRole('textbox', { name: /Loss/ });
    await user.clear(loss);
    await user.type(loss, 'much');
    expect(screen.getByText('This is not a number')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Save values' })).toHaveProperty('disabled', true);
  });
});

test('a note sent twice by quick keys is written once, and what is typed meanwhile begins the next one', async () => {
  let answer = (): void => {};
  const sending = new Promise<typeof done>(resolve => {
    answer = () => resolve(done);
  });
  const { sent, user } = await openTask(exampleTask, { 'order.addNote': () => sending });
  const note = screen.getByRole('textbox', { name: 'New note' });
  await user.type(note, 'Called them.{Control>}{Enter}{Enter}{/Control}Again');
  expect(sent('order.addNote')).toHaveLength(1);
  answer();
  await waitFor(() => expect(note).toHaveProperty('value', 'Again'));
});

describe('handing over', () => {
  const unclaimed: Task = { ...exampleTask, state: 'open', assignee: null };

  test('T2 takes a task with y', async () => {
    const { asked, user, onResult } = await openTask(unclaimed, { 'task.claim': () => done });
    await user.keyboard('y');
    await waitFor(() => expect(onResult).toHaveBeenCalled());
    expect(asked.find(({ name }) => name === 'task.claim')?.input).toMatchObject({ orderId: 'o1', task: 2 });
    expect(onResult.mock.calls[0]?.[0]).toMatchObject({ lines: ['TASK0000421-2 is yours now.'] });
  });

  test('T2 assigns to a person or a team from one field, and the focus goes back', async () => {
    const { asked, user } = await openTask(exampleTask, { 'task.assign': () => done });
    const button = screen.getByRole('button', { name: 'Assign' });
    await user.click(button);
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign TASK0000421-2' }));
    await user.type(dialog.getByRole('combobox', { name: 'Person or team' }), 'Kai');
    await user.click(await screen.findByRole('option', { name: 'Kai Lund – Access network' }));
    await user.click(dialog.getByRole('button', { name: 'Assign' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find(({ name }) => name === 'task.assign')?.input).toMatchObject({ assignee: 'kai', group: 'field' });
    expect(document.activeElement).toBe(button);
  });

  test('T2 gives a task back to the team', async () => {
    const { asked, user, onResult } = await openTask(exampleTask, { 'task.release': () => done });
    await user.click(screen.getByRole('button', { name: 'Give it back' }));
    await waitFor(() => expect(onResult).toHaveBeenCalled());
    expect(commands(asked)).toEqual(['task.release']);
  });

  test('what cannot be done stays reachable and says why', async () => {
    const { asked, user } = await openTask({ ...exampleTask, state: 'open', assignee: 'kai' });
    const start = screen.getByRole('button', { name: 'Start' });
    expect(start.getAttribute('aria-disabled')).toBe('true');
    await user.click(start);
    expect(await screen.findByText('It belongs to Kai Lund. Assign it to yourself or ask for it.')).toBeDefined();
    expect(commands(asked)).toEqual([]);
  });

  test('a refusal is told in words and the task stays as it was', async () => {
    const { user, onResult } = await openTask(unclaimed, {
      'task.claim': () => ({ refusal: { code: 'NotYours', id: 'TASK0000421-2', assignee: 'kai' } }),
    });
    await user.keyboard('y');
    expect(await screen.findByText('This task belongs to Kai Lund')).toBeDefined();
    expect(onResult).not.toHaveBeenCalled();
  });
});

test('O8 a held task says which fallout holds it and who can act', async () => {
  await openTask({
    ...exampleTask,
    state: 'onHold',
    waiting: {
      cause: 'fallout',
      until: null,
      atEarliest: false,
      text: null,
      on: [{ key: 'F1', title: 'FO0000421-1', state: 'open' }],
      who: { kind: 'group', id: 'access' },
    },
  });
  const why = within(screen.getByRole('region', { name: 'Why it waits' }));
  expect(why.getByText('A fallout holds it:')).toBeDefined();
  expect(why.getByRole('button', { name: /FO0000421-1/ })).toBeDefined();
  expect(why.getByText('Anyone in Access network can act.')).toBeDefined();
});

test('a task that is not there is told instead of shown', async () => {
  drawOver(
    {
      'workspace.status': () => session,
      'task.get': () => ({ refusal: { code: 'NotFound', subject: 'task', id: 'TASK0000421-9' } }),
    },
    <TaskDetail orderId="o1" task={9} onResult={() => {}} />,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('This task is not in the workspace');
});
