/** One person of each role, and a second agent, for tests of who may do what. */
import type { Person, Role } from '../../people/permissions.ts';

const personOf = (id: string, role: Role, ...groups: readonly string[]): Person => ({
  id,
  name: id,
  roles: [role],
  groups,
});

export const manager = personOf('manager', 'serviceOrderManager');
export const fulfiller = personOf('fulfiller', 'fulfillmentManager', 'field');
export const agent = personOf('agent', 'fulfillmentAgent', 'field');
export const otherAgent = personOf('otherAgent', 'fulfillmentAgent', 'field', 'stock');
export const viewer = personOf('viewer', 'viewer');
export const admin = personOf('admin', 'admin');

export const everyone: readonly Person[] = [manager, fulfiller, agent, otherAgent, viewer, admin];
export const groups: readonly string[] = ['field', 'stock'];
