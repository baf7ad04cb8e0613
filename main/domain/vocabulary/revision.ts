/** A change to an order under way: what is asked, and what it would do to the work (domain.md A.10). */
import type { JsonValue } from '../json.ts';
import type { CapturedLine, CapturedOrder, Contact, LineRelationship, Location } from './captured.ts';
import type { OrderState, TaskState } from './states.ts';

/** What a revision asks for (domain.md A.10); `quantity` may name the domain orders to give up when fewer are wanted. */
export type RevisionChange =
  | { readonly kind: 'characteristic'; readonly line: number; readonly name: string; readonly value: JsonValue }
  | {
      readonly kind: 'quantity';
      readonly line: number;
      readonly value: number;
      readonly giveUp?: readonly number[];
    }
  | { readonly kind: 'location'; readonly line: number; readonly value: Location }
  | {
      readonly kind: 'contact';
      readonly value: { readonly name: string; readonly email?: string; readonly phone?: string };
    }
  /** All the people to reach, of the order or of a line; `contact` puts another in the place of the order's first. */
  | { readonly kind: 'contacts'; readonly line?: number; readonly value: readonly Contact[] }
  /** What a line is related to without waiting for it; what it waits for stays. */
  | { readonly kind: 'relatedItems'; readonly line: number; readonly value: readonly RelatedItem[] }
  | { readonly kind: 'requestedCompletion'; readonly value: string | null }
  | { readonly kind: 'addLine'; readonly line: CapturedLine }
  | { readonly kind: 'cancelLine'; readonly line: number };

/** Another line, or a service of the inventory. */
export type RelatedItem = Omit<LineRelationship, 'waits'>;

export const compensations = ['keep', 'redo', 'undo', 'cancel', 'add'] as const;
export type Compensation = (typeof compensations)[number];

/**
 * `waitsAgain`: it goes on, but not before something ahead of it is done anew or taken back. `byHand`, `byParts`: a domain
 * order with nothing below it is one manual task, and that task is not needed once there is something below it.
 */
export type CompensationReason =
  | 'unaffected'
  | 'reacts'
  | 'waitsAgain'
  | 'branchDropped'
  | 'branchAdded'
  | 'lineCanceled'
  | 'orderCanceled'
  | 'quantity'
  | 'byHand'
  | 'byParts';

/** What a revision does to one task, and why; `add` rows have no task yet. */
export type CompensationRow = {
  readonly action: Compensation;
  readonly task?: number;
  readonly title: string;
  readonly line: number;
  readonly domainOrder?: number;
  readonly domainOrderName?: string;
  /** State of the task when it was worked out. */
  readonly state?: TaskState;
  readonly reason: CompensationReason;
  /** The characteristics or kinds of change that it reacts to, or that its branch depends on. */
  readonly causes: readonly string[];
  /** The branch has passed its point of no return: done only by override. */
  readonly pastNoReturn?: true;
};

export type CompensationPlan = {
  readonly rows: readonly CompensationRow[];
  readonly added: { readonly domainOrders: number; readonly tasks: number };
  readonly canceledDomainOrders: readonly number[];
  /** Branches that stand in the way unless somebody with authority overrides. */
  readonly pastNoReturn: readonly number[];
  /** Lines whose smaller quantity leaves a choice of what to give up: somebody must pick (features D6). */
  readonly needsAttention: readonly {
    readonly line: number;
    readonly giveUp: number;
    readonly candidates: readonly number[];
  }[];
  readonly plannedEnd: { readonly was: string; readonly now: string };
};

/** One request to change or cancel an order under way; the order's version goes up by one with each (domain.md A.10). */
export type Revision = {
  readonly number: number;
  readonly operation: 'update' | 'cancel';
  readonly state: 'requested' | 'approved' | 'rejected';
  readonly changes: readonly RevisionChange[];
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly decisionText?: string;
  /** Why a point of no return may be passed, by somebody who may say so (features O12, U2). */
  readonly override?: { readonly reason: string };
  readonly compensation: CompensationPlan;
  /** What it holds while it waits. */
  readonly touches: {
    readonly lines: readonly number[];
    readonly domainOrders: readonly number[];
    readonly tasks: readonly number[];
  };
  /** What the order state goes back to when it is rejected. */
  readonly restore: OrderState;
};

/** What an order asked for at one time: as it was approved, or after an approved change (features O14). */
export type OrderVersion = {
  /** From 1. */
  readonly number: number;
  readonly at: string;
  /** Who approved it. */
  readonly by: string;
  readonly operation: 'original' | 'update' | 'cancel';
  readonly reason?: string;
  /** Lines stand at their number minus one, canceled ones too. */
  readonly captured: CapturedOrder;
  readonly canceled: readonly number[];
};
