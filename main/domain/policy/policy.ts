/** How this workspace wants decisions made: who must approve, what comes first, who gets the work, when a team works. */
import type { AssignmentMethod } from '../vocabulary/reasons.ts';
import type { Priority } from '../vocabulary/states.ts';

/** Working hours of a team; a team without any works around the clock. */
export type Calendar = {
  /** IANA name, such as `Europe/Oslo`: hours are those of the clock on that wall. */
  readonly zone: string;
  /** One span a day at most; `day` 1 is Monday. `from` and `to` as `08:00`; `24:00` ends a day. */
  readonly hours: readonly { readonly day: number; readonly from: string; readonly to: string }[];
  /** Days off, as `2026-12-25`. */
  readonly closed: readonly string[];
};

/** A decision table of the priority formula: a rank from 0 to 100 by key, and how much it weighs (domain.md A.8). */
export type RankTable = {
  readonly weight: number;
  readonly ranks: { readonly [key: string]: number };
  /** Of a key that is not in the table; a table without both says nothing about that line. */
  readonly otherwise?: number;
};

export type PriorityPolicy = {
  /** By account id. */
  readonly customer: RankTable;
  /** By id of the line's specification. */
  readonly specification: RankTable;
  /** By line action. */
  readonly orderType: RankTable;
  /** By the priority the order was captured with. */
  readonly urgency: RankTable;
};

export type ApprovalPolicy = {
  /** Two different people approve when any of these says so. */
  readonly twoPeople: {
    readonly always: boolean;
    readonly priorities: readonly Priority[];
    /** From this many lines on. */
    readonly fromLines?: number;
  };
};

/** One person lets another decide in their place for a time (features A8). */
export type Delegation = {
  readonly from: string;
  readonly to: string;
  /** ISO-8601 UTC; `until` is no longer part of it. */
  readonly starts: string;
  readonly until: string;
};

export type TeamPolicy = { readonly assignment: AssignmentMethod; readonly calendar?: Calendar };

export type PersonPolicy = { readonly skills: readonly string[]; readonly sites: readonly string[] };

export type Policy = {
  readonly approval: ApprovalPolicy;
  readonly delegations: readonly Delegation[];
  readonly priority: PriorityPolicy;
  readonly teams: { readonly [team: string]: TeamPolicy };
  readonly people: { readonly [person: string]: PersonPolicy };
  /** Working hours of teams that have none of their own, and of work that belongs to no team. */
  readonly calendar?: Calendar;
};

const silent: RankTable = { weight: 0, ranks: {} };

/** What holds until somebody says otherwise: one approver, the captured priority, nothing handed out, work around the clock. */
export const defaultPolicy: Policy = {
  approval: { twoPeople: { always: false, priorities: [] } },
  delegations: [],
  priority: { customer: silent, specification: silent, orderType: silent, urgency: silent },
  teams: {},
  people: {},
};
