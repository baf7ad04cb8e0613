/** Who can do something about what waits: a person, a team, whoever has a permission, or nobody but time. */
import type { Permission } from './permissions.ts';

export type Who =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'nobody' };

export const whoever = (permission: Permission): Who => ({ kind: 'permission', permission });
export const nobody: Who = { kind: 'nobody' };
