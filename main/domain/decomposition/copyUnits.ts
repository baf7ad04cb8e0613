/** Makes the units of a line after the first: all of them are alike, so one is worked out and the others are copied from it (features D6). */
import type { DraftOrder } from './draftOrder.ts';
import type { Drafting } from './expandLine.ts';
import type { MappingTrace, TraceEntry } from './trace.ts';

/** The first unit of a line, its values settled; nothing in it awaits a value, for what comes of that is numbered after all units. */
export type FirstUnit = {
  readonly drafts: readonly DraftOrder[];
  readonly entries: readonly TraceEntry[];
  readonly mappings: readonly MappingTrace[];
};

/** Adds the other units of so many, and gives the rows of all units about mappings: by mapping, then by unit, as if every unit had been worked out. */
export function copyUnits(drafting: Drafting, first: FirstUnit, units: number): readonly MappingTrace[] {
  const size = first.drafts.length;
  for (let unit = 2; unit <= units; unit += 1) {
    const offset = (unit - 1) * size;
    for (const entry of first.entries) drafting.entries.push(copiedEntry(entry, offset, unit));
    copyDrafts(drafting.drafts, first.drafts, offset, unit);
  }
  return runsOf(first.mappings).flatMap(run =>
    Array.from({ length: units }, (_, unit) => run.map(row => copiedMapping(row, unit * size))).flat(),
  );
}

/** Their values are those of the first: no line's are changed any more once they are settled. */
function copyDrafts(into: DraftOrder[], first: readonly DraftOrder[], offset: number, unit: number): void {
  const copies = new Map<DraftOrder, DraftOrder>();
  for (const draft of first) {
    const parent = draft.parent === undefined ? undefined : copies.get(draft.parent);
    const copy: DraftOrder = {
      ...draft,
      number: draft.number + offset,
      top: draft.top + offset,
      ...(parent === undefined ? {} : { parent }),
      ...(draft.unit === undefined ? {} : { unit: { number: unit, of: draft.unit.of } }),
      children: [],
    };
    parent?.children.push(copy);
    copies.set(draft, copy);
    into.push(copy);
  }
}

/** A skipped target has no domain order, and only the top of the unit has no parent: its copy tells which unit it is. */
function copiedEntry(entry: TraceEntry, offset: number, unit: number): TraceEntry {
  const { parent, domainOrder, copy } = entry;
  if (parent === undefined) {
    const number = (domainOrder ?? 0) + offset;
    return { ...entry, domainOrder: number, ...(copy === undefined ? {} : { copy: { number: unit, of: copy.of } }) };
  }
  if (domainOrder === undefined) return { ...entry, parent: parent + offset };
  return { ...entry, parent: parent + offset, domainOrder: domainOrder + offset };
}

const copiedMapping = (row: MappingTrace, offset: number): MappingTrace => ({
  ...row,
  from: row.from + offset,
  to: row.to + offset,
});

/** Rows that stand together and are about one mapping. */
function runsOf(rows: readonly MappingTrace[]): readonly (readonly MappingTrace[])[] {
  const runs: MappingTrace[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0]?.mapping === row.mapping) run.push(row);
    else runs.push([row]);
  }
  return runs;
}
