/** What an operator can deliver and how: specifications, their relationships, rules, plan templates and policies. */
import type { JsonValue } from '../json.ts';
import type { LineAction } from '../vocabulary/states.ts';

export type SpecificationKind = 'product' | 'service' | 'resource';
/** Customer-facing (CFS) or resource-facing (RFS); only services have one. */
export type Facing = 'customer' | 'resource';

export type CharacteristicSpecification = {
  readonly name: string;
  readonly description?: string;
  readonly valueType?: string;
  readonly mandatory: boolean;
  readonly options: readonly JsonValue[];
  readonly defaultValue?: JsonValue;
  readonly unit?: string;
};

export type Specification = {
  readonly id: string;
  readonly name: string;
  readonly kind: SpecificationKind;
  readonly facing?: Facing;
  readonly version?: string;
  readonly description?: string;
  readonly lifecycle: 'draft' | 'published' | 'retired';
  /** `each` (the default) makes one domain order for every unit of a line's quantity; `whole` makes one for all of them (features D6). */
  readonly quantity?: 'each' | 'whole';
  readonly characteristics: readonly CharacteristicSpecification[];
};

/** The four relationship types (domain.md A.6 item 2). `composedOf` never decomposes. */
export const relationshipTypes = ['bundles', 'composedOf', 'realizedAs', 'requires'] as const;
export type RelationshipType = (typeof relationshipTypes)[number];

export type SpecificationRelationship = {
  readonly id: string;
  readonly type: RelationshipType;
  readonly source: string;
  readonly target: string;
  readonly mandatory: boolean;
  /** Lower goes first among the targets of one source. */
  readonly order: number;
  readonly minQuantity?: number;
  readonly maxQuantity?: number;
  /** How many target orders one source order makes; 1 when absent. */
  readonly defaultQuantity?: number;
};

/** An exclusion rule: without the characteristic (or without one of the values) the target is not created (domain.md A.6 item 4). */
export type DecompositionRule = {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly characteristic: string;
  /** Any of these values lets the target be created; absent: any value does. */
  readonly values?: readonly JsonValue[];
};

export type MappingTransform =
  | { readonly kind: 'copy' }
  | { readonly kind: 'map'; readonly table: { readonly [from: string]: JsonValue } }
  | { readonly kind: 'text'; readonly prefix?: string; readonly suffix?: string };

/** Copies or transforms a value from one specification's order to another's within a line (domain.md A.6 item 7). */
export type AttributeMapping = {
  readonly id: string;
  readonly source: string;
  readonly sourceCharacteristic: string;
  readonly target: string;
  readonly targetCharacteristic: string;
  readonly transform: MappingTransform;
};

/** How a dependency lets go: when what it waits for has ended, or already when that has started; and how long after. */
export type DependencyTiming = {
  /** `start`: may start once the other has started (start to start); absent: once the other has ended (finish to start). */
  readonly on?: 'start';
  /** Minutes of real time that must pass after that, such as for concrete to cure; 0 when absent. */
  readonly lagMinutes?: number;
};

/** Where beyond its own line a part looks for what it waits for: in the lines at the same site, or in all of the order. */
export const waitScopes = ['location', 'order'] as const;
export type WaitScope = (typeof waitScopes)[number];

/** What a task or a whole template waits for, declared where the plan is declared (domain.md C2). */
export type TemplateDependency =
  | (DependencyTiming &
      (
        | /** Another task of the same template, by key. */
          { readonly kind: 'task'; readonly task: string }
          /** Every child domain order of the one this template runs for. */
        | { readonly kind: 'children' }
        /** Every domain order of that specification in the same line, or `within` more of the order; with `task`, only that task of theirs. */
        | {
            readonly kind: 'specification';
            readonly specification: string;
            readonly task?: string;
            readonly within?: WaitScope;
          }
      ))
  | OutsideTemplateDependency;

/** Domain orders of that specification in other orders under way for the same account, or the same site of it (features O6). */
export type OutsideTemplateDependency = DependencyTiming & {
  readonly kind: 'otherOrders';
  readonly specification: string;
  readonly task?: string;
  readonly same: 'account' | 'location';
  /** While no order has it, one is waited for that has; absent: then nothing is waited for. */
  readonly required?: true;
};

