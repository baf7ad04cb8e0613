/** Writes an order as TMF641 v4.1, on top of the document it came as, so that every field we know nothing of stays where it was. */
import { type JsonValue, sameJson } from '../../domain/json.ts';
import type { CapturedOrder } from '../../domain/vocabulary/captured.ts';
import { type ExportableLine, type ExportableOrder, tmfOrderState } from './exportableOrder.ts';
import { findItemsKey } from './itemLists.ts';
import { isList, isObject, type JsonObject } from './jsonPath.ts';
import { tmfPriorityOf } from './orderWords.ts';
import { isDateTime, offsetOf, understandMoment } from './readDate.ts';
import { idOf, textOf } from './reader.ts';
import { type ReadOptions, readServiceOrder } from './readServiceOrder.ts';
import { renamed, without } from './rebuild.ts';
import { writeItem } from './writeItem.ts';
import { writeContacts, writeParties } from './writeParties.ts';

export type WriteOptions = ReadOptions & {
  /** What `href` begins with; the id follows. */
  readonly hrefBase?: string;
};

const defaultHrefBase = '/tmf-api/serviceOrdering/v4/serviceOrder/';

/**
 * The order for the outside world. Values that still say what the document said are left exactly as they came; corrected
 * ones replace them at their place. Our own, finer state stands in `fulfillmentState`, our number in `fulfillmentNumber`.
 * @param document what was imported; null when there is none
 */
export function writeServiceOrder(order: ExportableOrder, document: JsonValue, options: WriteOptions): JsonValue {
  const raw = isObject(document) ? document : {};
  const read = readServiceOrder(document, options);
  const captured = read.ok ? read.value.order : undefined;
  const id = idOf(raw['id']) ?? order.id;
  const base = writeParties(
    writeContacts(writeFields(raw, order, captured, options), order, captured),
    order,
    captured,
  );
  return {
    ...renamed(base, findItemsKey(raw) ?? 'serviceOrderItem', 'serviceOrderItem'),
    id,
    href: textOf(raw['href']) ?? `${options.hrefBase ?? defaultHrefBase}${encodeURIComponent(id)}`,
    '@type': textOf(raw['@type']) ?? 'ServiceOrder',
    state: tmfOrderState(order),
    orderDate: typeof base['orderDate'] === 'string' ? base['orderDate'] : order.importedAt,
    ...(order.actualStart === undefined ? {} : { startDate: order.actualStart }),
    ...(order.actualEnd === undefined ? {} : { completionDate: order.actualEnd }),
    ...(order.expectedEnd === undefined || textOf(base['expectedCompletionDate']) !== undefined
      ? {}
      : { expectedCompletionDate: order.expectedEnd }),
    serviceOrderItem: writeItems(raw, order.lines, captured),
    ...writeErrors(raw, order),
    fulfillmentState: order.state,
    fulfillmentNumber: order.number,
  };
}

/** The items of the document at their places, each with its line; lines the document does not have follow. */
function writeItems(raw: JsonObject, lines: readonly ExportableLine[], order: CapturedOrder | undefined): JsonValue {
  const captured = order?.lines ?? [];
  const byItemId = new Map(lines.map(line => [line.itemId, line]));
  const written = new Set<string>();
  let number = 0;
  const listOf = (owner: JsonObject): readonly JsonValue[] => {
    const key = findItemsKey(owner);
    const list = key === undefined ? undefined : owner[key];
    return (isList(list) ? list : []).flatMap(entry => (isObject(entry) ? [one(entry)] : []));
  };
  const one = (entry: JsonObject): JsonValue => {
    const before = captured[number];
    number += 1;
    const itemId = before?.itemId ?? textOf(entry['id']) ?? String(number);
    const line = byItemId.get(itemId);
    written.add(itemId);
    const item = line === undefined ? entry : writeItem(entry, before, line, order?.sourceId);
    const key = findItemsKey(entry);
    const below = key === undefined || !isList(entry[key]) ? [] : listOf(entry);
    const nested = [...below, ...addedIn(itemId)];
    if (nested.length === 0) return item;
    return { ...(key === undefined ? item : renamed(item, key, 'serviceOrderItem')), serviceOrderItem: nested };
  };
  const known = new Set(captured.map(({ itemId }) => itemId));
  /** What a change added inside a line, or at the top. */
  const addedIn = (parent: string | undefined): readonly JsonValue[] =>
    lines.flatMap(line => {
      const around = line.parent === undefined ? undefined : lines[line.parent - 1]?.itemId;
      if (known.has(line.itemId) || written.has(line.itemId) || around !== parent) return [];
      written.add(line.itemId);
      const item = writeItem({}, undefined, line);
      const nested = addedIn(line.itemId);
      return [nested.length === 0 ? item : { ...item, serviceOrderItem: nested }];
    });
  const items = listOf(raw);
  const others = [
    ...addedIn(undefined),
    ...lines.flatMap(line => (written.has(line.itemId) ? [] : [writeItem({}, undefined, line)])),
  ];
  return [...items, ...others];
}

