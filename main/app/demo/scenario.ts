/** One order of the demo before it is told: who orders what, when it comes in and what becomes of it. */
import type { Contact } from '../../domain/vocabulary/captured.ts';
import type { Priority } from '../../domain/vocabulary/states.ts';
import type { Customer, Fault, Occasion, Turn } from './demoData.ts';
import type { DemoLine } from './orderDocument.ts';

/** Where the work got stuck, or what came of it. */
export const stalls = [
  'open',
  'takenOn',
  'reassigned',
  'awaitingInformation',
  'onHold',
  'retried',
  'skipped',
  'branchCanceled',
  'paused',
  /** One task on hold, and one just done whose successor has to wait a while. */
  'someOfEach',
] as const;
export type Stall = (typeof stalls)[number];

/** Moments are milliseconds since 1970. */
export type Fate =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'draft'; readonly corrected: boolean }
  /** Approved, to begin then. */
  | { readonly kind: 'startsLater'; readonly startAt: number }
  /** Worked on until then; with a stall, fallout is raised at that moment, or a task is put on hold. */
  | { readonly kind: 'underWay'; readonly until: number; readonly stall?: Stall }
  /** Worked on until then, and changed or canceled on the way. */
  | { readonly kind: 'turned'; readonly until: number; readonly turn: Turn }
  | { readonly kind: 'completed'; readonly deadline: number }
  /** Worked on until then, then every branch is canceled. */
  | { readonly kind: 'withdrawn'; readonly until: number };

export type ScenarioLine = Omit<DemoLine, 'serviceId'> & {
  /** The service it is about: what that line of another order provided. */
  readonly service?: { readonly of: Scenario; readonly line: number };
};

export type Scenario = {
  /** Every choice about this order follows from it. */
  readonly seed: number;
  readonly occasion: Occasion;
  readonly customer: Customer;
  readonly contact: Contact;
  /** As they were meant, without the fault. */
  readonly lines: readonly ScenarioLine[];
  readonly fault?: Fault;
  /** Rejected for its fault, corrected and sent again before anything else. */
  readonly resubmitted: boolean;
  readonly priority: Priority;
  readonly importAt: number;
  readonly requestedStart?: string;
  readonly requestedCompletion: string;
  /** How long things lie before somebody takes them up; 1 is a good week. */
  readonly pace: number;
  readonly fate: Fate;
};
