/** Who may do what: the permissions, and the roles that bundle them (domain.md A.4, our own names by A.14). */

export const permissions = [
  'order.view',
  'order.import',
  'order.approve',
  'order.reject',
  'order.correct',
  'order.revise',
  'order.override',
  'task.work',
  'task.assign',
  'task.escalate',
  'fallout.create',
  'fallout.triage',
  'fallout.resolve',
  'catalog.import',
  'people.manage',
  'policy.change',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['serviceOrderManager', 'fulfillmentManager', 'fulfillmentAgent', 'viewer', 'admin'] as const;
export type Role = (typeof roles)[number];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  serviceOrderManager: [
    'order.view',
    'order.import',
    'order.approve',
    'order.reject',
    'order.correct',
    'order.revise',
    'order.override',
    'task.assign',
    'task.escalate',
    'fallout.create',
    'fallout.triage',
    'fallout.resolve',
  ],
  fulfillmentManager: [
    'order.view',
    'order.approve',
    'order.reject',
    'order.revise',
    'task.work',
    'task.assign',
    'task.escalate',
    'fallout.create',
    'fallout.triage',
    'fallout.resolve',
  ],
  fulfillmentAgent: ['order.view', 'task.work', 'task.escalate', 'fallout.create'],
  viewer: ['order.view'],
  admin: ['order.view', 'order.import', 'catalog.import', 'people.manage', 'policy.change'],
};

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The teams this person works in, by id; a task assigned to one of them is in their group's queue. */
  readonly groups: readonly string[];
};

export function permissionsOf(person: Pick<Person, 'roles'>): ReadonlySet<Permission> {
  return new Set(person.roles.flatMap(role => granted[role]));
}

export const isAllowed = (person: Pick<Person, 'roles'>, permission: Permission): boolean =>
  permissionsOf(person).has(permission);

/** The roles that would have allowed it, so that a refusal can say whom to ask. */
export const rolesGranting = (permission: Permission): readonly Role[] =>
  roles.filter(role => granted[role].includes(permission));
