/** The state of one service order: what was captured, what approval made of it, and where every part of it stands. */
import type { Facing, TaskField } from '../catalog/catalog.ts';
import type { DecompositionTrace } from '../decomposition/trace.ts';
import type { Table } from '../table.ts';
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

export type OrderLine = CapturedLine & {
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
  /** All domain orders and tasks below, nested lines included. */
  readonly counts: { readonly domainOrders: Count; readonly tasks: Count };
  readonly inventory?: number;
};

export type DomainOrder = {
  readonly id: NodeId;
  readonly number: number;
  readonly line: number;
  readonly parent?: number;
  readonly kind: 'service' | 'resource';
  readonly facing?: Facing;
  readonly specification: string;
  readonly name: string;
  readonly action: LineAction;
  readonly quantity: number;
  readonly state: DomainOrderState;
  readonly characteristics: readonly CharacteristicValue[];
  readonly planTemplate?: string;
  readonly tasks: readonly number[];
  readonly children: readonly number[];
  readonly pending: number;
  readonly predecessors: readonly NodeId[];
  readonly successors: readonly NodeId[];
  /** Own tasks and direct children that have not ended: closed when it reaches 0. */
  readonly remaining: number;
  readonly counts: { readonly domainOrders: Count; readonly tasks: Count };
  readonly actualStart?: string;
  readonly actualEnd?: string;
};

/** Why a task is on hold, and what it goes back to when the last cause is gone. */
export type Hold = { readonly fallouts: readonly number[]; readonly restore: Exclude<TaskState, 'onHold'> };

export type TaskOutcome =
  | { readonly kind: 'done' }
  /** Completed from a fallout with a result somebody answers for. */
  | { readonly kind: 'stated'; readonly result: string; readonly fallout: number }
  | { readonly kind: 'skipped'; readonly reason: string; readonly fallout: number };

export type OrderTask = {
  readonly id: NodeId;
  readonly number: number;
  readonly domainOrder: number;
  readonly line: number;
  readonly key: string;
  readonly title: string;
  readonly instructions?: string;
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
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly actualStart?: string;
  readonly actualEnd?: string;
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
  readonly verdict: 'approved' | 'rejected';
  readonly by: string;
  readonly at: string;
  readonly reasonCode?: string;
  readonly text?: string;
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
};
