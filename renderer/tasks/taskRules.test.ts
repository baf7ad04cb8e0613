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
  permissions: ['order.view', 'task.work', 'task.escalate', 'fallout.create'],
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

test('T6 an agent escalates an own or a free task; who escalated and whom it is before may withdraw it', () => {
  expect(mayDo('escalate', { state: 'open', assignee: null }, agent, names)).toBe(true);
  expect(mayDo('escalate', { state: 'draft', assignee: 'liv' }, agent, names)).toBe(true);
  expect(mayDo('escalate', { state: 'open', assignee: 'kai' }, agent, names)).toBe(
    'Your roles do not let you assign tasks.',
  );
  expect(mayDo('escalate', { state: 'open', assignee: 'kai' }, manager, names)).toBe(true);
  expect(mayDo('escalate', { state: 'closedComplete', assignee: 'liv' }, agent, names)).not.toBe(true);
  const at = '2026-11-24T09:00:00.000Z';
  const escalated = (by: string, to: { kind: 'person' | 'group'; id: string }) =>
    ({ state: 'open', assignee: 'kai', escalation: { to, by, at, reason: 'Late', from: 'low' } }) as const;
  const toKai = { kind: 'person', id: 'kai' } as const;
  expect(mayDo('withdrawEscalation', escalated('liv', toKai), agent, names)).toBe(true);
  expect(mayDo('withdrawEscalation', escalated('kai', { kind: 'group', id: 'field' }), agent, names)).toBe(true);
  expect(mayDo('withdrawEscalation', escalated('kai', toKai), agent, names)).not.toBe(true);
  expect(mayDo('withdrawEscalation', escalated('kai', toKai), manager, names)).toBe(true);
});

test('F7 U3 who resolves fallout skips what is ready, under way or held, and an agent skips nothing', () => {
  const resolver = { ...agent, permissions: ['fallout.resolve' as const] };
  expect(mayDo('skip', { state: 'open', assignee: 'kai' }, resolver, names)).toBe(true);
  expect(mayDo('skip', { state: 'draft', assignee: null }, resolver, names)).toBe(
    'It can be skipped when it is ready, in progress or on hold; it is “Waiting”.',
  );
  expect(mayDo('skip', { state: 'open', assignee: 'liv' }, agent, names)).toBe(
    'Your roles do not let you resolve fallout.',
  );
});
