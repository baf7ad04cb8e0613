/** Who may do what with a fallout. */
import { expect, test } from 'vitest';
import type { WorkspaceStatus } from '../../preload/contract/session.ts';
import { mayTriage } from './falloutRules.ts';

const manager: NonNullable<WorkspaceStatus['person']> = {
  id: 'mia',
  name: 'Mia Berg',
  roles: ['fulfillmentManager'],
  groups: [],
  permissions: ['fallout.triage', 'fallout.resolve', 'task.assign'],
  decidesFor: [],
};
const agent = { ...manager, permissions: ['fallout.create' as const] };
const open = { state: 'open', owner: null } as const;

test('a manager triages, takes, reassigns and resolves what is open', () => {
  expect((['triage', 'take', 'reassign', 'resolve'] as const).map(deed => mayTriage(deed, open, manager))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('an agent is told which permission is lacking', () => {
  expect(mayTriage('resolve', open, agent)).toBe('Your roles do not let you resolve fallout.');
  expect(mayTriage('reassign', open, { ...manager, permissions: ['fallout.triage'] })).toBe(
    'Your roles do not let you assign tasks.',
  );
});

test('what is closed stays closed, and what is yours need not be taken', () => {
  expect(mayTriage('triage', { state: 'closedComplete', owner: null }, manager)).toBe('It is resolved already.');
  expect(mayTriage('take', { state: 'open', owner: 'mia' }, manager)).toBe('It is yours already.');
});
