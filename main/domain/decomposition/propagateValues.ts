/** What a value recorded on one domain order changes on the others of its line (domain.md A.6 item 7, features D5). */
import { hasValue, transformValue } from '../catalog/characteristicValue.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { sameJson, type JsonValue } from '../json.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { nearestSources } from './nearestSources.ts';

/** A domain order as far as values pass through it. */
export type PropagatingOrder = {
  readonly number: number;
  readonly parent?: number | undefined;
  readonly line: number;
  readonly specification: string;
  readonly characteristics: readonly CharacteristicValue[];
};

export type PropagatedValue = {
  readonly mapping: string;
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly was: JsonValue | null;
  readonly now: JsonValue;
};

/**
 * The changes that follow from `changed` on domain order `from`, in the order they happen. The newest word wins over what
 * a target had; a change passes on through further mappings; each place changes at most once, and what was recorded is
 * never changed back. `domainOrders` are those of the line, with the values from before; an empty value is not carried.
 */
export function propagateValues(
  catalog: IndexedCatalog,
  domainOrders: readonly PropagatingOrder[],
  from: number,
  changed: readonly CharacteristicValue[],
): PropagatedValue[] {
  if (catalog.catalog.mappings.length === 0 || changed.length === 0) return [];
  const origin = domainOrders.find(order => order.number === from);
  if (origin === undefined) throw new Error(`Domain order ${from} is not among those of its line`);
  const bySpecification = Map.groupBy(domainOrders, order => order.specification);
  const findSources = nearestSources(domainOrders);
  const touched = new Set(changed.map(({ name }) => placeOf(from, name)));
  const queue = changed.map(({ name, value }) => ({ order: origin, name, value }));
  const changes: PropagatedValue[] = [];
  for (let at = 0; at < queue.length; at += 1) {
    const { order, name, value } = queue[at] as (typeof queue)[number];
    if (!hasValue(value)) continue;
    for (const mapping of catalog.mappingsBySource.get(order.specification) ?? []) {
      if (mapping.sourceCharacteristic !== name) continue;
      const now = transformValue(mapping.transform, value);
      if (now === undefined) continue;
      for (const target of bySpecification.get(mapping.target) ?? []) {
        const place = placeOf(target.number, mapping.targetCharacteristic);
        if (touched.has(place) || !findSources(target, order.specification).includes(order.number)) continue;
        const was = valueOf(target, mapping.targetCharacteristic);
        if (was !== undefined && sameJson(was, now)) continue;
        touched.add(place);
        changes.push({
          mapping: mapping.id,
          from: order.number,
          to: target.number,
          name: mapping.targetCharacteristic,
          was: was ?? null,
          now,
        });
        queue.push({ order: target, name: mapping.targetCharacteristic, value: now });
      }
    }
  }
  return changes;
}

const placeOf = (domainOrder: number, name: string): string => `${domainOrder} ${name}`;

const valueOf = (order: PropagatingOrder, name: string): JsonValue | undefined =>
  order.characteristics.find(characteristic => characteristic.name === name)?.value;
