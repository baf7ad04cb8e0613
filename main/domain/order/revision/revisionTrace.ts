/** The reasons for what a revision adds to a plan, told in the numbers of that plan (features D7). */
import type { MappingTrace, TraceEntry } from '../../decomposition/trace.ts';
import { planOf } from '../change.ts';
import type { RowNumber } from '../planRows.ts';
import type { Adding } from './adding.ts';

/** The reasons for what is new; a target that was skipped before is told in place of that. */
export function addedEntries({ order, after, matched, places }: Adding): readonly TraceEntry[] {
  const present = new Map<RowNumber, number>();
  for (const [number, fate] of matched.fates) {
    if (fate.kind === 'kept' && fate.after !== undefined) present.set(fate.after, number);
  }
  const { entries } = planOf(order).trace;
  const skipped = new Map<string, number>();
  for (const [index, { verdict, parent, target, reconsiders }] of entries.entries()) {
    if (reconsiders !== undefined) skipped.delete(`${parent ?? ''} ${target}`);
    if (verdict === 'skipped' && parent !== undefined) skipped.set(`${parent} ${target}`, index);
  }
  return after.decomposed.trace.entries.flatMap((entry): readonly TraceEntry[] => {
    const { parent: above, domainOrder: row, reconsiders: _index, ...rest } = entry;
    const place = row === undefined ? undefined : places.get(row);
    const newParent = above === undefined ? undefined : places.get(above)?.number;
    const isNewLine = above === undefined && entry.line > order.lines.size;
    if (place === undefined && newParent === undefined && !isNewLine) return [];
    const parent = newParent ?? (above === undefined ? undefined : present.get(above));
    const key = `${parent ?? ''} ${entry.target}`;
    const reconsiders = skipped.get(key);
    skipped.delete(key);
    const unit = place?.branch.top === row ? place?.branch.unit : undefined;
    return [
      {
        ...rest,
        ...(parent === undefined ? {} : { parent }),
        ...(place === undefined ? {} : { domainOrder: place.number }),
        ...(unit === undefined ? {} : { copy: unit }),
        ...(reconsiders === undefined ? {} : { reconsiders }),
      },
    ];
  });
}

export function addedMappings({ after, places, matched }: Adding): readonly MappingTrace[] {
  const numbers = new Map<RowNumber, number>([...places].map(([row, { number }]) => [row, number]));
  for (const [number, fate] of matched.fates) {
    if (fate.kind === 'kept' && fate.after !== undefined) numbers.set(fate.after, number);
  }
  return after.decomposed.trace.mappings.flatMap(mapping => {
    const [from, to] = [numbers.get(mapping.from), numbers.get(mapping.to)];
    return from === undefined || to === undefined || !places.has(mapping.to) ? [] : [{ ...mapping, from, to }];
  });
}
