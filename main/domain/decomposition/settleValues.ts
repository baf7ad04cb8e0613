/** Carries values between the domain orders of a line while they are created: down at once, then in every direction until nothing moves (features D5). */
import type { AttributeMapping } from '../catalog/catalog.ts';
import { hasValue, sameValue, transformValue } from '../catalog/characteristicValue.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { JsonValue } from '../json.ts';
import { findHeld, type DraftOrder } from './draftOrder.ts';
import { nearestSources, type TreeRow } from './nearestSources.ts';
import type { MappingTrace } from './trace.ts';

/** One mapping into one domain order; of several sources the first that has a value speaks. */
type Channel = {
  readonly mapping: AttributeMapping;
  readonly target: DraftOrder;
  readonly sources: readonly DraftOrder[];
  queued: boolean;
  /** The source it was last tried with, what came of it, and the value that was carried or could not be. */
  source: DraftOrder;
  outcome: MappingTrace['outcome'];
  value: JsonValue | undefined;
};

/** Which targets a mapping may feed from these sources; the others are left alone. */
export type Concerns = (target: DraftOrder, sources: readonly DraftOrder[]) => boolean;

/** Gives a new domain order what the ones above it hand down; `path` are those above, by specification. */
export function mapFromAncestors(
  catalog: IndexedCatalog,
  target: DraftOrder,
  path: ReadonlyMap<string, DraftOrder>,
): void {
  for (const mapping of catalog.mappingsByTarget.get(target.specification.id) ?? []) {
    const source = path.get(mapping.source);
    const held = source === undefined ? undefined : findHeld(source, mapping.sourceCharacteristic);
    if (source === undefined || held === undefined || findHeld(target, mapping.targetCharacteristic) !== undefined) {
      continue;
    }
    const value = transformValue(mapping.transform, held.value);
    if (value !== undefined) feed(mapping, source, target, value);
  }
}

/**
 * Applies every mapping between the domain orders of one line until nothing changes. What the line says stands; a mapped
 * value replaces a default; of two mappings into one place the first stands and the other is a conflict; a value that
 * would feed itself is not carried. So every place is settled after finitely many steps. Returns one row per mapping and target.
 */
export function settleValues(
  catalog: IndexedCatalog,
  drafts: readonly DraftOrder[],
  concerns: Concerns = () => true,
): MappingTrace[] {
  const channels = channelsOf(catalog, drafts, concerns);
  if (channels.length === 0) return [];
  const bySource = new Map<DraftOrder, Channel[]>();
  for (const channel of channels) {
    for (const source of channel.sources) {
      const out = bySource.get(source);
      if (out === undefined) bySource.set(source, [channel]);
      else out.push(channel);
    }
  }
  const queue = [...channels];
  for (let at = 0; at < queue.length; at += 1) {
    const channel = queue[at] as Channel;
    channel.queued = false;
    if (!carry(channel)) continue;
    for (const next of bySource.get(channel.target) ?? []) {
      if (next.queued || next.mapping.sourceCharacteristic !== channel.mapping.targetCharacteristic) continue;
      next.queued = true;
      queue.push(next);
    }
  }
  // What stood in the way early may be gone since, and every row is told as it stands at the end.
  for (let moved = true; moved;) {
    moved = false;
    for (const channel of channels) if (carry(channel)) moved = true;
  }
  return channels.map(resultOf);
}

const rowOf = (draft: DraftOrder): TreeRow => ({
  number: draft.number,
  specification: draft.specification.id,
  ...(draft.parent === undefined ? {} : { parent: draft.parent.number }),
});

function channelsOf(catalog: IndexedCatalog, drafts: readonly DraftOrder[], concerns: Concerns): Channel[] {
  if (catalog.catalog.mappings.length === 0) return [];
  const bySpecification = Map.groupBy(drafts, draft => draft.specification.id);
  const byNumber = new Map(drafts.map(draft => [draft.number, draft]));
  const findSources = nearestSources(drafts.map(rowOf));
  const channels: Channel[] = [];
  for (const mapping of catalog.catalog.mappings) {
    if (!bySpecification.has(mapping.source)) continue;
    for (const target of bySpecification.get(mapping.target) ?? []) {
      const sources = findSources(rowOf(target), mapping.source).map(number => byNumber.get(number) as DraftOrder);
      const [first] = sources;
      if (first === undefined || !concerns(target, sources)) continue;
      const untried = { source: first, outcome: 'sourceMissing' as const, value: undefined };
      channels.push({ mapping, target, sources, queued: true, ...untried });
    }
  }
  return channels;
}

/** Tries one channel and notes the outcome; true when the target's value changed. */
function carry(channel: Channel): boolean {
  const { mapping, target, sources } = channel;
  const told = (outcome: Channel['outcome'], of: DraftOrder, value: JsonValue): void => {
    channel.outcome = outcome;
    channel.source = of;
    channel.value = value;
  };
  const name = mapping.targetCharacteristic;
  const source = sources.find(candidate => findHeld(candidate, mapping.sourceCharacteristic) !== undefined);
  const input = source === undefined ? undefined : findHeld(source, mapping.sourceCharacteristic);
  if (source === undefined || input === undefined) return false;
  const value = transformValue(mapping.transform, input.value);
  if (value === undefined) {
    told('noTableEntry', source, input.value);
    return false;
  }
  const held = findHeld(target, name);
  const free = held === undefined || held.from === 'default' || held.fedBy?.mapping === mapping.id;
  const same = held !== undefined && sameValue(held.value, value);
  if (same && held.from !== 'default') {
    told('applied', source, value);
    return false;
  }
  if (!free || feedsItself(source, mapping.sourceCharacteristic, target, name)) {
    told(same ? 'applied' : 'conflict', source, value);
    return false;
  }
  feed(mapping, source, target, value);
  told('applied', source, value);
  return !same;
}

function feed(mapping: AttributeMapping, source: DraftOrder, target: DraftOrder, value: JsonValue): void {
  const name = mapping.targetCharacteristic;
  const declared = target.specification.characteristics.find(characteristic => characteristic.name === name);
  const valueType = declared?.valueType;
  target.values.set(name, {
    value,
    from: 'mapping',
    fedBy: { mapping: mapping.id, draft: source, characteristic: mapping.sourceCharacteristic },
    ...(valueType === undefined ? {} : { valueType }),
  });
}

/** Follows the source's value back to where it came from: true when that way leads through the target's place. */
function feedsItself(source: DraftOrder, characteristic: string, target: DraftOrder, name: string): boolean {
  let draft = source;
  let place = characteristic;
  for (;;) {
    if (draft === target && place === name) return true;
    const fedBy = draft.values.get(place)?.fedBy;
    if (fedBy === undefined) return false;
    draft = fedBy.draft;
    place = fedBy.characteristic;
  }
}

function resultOf({ mapping, source, target, outcome, value }: Channel): MappingTrace {
  return {
    line: target.line,
    mapping: mapping.id,
    from: source.number,
    to: target.number,
    characteristic: mapping.targetCharacteristic,
    ...(hasValue(value) ? { value } : {}),
    outcome,
  };
}
