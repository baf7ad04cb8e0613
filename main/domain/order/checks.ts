/** The automatic pre-approval checks, each passed or failed with the lines it is about (features A5, domain.md A.5). */
import type { Specification } from '../catalog/catalog.ts';
import { hasValue } from '../catalog/characteristicValue.ts';
import { findLineSpecification, type IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { DecomposableLine } from '../decomposition/expandLine.ts';
import { findCompanions, type Companions } from '../decomposition/findCompanions.ts';
import { sortGraph } from '../decomposition/sortGraph.ts';
import { mostUnits } from '../decomposition/unitsOf.ts';
import { listRows } from '../table.ts';
import type { DecisionContext } from './commands.ts';
import { nothingAround } from './lookups.ts';
import type { Order, OrderLine } from './order.ts';

export type CheckId =
  | 'hasLines'
  | 'specification'
  | 'location'
  | 'account'
  | 'contact'
  | 'dates'
  | 'characteristics'
  | 'service'
  | 'dependencies'
  | 'quantity'
  | 'requires';

export type Check = {
  readonly check: CheckId;
  readonly passed: boolean;
  /** A failed blocking check stands in the way of approval: without it nothing could be decomposed. */
  readonly blocking: boolean;
  readonly lines: readonly string[];
  /** What exactly is missing or wrong, such as the names of characteristics. */
  readonly facts: readonly string[];
};

/** The service a line decomposes by: the one a person matched it to, else the one its document names. */
export function findSpecification(line: OrderLine, catalog: IndexedCatalog): Specification | undefined {
  const reference = line.matched === undefined ? line.specification : { id: line.matched };
  const found = findLineSpecification(catalog, reference);
  return found?.kind === 'service' ? found : undefined;
}

/** Without `around` there is no inventory: what a line needs beside itself must then be in the order. */
export function checkOrder(
  order: Order,
  catalog: IndexedCatalog,
  at: string,
  around: Pick<DecisionContext, 'findInventory'> = nothingAround,
): readonly Check[] {
  const lines = listRows(order.lines);
  const working = lines.filter(({ action }) => action !== 'noChange');
  const specifications = new Map(working.map(line => [line.number, findSpecification(line, catalog)]));
  const on = (
    check: CheckId,
    blocking: boolean,
    failed: readonly OrderLine[],
    facts: readonly string[] = [],
  ): Check => ({
    check,
    passed: failed.length === 0 && facts.length === 0,
    blocking,
    lines: failed.map(({ id }) => id),
    facts,
  });
  const unknown = working.filter(({ number }) => specifications.get(number) === undefined);
  const incomplete = working.flatMap(line =>
    line.action === 'add' ? missingValues(line, specifications.get(line.number)).map(name => ({ line, name })) : [],
  );
  const tooMany = working.filter(line => hasTooManyUnits(line, specifications.get(line.number)));
  const lacking = companionsOf(order, catalog, around).found.filter(({ found }) => found === 'nowhere');
  const alone = new Set(lacking.map(({ line }) => line));
  const unreachable = working.filter(({ action, serviceId }) => action !== 'add' && serviceId === undefined);
  return [
    on('hasLines', true, [], lines.length === 0 ? ['empty'] : []),
    on(
      'specification',
      true,
      unknown,
      unknown.flatMap(({ specification }) => specification?.name ?? specification?.id ?? []),
    ),
    on('dependencies', true, circularLines(lines)),
    on('quantity', true, tooMany),
    on(
      'requires',
      true,
      lines.filter(({ number }) => alone.has(number)),
      [...new Set(lacking.map(({ requires }) => catalog.specifications.get(requires)?.name ?? requires))],
    ),
    on('account', false, [], order.account === undefined ? ['missing'] : []),
    on(
      'contact',
      false,
      [],
      order.contacts.length === 0 && lines.every(({ contacts }) => contacts.length === 0) ? ['missing'] : [],
    ),
    on('dates', false, [], dateFaults(order, at)),
    on(
      'location',
      false,
      working.filter(({ location }) => location === undefined),
    ),
    on(
      'characteristics',
      false,
      [...new Set(incomplete.map(({ line }) => line))],
      [...new Set(incomplete.map(({ name }) => name))],
    ),
    on('service', false, unreachable),
  ];
}

/** Each unit would get domain orders of its own (features D6). */
const hasTooManyUnits = ({ quantity }: OrderLine, specification: Specification | undefined): boolean =>
  specification !== undefined && specification.quantity !== 'whole' && quantity > mostUnits;

/** The lines of the order as decomposition takes them, and the companions they need (features D1). */
export function companionsOf(
  order: Order,
  catalog: IndexedCatalog,
  { findInventory }: Pick<DecisionContext, 'findInventory'>,
): Companions {
  const lines = listRows(order.lines);
  const byItem = linesByItem(lines);
  const decomposable = lines.map((line): DecomposableLine => {
    const matched = findSpecification(line, catalog)?.id;
    return { ...line, ...(matched === undefined ? {} : { matched }), waitsFor: waitsFor(line, byItem) };
  });
  const account = order.account?.id;
  return findCompanions(decomposable, catalog, specification =>
    account === undefined ? [] : findInventory(account, specification),
  );
}

function missingValues(line: OrderLine, specification: Specification | undefined): readonly string[] {
  const present = new Set(line.characteristics.flatMap(({ name, value }) => (hasValue(value) ? [name] : [])));
  return (specification?.characteristics ?? []).flatMap(({ name, mandatory, defaultValue }) =>
    mandatory && defaultValue === undefined && !present.has(name) ? [name] : [],
  );
}

function dateFaults({ requestedStart, requestedCompletion }: Order, at: string): readonly string[] {
  const faults: string[] = [];
  if (requestedCompletion === undefined) faults.push('missing');
  else if (requestedCompletion < at) faults.push('past');
  if (requestedStart !== undefined && requestedCompletion !== undefined && requestedStart > requestedCompletion) {
    faults.push('startAfterCompletion');
  }
  return faults;
}

/** Numbers of the lines each line waits for, as its document declared it. */
export function waitsFor(line: OrderLine, byItem: ReadonlyMap<string, number>): readonly number[] {
  const numbers = line.relationships.flatMap(({ waits, itemId }) => (waits ? (byItem.get(itemId) ?? []) : []));
  return [...new Set(numbers)].filter(number => number !== line.number);
}

export const linesByItem = (lines: Iterable<OrderLine>): ReadonlyMap<string, number> =>
  new Map([...lines].map(({ itemId, number }) => [itemId, number]));

/** Lines of one circle in which each could start only after another, and so none ever: a line waits for what the lines it is nested in wait for, and ends with the lines nested in it. */
function circularLines(lines: readonly OrderLine[]): readonly OrderLine[] {
  const byItem = linesByItem(lines);
  const before: number[] = [];
  const after: number[] = [];
  const waits = (line: OrderLine, number: number): void => {
    before.push(number - 1);
    after.push(line.number - 1);
  };
  for (const line of lines) {
    for (const child of line.children) waits(line, child);
    for (let outer: OrderLine | undefined = line; outer !== undefined; outer = lines[(outer.parent ?? 0) - 1]) {
      for (const other of waitsFor(outer, byItem)) waits(line, other);
    }
  }
  const sorted = sortGraph(lines.length, before, after);
  if (sorted.ok) return [];
  const circle = new Set(sorted.circle);
  return lines.filter(({ number }) => circle.has(number - 1));
}
