/** Fallout: the queues, triage, moving it on with its task, and resolving it. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fallout } from '../../preload/contract/task.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { codes, counts, done, session } from '../testing/literalSession.ts';
import { exampleFallout, exampleFalloutRow } from './falloutExample.ts';
import { FalloutScreen } from './FalloutScreen.tsx';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  window.location.hash = '#/fallout/o1/1';
});
afterEach(() => window.localStorage.clear());

async function open(fallout: Fallout = exampleFallout, more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'counts.get': () => counts,
      'codes.get': () => codes,
      'fallouts.page': () => ({ rows: [exampleFalloutRow], next: null, total: 1 }),
      'fallout.get': () => fallout,
      'order.activity': () => ({ rows: [], next: null, total: 0 }),
      ...more,
    },
    <FalloutScreen />,
  );
  await screen.findByRole('region', { name: 'What happened' });
  return { ...drawn, user: userEvent.setup() };
}

async function choose(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, option: string): Promise<void> {
  await user.click(field);
  await user.click(await screen.findByRole('option', { name: option }));
}

test('F3 a row says type, priority, owner and, in words, that it is overdue', async () => {
  await open();
  const row = within(await screen.findByRole('row', { name: /Inventory allocation failure/ }));
  for (const words of ['Critical', 'Open', 'Access network']) expect(row.getByText(words)).toBeDefined();
  expect(row.getByText(/ over$/)).toBeDefined();
});

test('it tells who raised it, what it holds, and where the task goes after a retry', async () => {
  await open();
  expect(screen.getByText(/^Raised by Kai Lund, /)).toBeDefined();
  const task = within(screen.getByRole('region', { name: 'The task it holds' }));
  expect(task.getByRole('button', { name: /TASK0000421-2 Reserve access port/ })).toBeDefined();
  expect(task.getByText('With Kai Lund. After a retry it goes back to “In progress”.')).toBeDefined();
});

test('F3 triage saves each field as it is changed', async () => {
  const { sent, user } = await open(exampleFallout, { 'fallout.triage': () => done });
  const triage = within(screen.getByRole('region', { name: 'Triage' }));
  await choose(user, triage.getByRole('combobox', { name: 'Owner' }), 'Kai Lund');
  expect(sent('fallout.triage')).toMatchObject([{ orderId: 'o1', fallout: 1, owner: 'kai', seen: 7 }]);
});

test('F11 one dialog moves the fallout and its task together', async () => {
  const { sent, user } = await open(exampleFallout, { 'fallout.reassign': () => done });
  await user.keyboard('m');
  const dialog = within(await screen.findByRole('dialog', { name: 'Reassign FO0000421-1 and TASK0000421-2' }));
  await choose(user, dialog.getByRole('combobox', { name: 'Person or team' }), 'Kai Lund – Access network');
  await user.click(dialog.getByRole('button', { name: 'Reassign both' }));
  expect(await screen.findByText('FO0000421-1 and TASK0000421-2 are with Kai Lund now.')).toBeDefined();
  expect(sent('fallout.reassign')).toMatchObject([{ owner: 'kai', group: 'access' }]);
});

describe('resolving', () => {
  async function openDialog(more: Answers = {}, fallout: Fallout = exampleFallout) {
    const opened = await open(fallout, more);
    await opened.user.keyboard('r');
    const dialog = within(await screen.findByRole('dialog', { name: 'Resolve FO0000421-1' }));
    return { ...opened, dialog };
  }

  test('F12 asks for root cause, resolution and a text before anything is sent', async () => {
    const { sent, user, dialog } = await openDialog();
    await user.click(dialog.getByRole('button', { name: 'Resolve and try again' }));
    for (const words of ['Choose why it happened', 'Choose what was done', 'Write it in a few words']) {
      expect(dialog.getByText(words)).toBeDefined();
    }
    expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: /Root cause/ }));
    expect(sent('fallout.resolve')).toEqual([]);
  });

  test('F5 F6 a retry says to which state the task went back', async () => {
    let now = exampleFallout;
    const { sent, user, dialog } = await openDialog({
      'fallout.get': () => now,
      'fallout.resolve': () => {
        now = { ...exampleFallout, state: 'closedComplete', taskState: 'inProgress' };
        return done;
      },
    });
    await choose(user, dialog.getByRole('combobox', { name: /Root cause/ }), 'No inventory');
    await choose(user, dialog.getByRole('combobox', { name: /^Resolution/ }), 'Resource reallocated');
    await user.type(dialog.getByRole('textbox', { name: /What was put right/ }), 'Port 8 patched');
    await user.click(dialog.getByRole('button', { name: 'Resolve and try again' }));
    expect(await screen.findByText('FO0000421-1 is resolved. TASK0000421-2 is “In progress” again.')).toBeDefined();
    expect(sent('fallout.resolve')).toMatchObject([
      {
        action: 'retry',
        rootCause: 'noInventory',
        resolutionCode: 'resourceReallocated',
        text: 'Port 8 patched',
        seen: 7,
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('F7 the other ways are to state a result, to skip, and to cancel the branch', async () => {
    const { dialog } = await openDialog();
    expect(dialog.getAllByRole('radio').map(radio => (radio as HTMLInputElement).value)).toEqual([
      'retry',
      'forceComplete',
      'skip',
      'cancelBranch',
    ]);
  });

  test('canceling the branch lists exactly what would be canceled', async () => {
    const { user, dialog } = await openDialog();
    await user.click(dialog.getByRole('radio', { name: 'Cancel the branch' }));
    const parts = within(dialog.getByRole('region', { name: 'What is canceled' })).getAllByRole('listitem');
    expect(parts.map(part => part.textContent)).toEqual([
      'Access line In progress',
      'Reserve access port On hold',
      'Splice the fibre Waiting',
    ]);
    expect(dialog.getByRole('button', { name: 'Resolve and cancel 3 parts' })).toBeDefined();
  });
});

test('a closed fallout shows how it was resolved and takes no more triage', async () => {
  await open({
    ...exampleFallout,
    state: 'closedComplete',
    taskState: 'inProgress',
    resolution: {
      action: 'retry',
      rootCause: 'noInventory',
      resolutionCode: 'resourceReallocated',
      text: 'Port 8 patched',
      by: 'liv',
      at: '2026-11-19T12:00:00.000Z',
    },
  });
  const how = within(screen.getByRole('region', { name: 'How it was resolved' }));
  for (const words of ['Port 8 patched', 'Try again', 'No inventory', 'Resource reallocated']) {
    expect(how.getByText(words)).toBeDefined();
  }
  expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull();
  expect(screen.getByText('It is resolved already.')).toBeDefined();
});

test('an empty queue says so and leads to another', async () => {
  window.location.hash = '#/fallout';
  const { sent } = drawOver(
    {
      'workspace.status': () => session,
      'counts.get': () => counts,
      'fallouts.page': () => ({ rows: [], next: null, total: 0 }),
    },
    <FalloutScreen />,
  );
  expect(await screen.findByText('No fallout is open')).toBeDefined();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Look at closed ones' }));
  expect(await screen.findByText('No fallout has been closed yet')).toBeDefined();
  expect(sent('fallouts.page')).toMatchObject([{ queue: 'open' }, { queue: 'closed' }]);
});
