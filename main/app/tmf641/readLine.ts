/** Reads one order item into a captured line: what is asked for, of which service, where, and after what. */
import type { JsonValue } from '../../domain/json.ts';
import type { Contact, CapturedLine, SpecificationRef } from '../../domain/vocabulary/captured.ts';
import type { LineAction } from '../../domain/vocabulary/states.ts';
import { isList, isObject, type JsonObject, kindOf, pathTo } from './jsonPath.ts';
import { findAction, findTmfState, isTmfAction, knownActionWords } from './orderWords.ts';
import { readCharacteristics } from './readCharacteristics.ts';
import type { FoundItem } from './readItems.ts';
import { distinct, type ReadParty, readContactInformation, readParties } from './readParties.ts';
import { readLocation } from './readPlace.ts';
import { readRelationships } from './readRelationships.ts';
import { idOf, isPlaceholder, known, type Reader, textOf, wordOf } from './reader.ts';

export type ReadLine = { readonly line: CapturedLine; readonly parties: readonly ReadParty[] };

type Order = { readonly itemIds: ReadonlySet<string>; readonly orderId: string | undefined };

/** The line of an item; `parties` are those named on it, for the order to keep. An action nobody knows is refused through the reader. */
export function readLine(reader: Reader, item: FoundItem, order: Order): ReadLine {
  const { value, path, itemId, parent } = item;
  const service = serviceOf(reader, item);
  const serviceId = readServiceId(reader, service.value, service.path);
  const action = readAction(reader, item, service.value, serviceId);
  if (action === 'add' && serviceId !== undefined) reader.note(pathTo(service.path, 'id'), 'serviceIdOnAdd', serviceId);
  noteState(reader, value, path);
  const parties = [...readParties(reader, value, path), ...readParties(reader, service.value, service.path)];
  const contacts: readonly Contact[] = [
    ...readContactInformation(reader, value, path),
    ...readContactInformation(reader, service.value, service.path),
    ...parties.flatMap(({ contact }) => (contact === undefined ? [] : [contact])),
  ];
  const line: CapturedLine = {
    ...known({
      itemId,
      action: action ?? 'noChange',
      name: reader.text(service.value, 'name', service.path) ?? reader.text(value, 'name', path),
      parent,
      quantity: readQuantity(reader, value, path),
      specification: readSpecification(reader, service.value, service.path),
      serviceId,
      location: readLocation(reader, item, service),
    }),
    contacts: distinct(contacts),
    characteristics: readCharacteristics(reader, service.value, service.path).map(read => read.characteristic),
    relationships: readRelationships(reader, value, path, { itemId, ...order }),
  };
  return { line, parties };
}

/** The document's own state of an order or item: told, never applied; `acknowledged` is what New means to TMF641. */
export function noteState(reader: Reader, owner: JsonObject, path: string): void {
  const word = reader.text(owner, 'state', path);
  if (word === undefined) return;
  const state = findTmfState(word);
  if (state !== 'acknowledged') reader.note(pathTo(path, 'state'), 'stateNotApplied', word, state);
}

function serviceOf(reader: Reader, { value, path }: FoundItem): { value: JsonObject; path: string } {
  const service = value['service'];
  const place = pathTo(path, 'service');
  if (isObject(service)) return { value: service, path: place };
  if (service === undefined || service === null) reader.note(path, 'serviceMissing');
  else reader.note(place, 'valueIgnored', service);
  return { value: {}, path: place };
}

