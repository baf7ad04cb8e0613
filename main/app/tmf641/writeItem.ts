/** Writes one order item as TMF641 v4.1, on top of the item as it came. */
import { type JsonValue, sameJson } from '../../domain/json.ts';
import type {
  CapturedLine,
  CharacteristicValue,
  LineRelationship,
  Location,
} from '../../domain/vocabulary/captured.ts';
import type { LineAction } from '../../domain/vocabulary/states.ts';
import { type ExportableLine, tmfLineState } from './exportableOrder.ts';
import { isEmpty } from './itemLists.ts';
import { isList, isObject, type JsonObject, root, stepsOf } from './jsonPath.ts';
import { findServiceState, isTmfAction, tmfActionOf } from './orderWords.ts';
import { characteristicLists, readCharacteristics } from './readCharacteristics.ts';
import { createReader, idOf, known, textOf } from './reader.ts';
import { defaultRelationshipType, readRelationships, relationshipLists, targetOf } from './readRelationships.ts';
import { goneContacts, withoutContacts, writeContacts } from './writeParties.ts';
import { orElse, renamed, withoutAt, withValueAt, without } from './rebuild.ts';

/**
 * The item with what is known of its line today.
 * @param captured what reading the raw item gives; only where the line differs is a value replaced
 */
export function writeItem(
  raw: JsonObject,
  captured: CapturedLine | undefined,
  line: ExportableLine,
  sourceId?: string,
): JsonObject {
  const related = writeRelationships(withoutRelationships(raw, captured, line, sourceId));
  const item = writeContacts(withRelationships(related, captured, line), line, captured);
  const action = isTmfAction(item['action']) ? item['action'] : tmfActionOf(line.action);
  const { service: said } = item;
  const service = isObject(said)
    ? withoutContacts(said, goneContacts(line, captured))
    : captured === undefined
      ? serviceOf(line)
      : {};
  const precise = isPrecise(line.action) ? { fulfillmentAction: line.action } : {};
  const placed = writeLocation(item, writeService(service, captured, line), captured?.location, line.location);
  const { quantity } = line;
  const asWritten = item['quantity'];
  const restated =
    quantity !== (captured?.quantity ?? 1) || (typeof asWritten === 'string' && Number(asWritten) === quantity);
  return {
    ...placed.item,
    id: line.itemId,
    ...(restated ? { quantity } : {}),
    action,
    state: tmfLineState(line),
    service: placed.service,
    fulfillmentState: line.state,
    ...precise,
  };
}

/** What a line that came later asks for; the document of the others says so itself. */
const serviceOf = ({ name, specification }: ExportableLine): JsonObject =>
  known({ name, serviceSpecification: specification && known({ ...specification }) });

/** TMF641 has no word for it; said in an extension field beside the `modify` it becomes. */
const isPrecise = (action: LineAction): boolean => action === 'suspend' || action === 'resume';

function writeService(raw: JsonObject, captured: CapturedLine | undefined, line: ExportableLine): JsonObject {
  let service = writeSpecification(raw);
  service = renamed(service, 'serviceState', 'state');
  const state = textOf(service['state']);
  const canonical = state === undefined ? undefined : findServiceState(state);
  if (canonical !== undefined) service = { ...service, state: canonical };
  if (line.serviceId !== captured?.serviceId && line.serviceId !== undefined)
    service = { ...service, id: line.serviceId };
  return writeCharacteristics(service, captured?.characteristics ?? [], line.characteristics);
}

/** v4.1 has one specification; a list keeps its other entries in an extension field. */
function writeSpecification(service: JsonObject): JsonObject {
  const list = service['serviceSpecification'];
  if (!isList(list)) return service;
  const [first, ...rest] = list.filter(entry => entry !== null);
  if (first === undefined) return service;
  return {
    ...service,
    serviceSpecification: isObject(first) ? first : { id: first },
    ...(rest.length === 0 ? {} : { additionalServiceSpecification: rest }),
  };
}

function writeCharacteristics(
  raw: JsonObject,
  captured: readonly CharacteristicValue[],
  current: readonly CharacteristicValue[],
): JsonObject {
  if (sameJson(asJson(captured), asJson(current))) return raw;
  const places = readCharacteristics(createReader(0), raw, root);
  const before = new Map(captured.map(({ name, value }) => [name, value]));
  const names = new Set(current.map(({ name }) => name));
  // From the last on, so that the places of the others stay what they are.
  const gone = places.filter(({ characteristic: { name } }) => before.has(name) && !names.has(name)).toReversed();
  let service: JsonValue = raw;
  const added: JsonObject[] = [];
  for (const { name, value, valueType } of current) {
    const was = before.get(name);
    if (was !== undefined && sameJson(was, value)) continue;
    const place = places.find(({ characteristic }) => characteristic.name === name);
    if (place !== undefined) service = withValueAt(service, stepsOf(place.path) ?? [], value);
    else added.push(known({ name, value, valueType }));
  }
  for (const { entry } of gone) service = withoutAt(service, stepsOf(entry) ?? []);
  const written = isObject(service) ? service : raw;
  if (added.length === 0) return written;
  const key = characteristicLists.find(key => isList(written[key])) ?? characteristicLists[0];
  const list = written[key];
  const existing = isList(list) ? list : isObject(list) ? [list] : [];
  return { ...written, [key]: [...existing, ...added] };
}

