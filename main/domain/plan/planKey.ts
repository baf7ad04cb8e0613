/** How the parts of a plan are called, sites included. */
import type { Location } from '../vocabulary/captured.ts';
import type { NodeId } from '../vocabulary/node.ts';

/** `order`, a site `S1`, or a part of the order. */
export type PlanKey = 'order' | `S${number}` | NodeId;

export type Site = {
  readonly key: `S${number}`;
  /** Absent for the lines that name no location. */
  readonly location?: Location;
  /** Top-level lines. */
  readonly lines: readonly number[];
};
