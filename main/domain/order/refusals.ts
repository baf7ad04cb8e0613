/** How the business says no: codes with the facts a person needs to know what to do next. */
import type { Permission, Role } from '../people/permissions.ts';

export type SubjectKind = 'order' | 'line' | 'domainOrder' | 'task' | 'fallout';

export type Refusal =
  /** The person lacks the permission; `roles` are those that have it. */
  | { readonly code: 'NotPermitted'; readonly permission: Permission; readonly roles: readonly Role[] }
  | {
      readonly code: 'WrongState';
      readonly subject: SubjectKind;
      readonly id: string;
      readonly found: string;
      readonly needed: readonly string[];
    }
  /** Somebody changed it since the person looked: what, who, when. */
  | {
      readonly code: 'Stale';
      readonly subject: SubjectKind;
      readonly id: string;
      readonly event: string;
      readonly by: string;
      readonly at: string;
      readonly version: number;
    }
  | {
      readonly code: 'NotFound';
      readonly subject: SubjectKind | 'person' | 'group' | 'specification' | 'catalog' | 'document';
      readonly id: string;
    }
  | { readonly code: 'AlreadyExists'; readonly subject: SubjectKind; readonly id: string }
  /** A pre-approval check that stands in the way failed. */
  | {
      readonly code: 'CheckFailed';
      readonly checks: readonly { readonly check: string; readonly lines: readonly string[] }[];
    }
  | {
      readonly code: 'FieldMissing';
      readonly subject: SubjectKind;
      readonly id: string;
      readonly fields: readonly string[];
    }
  | {
      readonly code: 'FieldInvalid';
      readonly subject: SubjectKind;
      readonly id: string;
      readonly field: string;
      readonly expected: string;
    }
  /** The task belongs to somebody else. */
  | { readonly code: 'NotYours'; readonly id: string; readonly assignee: string }
  /** The task's predecessors have not ended. */
  | { readonly code: 'StillWaiting'; readonly id: string; readonly on: readonly string[] }
  | { readonly code: 'PlanHasCycle'; readonly path: readonly string[] }
  | { readonly code: 'NothingToChange'; readonly subject: SubjectKind; readonly id: string };