/** A value the agent must (or may) record before the task can be completed (features T5). */
export type TaskField = {
  readonly name: string;
  readonly label?: string;
  readonly mandatory: boolean;
  readonly valueType?: 'string' | 'number' | 'boolean';
  readonly options?: readonly JsonValue[];
  readonly unit?: string;
};

export type TaskTemplate = {
  /** Unique inside its plan template. */
  readonly key: string;
  readonly title: string;
  readonly instructions?: string;
  /** Id of the team whose queue the task goes to; absent: unassigned. */
  readonly group?: string;
  readonly durationMinutes: number;
  readonly fields: readonly TaskField[];
  readonly after: readonly TemplateDependency[];
  /** What somebody must be able to do to be given the task by itself (features T3). */
  readonly skill?: string;
  /** Working minutes within which the task should be done once it is open; the duration when absent (features O15). */
  readonly slaMinutes?: number;
  /** Once the task is done, its domain order and all below it can be changed or canceled only by override (features O11). */
  readonly pointOfNoReturn?: boolean;
  /** Which changes in flight make a started or finished task be done anew; absent: any change of a characteristic (domain.md A.10). */
  readonly reactsTo?: ChangeReaction;
  /** How the finished task is taken back; absent: a task of the same length and team; `nothing`: there is nothing to take back. */
  readonly undo?: UndoTemplate | 'nothing';
};

/** Kinds of change to an order under way (domain.md A.10, names.md `inflightChangeType`). */
export const inflightChangeTypes = [
  'characteristic',
  'contact',
  'quantity',
  'location',
  'date',
  'relatedItems',
] as const;
export type InflightChangeType = (typeof inflightChangeTypes)[number];

export type ChangeReaction = {
  readonly changes: readonly InflightChangeType[];
  /** `any`, or only these; without meaning where `changes` leaves characteristics out. */
  readonly characteristics: 'any' | readonly string[];
};

export type UndoTemplate = {
  readonly title: string;
  readonly instructions?: string;
  readonly durationMinutes: number;
  readonly group?: string;
};

export type PlanTemplate = {
  readonly id: string;
  readonly name: string;
  readonly tasks: readonly TaskTemplate[];
  /** What the whole domain order waits for. */
  readonly after: readonly TemplateDependency[];
};

/** One row of the table that picks a plan template (features T8); the most specific matching row wins. */
export type FulfillmentPolicy = {
  readonly id: string;
  /** Absent: any specification. */
  readonly specification?: string;
  readonly kind?: SpecificationKind;
  readonly facing?: Facing;
  /** Absent: any action. */
  readonly actions?: readonly LineAction[];
  readonly planTemplate: string;
};

/** A line of one specification needs another: a line of the same order, or a service the account already has (domain.md A.2 related items). */
export type CompatibilityRule = {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly requires: string;
  /** Where the needed one may be found; a line of the same order is preferred, and then waited for. */
  readonly within: 'order' | 'inventory' | 'either';
  /** True: only at the same site. */
  readonly sameLocation?: boolean;
};

/** Whether anything waits for parts of other lines of its order (features O5). */
export const hasWideWaits = ({ planTemplates }: Pick<Catalog, 'planTemplates'>): boolean =>
  planTemplates.some(({ after, tasks }) =>
    [...after, ...tasks.flatMap(task => task.after)].some(
      wait => wait.kind === 'specification' && wait.within !== undefined,
    ),
  );

export type Catalog = {
  /** 1 for the first catalog of a workspace, +1 for each import; an order keeps the one it was decomposed with (features D10). */
  readonly version: number;
  readonly label: string;
  readonly specifications: readonly Specification[];
  readonly relationships: readonly SpecificationRelationship[];
  readonly rules: readonly DecompositionRule[];
  readonly mappings: readonly AttributeMapping[];
  readonly planTemplates: readonly PlanTemplate[];
  readonly policies: readonly FulfillmentPolicy[];
  /** Absent in catalogs that declare none. */
  readonly compatibilityRules?: readonly CompatibilityRule[];
};

export const emptyCatalog: Catalog = {
  version: 0,
  label: 'Empty',
  specifications: [],
  relationships: [],
  rules: [],
  mappings: [],
  planTemplates: [],
  policies: [],
};
