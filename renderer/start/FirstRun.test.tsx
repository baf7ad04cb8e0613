import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import type { Job } from '../../preload/contract/intake.ts';
import { FirstRun } from './FirstRun.tsx';

const job: Job = {
  id: 'j1',
  kind: 'demo',
  file: 'demo',
  state: 'running',
  done: 50,
  total: 400,
  imported: 50,
  duplicate: 0,
  refused: 0,
  startedAt: '2026-11-23T08:00:00.000Z',
  endedAt: null,
  problem: null,
};

function draw(answers: Answers) {
  const drawn = drawOver(
    { 'workspace.status': () => session, ...answers },
    <FirstRun folder="/home/liv/desk" loading={null} />,
  );
  return { ...drawn, user: userEvent.setup() };
}

test('the demo is loaded with its progress', async () => {
  const { user } = draw({ 'workspace.loadDemo': () => ({ jobId: 'j1' }), 'job.get': () => job });
  await user.click(await screen.findByRole('button', { name: 'Load the demo workspace' }));
  expect((await screen.findByRole('status')).textContent).toContain('50 of 400 orders');
});

test('a demo that fails says why and leads back', async () => {
  const failed: Job = { ...job, state: 'failed', problem: { code: 'internal', facts: {} } };
  const { user } = draw({ 'workspace.loadDemo': () => ({ jobId: 'j1' }), 'job.get': () => failed });
  await user.click(await screen.findByRole('button', { name: 'Load the demo workspace' }));
  expect(await screen.findByText('The demo workspace could not be loaded')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back to the ways to begin' }));
  expect(await screen.findByRole('button', { name: 'Start empty' })).toBeDefined();
});

test('starting empty asks for a name first', async () => {
  const { user, asked } = draw({ 'workspace.startEmpty': () => ({}) });
  await user.click(await screen.findByRole('button', { name: 'Start empty' }));
  await user.click(screen.getByRole('button', { name: 'Begin' }));
  expect(screen.getByText('Enter your name; it stands beside what you decide.')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: /Your name/ }), 'Ana{Enter}');
  expect(asked.filter(({ name }) => name === 'workspace.startEmpty')).toEqual([
    { name: 'workspace.startEmpty', input: { name: 'Ana' } },
  ]);
});
