import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { changeSettings } from '../settings/settings.ts';
import { Shell } from '../shell/Shell.tsx';
import { drawOver } from '../testing/literalDesk.tsx';
import { counts, session } from '../testing/literalSession.ts';
import { useActions } from './registry.ts';
import { useHold } from './typeAhead.ts';

const approve = vi.fn<() => void>();
const decline = vi.fn<() => void>();

function Screen() {
  const [moving, setMoving] = useState(false);
  useHold(moving ? 'move' : null);
  useActions('approvals', [
    { id: 'approve', label: 'approvals.action.approve', keys: 'a', run: approve },
    {
      id: 'decline',
      label: 'approvals.action.decline',
      keys: 'd',
      isEnabled: () => 'Not while it rains.',
      run: decline,
    },
  ]);
  return (
    <section data-keys="" data-pane="" tabIndex={-1} aria-label="Work">
      <button type="button">Inside</button>
      <button type="button" onClick={() => setMoving(!moving)}>
        Move
      </button>
      <input aria-label="Text" />
      <input type="range" aria-label="Moment" />
    </section>
  );
}

async function draw() {
  drawOver(
    {
      'workspace.status': () => session,
      'counts.get': () => ({ ...counts, approvals: 42 }),
      'search.find': ({ text }) => ({
        results:
          text === '441'
            ? [{ kind: 'task', orderId: 'o1', subject: 'T12', number: 'TASK-441', title: 'Splice', state: 'open' }]
            : [],
      }),
    },
    <Shell>
      <Screen />
    </Shell>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Inside' }));
  return user;
}

beforeEach(() => {
  window.location.hash = '#/approvals';
  changeSettings({ singleKeys: 'on' });
  approve.mockClear();
  decline.mockClear();
});

test('a single key runs its action, but not while somebody types', async () => {
  const user = await draw();
  await user.keyboard('a');
  expect(approve).toHaveBeenCalledOnce();
  await user.type(screen.getByRole('textbox', { name: 'Text' }), 'a');
  expect(approve).toHaveBeenCalledOnce();
});

test('a key whose action is not possible says why', async () => {
  const user = await draw();
  await user.keyboard('d');
  expect(decline).not.toHaveBeenCalled();
  expect(await screen.findByText('Not while it rains.')).toBeDefined();
});

test('single keys can be switched off; those with Ctrl go on working', async () => {
  const user = await draw();
  changeSettings({ singleKeys: 'off' });
  await user.keyboard('a');
  expect(approve).not.toHaveBeenCalled();
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('combobox', { name: 'Search or jump to an order, task or command' })).toBeDefined();
  await user.keyboard('{Escape}');
});

test('two keys one after the other lead to another screen', async () => {
  const user = await draw();
  await user.keyboard('gf');
  expect(window.location.hash).toBe('#/fallout');
  expect(approve).not.toHaveBeenCalled();
});

test('Alt with an arrow goes back to where somebody came from and forward again, but moves by words in a text', async () => {
  const user = await draw();
  await user.keyboard('gf');
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(window.location.hash).toBe('#/approvals'));
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() => expect(window.location.hash).toBe('#/fallout'));

  const field = screen.getByRole('textbox', { name: 'Text' });
  expect(fireEvent.keyDown(field, { key: 'ArrowLeft', altKey: true })).toBe(true);
  expect(fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true })).toBe(false);
});

test('a slider takes no text: with the focus in it the keys go on working', async () => {
  const user = await draw();
  window.location.hash = '#/orders';
  await waitFor(() => expect(window.location.hash).toBe('#/orders'));
  screen.getByRole('slider', { name: 'Moment' }).focus();
  await user.keyboard('a');
  expect(approve).toHaveBeenCalledOnce();
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(window.location.hash).toBe('#/approvals'));
});

test('the sheet behind ? lists what has keys here', async () => {
  const user = await draw();
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(sheet).getByText('Approve the order')).toBeDefined();
  expect(within(sheet).getByText('Go to Fallout')).toBeDefined();
});

test('the palette runs actions, says why one is not possible, and jumps to what it finds', async () => {
  const user = await draw();
  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'Search or jump to…' });
  expect(await within(palette).findByText('Not while it rains.')).toBeDefined();
  await user.type(within(palette).getByRole('combobox'), '441');
  await user.click(await within(palette).findByText('TASK-441'));
  expect(window.location.hash).toBe('#/tasks/o1/12');
});

test('the sheet tells the keys of a list only where there is one, and those that mark rows only where they can be marked', async () => {
  const user = await draw();
  const marked = () => within(screen.getByRole('dialog')).queryByText('Mark the row');
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(screen.queryByText('Next or previous row')).toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  const grid = document.createElement('div');
  grid.setAttribute('role', 'grid');
  document.querySelector('main')?.append(grid);
  await user.keyboard('?');
  await screen.findByText('Next or previous row');
  expect(marked()).toBeNull();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  grid.setAttribute('aria-multiselectable', 'true');
  await user.keyboard('?');
  await waitFor(() => expect(marked()).not.toBeNull());
  grid.remove();
});

test('the arrows choose a line of the palette, which the field names while it keeps the focus, and Enter runs it', async () => {
  const user = await draw();
  const inside = screen.getByRole('button', { name: 'Inside' });
  await user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox');
  const named = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
  expect(named()).toBeNull();
  await user.keyboard('{Enter}');
  expect(approve).not.toHaveBeenCalled();

  await user.keyboard('{ArrowDown}');
  expect(named()?.textContent).toContain('Approve the order');
  expect(screen.getAllByRole('option', { selected: true })).toEqual([named()]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(named()?.textContent).toContain('Not while it rains.');
  expect(decline).not.toHaveBeenCalled();
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(named()).toBe(screen.getAllByRole('option').at(-1));
  expect(document.activeElement).toBe(field);

  await user.keyboard('approve the{Enter}');
  expect(approve).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(inside);
});

test('the palette and the sheet of keys stay behind when somebody goes to another screen', async () => {
  const user = await draw();
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Search or jump to…' });
  window.location.hash = '#/orders';
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Inside' }));
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  window.location.hash = '#/approvals';
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the menu behind . offers what can be done here', async () => {
  const user = await draw();
  await user.keyboard('.');
  await user.click(await screen.findByRole('menuitem', { name: /Approve the order/ }));
  expect(approve).toHaveBeenCalledOnce();
});

test('the navigation names each screen with its count and marks the one shown', async () => {
  await draw();
  const nav = screen.getByRole('navigation', { name: 'Screens' });
  const link = await within(nav).findByRole('link', { name: 'Approvals, 42' });
  expect(link.getAttribute('aria-current')).toBe('page');
});

test('a letter that is held down does what it does once', async () => {
  await draw();
  const held = { key: 'a', code: 'KeyA', bubbles: true };
  for (const repeat of [false, true, true])
    fireEvent.keyDown(document.activeElement ?? document.body, { ...held, repeat });
  expect(approve).toHaveBeenCalledTimes(1);
});

test('a key pressed while what it acts on is on its way acts when that is there, and pressed twice it acts once', async () => {
  drawOver({ 'workspace.status': () => session }, <Screen />);
  const user = userEvent.setup();
  const move = await screen.findByRole('button', { name: 'Move' });
  await user.click(move);
  await user.keyboard('aa');
  expect(approve).not.toHaveBeenCalled();
  await user.click(move);
  await waitFor(() => expect(approve).toHaveBeenCalledTimes(1));
  await user.keyboard('a');
  expect(approve).toHaveBeenCalledTimes(2);
});
