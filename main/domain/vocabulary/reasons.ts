/** Why the desk decided something by itself: whom it gave a task, and how urgent it found a line. */
import type { Priority } from './states.ts';

/** `none` leaves a task in its team's queue until somebody takes it. */
export const assignmentMethods = ['none', 'roundRobin', 'leastLoaded'] as const;
export type AssignmentMethod = (typeof assignmentMethods)[number];

/** Why the desk gave a task to somebody (features T3). */
export type AssignmentReason = {
  readonly method: AssignmentMethod;
  /** How many of the team could have had it. */
  readonly candidates: number;
  /** Open tasks that the person had then. */
  readonly load: number;
  readonly skill?: string;
  readonly site?: string;
};

/** Why the desk found nobody in a team for a task: nobody there works on tasks, has the skill, or goes to the site (features T3). */
export const nobodyCauses = ['team', 'skill', 'site'] as const;
export type NobodyReason = {
  readonly group: string;
  readonly cause: (typeof nobodyCauses)[number];
  readonly skill?: string;
  readonly site?: string;
};

/** One step of computing a priority: the table asked, the key it was asked for, the rank found and its weight. */
export type PriorityPart = {
  readonly table: 'customer' | 'specification' | 'orderType' | 'urgency';
  readonly key: string;
  readonly rank: number;
  readonly weight: number;
};
/** `sum(rank × weight) / sum(weight)`, and the level it falls into (domain.md A.8). */
export type PriorityScore = {
  readonly score: number;
  readonly priority: Priority;
  readonly parts: readonly PriorityPart[];
};
