/** Taking back one's own last action from the window. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { useCommand } from '../calls.ts';
import { exampleTask } from '../tasks/taskExample.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { done, session } from '../testing/literalSession.ts';
import { UndoHost } from './UndoHost.tsx';

vi.setConfig({ testTimeout: 20_000 });

const answers: Answers = {
  'workspace.status': () => session,
  'task.get': ({ task }) => ({ ...exampleTask, task, number: `TASK0000421-${task}` }),
  'task.claim': () => done,
  'task.complete': () => done,
  'order.addNote': () => done,
  'order.undo': () => done,
};

function Work() {
  const claim = useCommand('task.claim');
  const complete = useCommand('task.complete');
  const note = useCommand('order.addNote');
  return (
    <>
      <button type="button" onClick={() => void claim.run({ orderId: 'o1', task: 3 })}>
        Claim
      </button>
      <button type="button" onClick={() => void complete.run({ orderId: 'o1', task: 3 })}>
        Complete
      </button>
      <button type="button" onClick={() => void note.run({ orderId: 'o1', subject: 'T3', kind: 'work', text: 'Seen' })}>
        Note
      </button>
      <input aria-label="Text" />
    </>
  );
}

async function open(more: Answers = {}) {
  const drawn = drawOver({ ...answers, ...more }, [<Work key="work" />, <UndoHost key="undo" />]);
  await screen.findByRole('button', { name: 'Claim' });
  const user = userEvent.setup();
  const does = (name: string) => user.click(screen.getByRole('button', { name }));
  const undone = () =>
    drawn.asked.flatMap(({ name, input }) => (name === 'order.undo' ? [(input as { action: string }).action] : []));
  const sent = (of: string) =>
    drawn.asked.flatMap(({ name, input }) => (name === of ? [(input as { commandId: string }).commandId] : []));
  const toast = () => screen.findByRole('group', { name: 'What you just did' });
  return { ...drawn, user, does, undone, sent, toast };
}

test('X8 a toast says what was done, and its button takes it back', async () => {
  const { does, toast, user, undone, sent } = await open();
  await does('Complete');
  const card = within(await toast());
  expect(card.getByText('TASK0000421-3 completed')).toBeDefined();
  expect(screen.getByRole('status').textContent).toBe('TASK0000421-3 completed');
  await user.click(card.getByRole('button', { name: /^Undo/ }));
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe('Taken back: TASK0000421-3 is not completed.'),
  );
  expect(undone()).toEqual(sent('task.complete'));
});

test('X8 there is one toast at a time: the newest', async () => {
  const { does, toast } = await open();
  await does('Claim');
  await toast();
  await does('Complete');
  await waitFor(() => {
    const cards = screen.queryAllByRole('group', { name: 'What you just did' });
    expect(cards.map(card => card.textContent)).toEqual([expect.stringContaining('TASK0000421-3 completed')]);
  });
});

test('X8 Ctrl+Z takes back one action after the other, the newest first', async () => {
  const { does, user, undone, sent } = await open();
  await does('Claim');
  await does('Note');
  await does('Complete');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(undone()).toEqual(sent('task.complete')));
  await screen.findAllByText('Taken back: TASK0000421-3 is not completed.');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(undone()).toEqual([...sent('task.complete'), ...sent('task.claim')]));
  await screen.findAllByText('Taken back: TASK0000421-3 is nobody’s again.');
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('There is nothing of yours to undo here.')).toBeDefined();
});

test('X8 in a field Ctrl+Z is about the text', async () => {
  const { does, user, undone, toast } = await open();
  await does('Claim');
  await toast();
  await user.click(screen.getByRole('textbox', { name: 'Text' }));
  await user.keyboard('a{Control>}z{/Control}');
  expect(undone()).toEqual([]);
});

test('X8 a refusal says why, and the action is not offered again', async () => {
  const { does, user, undone } = await open({
    'order.undo': () => ({
      refusal: { code: 'CannotUndo', why: 'dependedOn', on: ['TASK0000421-4'] },
    }),
  });
  await does('Complete');
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText(/Work already builds on it: TASK0000421-4\./)).toBeDefined();
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('There is nothing of yours to undo here.')).toBeDefined();
  expect(undone()).toHaveLength(1);
});

test('X8 who sits down next has nothing of the other’s to take back', async () => {
  let person = session.person;
  const { does, tell, toast, user, undone } = await open({ 'workspace.status': () => ({ ...session, person }) });
  await does('Claim');
  await toast();
  person = session.person && { ...session.person, id: 'kai', name: 'Kai Lund' };
  act(() => tell({ name: 'workspace.changed', body: {} }));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'What you just did' })).toBeNull());
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('There is nothing of yours to undo here.')).toBeDefined();
  expect(undone()).toEqual([]);
});
