/** Carries changed values of a domain order on to wherever a mapping takes them (features D5). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { propagateValues } from '../decomposition/propagateValues.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { hasDomainOrderEnded } from '../vocabulary/states.ts';
import { getDomainOrder, getLine } from './change.ts';
import type { DomainOrder, Order } from './order.ts';
import type { Unfolding } from './unfolding.ts';

/** A value that has come to a domain order: recorded on one of its tasks, or by a mapping. */
export type Arrival = { readonly domainOrder: number; readonly name: string; readonly from: 'task' | 'mapping' };

/** Emits a `ValuePropagated` for each value that changes elsewhere in the line, and says where they came to. */
export function propagate(
  unfolding: Unfolding,
  catalog: IndexedCatalog,
  number: number,
  changed: readonly CharacteristicValue[],
): Arrival[] {
  const order = unfolding.order();
  const { specification, line } = getDomainOrder(order, number);
  const names = new Set(changed.map(({ name }) => name));
  const mappings = catalog.mappingsBySource.get(specification) ?? [];
  // The whole line is looked at only when something leaves from here.
  if (!mappings.some(({ sourceCharacteristic }) => names.has(sourceCharacteristic))) return [];
  const arrivals: Arrival[] = [];
  for (const moved of propagateValues(catalog, domainOrdersOfLine(order, line), number, changed)) {
    const { mapping, from, to, name, was, now } = moved;
    // What has ended stays as it was fulfilled.
    if (hasDomainOrderEnded(getDomainOrder(order, to).state)) continue;
    unfolding.emit({ type: 'ValuePropagated', v: 1, data: { mapping, from, to, name, was, now } });
    arrivals.push({ domainOrder: to, name, from: 'mapping' });
  }
  return arrivals;
}

/** All of them without those of nested lines, parents before their children; a plan may be deeper than the call stack. */
export function domainOrdersOfLine(order: Order, line: number): readonly DomainOrder[] {
  const found: DomainOrder[] = [];
  const left = getLine(order, line).domainOrders.toReversed();
  for (let number = left.pop(); number !== undefined; number = left.pop()) {
    const domainOrder = getDomainOrder(order, number);
    found.push(domainOrder);
    left.push(...domainOrder.children.toReversed());
  }
  return found;
}
