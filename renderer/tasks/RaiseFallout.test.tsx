/** Raising fallout in one dialog. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { codes, done, session } from '../testing/literalSession.ts';
import { RaiseFallout } from './RaiseFallout.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => window.localStorage.clear());

const about = {
  orderId: 'o1',
  task: 2,
  number: 'TASK0000421-2',
  title: 'Splice the fibre',
  group: 'field',
  version: 8,
};

async function open(more: Answers = {}) {
  const onClose = vi.fn();
  const drawn = drawOver(
    { 'workspace.status': () => session, 'codes.get': () => codes, ...more },
    <RaiseFallout about={about} onClose={onClose} />,
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Raise fallout on TASK0000421-2' }));
  return { ...drawn, onClose, dialog, user: userEvent.setup() };
}

async function choose(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, option: string): Promise<void> {
  await user.click(field);
  await user.click(await screen.findByRole('option', { name: option }));
}

test('F1 one dialog takes type, priority, team, person and text', async () => {
  const { asked, user, dialog, onClose } = await open({ 'fallout.raise': () => done });
  await choose(user, dialog.getByRole('combobox', { name: /Type/ }), 'Site access');
  await choose(user, dialog.getByRole('combobox', { name: 'Priority' }), 'Critical');
  await choose(user, dialog.getByRole('combobox', { name: 'Team' }), 'Access network');
  await choose(user, dialog.getByRole('combobox', { name: 'Person' }), 'Kai Lund');
  await user.type(dialog.getByRole('textbox', { name: /What happened/ }), 'The gate is locked');
  await user.click(dialog.getByRole('button', { name: 'Raise fallout' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.find(({ name }) => name === 'fallout.raise')?.input).toMatchObject({
    orderId: 'o1',
    task: 2,
    falloutType: 'siteAccess',
    priority: 'critical',
    group: 'access',
    owner: 'kai',
    text: 'The gate is locked',
  });
});

test('without a type nothing is sent and the type gets the focus', async () => {
  const { asked, user, dialog } = await open();
  await user.click(dialog.getByRole('button', { name: 'Raise fallout' }));
  expect(dialog.getByText('Choose a type')).toBeDefined();
  expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: /Type/ }));
  expect(asked.some(({ name }) => name === 'fallout.raise')).toBe(false);
});

test('canceling keeps what was typed for the next time', async () => {
  const { user, dialog, onClose, unmount } = await open();
  await user.type(dialog.getByRole('textbox', { name: /What happened/ }), 'The gate');
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalled();
  unmount();
  const again = await open();
  expect(again.dialog.getByRole('textbox', { name: /What happened/ })).toHaveProperty('value', 'The gate');
});
