/** What has happened to an order, in the users' words. Past events are kept for ever: a shape changes only with a new `v`. */
import type { Decomposed } from '../decomposition/decomposed.ts';
import type { JsonValue } from '../json.ts';
import type { Correction, NoteSubject, Understood } from './commands.ts';
import type { FalloutResolution, TaskOutcome } from './order.ts';
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
  | E<'OrderApproved', { readonly checks: readonly CheckOutcome[] }>
  | E<'OrderRejected', { readonly reasonCode: string; readonly text: string }>
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
  | E<
      'TaskAssigned',
      {
        readonly task: number;
        readonly assignee: Was<string>;
        readonly group: Was<string>;
        readonly how: 'claimed' | 'assigned' | 'released';
      }
    >
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
