/** The values that domain orders take on when an order asks for something else: those going on, and those added (domain.md A.6 item 7, A.10). */
import type { IndexedCatalog } from '../../catalog/indexCatalog.ts';
import { propagateValues, type PropagatingOrder } from '../../decomposition/propagateValues.ts';
import { sameJson, type JsonValue } from '../../json.ts';
import type { CharacteristicValue } from '../../vocabulary/captured.ts';
import { getDomainOrder } from '../change.ts';
import { withValue } from '../evolveTask.ts';
import type { Fate } from './matchPlans.ts';
import type { Order } from '../order.ts';
import type { PlanRows, RowNumber } from '../planRows.ts';

export type ChangedValues = {
  readonly characteristics: readonly CharacteristicValue[];
  /** Names of the characteristics that are other than before. */
  readonly names: readonly string[];
  /** When one domain order stands for all units, and there are more or fewer of them. */
  readonly quantity?: number;
};

export type Values = {
  /** By domain order of the plan; only those where something changes. */
  readonly changed: ReadonlyMap<number, ChangedValues>;
  /** By row of the plan after. */
  readonly added: ReadonlyMap<RowNumber, readonly CharacteristicValue[]>;
};

type Valuing = {
  readonly order: Order;
  readonly catalog: IndexedCatalog;
  readonly before: PlanRows;
  readonly after: PlanRows;
  readonly fates: ReadonlyMap<number, Fate>;
  /** Rows of the plan after that are added, with the numbers they get. */
  readonly added: ReadonlyMap<RowNumber, { readonly number: number; readonly parent?: number }>;
};

/** What the change makes different is set, and nothing else: what was recorded during the work stands, and is carried on to what is added. */
export function changedValues({ order, catalog, before, after, fates, added }: Valuing): Values {
  const changed = new Map<number, ChangedValues>();
  for (const [number, fate] of fates) {
    if (fate.kind === 'dropped' || fate.before === undefined || fate.after === undefined) continue;
    const was = before.row(fate.before);
    const now = after.row(fate.after);
    const there = getDomainOrder(order, number).characteristics;
    const asked = differences(was.characteristics, now.characteristics);
    const names = asked.filter(name => !sameJson(valueOf(there, name), valueOf(now.characteristics, name)));
    if (names.length === 0 && was.quantity === now.quantity) continue;
    changed.set(number, {
      characteristics: names.reduce((all, name) => withValue(all, name, valueOf(now.characteristics, name)), there),
      names,
      ...(was.quantity === now.quantity ? {} : { quantity: now.quantity }),
    });
  }
  return carriedValues({ order, catalog, before, after, fates, added }, changed);
}

/** Carries values on inside each tree: to what came to be during the work, where the change makes them different, and to what is added, where the work did. */
function carriedValues(
  { order, catalog, after, fates, added }: Valuing,
  own: ReadonlyMap<number, ChangedValues>,
): Values {
  const changed = new Map(own);
  const addedValues = new Map([...added.keys()].map(row => [row, after.row(row).characteristics]));
  const rowOf = new Map([...added].map(([row, { number }]) => [number, row]));
  const valuesOf = (number: number): readonly CharacteristicValue[] => {
    const row = rowOf.get(number);
    if (row !== undefined) return addedValues.get(row) ?? [];
    return changed.get(number)?.characteristics ?? getDomainOrder(order, number).characteristics;
  };
  const put = (number: number, name: string, value: JsonValue): void => {
    const row = rowOf.get(number);
    const characteristics = withValue(valuesOf(number), name, value);
    if (row !== undefined) addedValues.set(row, characteristics);
    else changed.set(number, { characteristics, names: [...(changed.get(number)?.names ?? []), name] });
  };
  for (const { going, newcomers } of catalog.catalog.mappings.length === 0 ? [] : treesOf(order, fates, added)) {
    const isFed = (number: number): boolean => followsParent(fates.get(number)) || rowOf.has(number);
    if (newcomers.length === 0 && !going.some(isFed)) continue;
    const parts = (): readonly PropagatingOrder[] => [
      ...going.map(number => ({ ...getDomainOrder(order, number), characteristics: valuesOf(number) })),
      ...newcomers.map(row => {
        const { line, specification } = after.row(row);
        const { number, parent } = added.get(row) ?? { number: 0 };
        return {
          number,
          line,
          specification,
          characteristics: valuesOf(number),
          ...(parent === undefined ? {} : { parent }),
        };
      }),
    ];
    for (const number of going) {
      const fate = fates.get(number);
      const planned = fate?.kind === 'kept' && fate.after !== undefined ? after.row(fate.after).characteristics : [];
      const send = (names: readonly string[], isMeant: (to: number) => boolean): void => {
        if (!feeds(catalog, getDomainOrder(order, number).specification, names)) return;
        const values = valuesOf(number).filter(({ name }) => names.includes(name));
        for (const { to, name, now } of propagateValues(catalog, parts(), number, values))
          if (isMeant(to)) put(to, name, now);
      };
      send(changed.get(number)?.names ?? [], to => followsParent(fates.get(to)));
      send(differences(planned, valuesOf(number)), to => rowOf.has(to));
    }
  }
  return { changed, added: addedValues };
}

/** Values stay inside the tree under one domain order at the top of a line. */
function treesOf(
  order: Order,
  fates: Valuing['fates'],
  added: Valuing['added'],
): Iterable<{ readonly going: readonly number[]; readonly newcomers: readonly RowNumber[] }> {
  const trees = new Map<number, { going: number[]; newcomers: RowNumber[] }>();
  const tops = new Map<number, number>();
  const treeUnder = (number: number, parent: number | undefined): { going: number[]; newcomers: RowNumber[] } => {
    const top = parent === undefined ? number : (tops.get(parent) ?? parent);
    tops.set(number, top);
    const tree = trees.get(top) ?? { going: [], newcomers: [] };
    trees.set(top, tree);
    return tree;
  };
  // Parents are numbered, and added, before their children.
  for (const number of [...fates.keys()].toSorted((a, b) => a - b)) {
    const tree = treeUnder(number, getDomainOrder(order, number).parent);
    if (fates.get(number)?.kind === 'kept') tree.going.push(number);
  }
  for (const [row, { number, parent }] of added) treeUnder(number, parent).newcomers.push(row);
  return trees.values();
}

const feeds = (catalog: IndexedCatalog, specification: string, names: readonly string[]): boolean =>
  (catalog.mappingsBySource.get(specification) ?? []).some(mapping => names.includes(mapping.sourceCharacteristic));

const followsParent = (fate: Fate | undefined): boolean =>
  fate?.kind === 'kept' && fate.before === undefined && fate.after === undefined;

/** Names of the values that are not the same in both. */
export function differences(
  before: readonly CharacteristicValue[],
  after: readonly CharacteristicValue[],
): readonly string[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].filter(name => !sameJson(valueOf(before, name), valueOf(after, name)));
}

export const valueOf = (values: readonly CharacteristicValue[], name: string): JsonValue =>
  values.find(one => one.name === name)?.value ?? null;