const asJson = (values: readonly CharacteristicValue[]): JsonValue =>
  values.map(({ name, value }) => ({ name, value }));

function writeLocation(
  item: JsonObject,
  service: JsonObject,
  captured: Location | undefined,
  current: Location | undefined,
): { readonly item: JsonObject; readonly service: JsonObject } {
  if (current === undefined || (captured !== undefined && sameJson({ ...captured }, { ...current })))
    return { item, service };
  const place = known({ ...current });
  const onItem = captured !== undefined && !hasEntries(service['place']) && hasEntries(item['place']);
  if (onItem) return { item: { ...item, place: placesWith(item['place'], place) }, service };
  return {
    item,
    service: { ...service, place: captured === undefined ? [place] : placesWith(service['place'], place) },
  };
}

const hasEntries = (value: JsonValue | undefined): boolean => isObject(value) || (isList(value) && value.length > 0);

/** The corrected place stands where the wrong one stood. */
function placesWith(places: JsonValue | undefined, place: JsonObject): JsonValue {
  return isList(places) ? [place, ...places.filter(entry => entry !== null).slice(1)] : [place];
}

/** Gives relationships the shape of v4.1; `id` beside `itemId`, because its schema asks for both (TMF641 §1.4). */
function writeRelationships(raw: JsonObject): JsonObject {
  const [current, old] = relationshipLists;
  const key = isEmpty(raw[current]) ? old : current;
  const list = raw[key];
  if (!hasEntries(list)) return raw;
  const entries = isList(list) ? list : [list ?? null];
  return { ...renamed(raw, key, current), [current]: entries.map(writeRelationship) };
}

/** Without what a change has taken out since; what was never understood, such as a wait for another order, stays. */
function withoutRelationships(
  raw: JsonObject,
  captured: CapturedLine | undefined,
  { itemId, relationships }: ExportableLine,
  sourceId: string | undefined,
): JsonObject {
  const gone = (captured?.relationships ?? []).filter(one => !relationships.some(other => isSameRelation(one, other)));
  if (gone.length === 0) return raw;
  const isGone = (entry: JsonValue): boolean =>
    readRelationships(createReader(0), { [relationshipLists[0]]: [entry] }, root, {
      itemId,
      itemIds: new Set(),
      orderId: sourceId,
    }).some(one => gone.some(other => isSameRelation(one, other)));
  return relationshipLists.reduce<JsonObject>((item, key) => {
    const list = item[key];
    const entries = isList(list) ? list : isObject(list) ? [list] : [];
    const kept = entries.filter(entry => !isGone(entry));
    if (kept.length === entries.length) return item;
    return kept.length === 0 ? without(item, key) : { ...item, [key]: kept };
  }, raw);
}

/** Whether it waits follows from its word. */
const isSameRelation = (a: LineRelationship, b: LineRelationship): boolean =>
  a.type === b.type && a.itemId === b.itemId;

/** What was asked for later: that it waits for another line, or is related to one. */
function withRelationships(item: JsonObject, captured: CapturedLine | undefined, line: ExportableLine): JsonObject {
  const known = captured?.relationships ?? [];
  const added = line.relationships.filter(one => !known.some(other => sameJson({ ...one }, { ...other })));
  if (added.length === 0) return item;
  const [current] = relationshipLists;
  const list = item[current];
  const entries = isList(list) ? list : [];
  const written = added.map(({ type, itemId }) => ({ relationshipType: type, orderItem: { itemId, id: itemId } }));
  return { ...item, [current]: [...entries, ...written] };
}

function writeRelationship(entry: JsonValue): JsonValue {
  const target = isObject(entry) ? targetOf(entry) : undefined;
  if (!isObject(entry) || target === undefined) return entry;
  const { itemId, reference } = target;
  const { orderItem } = entry;
  // Something else stands where the reference belongs; it is not ours to remove.
  if (!isEmpty(orderItem) && orderItem !== reference?.value) return entry;
  const typed = renamed(entry, 'type', 'relationshipType');
  const moved =
    reference === undefined
      ? ['id', 'itemId'].filter(key => idOf(entry[key]) === itemId).reduce(without, typed)
      : renamed(typed, reference.key, 'orderItem');
  return {
    ...moved,
    relationshipType: orElse(typed['relationshipType'], defaultRelationshipType),
    orderItem: {
      ...reference?.value,
      itemId: orElse(reference?.value['itemId'], itemId),
      id: orElse(reference?.value['id'], itemId),
    },
  };
}
