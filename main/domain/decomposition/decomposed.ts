/** What decomposition produces: domain orders, tasks and dependencies as plain rows, ready to be written into one event. */
import type { DependencyTiming, Facing, OutsideTemplateDependency, TaskField } from '../catalog/catalog.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import type { NodeId } from '../vocabulary/node.ts';
import type { LineAction } from '../vocabulary/states.ts';
import type { DecompositionTrace } from './trace.ts';

/** Rows are numbered from 1 in the order they stand: the first domain order is `D1`, the first task `T1`. */
export type DecomposedDomainOrder = {
  readonly line: number;
  readonly parent?: number;
  readonly kind: 'service' | 'resource';
  readonly facing?: Facing;
  readonly specification: string;
  readonly name: string;
  readonly action: LineAction;
  readonly quantity: number;
  readonly characteristics: readonly CharacteristicValue[];
  readonly planTemplate?: string;
  /** Which unit of the line's quantity it delivers; absent when the line asks for one, or for all at once (features D6). */
  readonly unit?: { readonly number: number; readonly of: number };
};

export type DecomposedTask = {
  readonly domainOrder: number;
  readonly key: string;
  readonly title: string;
  readonly instructions?: string;
  readonly group?: string;
  readonly durationMinutes: number;
  readonly fields: readonly TaskField[];
  /** ISO-8601 UTC, from durations alone, counted from the moment of approval. */
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly skill?: string;
  /** Absent: the duration. */
  readonly slaMinutes?: number;
  readonly pointOfNoReturn?: true;
  /** The finished task this one takes back; only revisions make such tasks (features O13). */
  readonly undoes?: number;
};

/**
 * `after` may start only when `before` has ended (finish to start), or has started when `on` says so, and the lag has
 * passed. What waits with `after`: for a domain order its own
 * tasks, not its children, which follow their own templates; for a line every task in it and in the lines nested in it.
 */
export type Dependency = DependencyTiming & { readonly before: NodeId; readonly after: NodeId };

/** A task that waits for a part of another order (features O6). */
export type OutsideDependency = DependencyTiming & {
  readonly task: number;
  readonly order: string;
  /** Human number of the other order. */
  readonly orderNumber: string;
  readonly node: NodeId;
  readonly title: string;
};

/** What a task would wait for if another order had it: no order under way has yet (features O6). */
export type OutsideWant = Omit<OutsideTemplateDependency, 'kind'> & {
  /** What people call the specification. */
  readonly name: string;
};

export type Decomposed = {
  readonly domainOrders: readonly DecomposedDomainOrder[];
  readonly tasks: readonly DecomposedTask[];
  readonly dependencies: readonly Dependency[];
  readonly trace: DecompositionTrace;
  readonly outside?: readonly OutsideDependency[];
  readonly wants?: readonly { readonly task: number; readonly want: OutsideWant }[];
};
