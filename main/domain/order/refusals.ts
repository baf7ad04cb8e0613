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
      readonly subject: SubjectKind | 'revision' | 'person' | 'group' | 'specification' | 'catalog' | 'document';
      readonly id: string;
    }
  | { readonly code: 'AlreadyExists'; readonly subject: SubjectKind; readonly id: string }
  /** A pre-approval check that stands in the way failed; lines by number. */
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
      readonly subject: SubjectKind | 'policy';
      readonly id: string;
      readonly field: string;
      readonly expected: string;
    }
  /** The task belongs to somebody else. */
  | { readonly code: 'NotYours'; readonly id: string; readonly assignee: string }
  /** What the task comes after has not let go: parts by number and title. */
  | { readonly code: 'StillWaiting'; readonly id: string; readonly on: readonly string[] }
  /** Parts by name, each for the one before it and the first for the last. */
  | { readonly code: 'PlanHasCycle'; readonly path: readonly string[] }
  /** It takes two people, and this one is already one of them: gave the first approval, or asked for the change (features A8). */
  | {
      readonly code: 'SecondPersonNeeded';
      readonly id: string;
      readonly first: string;
      readonly did: 'approved' | 'requested';
    }
  /** Branches that can only be changed by somebody with authority, saying why (features O11, O12). */
  | { readonly code: 'PastPointOfNoReturn'; readonly id: string; readonly branches: readonly string[] }
  /** A smaller quantity leaves a choice of what to give up. */
  | { readonly code: 'NeedsPick'; readonly id: string; readonly lines: readonly string[] }
  /** The action is not the person's own, is too old, or something already builds on it or is done anew before it: these parts (features X8). A batch may be under way still, or have done nothing. */
  | {
      readonly code: 'CannotUndo';
      readonly why: 'notYours' | 'unknown' | 'notUndoable' | 'dependedOn' | 'waitsAgain' | 'underWay' | 'nothingDone';
      readonly on: readonly string[];
    }
  /** Two orders would wait for each other; `path` names the parts on the way round where a change of the plan would close it. */
  | { readonly code: 'WouldCircle'; readonly id: string; readonly other: string; readonly path?: readonly string[] }
  | { readonly code: 'NothingToChange'; readonly subject: SubjectKind; readonly id: string };
