/** What a person or a rule may ask of one order. */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { JsonValue } from '../json.ts';
import type { Person } from '../people/permissions.ts';
import type { FalloutAction } from './order.ts';
import type { CapturedOrder, CharacteristicValue, Location } from '../vocabulary/captured.ts';
import type { Priority } from '../vocabulary/states.ts';

/** One field of a draft that somebody puts right; `line` absent means the order itself. */
export type Correction =
  | { readonly field: 'description' | 'requestedStart' | 'requestedCompletion'; readonly value: string | null }
  | { readonly field: 'priority'; readonly value: Priority }
  | { readonly field: 'account'; readonly value: { readonly id: string; readonly name?: string } }
  | {
      readonly field: 'contact';
      readonly value: { readonly name: string; readonly email?: string; readonly phone?: string };
    }
  | { readonly field: 'location'; readonly line: number; readonly value: Location }
  | { readonly field: 'characteristic'; readonly line: number; readonly name: string; readonly value: JsonValue };

/** `seen` is the version of the subject that the person looked at; a later change by someone else refuses the command. */
type Seen = { readonly seen?: number };

export type OrderCommand =
  | {
      readonly type: 'importOrder';
      readonly orderId: string;
      readonly number: string;
      readonly order: CapturedOrder;
      /** The document as it came, kept whole so that nothing unknown is lost. */
      readonly document: JsonValue;
      /** What was understood loosely, as codes with the JSON path they are about. */
      readonly understood: readonly Understood[];
    }
  | ({ readonly type: 'approve' } & Seen)
  | ({ readonly type: 'reject'; readonly reasonCode: string; readonly text: string } & Seen)
  | ({ readonly type: 'reopen' } & Seen)
  | ({ readonly type: 'correct'; readonly changes: readonly Correction[] } & Seen)
  | ({ readonly type: 'submit' } & Seen)
  | ({ readonly type: 'matchLine'; readonly line: number; readonly specification: string } & Seen)
  | {
      readonly type: 'addNote';
      readonly subject: NoteSubject;
      readonly kind: 'work' | 'customer';
      readonly text: string;
    }
  | ({ readonly type: 'claimTask'; readonly task: number } & Seen)
  | ({
      readonly type: 'assignTask';
      readonly task: number;
      readonly assignee: string | null;
      readonly group?: string | null;
    } & Seen)
  | ({ readonly type: 'releaseTask'; readonly task: number } & Seen)
  | ({ readonly type: 'startTask'; readonly task: number } & Seen)
  | ({ readonly type: 'recordValues'; readonly task: number; readonly values: readonly CharacteristicValue[] } & Seen)
  | ({ readonly type: 'completeTask'; readonly task: number; readonly values?: readonly CharacteristicValue[] } & Seen)
  | ({
      readonly type: 'raiseFallout';
      readonly task: number;
      readonly falloutType: string;
      readonly priority: Priority;
      readonly text: string;
      readonly group?: string;
      readonly owner?: string;
      readonly dueAt?: string;
    } & Seen)
  | ({
      readonly type: 'triageFallout';
      readonly fallout: number;
      readonly falloutType?: string;
      readonly priority?: Priority;
      readonly state?: 'open' | 'inProgress' | 'onHold' | 'awaitingInformation';
      readonly group?: string | null;
      readonly owner?: string | null;
      readonly dueAt?: string | null;
    } & Seen)
  /** Moves the task and its fallout to the same person and team at once (features F11). */
  | ({
      readonly type: 'reassignFallout';
      readonly fallout: number;
      readonly owner: string | null;
      readonly group: string | null;
    } & Seen)
  | ({
      readonly type: 'resolveFallout';
      readonly fallout: number;
      readonly action: FalloutAction;
      readonly rootCause: string;
      readonly resolutionCode: string;
      /** The stated result for forceComplete, the reason for skip and cancelBranch, a remark for retry. */
      readonly text: string;
    } & Seen);

export type NoteSubject = 'order' | `T${number}` | `F${number}`;

export type Understood = {
  readonly path: string;
  readonly code: string;
  readonly raw?: JsonValue;
  readonly as?: JsonValue;
};

export type OrderCommandType = OrderCommand['type'];
export type CommandOf<T extends OrderCommandType> = Extract<OrderCommand, { readonly type: T }>;

/** What is looked up before a decision, so that the decision itself looks nothing up. */
export type DecisionContext = {
  /** ISO-8601 UTC: when it happens. */
  readonly at: string;
  readonly by: Person;
  /** The catalog the order was decomposed with; before that, the current one (features D10). */
  readonly catalog: IndexedCatalog;
  readonly findPerson: (id: string) => Person | undefined;
  readonly hasGroup: (id: string) => boolean;
};
