/** What a person or a rule may ask of one order. */
import type { Correction, NoteSubject, Understood } from '../vocabulary/correction.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { JsonValue } from '../json.ts';
import type { Person } from '../people/permissions.ts';
import type { OutsideTemplateDependency } from '../catalog/catalog.ts';
import type { OutsideDependency } from '../decomposition/decomposed.ts';
import type { OutsidePart } from '../decomposition/linkOutside.ts';
import type { Policy } from '../policy/policy.ts';
import type { NodeId } from '../vocabulary/node.ts';
import type { RecordedEvent } from './events.ts';
import type { EscalatedTo, FalloutAction, Order } from './order.ts';
import type { WaitCircle } from './waitCircle.ts';
import type { RevisionChange } from '../vocabulary/revision.ts';
import type { CapturedOrder, CharacteristicValue } from '../vocabulary/captured.ts';
import type { Priority } from '../vocabulary/states.ts';

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
  /** `startAt` in the future approves now and starts then (features A7); null is at once, absent what the first of two people wished. */
  | ({ readonly type: 'approve'; readonly startAt?: string | null } & Seen)
  /** Starts an order that was approved to start later. */
  | ({ readonly type: 'startNow' } & Seen)
  /** The desk itself says what time it is: what was waiting for a moment goes on (features A7, O5). */
  | { readonly type: 'passTime' }
  | ({
      readonly type: 'requestRevision';
      readonly operation: 'update' | 'cancel';
      readonly changes: readonly RevisionChange[];
      readonly reason: string;
      readonly override?: { readonly reason: string };
    } & Seen)
  | ({
      readonly type: 'approveRevision';
      readonly revision: number;
      /** What to give up, for each line that needs attention. */
      readonly picks?: readonly { readonly line: number; readonly giveUp: readonly number[] }[];
      readonly text?: string;
    } & Seen)
  | ({ readonly type: 'rejectRevision'; readonly revision: number; readonly text: string } & Seen)
  | ({ readonly type: 'pauseTask'; readonly task: number; readonly reason: string } & Seen)
  | ({ readonly type: 'resumeTask'; readonly task: number } & Seen)
  /** Says when a task will end, whatever is estimated (features O16). */
  | ({ readonly type: 'proposeEnd'; readonly task: number; readonly end: string; readonly reason: string } & Seen)
  | ({ readonly type: 'withdrawEnd'; readonly task: number } & Seen)
  /** Brings a task before a person or a team, who find it in a queue of their own. */
  | ({
      readonly type: 'escalateTask';
      readonly task: number;
      readonly to: EscalatedTo;
      readonly reason: string;
    } & Seen)
  | ({ readonly type: 'withdrawEscalation'; readonly task: number } & Seen)
  /** Ends a task that is not needed. A fallout that holds it is resolved with it, which takes the two codes. */
  | ({
      readonly type: 'skipTask';
      readonly task: number;
      readonly reason: string;
      readonly rootCause?: string;
      readonly resolutionCode?: string;
    } & Seen)
  /** Has a task wait for a part of another order (features O6). */
  | ({ readonly type: 'waitForOther'; readonly on: OutsideDependency } & Seen)
  /** Said by the desk when that part has ended, or by a person who lets the task go on without it. */
  | { readonly type: 'meetOutside'; readonly task: number; readonly order: string; readonly node: NodeId }
  /** Said by the desk when an order was approved that may have what these tasks want of others (features O6). */
  | { readonly type: 'meetWants'; readonly tasks: readonly number[]; readonly order: string }
  /** Lets a task go on without what no order has yet. */
  | { readonly type: 'goWithout'; readonly task: number; readonly specification: string }
  /** Takes back one's own last action, named by its command (features X8). */
  | { readonly type: 'undo'; readonly action: string }
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
  /** Said by the desk when the policy or the people are others: ready tasks that nobody has are handed out. */
  | { readonly type: 'handOutTasks'; readonly tasks: readonly number[] }
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
  readonly policy: Policy;
  /** The people of a team with the work they have, for tasks that the desk hands out (features T3). */
  readonly crewOf: (group: string) => readonly CrewMember[];
  /** What other orders under way have of a specification, for dependencies across orders (features O6). */
  readonly findOutside: (
    wanted: OutsideTemplateDependency,
    account: string | undefined,
    location: string | undefined,
    /** Only what this order has. */
    among?: string,
  ) => readonly OutsidePart[];
  /** Whether, following dependencies from that part of the other order, this order's task would wait for itself. */
  readonly wouldCircle: (on: OutsideDependency) => boolean;
  /** The way round by which this order, as it would be, would wait for itself through others: parts by name; undefined when there is none. */
  readonly findCircle: (order: Order) => WaitCircle | undefined;
  /** Services the account has in the inventory, active, of a specification. */
  readonly findInventory: (
    account: string,
    specification: string,
  ) => readonly { readonly serviceId: string; readonly location?: string }[];
  /** The events of one command on this order and the order before the first of them, while the log has them. */
  readonly findAction: (commandId: string) =>
    | {
        readonly before: Order;
        readonly events: readonly RecordedEvent[];
        /** Numbers of the parts of other orders that went on because of it. */
        readonly letGo?: readonly string[];
      }
    | undefined;
};

/** Somebody of a team, and how busy they are. */
export type CrewMember = {
  readonly person: string;
  readonly openTasks: number;
  /** When the desk last gave them a task; absent: never. */
  readonly lastGiven?: string;
  readonly skills: readonly string[];
  /** Names or ids of sites; empty: any. */
  readonly sites: readonly string[];
};
