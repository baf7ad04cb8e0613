/** Who may do what with a task. */
import { expect, test } from 'vitest';
import type { WorkspaceStatus } from '../../preload/contract/session.ts';
import { namesOf } from '../names.ts';
import { mayDo } from './taskRules.ts';

const names = namesOf({ people: [{ id: 'kai', name: 'Kai Lund', roles: [], groups: [] }], teams: [] });
const agent: NonNullable<WorkspaceStatus['person']> = {
  id: 'liv',
  name: 'Liv Dahl',
  roles: ['fulfillmentAgent'],
  groups: ['field'],
  permissions: ['order.view', 'task.work', 'fallout.create'],
  decidesFor: [],
};
const manager = { ...agent, id: 'mia', permissions: [...agent.permissions, 'task.assign' as const] };

test('T2 an agent takes and starts what nobody has, and not what somebody else has', () => {
  expect(mayDo('claim', { state: 'open', assignee: null }, agent, names)).toBe(true);
  expect(mayDo('start', { state: 'open', assignee: null }, agent, names)).toBe(true);
  expect(mayDo('start', { state: 'open', assignee: 'kai' }, agent, names)).toBe(
    'It belongs to Kai Lund. Assign it to yourself or ask for it.',
  );
});

test('T2 only who may assign gives back the task of somebody else', () => {
  const task = { state: 'inProgress', assignee: 'kai' } as const;
  expect(mayDo('release', task, agent, names)).toBe('Your roles do not let you assign tasks.');
  expect(mayDo('release', task, manager, names)).toBe(true);
  expect(mayDo('release', { ...task, assignee: 'liv' }, agent, names)).toBe(true);
});

test('a task is completed from “In progress” only', () => {
  expect(mayDo('complete', { state: 'open', assignee: 'liv' }, agent, names)).toBe(
    'It can be completed when it is in progress; it is “Ready”.',
  );
  expect(mayDo('complete', { state: 'inProgress', assignee: 'liv' }, agent, names)).toBe(true);
});

test('nobody at the desk can do nothing', () => {
  expect(mayDo('claim', { state: 'open', assignee: null }, null, names)).not.toBe(true);
});

test('X8 an agent pauses an own or a free task; one that nobody paused cannot be resumed', () => {
  expect(mayDo('pause', { state: 'open', assignee: null }, agent, names)).toBe(true);
  expect(mayDo('pause', { state: 'inProgress', assignee: 'liv' }, agent, names)).toBe(true);
  expect(mayDo('pause', { state: 'inProgress', assignee: 'kai' }, agent, names)).toBe(
    'Your roles do not let you assign tasks.',
  );
  expect(mayDo('pause', { state: 'inProgress', assignee: 'kai' }, manager, names)).toBe(true);
  expect(mayDo('pause', { state: 'onHold', assignee: 'liv' }, agent, names)).not.toBe(true);
  expect(mayDo('resume', { state: 'onHold', assignee: 'liv', pausedFor: 'No van' }, agent, names)).toBe(true);
  expect(mayDo('resume', { state: 'onHold', assignee: 'liv', pausedFor: null }, agent, names)).toBe(
    'Nobody put it on hold: resolve what holds it.',
  );
});
