/** The state of one service order: what was captured, what approval made of it, and where every part of it stands. */
import type { Facing, TaskField } from '../catalog/catalog.ts';
import type { OutsideDependency, OutsideWant } from '../decomposition/decomposed.ts';
import type { DecompositionTrace } from '../decomposition/trace.ts';
import type { Table } from '../table.ts';
import type { AssignmentReason, NobodyReason, PriorityScore } from '../vocabulary/reasons.ts';
import type { OrderVersion, Revision } from '../vocabulary/revision.ts';
import type { CapturedLine, CapturedOrder, CharacteristicValue } from '../vocabulary/captured.ts';
import type { NodeId, SubjectId } from '../vocabulary/node.ts';
import type {
  DomainOrderState,
  FalloutState,
  InventoryState,
  LineAction,
  LineState,
  OrderState,
  Priority,
  TaskState,
} from '../vocabulary/states.ts';

/** When a part last changed and by whose hand: what a stale decision is told. */
export type Touched = { readonly version: number; readonly at: string; readonly by: string; readonly type: string };

export type Count = { readonly ended: number; readonly total: number };

/** Links that are not plain "when it has ended, at once"; every predecessor and successor is in the plain lists too, except where said. */
export type TimedLinks = {
  /** Parts that may start once this one has started; they are not among `successors`. */
  readonly startSuccessors?: readonly NodeId[];
  /** Those of `predecessors` whose start is enough. */
  readonly startPredecessors?: readonly NodeId[];
  /** Minutes to wait after a predecessor has let go. */
  readonly lags?: { readonly [before: NodeId]: number };
  /** ISO-8601 UTC: when the last lag that has begun runs out. */
  readonly freeAt?: string;
};

/** A pending revision keeps it from moving; what it goes back to when that is rejected. */
export type RevisionHold<State> = { readonly revision: number; readonly restore: State };

export type OrderLine = CapturedLine &
  TimedLinks & {
    readonly id: NodeId;
    readonly number: number;
    readonly state: LineState;
    /** The catalog specification this line decomposes by, when known. */
    readonly matched?: string;
    readonly children: readonly number[];
    /** Top-level domain orders of this line. */
    readonly domainOrders: readonly number[];
    /** Predecessors that have not ended yet. */
    readonly pending: number;
    readonly predecessors: readonly NodeId[];
    readonly successors: readonly NodeId[];
    /** Top-level domain orders and nested lines that have not ended: the line is done when it reaches 0. */
    readonly remaining: number;
    readonly inventory?: number;
    /** Something of it has been started. */
    readonly started?: true;
    /** Why its work has the priority it has (features T6). */
    readonly priority?: PriorityScore;
    readonly hold?: RevisionHold<LineState> | undefined;
    /** Being canceled: it ends as canceled when nothing is left to take back. */
    readonly canceling?: boolean;
  };

export type DomainOrder = TimedLinks & {
  readonly id: NodeId;
  readonly number: number;
  readonly line: number;
  readonly parent?: number | undefined;
  readonly kind: 'service' | 'resource';
  readonly facing?: Facing | undefined;
  readonly specification: string;
  readonly name: string;
  readonly action: LineAction;
  readonly quantity: number;
  readonly state: DomainOrderState;
  readonly characteristics: readonly CharacteristicValue[];
  readonly planTemplate?: string | undefined;
  readonly tasks: readonly number[];
  readonly children: readonly number[];
  readonly pending: number;
  readonly predecessors: readonly NodeId[];
  readonly successors: readonly NodeId[];
  /** Own tasks and direct children that have not ended: closed when it reaches 0. */
  readonly remaining: number;
  readonly actualStart?: string | undefined;
  readonly actualEnd?: string | undefined;
  readonly unit?: { readonly number: number; readonly of: number };
  readonly hold?: RevisionHold<DomainOrderState> | undefined;
  readonly canceling?: boolean;
  /** The task that passed the point of no return of this domain order, and when (features O11). */
  readonly pointOfNoReturn?: { readonly task: number; readonly at: string };
};

/** Why a task is on hold, and what it goes back to when the last cause is gone: fallouts, a pending revision, a person. */
export type Hold = {
  readonly fallouts: readonly number[];
  readonly revision?: number;
  readonly person?: { readonly by: string; readonly at: string; readonly reason: string };
  readonly restore: Exclude<TaskState, 'onHold'>;
};

export type TaskOutcome =
  | { readonly kind: 'done' }
  /** Completed from a fallout with a result somebody answers for. */
  | { readonly kind: 'stated'; readonly result: string; readonly fallout: number }
  /** Without a fallout, somebody with the authority found it unneeded. */
  | { readonly kind: 'skipped'; readonly reason: string; readonly fallout?: number };

