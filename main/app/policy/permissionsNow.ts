/** What somebody may do at a moment: by their roles, and to decide in the place of those who let them (features A8). */
import type { Database } from 'better-sqlite3';
import { findPerson } from '../../../db/people.ts';
import { findPolicy } from '../../../db/policy.ts';
import { permissionsOf, type Permission, type Person } from '../../domain/people/permissions.ts';
import { authoritiesOf } from '../../domain/policy/whoApproves.ts';

export type PermissionsNow = {
  readonly permissions: Permission[];
  /** In whose place they approve; empty when they do so in their own right. */
  readonly decidesFor: string[];
};

/** `at` as ISO-8601 UTC. */
export function permissionsNow(db: Database, person: Person, at: string): PermissionsNow {
  const around = { policy: findPolicy(db).policy, findPerson: (id: string) => findPerson(db, id) };
  const rights = (permission: 'order.approve' | 'order.reject') => authoritiesOf(person, at, around, permission);
  const lent = (['order.approve', 'order.reject'] as const).filter(permission => rights(permission).length > 0);
  return {
    permissions: [...new Set([...permissionsOf(person), ...lent])],
    decidesFor: rights('order.approve').flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  };
}
