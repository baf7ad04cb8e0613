/** What the mappings of the catalog brought to each domain order and what they could not, told by the trace and by what stands there now (features D5). */
import type { CarriedValue } from '../../../preload/contract/breakdown.ts';
import type { AttributeMapping } from '../../domain/catalog/catalog.ts';
import { hasValue, sameValue, transformValue } from '../../domain/catalog/characteristicValue.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';
import { nearestSources, type NearestSources } from '../../domain/decomposition/nearestSources.ts';
import type { MappingTrace } from '../../domain/decomposition/trace.ts';
import type { JsonValue } from '../../domain/json.ts';
import { domainOrderNumber } from '../../domain/order/numbers.ts';
import type { DomainOrder, Order } from '../../domain/order/order.ts';
import { domainOrdersOfLine } from '../../domain/order/propagate.ts';
import { findRow } from '../../domain/table.ts';

/** By the number of a domain order. */
export type CarriedTo = (number: number) => CarriedValue[];

const noTrace: readonly MappingTrace[] = [];

export function carriedValues(order: Order, catalog: IndexedCatalog): CarriedTo {
  const { plan } = order;
  if (plan === undefined || plan.trace.mappings.length === 0) return () => [];
  const byTarget = Map.groupBy(plan.trace.mappings, ({ to }) => to);
  const mappings = new Map(catalog.catalog.mappings.map(mapping => [mapping.id, mapping]));
  const partAt = (number: number): DomainOrder | undefined => findRow(plan.domainOrders, number);
  // Only a value that came late asks for it.
  const sources = new Map<number, NearestSources>();
  const sourcesIn = (line: number): NearestSources => {
    const found = sources.get(line) ?? nearestSources(domainOrdersOfLine(order, line));
    sources.set(line, found);
    return found;
  };

  /** Whose word stands in the place of a mapped value. */
  function whoseIs(
    target: DomainOrder,
    { characteristic }: MappingTrace,
    here: JsonValue,
    mapping: AttributeMapping,
    others: readonly MappingTrace[],
  ): NonNullable<CarriedValue['instead']>['by'] {
    const isSaid = ({ name, value }: DomainOrder['characteristics'][number]): boolean =>
      name === characteristic && sameValue(value, here);
    if (target.parent === undefined && findRow(order.lines, target.line)?.characteristics.some(isSaid)) return 'line';
    const isCarried = sourcesIn(target.line)(target, mapping.source).some(number => {
      const said = valueOf(partAt(number), mapping.sourceCharacteristic);
      const carried = said === undefined ? undefined : transformValue(mapping.transform, said);
      return carried !== undefined && sameValue(carried, here);
    });
    if (isCarried) return 'since';
    const isOthers = others.some(
      other =>
        other.mapping !== mapping.id &&
        other.characteristic === characteristic &&
        other.outcome === 'applied' &&
        other.value !== undefined &&
        sameValue(other.value, here),
    );
    return isOthers ? 'otherMapping' : 'other';
  }

  return number => {
    const target = partAt(number);
    // What was settled anew later takes the place of what was settled first.
    const rows = [...new Map((byTarget.get(number) ?? noTrace).map(row => [row.mapping, row])).values()];
    return rows.flatMap((row): CarriedValue[] => {
      const mapping = mappings.get(row.mapping);
      const source = partAt(row.from);
      if (target === undefined || source === undefined || mapping === undefined) return [];
      const { characteristic, outcome, value } = row;
      const here = valueOf(target, characteristic);
      const stands = here !== undefined && !(outcome === 'applied' && value !== undefined && sameValue(value, here));
      return [
        {
          mapping: mapping.id,
          characteristic,
          transform: mapping.transform.kind,
          source: {
            id: source.id,
            number: domainOrderNumber(order, source),
            name: source.name,
            characteristic: mapping.sourceCharacteristic,
          },
          outcome,
          ...(value === undefined ? {} : { value: value as NonNullable<CarriedValue['value']> }),
          instead: stands
            ? {
                value: here as NonNullable<CarriedValue['value']>,
                by: whoseIs(target, row, here, mapping, rows),
              }
            : null,
        },
      ];
    });
  };
}

const valueOf = (part: DomainOrder | undefined, name: string): JsonValue | undefined => {
  const value = part?.characteristics.find(characteristic => characteristic.name === name)?.value;
  return hasValue(value) ? value : undefined;
};
