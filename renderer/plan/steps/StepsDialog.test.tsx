/** The look before something is done to many steps, where the app takes its time to answer. */
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge, Reply } from '../../../preload/contract/bridge.ts';
import type { Output } from '../../../preload/contract/contract.ts';
import { DeskProvider } from '../../DeskProvider.tsx';
import { literalDesk } from '../../testing/literalDesk.tsx';
import { codes, session } from '../../testing/literalSession.ts';
import { StepsDialog } from './StepsDialog.tsx';

beforeEach(() => window.localStorage.clear());

const items = [3, 4].map(task => ({ orderId: 'o1', task, seen: 3 }));
const refusal = { code: 'NothingToChange', subject: 'task', id: 'TASK0000421-4' };
const held = { orderId: 'o1', task: 4, number: 'TASK0000421-4', title: 'Test end to end', refusal };

type Look = Output<'steps.preflight'>;

/** Asks to hold both steps before the look at them is answered; `answer` gives that answer. */
async function hurry() {
  const { desk } = literalDesk({ 'workspace.status': () => session, 'codes.get': () => codes });
  let answer: (look: Look) => void = () => {};
  const looked = new Promise<Reply<Look>>(settle => {
    answer = value => settle({ ok: true, value });
  });
  const call = (name: Parameters<Bridge['call']>[0], input: never): Promise<Reply<unknown>> =>
    name === 'steps.preflight' ? looked : desk.call(name, input);
  const onRun = vi.fn(() => Promise.resolve(true));
  render(
    <MantineProvider env="test">
      <DeskProvider desk={{ ...desk, call: call as Bridge['call'] }}>
        <StepsDialog type="hold" items={items} pending={false} onRun={onRun} onClose={() => {}} />
      </DeskProvider>
    </MantineProvider>,
  );
  const user = userEvent.setup();
  await user.type(await screen.findByRole('textbox', { name: /^Reason/ }), 'Closed{Control>}{Enter}{/Control}');
  expect(onRun).not.toHaveBeenCalled();
  return { answer, onRun };
}

test('X9 what is asked for while the steps are still looked at begins when that confirms the number on the button', async () => {
  const { answer, onRun } = await hurry();
  answer({ ready: 2, held: 0, excluded: [] });
  await vi.waitFor(() => expect(onRun).toHaveBeenCalledWith({ type: 'hold', reason: 'Closed' }, items));
});

test('X9 it does not begin when the look gives another number', async () => {
  const { answer, onRun } = await hurry();
  answer({ ready: 1, held: 0, excluded: [held] });
  expect(await screen.findByText('2 selected · 1 can be held · 1 is held already')).toBeDefined();
  expect(await screen.findByRole('button', { name: 'Hold 1' })).toBeDefined();
  expect(onRun).not.toHaveBeenCalled();
});
