/** Taking back one's own last action from the window. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { afterFrame } from '../afterFrame.ts';
import { useCommand } from '../calls.ts';
import { exampleTask } from '../tasks/taskExample.ts';
import { order } from '../testing/literalOrders.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { done, session } from '../testing/literalSession.ts';
import { UndoHost } from './UndoHost.tsx';

vi.setConfig({ testTimeout: 20_000 });

const answers: Answers = {
  'workspace.status': () => session,
  'task.get': ({ task }) => ({ ...exampleTask, task, number: `TASK0000421-${task}` }),
  'task.claim': () => done,
  'task.complete': () => done,
  'order.approve': () => done,
  'order.get': ({ orderId }) => order(orderId, { number: 'ORD0000421' }),
  'steps.run': () => ({ jobId: 'batch-1' }),
  'steps.undo': () => ({ jobId: 'batch-2' }),
  'job.get': ({ jobId }) => ({ ...job, id: jobId }),
  'batch.results': () => ({ rows: [], next: null, total: 2, counts: { succeeded: 1, failed: 1, skipped: 0 } }),
  'order.undo': () => done,
};

const job = {
  id: 'batch-2',
  kind: 'undoSteps',
  file: '',
  state: 'completed',
  done: 2,
  total: 2,
  imported: 0,
  duplicate: 0,
  refused: 0,
  startedAt: '2026-11-30T10:00:00.000Z',
  endedAt: '2026-11-30T10:00:01.000Z',
  problem: null,
} as const;

function Work() {
  const claim = useCommand('task.claim');
  const complete = useCommand('task.complete');
  const approve = useCommand('order.approve');
  const steps = useCommand('steps.run');
  const items = [1, 2].map(task => ({ orderId: 'o1', task, seen: 3 }));
  return (
    <>
      <button type="button" onClick={() => void claim.run({ orderId: 'o1', task: 3 })}>
        Claim
      </button>
      <button type="button" onClick={() => void complete.run({ orderId: 'o1', task: 3 })}>
        Complete
      </button>
      <button type="button" onClick={() => void approve.run({ orderId: 'o1' })}>
        Approve
      </button>
      <button type="button" onClick={() => void steps.run({ deed: { type: 'hold', reason: 'Storm.' }, items })}>
        Hold
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

/** An answer that comes when it is told to. */
function laterDone() {
  let come: () => void = () => {};
  const answer = new Promise<typeof done>(resolve => {
    come = () => resolve(done);
  });
  return { answer, come };
}

test('X8 pressed before the answer is there, Ctrl+Z is about what was just asked for', async () => {
  const later = laterDone();
  const { does, user, undone, sent } = await open({ 'task.complete': () => later.answer });
  await does('Claim');
  await does('Complete');
  await user.keyboard('{Control>}zz{/Control}');
  expect(undone()).toEqual([]);
  later.come();
  await screen.findAllByText('Taken back: TASK0000421-3 is not completed.');
  expect(undone()).toEqual(sent('task.complete'));
});

test('X8 what is being taken back is not offered to be', async () => {
  const later = laterDone();
  const { does, user, undone } = await open({ 'order.undo': () => later.answer });
  await does('Complete');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(undone()).toHaveLength(1));
  await act(() => new Promise<void>(afterFrame));
  await act(() => new Promise<void>(afterFrame));
  expect(screen.queryByRole('group', { name: 'What you just did' })).toBeNull();
  later.come();
  await screen.findAllByText('Taken back: TASK0000421-3 is not completed.');
  expect(screen.queryByRole('group', { name: 'What you just did' })).toBeNull();
});

const stays = () => screen.findByRole('group', { name: 'What is not undone' });

test('X8 Ctrl+Z is about what was done last: an approval stays, which is said, and nothing older is touched', async () => {
  const { does, user, undone } = await open();
  await does('Claim');
  await does('Approve');
  await user.keyboard('{Control>}z{/Control}');
  const card = within(await stays());
  expect(card.getByText('ORD0000421 was approved')).toBeDefined();
  expect(card.getByText(/^Approved orders are canceled, not undone/)).toBeDefined();
  expect(card.getByText('Before that: TASK0000421-3 is yours. Press Ctrl+Z again to take that back.')).toBeDefined();
  expect(screen.getByRole('status').textContent).toMatch(/^ORD0000421 was approved\. Approved orders are canceled/);
  expect(undone()).toEqual([]);
});

test('X8 asked again with that on the screen, Ctrl+Z takes back what was done before', async () => {
  const { does, user, undone, sent } = await open();
  await does('Claim');
  await does('Approve');
  await user.keyboard('{Control>}z{/Control}');
  await stays();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(undone()).toEqual(sent('task.claim')));
  await screen.findAllByText('Taken back: TASK0000421-3 is nobody’s again.');
  await user.keyboard('{Control>}z{/Control}');
  const card = within(await stays());
  expect(card.queryByRole('button', { name: /^Undo/ })).toBeNull();
  expect(card.queryByText(/Before that/)).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  expect(undone()).toHaveLength(1);
});

test('X8 X9 a batch of steps is taken back as one, and what came of it is said', async () => {
  const { does, user, sent, asked } = await open();
  await does('Hold');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() =>
    expect(asked.filter(({ name }) => name === 'steps.undo').map(({ input }) => input)).toMatchObject([
      { jobId: sent('steps.run')[0] },
    ]),
  );
  const text = 'Taken back for 1 of 2 steps. One is left as it is, with the reason.';
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(text));
  expect(screen.getByRole('link', { name: 'Show results' }).getAttribute('href')).toBe('#/batches/batch-2');
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('There is nothing of yours to undo here.')).toBeDefined();
});

test('X8 a batch under way stays on the stack until it has ended', async () => {
  const { does, user, asked } = await open({
    'steps.undo': () => ({ refusal: { code: 'CannotUndo', why: 'underWay', on: [] } }),
  });
  await does('Hold');
  const times = () => asked.filter(({ name }) => name === 'steps.undo').length;
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText(/It is still under way/)).toBeDefined();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(times()).toBe(2));
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
