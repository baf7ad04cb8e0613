/** Values that the dry run could not carry from one result to another, each with the field of the line that it comes from (features D5, X2). */
import type { BreakdownEntry, CarriedValue, LineBreakdown } from '../../preload/contract/breakdown.ts';
import { markOf } from './carriedWords.ts';

export type LostValue = {
  readonly line: LineBreakdown['line'];
  readonly carried: CarriedValue;
  /** What the value would not reach. */
  readonly target: string;
  /** Where it can be put right, as `goToField` takes it. */
  readonly field: string;
};

/** Units of one line lose the same values, which are told once. */
export function lostValues({ line, entries }: LineBreakdown): readonly LostValue[] {
  const found = new Map<string, LostValue>();
  const made = new Map(entries.flatMap(entry => (entry.domainOrder ? [[entry.domainOrder.id, entry] as const] : [])));
  for (const entry of entries) {
    for (const carried of entry.mappings) {
      const key = JSON.stringify([carried.mapping, carried.outcome, carried.value]);
      if (markOf(carried) !== 'lost' || found.has(key)) continue;
      const name = carried.instead?.by === 'line' ? carried.characteristic : originOf(carried, made);
      found.set(key, { line, carried, target: entry.targetName, field: `${line.id}.characteristic.${name}` });
    }
  }
  return [...found.values()];
}

/** Follows the value back to the characteristic it set out from; a circle ends where it began. */
function originOf({ source }: CarriedValue, made: ReadonlyMap<string, BreakdownEntry>): string {
  const seen = new Set<string>();
  let { id, characteristic } = source;
  for (;;) {
    const place = `${id} ${characteristic}`;
    const from = made
      .get(id)
      ?.mappings.find(one => one.characteristic === characteristic && one.outcome === 'applied')?.source;
    if (from === undefined || seen.has(place)) return characteristic;
    seen.add(place);
    ({ id, characteristic } = from);
  }
}
