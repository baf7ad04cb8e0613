import { expect, test } from 'vitest';
import { isAllowed, permissions, permissionsOf, roles, rolesGranting } from './permissions.ts';

test('U3 a manager of service orders decides on orders and steers the work, but does no tasks', () => {
  const granted = permissionsOf({ roles: ['serviceOrderManager'] });
  expect(granted.has('order.approve') && granted.has('order.reject') && granted.has('order.correct')).toBe(true);
  expect(granted.has('task.assign') && granted.has('fallout.resolve')).toBe(true);
  expect(granted.has('task.work')).toBe(false);
});

test('U3 a manager of fulfillment approves, assigns, works and resolves, but neither imports nor corrects', () => {
  const granted = permissionsOf({ roles: ['fulfillmentManager'] });
  expect(granted.has('order.approve') && granted.has('task.work') && granted.has('fallout.resolve')).toBe(true);
  expect(granted.has('order.import') || granted.has('order.correct')).toBe(false);
});

test('U3 an agent works on tasks, escalates them and raises fallouts, and decides nothing', () => {
  expect([...permissionsOf({ roles: ['fulfillmentAgent'] })]).toEqual([
    'order.view',
    'task.work',
    'task.escalate',
    'fallout.create',
  ]);
});

test('U3 a viewer looks', () => {
  expect([...permissionsOf({ roles: ['viewer'] })]).toEqual(['order.view']);
});

test('U3 an admin takes in orders and catalogs and manages people, and decides nothing about orders', () => {
  expect([...permissionsOf({ roles: ['admin'] })]).toEqual([
    'order.view',
    'order.import',
    'catalog.import',
    'people.manage',
    'policy.change',
  ]);
});

test('U3 a person in several roles may do what any of them may, and one in none may do nothing', () => {
  const both = permissionsOf({ roles: ['viewer', 'fulfillmentAgent', 'admin'] });
  expect(both.has('task.work') && both.has('people.manage')).toBe(true);
  expect(permissionsOf({ roles: [] }).size).toBe(0);
});

test('U3 every permission is granted by some role, and those roles are the ones a refusal names', () => {
  for (const permission of permissions) {
    const granting = rolesGranting(permission);
    expect(granting).not.toEqual([]);
    expect(roles.filter(role => isAllowed({ roles: [role] }, permission))).toEqual(granting);
  }
});
