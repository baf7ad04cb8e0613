/** What has happened to an order, in the users' words. Past events are kept for ever: a shape changes only with a new `v`. */
import type { Decomposed, OutsideDependency, OutsideWant } from '../decomposition/decomposed.ts';
import type { JsonValue } from '../json.ts';
import type { Correction, NoteSubject, Understood } from '../vocabulary/correction.ts';
import type {
  DomainOrder,
  EscalatedTo,
  Fallout,
  FalloutResolution,
  InventoryItem,
  Order,
  OrderLine,
  OrderTask,
  TaskOutcome,
} from './order.ts';
import type { AssignmentReason, NobodyReason, PriorityScore } from '../vocabulary/reasons.ts';
import type { Compensation, CompensationPlan, Revision } from '../vocabulary/revision.ts';
import type { NodeId } from '../vocabulary/node.ts';
import type { CapturedOrder, CharacteristicValue } from '../vocabulary/captured.ts';
import type { InventoryState, LineAction, Priority } from '../vocabulary/states.ts';

type E<Type extends string, Data> = { readonly type: Type; readonly v: 1; readonly data: Data };

export type Was<T> = { readonly was: T | null; readonly now: T | null };

export type DomainEvent =
  | E<
      'OrderImported',
      {
        readonly orderId: string;
        readonly number: string;
        readonly order: CapturedOrder;
        readonly document: JsonValue;
        readonly understood: readonly Understood[];
      }
    >
  /** The first of two approvals, and when the work is to start by it; the second is `OrderApproved` (features A8). */
  | E<'OrderEndorsed', { readonly onBehalfOf: string | null; readonly startAt?: string }>
  | E<'OrderApproved', { readonly checks: readonly CheckOutcome[]; readonly onBehalfOf?: string }>
  /** Approved to start later; `OrderStarted` follows when the moment has come (features A7). */
  | E<'StartPlanned', { readonly startsAt: string }>
  | E<
      'PriorityComputed',
      {
        readonly lines: readonly { readonly line: number; readonly score: PriorityScore }[];
        readonly order: PriorityScore;
      }
    >
  | E<'OrderRejected', { readonly reasonCode: string; readonly text: string; readonly onBehalfOf?: string }>
  | E<'OrderReopened', Record<string, never>>
  | E<'OrderCorrected', { readonly changes: readonly { readonly change: Correction; readonly was: JsonValue }[] }>
  | E<'OrderSubmitted', Record<string, never>>
  | E<'LineMatched', { readonly line: number; readonly specification: string; readonly was: string | null }>
  | E<'OrderDecomposed', Decomposed & { readonly catalogVersion: number }>
  | E<'OrderStarted', Record<string, never>>
  | E<'InventoryPlanned', { readonly items: readonly PlannedInventory[] }>
  | E<
      'InventoryChanged',
      {
        readonly item: number;
        readonly was: InventoryState;
        readonly now: InventoryState;
        readonly characteristics: readonly CharacteristicValue[];
      }
    >
  | E<'TasksOpened', { readonly tasks: readonly number[] }>
  /** Everything they wait for is done and a lag runs; they open when it has run out. */
  | E<'TasksScheduled', { readonly tasks: readonly { readonly task: number; readonly opensAt: string }[] }>
  /** Targets skipped for want of a value were looked at again when it arrived; what they made is added to the plan (features D4). */
  | E<'TargetsReconsidered', PlanAddition>
  | E<'OutsideDependencyAdded', OutsideDependency>
  /** `freeAt` is when the lag that follows runs out. */
  | E<
      'OutsideDependencyMet',
      { readonly task: number; readonly order: string; readonly node: NodeId; readonly freeAt?: string }
    >
  /** An order that has what a task wanted was approved, and the task waits for it; or for none, when somebody lets it go on without. */
  | E<
      'OutsideWantMet',
      {
        readonly task: number;
        readonly want: OutsideWant;
        readonly waits: readonly Omit<OutsideDependency, 'task'>[];
      }
    >
  /** Nobody sets it by hand (domain.md A.10). */
  | E<'PointOfNoReturnPassed', { readonly domainOrder: number; readonly task: number }>
  | E<'TaskPaused', { readonly task: number; readonly reason: string }>
  | E<'TaskResumed', { readonly task: number }>
  | E<'EndProposed', { readonly task: number; readonly end: string; readonly reason: string }>
  | E<'EndProposalWithdrawn', { readonly task: number }>
  /** `priority` is the one it has without it, and the one it has from now on. */
  | E<
      'TaskEscalated',
      {
        readonly task: number;
        readonly to: EscalatedTo;
        readonly reason: string;
        readonly priority: { readonly was: Priority; readonly now: Priority };
      }
    >
  | E<'EscalationWithdrawn', { readonly task: number }>
  | E<
      'RevisionRequested',
      Omit<Revision, 'state' | 'requestedBy' | 'requestedAt' | 'decidedBy' | 'decidedAt' | 'decisionText'>
    >
  | E<'RevisionApproved', ApprovedRevision & { readonly onBehalfOf?: string }>
  | E<'RevisionRejected', { readonly revision: number; readonly text: string; readonly onBehalfOf?: string }>
  | E<'OrderResumed', Record<string, never>>
  | E<'ActionUndone', UndoneAction>
  | E<
      'TaskAssigned',
      {
        readonly task: number;
        readonly assignee: Was<string>;
        readonly group: Was<string>;
        readonly how: 'claimed' | 'assigned' | 'released' | 'auto';
        /** Only with `auto`. */
        readonly why?: AssignmentReason;
      }
    >
  /** The desk hands out the work of its team and found nobody who fits. */
  | E<'TaskLeftInQueue', { readonly task: number; readonly why: NobodyReason }>
  | E<'TaskStarted', { readonly task: number }>
  | E<
      'TaskValuesRecorded',
      { readonly task: number; readonly values: readonly ({ readonly name: string } & Was<JsonValue>)[] }
    >
  | E<
      'ValuePropagated',
      { readonly mapping: string; readonly from: number; readonly to: number; readonly name: string } & Was<JsonValue>
    >
  | E<'TaskCompleted', { readonly task: number; readonly outcome: TaskOutcome }>
  | E<'TaskHeld', { readonly task: number; readonly fallout: number }>
  | E<'TaskRestored', { readonly task: number; readonly fallout: number; readonly retry: boolean }>
  | E<'TasksCanceled', { readonly tasks: readonly number[]; readonly fallout: number }>
  | E<'DomainOrderStarted', { readonly domainOrder: number }>
  | E<'DomainOrderQualified', { readonly domainOrders: readonly number[] }>
  | E<'DomainOrderClosed', { readonly domainOrder: number }>
  | E<'DomainOrderCanceled', { readonly domainOrder: number }>
  | E<'LineStarted', { readonly line: number }>
  | E<'LineCompleted', { readonly line: number }>
  | E<'LineCanceled', { readonly line: number }>
  | E<'OrderCompleted', Record<string, never>>
  | E<'OrderCanceled', Record<string, never>>
  | E<
      'FalloutRaised',
      {
        readonly fallout: number;
        readonly task: number;
        readonly type: string;
        readonly priority: Priority;
        readonly text: string;
        readonly group: string | null;
        readonly owner: string | null;
        readonly dueAt: string | null;
      }
    >
  | E<'FalloutTriaged', { readonly fallout: number; readonly changes: readonly FalloutChange[] }>
  | E<'FalloutResolved', { readonly fallout: number; readonly resolution: Omit<FalloutResolution, 'by' | 'at'> }>
  | E<'FalloutClosed', { readonly fallout: number }>
  | E<'NoteAdded', { readonly subject: NoteSubject; readonly kind: 'work' | 'customer'; readonly text: string }>;

