/** The recent batches, with their results, and how far those under way are. */
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Batch } from '../../preload/contract/batch.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import { BatchesScreen } from './BatchesScreen.tsx';
import { RunningBatch } from './RunningBatch.tsx';
import { takeSelectLater } from './selectLater.ts';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  window.location.hash = '#/batches';
  takeSelectLater();
});

const me = session.person?.id ?? '';
const manager: typeof session = {
  ...session,
  person: session.person && { ...session.person, permissions: ['order.approve'] },
};

const batch = (jobId: string, more: Partial<Batch> = {}): Batch => ({
  jobId,
  kind: 'approve',
  deed: null,
  order: null,
  by: me,
  state: 'completed',
  done: 3,
  total: 3,
  counts: { succeeded: 2, failed: 1, skipped: 0 },
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
  dismissed: false,
  ...more,
});

const held = batch('held', {
  kind: 'steps',
  deed: { type: 'hold', reason: 'Storm.' },
  order: { id: 'o1', number: 'ORD0000421' },
  counts: { succeeded: 3, failed: 0, skipped: 0 },
});

function draw(jobId: string | null, batches: readonly Batch[], more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => manager,
      'batch.recent': ({ whose }) => ({ batches: batches.filter(({ by }) => whose === 'all' || by === me) }),
      'job.get': () => ({
        id: jobId ?? '',
        kind: 'approve',
        file: '',
        state: 'completed',
        done: 3,
        total: 3,
        imported: 0,
        duplicate: 0,
        refused: 0,
        startedAt: '2026-11-23T10:00:00.000Z',
        endedAt: '2026-11-23T10:00:01.000Z',
        problem: null,
      }),
      'batch.results': () => ({ rows: [], next: null, total: 3, counts: { succeeded: 2, failed: 1, skipped: 0 } }),
      ...more,
    },
    [<RunningBatch key="running" />, <BatchesScreen key="screen" jobId={jobId} />],
  );
  return { ...drawn, user: userEvent.setup() };
}

const lineOf = (title: RegExp) => screen.findByRole('link', { name: title });

test('A9 X9 each of the last batches says what it was for, who started it and what came of it', async () => {
  draw(null, [held, batch('approved', { done: 2, state: 'canceled' })]);
  const line = (await lineOf(/Holding 3 steps/)).closest('li') as HTMLElement;
  expect(line.textContent).toContain('3 done, 0 not');
  expect(line.textContent).toContain('ORD0000421');
  const stopped = (await lineOf(/Approval of 3 orders/)).closest('li') as HTMLElement;
  expect(within(stopped).getByText('Stopped')).toBeDefined();
  expect(stopped.textContent).toContain('2 done, 1 not · 1 not reached');
});

test('A9 who decides sees everybody’s when they ask for them', async () => {
  const { user } = draw(null, [held, batch('others', { by: 'kai' })]);
  await lineOf(/Holding 3 steps/);
  expect(screen.queryByRole('link', { name: /Approval of 3 orders/ })).toBeNull();
  await user.click(screen.getByText('Everybody’s'));
  expect(await lineOf(/Approval of 3 orders/)).toBeDefined();
});

test('A9 from the results of an approval those that failed are selected again where one approves', async () => {
  const { user } = draw('approved', [batch('approved')]);
  const results = await screen.findByRole('region', { name: 'Approval of 3 orders' });
  expect(await within(results).findByText(/^2 orders were approved/)).toBeDefined();
  await user.click(within(results).getByRole('button', { name: 'Select those not approved' }));
  expect(window.location.hash).toBe('#/approvals');
  expect(takeSelectLater()).toBe('approved');
});

test('X8 X9 one’s own batch of steps is taken back from its results, somebody else’s is not', async () => {
  const { user } = draw('held', [held], { 'steps.undo': () => ({ jobId: 'back' }) });
  await user.click(await screen.findByRole('button', { name: 'Take back the 2 done' }));
  await waitFor(() => expect(window.location.hash).toBe('#/batches/back'));
});

test('X9 somebody else’s batch cannot be taken back', async () => {
  draw('held', [{ ...held, by: 'kai' }]);
  expect(await screen.findByRole('link', { name: 'Plan of ORD0000421' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
});

test('A9 X9 a batch under way says everywhere how far it is, and leads to its results', async () => {
  draw(null, [batch('approved', { state: 'running', done: 1, endedAt: null }), held]);
  const running = await screen.findByRole('link', { name: 'Approving 1 of 3' });
  expect(running.getAttribute('href')).toBe('#/batches/approved');
});

test('X9 while nothing was done to many yet, it is said where that is done', async () => {
  const { user } = draw(null, []);
  expect(await screen.findByText('Nothing was done to many at once yet')).toBeDefined();
  expect(screen.queryByRole('link', { name: /of/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Go to Approvals' }));
  expect(window.location.hash).toBe('#/approvals');
});