/** When somebody says that a task will end; the forecast goes by it (features O16). */
export type ProposedEnd = {
  /** ISO-8601 UTC. */
  readonly end: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** Whom a task was brought before, and why. */
export type Escalation = {
  readonly to: EscalatedTo;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** The priority it has without it. */
  readonly from: Priority;
};

export type EscalatedTo = { readonly kind: 'person' | 'group'; readonly id: string };

export type OrderTask = TimedLinks & {
  readonly id: NodeId;
  readonly number: number;
  readonly domainOrder: number;
  readonly line: number;
  readonly key: string;
  readonly title: string;
  readonly instructions?: string | undefined;
  readonly state: TaskState;
  readonly priority: Priority;
  readonly group?: string | undefined;
  readonly assignee?: string | undefined;
  readonly durationMinutes: number;
  readonly fields: readonly TaskField[];
  readonly values: readonly CharacteristicValue[];
  readonly pending: number;
  readonly predecessors: readonly NodeId[];
  readonly successors: readonly NodeId[];
  readonly hold?: Hold | undefined;
  readonly outcome?: TaskOutcome;
  /** Every fallout ever raised on it. */
  readonly fallouts: readonly number[];
  /** How often it was put back to be tried again from a fallout. */
  readonly retries: number;
  /** By the plan as it was last approved. */
  readonly plannedStart: string;
  readonly plannedEnd: string;
  /** By the plan that first had this task. */
  readonly baselineStart?: string;
  readonly baselineEnd?: string;
  readonly actualStart?: string | undefined;
  readonly actualEnd?: string | undefined;
  /** When it was opened last: its clock runs from then (features O15). */
  readonly openedAt?: string | undefined;
  /** State `scheduled`: everything it waits for is done, and a lag runs out at this moment. */
  readonly opensAt?: string | undefined;
  /** Spans in which a pending revision stopped its clock. */
  readonly pauses?: readonly { readonly from: string; readonly to?: string }[];
  readonly skill?: string | undefined;
  readonly slaMinutes?: number;
  readonly pointOfNoReturn?: true;
  /** Parts of other orders that it still waits for (features O6). */
  readonly outside?: readonly Omit<OutsideDependency, 'task'>[];
  /** What it would wait for if an order had it; only what the catalog requires keeps it waiting until then. */
  readonly wants?: readonly OutsideWant[];
  /** How often a revision had it done anew. */
  readonly redone?: number;
  /** The task it takes back, and the task that takes it back. */
  readonly undoes?: number;
  readonly undoneBy?: number;
  /** Why the desk gave it to its assignee. */
  readonly assignedWhy?: AssignmentReason | undefined;
  /** Why the desk gave it to nobody, when it looked last. */
  readonly nobodyWhy?: NobodyReason | undefined;
  readonly proposedEnd?: ProposedEnd | undefined;
  readonly escalation?: Escalation | undefined;
  readonly touched: Touched;
};

export type FalloutResolution = {
  readonly action: FalloutAction;
  readonly rootCause: string;
  readonly resolutionCode: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
};

export const falloutActions = ['retry', 'forceComplete', 'skip', 'cancelBranch'] as const;
export type FalloutAction = (typeof falloutActions)[number];

export type Fallout = {
  readonly id: SubjectId;
  readonly number: number;
  readonly task: number;
  readonly type: string;
  readonly priority: Priority;
  readonly state: FalloutState;
  readonly text: string;
  readonly group?: string | undefined;
  readonly owner?: string | undefined;
  readonly dueAt?: string | undefined;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly resolution?: FalloutResolution;
  readonly touched: Touched;
};

/** What the customer has, or will have, after fulfillment (TMF638 service). */
export type InventoryItem = {
  readonly id: SubjectId;
  readonly number: number;
  readonly line: number;
  /** The service's own id: the document's when it named one, else `<order number>-<line number>`. */
  readonly serviceId: string;
  readonly name: string;
  readonly specification?: string;
  readonly state: InventoryState;
  readonly characteristics: readonly CharacteristicValue[];
};

export type ApprovalDecision = {
  /** `endorsed` is the first of two approvals (features A8); the last two are about a revision. */
  readonly verdict: 'approved' | 'rejected' | 'endorsed' | 'revisionApproved' | 'revisionRejected';
  /** The person who handed over the decision, when somebody decided in their place. */
  readonly onBehalfOf?: string;
  readonly by: string;
  readonly at: string;
  readonly reasonCode?: string;
  readonly text?: string;
  /** The start that the first of two approvals wished. */
  readonly startAt?: string;
};

export type Plan = {
  readonly catalogVersion: number;
  readonly domainOrders: Table<DomainOrder>;
  readonly tasks: Table<OrderTask>;
  readonly trace: DecompositionTrace;
};

export type Order = Omit<CapturedOrder, 'lines'> & {
  readonly id: string;
  readonly number: string;
  readonly state: OrderState;
  /** Version of the last event folded in. */
  readonly version: number;
  readonly touched: Touched;
  readonly importedAt: string;
  readonly lines: Table<OrderLine>;
  /** Lines that have not ended: the order is completed when it reaches 0. */
  readonly remaining: number;
  readonly decisions: readonly ApprovalDecision[];
  /** Present from the moment of decomposition on. */
  readonly plan?: Plan;
  readonly fallouts: Table<Fallout>;
  readonly inventory: Table<InventoryItem>;
  readonly counts: { readonly domainOrders: Count; readonly tasks: Count };
  readonly actualStart?: string;
  readonly actualEnd?: string;
  /** Approved to start at this moment, and waiting for it (features A7). */
  readonly startsAt?: string | undefined;
  /** First approvals given so far, when it takes two people (features A8). */
  readonly endorsements?: readonly {
    readonly by: string;
    readonly onBehalfOf?: string;
    readonly at: string;
    /** The start it wishes, which the second approval may change. */
    readonly startAt?: string;
  }[];
  /** Highest of the lines', once computed (features T6). */
  readonly priorityScore?: PriorityScore;
  /** The priority it came with, once another was computed. */
  readonly capturedPriority?: Priority;
  /** Every request to change it, oldest first; only the last can still be pending. */
  readonly revisions?: readonly Revision[];
  /** What it asked for as approved and after each approved change; absent while nothing was ever changed (features O14). */
  readonly versions?: readonly OrderVersion[];
};