/** Rows that go onto the end of a plan: numbered on from what is there, and free to name what is there. */
export type PlanAddition = Decomposed;

/** What an approved revision makes of the order: everything the fold needs, so that it judges nothing. */
export type ApprovedRevision = {
  readonly revision: number;
  readonly text: string;
  /** The order as captured, after the change. */
  readonly order: CapturedOrder;
  readonly tasks: readonly { readonly task: number; readonly action: Exclude<Compensation, 'keep' | 'add'> }[];
  /** What had been let go and waits again, for something before it is done anew or taken back. */
  readonly waiting: { readonly tasks: readonly number[]; readonly domainOrders: readonly number[] };
  /** Domain orders that end as canceled once nothing of them is left to take back. */
  readonly canceledDomainOrders: readonly number[];
  readonly canceledLines: readonly number[];
  /** Domain orders whose values, quantity or place among the units are other than before. */
  readonly values: readonly {
    readonly domainOrder: number;
    readonly characteristics?: readonly CharacteristicValue[];
    readonly quantity?: number;
    readonly unit?: { readonly number: number; readonly of: number };
  }[];
  readonly addition: PlanAddition;
  /** New lines get a placeholder in the inventory. */
  readonly inventory: readonly PlannedInventory[];
  /** New planned dates of tasks that have not ended. */
  readonly dates: readonly { readonly task: number; readonly plannedStart: string; readonly plannedEnd: string }[];
  /** As it was worked out at this moment: what people are told was done. */
  readonly compensation: CompensationPlan;
};