function readServiceId(reader: Reader, service: JsonObject, path: string): string | undefined {
  const id = reader.text(service, 'id', path);
  if (id !== undefined && !isPlaceholder(id)) return id;
  if (id !== undefined) reader.note(pathTo(path, 'id'), 'placeholderIgnored', id);
  const href = reader.text(service, 'href', path);
  const last = href?.replace(/[/?#]+$/, '').match(/\/service\/([^/?#]+)$/)?.[1];
  if (href === undefined || last === undefined || isPlaceholder(last)) return undefined;
  reader.note(pathTo(path, 'href'), 'serviceIdFromHref', href, last);
  return last;
}

function readAction(
  reader: Reader,
  { value, path, itemId }: FoundItem,
  service: JsonObject,
  serviceId: string | undefined,
): LineAction | undefined {
  const raw = value['action'];
  const place = pathTo(path, 'action');
  const word = textOf(raw);
  if (word === undefined) {
    if (raw !== undefined && raw !== null && typeof raw !== 'string')
      reader.refuse(place, 'actionUnknown', { found: kindOf(raw), known: knownActionWords });
    else if (serviceId === undefined) reader.note(path, 'actionAssumed', undefined, 'add');
    else reader.refuse(path, 'actionMissing', { item: itemId, service: serviceId });
    return 'add';
  }
  const action = findAction(word);
  if (action === undefined) {
    reader.refuse(place, 'actionUnknown', { found: word.slice(0, 80), known: knownActionWords });
    return undefined;
  }
  const precise = preciseAction(action, value, service);
  if (precise.fromState !== undefined)
    reader.note(place, 'actionFromServiceState', { action: word, state: precise.fromState }, precise.action);
  else if (!isTmfAction(word)) reader.note(place, 'actionRespelled', word, precise.action);
  return precise.action;
}

/** A `modify` that asks for a service state is a suspension or a disconnection (§1.9); our own exports say it outright. */
function preciseAction(
  action: LineAction,
  item: JsonObject,
  service: JsonObject,
): { readonly action: LineAction; readonly fromState?: string } {
  if (action !== 'change') return { action };
  const own = item['fulfillmentAction'];
  if (own === 'suspend' || own === 'resume' || own === 'change') return { action: own };
  const state = textOf(service['state']) ?? textOf(service['serviceState']);
  const wanted = wordOf(state ?? '');
  if (state !== undefined && (wanted === 'suspended' || wanted === 'inactive'))
    return { action: 'suspend', fromState: state };
  if (state !== undefined && wanted === 'terminated') return { action: 'disconnect', fromState: state };
  return { action };
}

/** Any number above 0, fractions as they are; anything else counts as 1. */
function readQuantity(reader: Reader, item: JsonObject, path: string): number {
  const raw = item['quantity'];
  if (raw === undefined || raw === null) return 1;
  const number = typeof raw === 'string' ? Number(raw.trim() || Number.NaN) : raw;
  const quantity = typeof number === 'number' && number > 0 && number <= Number.MAX_SAFE_INTEGER ? number : 1;
  if (quantity !== raw) reader.note(pathTo(path, 'quantity'), 'quantityRead', raw, quantity);
  return quantity;
}

function readSpecification(reader: Reader, service: JsonObject, path: string): SpecificationRef | undefined {
  const raw = service['serviceSpecification'];
  const place = pathTo(path, 'serviceSpecification');
  const entries = isList(raw) ? raw.filter(entry => entry !== null) : [];
  const one = isList(raw) ? entries[0] : raw;
  const specification = one === undefined ? undefined : refOf(one);
  if (specification !== undefined && isList(raw))
    reader.note(place, 'specificationFromList', entries.length, specification.id ?? specification.name);
  if (specification !== undefined) return specification;
  const configuration = service['serviceConfiguration'];
  const type = isObject(configuration) ? textOf(configuration['@type']) : undefined;
  if (type === undefined) return undefined;
  reader.note(pathTo(pathTo(path, 'serviceConfiguration'), '@type'), 'specificationFromConfiguration', type, type);
  return { id: type };
}

function refOf(value: JsonValue): SpecificationRef | undefined {
  const fields = isObject(value) ? value : { id: value };
  const ref: SpecificationRef = known({
    id: idOf(fields['id']),
    name: textOf(fields['name']),
    version: textOf(fields['version']),
  });
  return ref.id === undefined && ref.name === undefined ? undefined : ref;
}
