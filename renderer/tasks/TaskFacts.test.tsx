/** Why a task is whose it is, how urgent, and how much time is left. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Task } from '../../preload/contract/task.ts';
import { namesOf } from '../names.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import { TaskFacts } from './TaskFacts.tsx';
import { exampleTask } from './taskExample.ts';

async function facts(task: Partial<Task>) {
  drawOver(
    { 'workspace.status': () => session },
    <TaskFacts task={{ ...exampleTask, ...task }} names={namesOf(session)} />,
  );
  return within(await screen.findByRole('region', { name: 'Who and when' }));
}

test('T3 a task that the desk handed out says why this person has it', async () => {
  const shown = await facts({
    assignedWhy: { method: 'leastLoaded', candidates: 4, load: 2, skill: 'fibre', site: 'Bergen' },
  });
  expect(
    shown.getByText('They had the least to do, of 4 who could; 2 open tasks then; skill fibre; site Bergen'),
  ).toBeDefined();
});

test('T3 a task that the desk found nobody for says what nobody has', async () => {
  const team = session.teams[0];
  const nobodyWhy = { group: team?.id ?? '', cause: 'skill', skill: 'fibre' } as const;
  const shown = await facts({ nobodyWhy });
  expect(shown.getByText(`Nobody in ${team?.name} has the skill fibre.`)).toBeDefined();
});

test('T6 the priority of a task says which ranks and weights made it', async () => {
  const parts = (['customer', 'specification', 'orderType', 'urgency'] as const).map((table, at) => ({
    table,
    key: table,
    rank: [100, 80, 80, 60][at] ?? 0,
    weight: [10, 25, 35, 30][at] ?? 0,
  }));
  const shown = await facts({ priorityScore: { score: 76, priority: 'high', parts } });
  await userEvent.click(shown.getByRole('button', { name: /High/ }));
  expect(await screen.findByText(/7,?600/)).toBeDefined();
  expect(screen.getByText(/76/)).toBeDefined();
});

test('O15 a running task says how much of its time limit has passed, and what that means', async () => {
  const shown = await facts({ slaMinutes: 240, slaShare: 0.8, jeopardy: 'high' });
  expect(shown.getByText(/80 % of it has passed/)).toBeDefined();
  expect(shown.getByTitle(/Jeopardy: High/)).toBeDefined();
});

test('T7 planned, expected and actual dates stand side by side, the expected one only while it is open', async () => {
  const open = await facts({});
  for (const name of ['Planned start', 'Planned end', 'Expected end', 'Started'])
    expect(open.getByText(name)).toBeDefined();
  expect(open.queryByText('Ended')).toBeNull();
});

test('T6 the priority of an escalated task says who raised it, and what it is without that and why', async () => {
  const part = { table: 'customer', key: 'ACME', rank: 50, weight: 10 } as const;
  const shown = await facts({
    priority: 'high',
    priorityScore: { score: 50, priority: 'moderate', parts: [part] },
    escalation: {
      to: { kind: 'person', id: 'liv' },
      reason: 'Late',
      by: 'kai',
      at: '2026-11-24T09:00:00.000Z',
      from: 'moderate',
    },
  });
  expect(shown.getByText('High')).toBeDefined();
  expect(shown.getByText(/^Escalated by Kai Lund\. Without that:/)).toBeDefined();
  await userEvent.click(shown.getByRole('button', { name: /^Moderate/ }));
  expect(await screen.findByText('500 / 10 = 50, which is Moderate')).toBeDefined();
});