/** A person's last action taken back: what it changed, as it was before (features X8). */
export type UndoneAction = {
  /** The command whose events are taken back, and what they were. */
  readonly action: string;
  readonly events: readonly string[];
  /** The one that the action was about comes first. */
  readonly tasks: readonly (Pick<
    OrderTask,
    | 'number'
    | 'state'
    | 'group'
    | 'assignee'
    | 'assignedWhy'
    | 'nobodyWhy'
    | 'values'
    | 'hold'
    | 'outcome'
    | 'openedAt'
    | 'opensAt'
    | 'actualStart'
    | 'actualEnd'
    | 'freeAt'
    | 'proposedEnd'
    | 'escalation'
  > & {
    /** Absent where no escalation had raised it. */
    readonly priority?: Priority;
  })[];
  readonly domainOrders: readonly Pick<
    DomainOrder,
    'number' | 'state' | 'actualStart' | 'actualEnd' | 'characteristics' | 'freeAt'
  >[];
  readonly lines: readonly Pick<OrderLine, 'number' | 'state' | 'started' | 'freeAt'>[];
  readonly fallouts: readonly Pick<Fallout, 'number' | 'state'>[];
  readonly inventory?: readonly Pick<InventoryItem, 'number' | 'state' | 'characteristics'>[];
  /** Only when it was the last step of the order. */
  readonly order?: Pick<Order, 'state'>;
};

export type FalloutChange = {
  readonly field: 'type' | 'priority' | 'state' | 'group' | 'owner' | 'dueAt';
  readonly was: string | null;
  readonly now: string | null;
};

export type CheckOutcome = { readonly check: string; readonly passed: boolean; readonly lines: readonly number[] };

export type PlannedInventory = {
  readonly line: number;
  readonly serviceId: string;
  readonly name: string;
  readonly specification?: string;
  readonly state: InventoryState;
  readonly action: LineAction;
};

export type EventType = DomainEvent['type'];
export type EventOf<T extends EventType> = Extract<DomainEvent, { readonly type: T }>;

/** An event with what folding it needs to know of when and by whom. */
export type HappenedEvent = DomainEvent & {
  /** 1..n in its order. */
  readonly version: number;
  /** When it happened, where it happened; sync never rewrites it. */
  readonly at: string;
  /** Person id. */
  readonly by: string;
};

/** An event as it stands in the log. */
export type RecordedEvent = HappenedEvent & {
  /** UUIDv7. */
  readonly id: string;
  readonly orderId: string;
  readonly device: string;
  readonly commandId: string;
};
