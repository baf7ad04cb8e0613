/** Says what of a document does not survive in another: the check behind "the export loses nothing". */
import type { JsonValue } from '../../domain/json.ts';
import { findItemsKey, isEmpty } from './itemLists.ts';
import { isList, isObject, type JsonObject, pathTo, root } from './jsonPath.ts';
import { findServiceState } from './orderWords.ts';
import { isDateTime, offsetOf, understandMoment } from './readDate.ts';
import { idOf, textOf } from './reader.ts';
import { relationshipLists } from './readRelationships.ts';

type Part = 'order' | 'item' | 'service' | 'itemRelationship' | 'orderRelationship' | 'other';

/** Where a value has gone: what stands there now, and as what its own properties are to be looked for. */
type Moved = { readonly to: JsonValue | undefined; readonly part: Part } | 'ours';

/**
 * Every path of `before` whose value `after` does not carry, neither at its place nor at the one v4.1 gives it.
 * Not a loss: null, empty text and empty lists; white space around text; a number as text; a date as the moment it
 * means; our state, action, and id where the document has none.
 */
export function lostPaths(
  before: JsonValue,
  after: JsonValue,
  options: { readonly assumedZone: string },
): readonly string[] {
  const lost: string[] = [];
  const offset = offsetOf(options.assumedZone) ?? 0;

  const compare = (was: JsonValue | undefined, now: JsonValue | undefined, path: string, part: Part): void => {
    if (was === undefined || isEmpty(was) || was === now) return;
    if (isList(was)) compareList(was, now, path, part);
    else if (isObject(was)) compareObject(was, now, path, part);
    else if (typeof was !== 'object' && !isSameText(was, now, offset)) lost.push(path);
  };

  const compareList = (was: readonly JsonValue[], now: JsonValue | undefined, path: string, part: Part): void => {
    // Null items are left out of the export; in any other list every entry keeps its number.
    let skipped = 0;
    was.forEach((entry, index) => {
      if (entry === null && part === 'item') skipped += 1;
      else compare(entry, isList(now) ? now[index - skipped] : undefined, pathTo(path, index), part);
    });
  };

  const compareObject = (was: JsonObject, now: JsonValue | undefined, path: string, part: Part): void => {
    const target = isObject(now) ? now : {};
    if (Object.keys(was).length === 0) return;
    for (const [key, value] of Object.entries(was)) {
      const moved = movedTo(part, key, was, target);
      if (moved !== 'ours') compare(value, moved.to, pathTo(path, key), moved.part);
    }
  };

  compare(before, after, root, 'order');
  return lost;
}

function movedTo(part: Part, key: string, was: JsonObject, now: JsonObject): Moved {
  const stays: Moved = { to: now[key], part: 'other' };
  switch (part) {
    case 'order':
      return movedInOrder(key, was, now) ?? stays;
    case 'item':
      return movedInItem(key, was, now) ?? stays;
    case 'service':
      return movedInService(key, was, now) ?? stays;
    case 'itemRelationship':
      return movedInRelationship(key, was, now) ?? stays;
    case 'orderRelationship':
      return key === 'type' && isEmpty(was['relationshipType'])
        ? { to: now['relationshipType'], part: 'other' }
        : stays;
    case 'other':
      return stays;
  }
}

const isOurs = (key: string): boolean => /^fulfillment(?:State|Number|Action)$/.test(key);

function movedInOrder(key: string, was: JsonObject, now: JsonObject): Moved | undefined {
  const value = was[key];
  if (key === findItemsKey(was)) return { to: now['serviceOrderItem'], part: 'item' };
  if (key === 'state' || key === 'startDate' || key === 'completionDate' || isOurs(key)) return 'ours';
  if (key === 'id') return idOf(value) === undefined ? 'ours' : undefined;
  if (key === 'href' || key === '@type') return textOf(value) === undefined ? 'ours' : undefined;
  if (key === 'orderDate')
    return typeof value !== 'string' && understandMoment(value, 0) === undefined ? 'ours' : undefined;
  if (key === 'note' && typeof value === 'string') return { to: firstOf(now[key], 'text'), part: 'other' };
  const listed =
    key === 'note' || key === 'errorMessage' || key === 'relatedParty' || key === 'relatedContactInformation';
  if (listed && isObject(value)) return { to: firstOf(now[key]) ?? now[key], part: 'other' };
  return key === 'orderRelationship' ? { to: now[key], part: 'orderRelationship' } : undefined;
}

function movedInItem(key: string, was: JsonObject, now: JsonObject): Moved | undefined {
  const value = was[key];
  if (key === findItemsKey(was) && isList(value)) return { to: now['serviceOrderItem'], part: 'item' };
  if (key === 'action' || key === 'state' || isOurs(key)) return 'ours';
  if (key === 'quantity' && typeof value === 'string' && Number(value) === now[key]) return 'ours';
  if (key === 'id') return textOf(value) === undefined ? 'ours' : undefined;
  if (key === 'service') return isObject(value) ? { to: now[key], part: 'service' } : 'ours';
  const [current, old] = relationshipLists;
  if (key !== current && key !== old) return undefined;
  const list = Object.hasOwn(now, key) ? now[key] : now[current];
  return { to: isObject(value) ? (firstOf(list) ?? list) : list, part: 'itemRelationship' };
}

function movedInService(key: string, was: JsonObject, now: JsonObject): Moved | undefined {
  const value = was[key];
  if (key === 'state' && typeof value === 'string' && findServiceState(value) === now[key]) return 'ours';
  if (key === 'serviceState' && isEmpty(was['state'])) {
    const isSame = typeof value === 'string' && findServiceState(value) === now['state'];
    return isSame ? 'ours' : { to: now['state'], part: 'other' };
  }
  if (key === 'serviceSpecification' && isList(value) && !isList(now[key])) {
    const more = now['additionalServiceSpecification'];
    const written = [now[key] ?? null, ...(isList(more) ? more : [])];
    const entries = value.filter(entry => entry !== null);
    const found = (entry: NonNullable<JsonValue>): JsonValue => {
      const there = written[entries.indexOf(entry)] ?? null;
      return isObject(entry) || !isObject(there) ? there : (there['id'] ?? null);
    };
    return { to: value.map(entry => (entry === null ? null : found(entry))), part: 'other' };
  }
  return undefined;
}

function movedInRelationship(key: string, was: JsonObject, now: JsonObject): Moved | undefined {
  const reference = isObject(now['orderItem']) ? now['orderItem'] : {};
  if (key === 'type' && isEmpty(was['relationshipType'])) return { to: now['relationshipType'], part: 'other' };
  if ((key === 'id' || key === 'itemId') && !Object.hasOwn(now, key)) return { to: reference['itemId'], part: 'other' };
  return key === 'serviceOrderItem' && !Object.hasOwn(now, key) ? { to: reference, part: 'other' } : undefined;
}

function firstOf(list: JsonValue | undefined, key?: string): JsonValue | undefined {
  const first = isList(list) ? list[0] : undefined;
  if (key === undefined) return first;
  return isObject(first) ? first[key] : undefined;
}

/** A proper date-time is expected letter for letter; only the shorthand of one may be written out. */
function isSameText(was: string | number | boolean, now: JsonValue | undefined, offset: number): boolean {
  if (now === undefined || now === null || typeof now === 'object') return false;
  if (String(was).trim() === String(now).trim()) return true;
  if (typeof was === 'boolean' || (typeof was === 'string' && isDateTime(was))) return false;
  const moment = understandMoment(was, offset)?.iso;
  return moment !== undefined && moment === now;
}
