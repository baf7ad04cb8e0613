/** Finds the targets that decomposition skipped for want of a value, when such a value has come (domain.md A.6 item 5). */
import { hasValue } from '../../catalog/characteristicValue.ts';
import type { Candidate, IndexedCatalog } from '../../catalog/indexCatalog.ts';
import { isUndecided } from '../../decomposition/expandLine.ts';
import type { TraceEntry } from '../../decomposition/trace.ts';
import { hasDomainOrderEnded } from '../../vocabulary/states.ts';
import { getDomainOrder, planOf } from '../change.ts';
import type { Order } from '../order.ts';
import type { Arrival } from '../propagate.ts';

/** A skipped target with the index of its entry in the trace. */
export type SkippedTarget = {
  readonly index: number;
  readonly parent: number;
  readonly candidate: Candidate;
  readonly entry: TraceEntry;
};

/** Under domain orders that have not ended and are not being canceled, each target once. */
export function findAwaitingTargets(
  order: Order,
  catalog: IndexedCatalog,
  arrivals: readonly Arrival[],
): readonly SkippedTarget[] {
  const found = new Map<number, SkippedTarget>();
  for (const { domainOrder: number, name } of arrivals) {
    const { specification, state, canceling, characteristics } = getDomainOrder(order, number);
    const candidates = (catalog.candidates.get(specification) ?? []).filter(({ rules }) =>
      rules.some(({ rule }) => rule.characteristic === name),
    );
    // The trace is looked at only when a rule asks for this value at all.
    if (candidates.length === 0 || hasDomainOrderEnded(state) || canceling === true) continue;
    if (!characteristics.some(held => held.name === name && hasValue(held.value))) continue;
    const { entries } = planOf(order).trace;
    for (const index of undecidedUnder(entries).get(number) ?? []) {
      const entry = entries[index] as TraceEntry;
      const candidate = candidates.find(({ relationship }) => relationship.id === entry.relationship?.id);
      const awaits = entry.rules.some(({ from, characteristic }) => from === 'missing' && characteristic === name);
      if (candidate !== undefined && awaits) found.set(index, { index, parent: number, candidate, entry });
    }
  }
  return [...found.values()];
}

type ByParent = ReadonlyMap<number, readonly number[]>;
const known = new WeakMap<readonly TraceEntry[], ByParent>();

/** Indexes of the entries that only a missing value decided, by the domain order above; looked through once for each trace. */
function undecidedUnder(entries: readonly TraceEntry[]): ByParent {
  const before = known.get(entries);
  if (before !== undefined) return before;
  const replaced = new Set(entries.flatMap(({ reconsiders }) => reconsiders ?? []));
  const byParent = new Map<number, number[]>();
  for (const [index, { parent, verdict, reason, rules }] of entries.entries()) {
    if (parent === undefined || verdict === 'created' || reason !== 'ruleFailed' || replaced.has(index)) continue;
    if (!isUndecided(rules)) continue;
    const under = byParent.get(parent);
    if (under === undefined) byParent.set(parent, [index]);
    else under.push(index);
  }
  known.set(entries, byParent);
  return byParent;
}