/** Dates of v4.1, which allows nothing but RFC 3339. */
const dates = [
  'orderDate',
  'startDate',
  'completionDate',
  'expectedCompletionDate',
  'requestedStartDate',
  'requestedCompletionDate',
  'cancellationDate',
];

function writeFields(
  raw: JsonObject,
  order: ExportableOrder,
  captured: CapturedOrder | undefined,
  options: WriteOptions,
): JsonObject {
  let fields = dates.reduce((fields, key) => writtenDate(fields, key, options), raw);
  fields = corrected(fields, ['description'], captured?.description, order.description);
  fields = corrected(
    fields,
    ['requestedStartDate', 'requestExecutionDate'],
    captured?.requestedStart,
    order.requestedStart,
  );
  fields = corrected(fields, ['requestedCompletionDate'], captured?.requestedCompletion, order.requestedCompletion);
  if (order.priority !== (captured?.priority ?? 'moderate'))
    fields = { ...fields, priority: tmfPriorityOf(order.priority) };
  for (const key of ['externalId', 'priority', 'category', 'description'])
    if (typeof fields[key] === 'number') fields = { ...fields, [key]: String(fields[key]) };
  return writeOrderRelationships(writeNotes(fields));
}

/** The first of the names gets the value when it is no longer what was captured; without a value all of them go. */
function corrected(
  fields: JsonObject,
  [name = '', ...others]: readonly string[],
  was: string | undefined,
  now: string | undefined,
): JsonObject {
  if (was === now) return fields;
  return now === undefined ? [name, ...others].reduce(without, fields) : { ...fields, [name]: now };
}

/** A date that v4.1 would not allow is written as the moment it was understood as; an empty one goes. */
function writtenDate(fields: JsonObject, key: string, { assumedZone }: WriteOptions): JsonObject {
  const value = fields[key];
  if (typeof value === 'string' && isDateTime(value)) return fields;
  if (typeof value === 'string' && value.trim() === '') return without(fields, key);
  const date = understandMoment(value, offsetOf(assumedZone) ?? 0);
  return date === undefined ? fields : { ...fields, [key]: date.iso };
}

function writeNotes(fields: JsonObject): JsonObject {
  const note = fields['note'];
  if (isObject(note)) return { ...fields, note: [note] };
  return typeof note === 'string' && note.trim() !== '' ? { ...fields, note: [{ text: note }] } : fields;
}

function writeOrderRelationships(fields: JsonObject): JsonObject {
  const list = fields['orderRelationship'];
  if (!isList(list)) return fields;
  const entries = list.map(entry =>
    isObject(entry) && entry['relationshipType'] === undefined ? renamed(entry, 'type', 'relationshipType') : entry,
  );
  return sameJson(entries, list) ? fields : { ...fields, orderRelationship: entries };
}

/** The document's own error messages, then ours: every fallout, and why the order was rejected (TMF641 §1.11). */
function writeErrors(raw: JsonObject, order: ExportableOrder): JsonObject {
  const own = raw['errorMessage'];
  const before = isList(own) ? own : isObject(own) ? [own] : [];
  if (order.errors.length === 0 && !isObject(own)) return {};
  const errors = order.errors.map(({ code, reason, message, status, at, itemIds }) => ({
    '@type': 'ServiceOrderErrorMessage',
    code,
    reason,
    ...(message === undefined ? {} : { message }),
    ...(status === undefined ? {} : { status }),
    timestamp: at,
    ...(itemIds.length === 0 ? {} : { serviceOrderItem: itemIds.map(itemId => ({ itemId, id: itemId })) }),
  }));
  return { errorMessage: [...before, ...errors] };
}
