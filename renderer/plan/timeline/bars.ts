/** What is drawn of one part of the plan on the timeline: planned, done so far, expected, and first planned (ux.md C). */
import type { PlanNode } from '../../../preload/contract/plan.ts';
import { stateKindOf } from '../../State.tsx';
import { ownerOf } from '../partState.ts';

export type BarKind = 'plan' | 'actual' | 'held' | 'forecast';

/** Milliseconds since 1970. */
export type Bar = { readonly kind: BarKind; readonly from: number; readonly to: number };

export type Bars = {
  readonly bars: readonly Bar[];
  /** The end that was planned first; null when there was none. */
  readonly baseline: number | null;
  /** The end that somebody proposed, where the part is expected to end by it. */
  readonly proposed: number | null;
  /** Where lines to other parts begin and end; null for a part without dates. */
  readonly extent: { readonly from: number; readonly to: number } | null;
};

const at = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));

/** `now` is the moment the plan was worked out for: what is done ends there, what is expected begins there. */
export function barsOf(node: PlanNode, now: number): Bars {
  const planned = { from: at(node.plannedStart), to: at(node.plannedEnd) };
  const actual = { from: at(node.actualStart), to: at(node.actualEnd) };
  const expected = { from: at(node.estimatedStart), to: at(node.estimatedEnd) };
  const state = stateKindOf(ownerOf(node.kind), node.state);
  const isHeld = state === 'held';
  const bars: Bar[] = [];
  if (planned.from !== null && planned.to !== null) bars.push({ kind: 'plan', from: planned.from, to: planned.to });
  if (actual.from !== null) {
    const to = actual.to ?? Math.max(actual.from, now);
    bars.push({ kind: isHeld ? 'held' : 'actual', from: actual.from, to });
  }
  if (actual.to === null && expected.to !== null) {
    const from = actual.from === null ? (expected.from ?? expected.to) : Math.max(actual.from, now);
    if (expected.to > from) bars.push({ kind: 'forecast', from, to: expected.to });
  }
  const from = actual.from ?? expected.from ?? planned.from;
  const to = actual.to ?? expected.to ?? planned.to;
  return {
    bars,
    baseline: at(node.baselineEnd),
    proposed: node.proposedEnd === null ? null : expected.to,
    extent: from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) },
  };
}
