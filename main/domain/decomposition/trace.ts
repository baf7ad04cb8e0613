/** The record of one decomposition: every target that was considered, created or skipped, with the rule, the input and the reason (features D7, D8). */
import type { JsonValue } from '../json.ts';
import type { RelationshipType } from '../catalog/catalog.ts';

export type RuleVerdict = {
  readonly rule: string;
  readonly characteristic: string;
  /** The values that would let the target be created; absent: any value. */
  readonly expected?: readonly JsonValue[];
  /** What the source had; absent when the characteristic was missing. */
  readonly input?: JsonValue;
  /** Where the input came from; `task`: somebody recorded it during the work. */
  readonly from: 'line' | 'default' | 'mapping' | 'task' | 'missing';
  readonly passed: boolean;
};

export type TraceReason =
  | 'lineSpecification'
  | 'relationship'
  | 'rulesPassed'
  | 'rulesIgnoredForAction'
  | 'composedOfNeverDecomposes'
  | 'ruleFailed'
  | 'productNotForServiceOrder'
  | 'pairNotAllowed'
  | 'targetUnknown'
  /** The target stands above itself already; the catalog check refuses such a catalog. */
  | 'relationshipCircle'
  /** What it would add to a plan under way would wait for itself; the catalog check refuses such a catalog. */
  | 'taskCircle'
  | 'specificationUnknown'
  | 'actionIsNoChange';

/** One candidate: why it became a domain order, or why it did not. What lies under a skipped target is not considered at all. */
export type TraceEntry = {
  readonly line: number;
  /** The specification considered. */
  readonly target: string;
  readonly targetName: string;
  /** The domain order it would hang under; absent for the line's own specification. */
  readonly parent?: number;
  readonly source?: string;
  readonly relationship?: { readonly id: string; readonly type: RelationshipType };
  readonly rules: readonly RuleVerdict[];
  readonly verdict: 'created' | 'skipped';
  readonly reason: TraceReason;
  /** Index of the earlier entry that this one takes the place of: its value has arrived since (features D4). */
  readonly reconsiders?: number;
  /** The domain order made, when it was. */
  readonly domainOrder?: number;
  /** Present when the line's quantity or the relationship's default quantity makes several: which of how many, one entry for each. */
  readonly copy?: { readonly number: number; readonly of: number };
  /** Which policy row chose the plan template, and by what; `fallback` is the one built-in manual task, `representation` has children only. */
  readonly plan?: {
    readonly choice: 'policy' | 'fallback' | 'representation';
    readonly policy?: string;
    readonly template?: string;
  };
};

/** A value that a mapping put somewhere, or could not. */
export type MappingTrace = {
  readonly line: number;
  readonly mapping: string;
  readonly from: number;
  readonly to: number;
  readonly characteristic: string;
  readonly value?: JsonValue;
  readonly outcome: 'applied' | 'sourceMissing' | 'noTableEntry' | 'conflict';
};

/** A needed companion of a line, and where it was found. */
export type CompatibilityTrace = {
  readonly rule: string;
  readonly line: number;
  readonly requires: string;
  readonly found: 'line' | 'inventory' | 'nowhere';
  /** The line's id, or the service id in the inventory. */
  readonly by?: string;
};

export type DecompositionTrace = {
  readonly entries: readonly TraceEntry[];
  readonly mappings: readonly MappingTrace[];
  readonly compatibility?: readonly CompatibilityTrace[];
};
