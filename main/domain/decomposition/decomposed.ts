/** What decomposition produces: domain orders, tasks and dependencies as plain rows, ready to be written into one event. */
import type { Facing, TaskField } from '../catalog/catalog.ts';
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
};

/**
 * `after` may start only when `before` has ended (finish to start). What waits with `after`: for a domain order its own
 * tasks, not its children, which follow their own templates; for a line every task in it and in the lines nested in it.
 */
export type Dependency = { readonly before: NodeId; readonly after: NodeId };

export type Decomposed = {
  readonly domainOrders: readonly DecomposedDomainOrder[];
  readonly tasks: readonly DecomposedTask[];
  readonly dependencies: readonly Dependency[];
  readonly trace: DecompositionTrace;
};
