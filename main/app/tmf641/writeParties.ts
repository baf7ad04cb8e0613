/** Writes who an order is for and whom to call, on top of the parties it came with. */
import { type JsonValue, sameJson } from '../../domain/json.ts';
import type { CapturedOrder, Contact, Party } from '../../domain/vocabulary/captured.ts';
import type { ExportableOrder } from './exportableOrder.ts';
import { isEmpty } from './itemLists.ts';
import { isList, isObject, type JsonObject, root } from './jsonPath.ts';
import { contactKeys, informationOf, partyOf, readNotificationContact } from './readParties.ts';
import { createReader, idOf, known, textOf, wordOf } from './reader.ts';
import { orElse, without } from './rebuild.ts';

type Captured = Pick<CapturedOrder, 'account' | 'contacts'> | undefined;

type Reachable = { readonly contacts: readonly Contact[] };

/** Contacts that the document does not name come first, so that the corrected one is the one to call; those that are no longer to be called go. */
export function writeContacts(raw: JsonObject, order: Reachable, captured: Reachable | undefined): JsonObject {
  const before = captured?.contacts ?? [];
  const fields = withoutContacts(raw, goneContacts(order, captured));
  const added = order.contacts.filter(contact => !isAmong(before, contact));
  if (added.length === 0) return fields;
  return {
    ...fields,
    relatedContactInformation: [...added.map(contactInformation), ...entriesOf(fields['relatedContactInformation'])],
  };
}

/** Whom the document names and a correction or a change has taken out since. */
export const goneContacts = (order: Reachable, captured: Reachable | undefined): readonly Contact[] =>
  (captured?.contacts ?? []).filter(contact => !isAmong(order.contacts, contact));

/** An order, item or service without these contacts, wherever it names them; who has another part in it keeps that one. */
export function withoutContacts(fields: JsonObject, gone: readonly Contact[]): JsonObject {
  if (gone.length === 0) return fields;
  const isGone = (contact: Contact | undefined): boolean => contact !== undefined && isAmong(gone, contact);
  let kept = keeping(fields, 'relatedContactInformation', entry => (isGone(informationOf(entry)) ? [] : [entry]));
  kept = keeping(kept, 'relatedParty', entry => {
    const read = isObject(entry) ? partyOf(entry) : undefined;
    if (!isObject(entry) || !isGone(read?.contact)) return [entry];
    return wordOf(read?.party.role ?? '').includes('contact') ? [] : [unreachable(entry)];
  });
  const [notified] = readNotificationContact(createReader(0), kept, root);
  return isGone(notified) ? without(kept, 'notificationContact') : kept;
}

const isAmong = (contacts: readonly Contact[], contact: Contact): boolean =>
  contacts.some(one => sameJson({ ...one }, { ...contact }));

/** A list of which nothing is left goes too. */
function keeping(fields: JsonObject, key: string, keep: (entry: JsonValue) => readonly JsonValue[]): JsonObject {
  const entries = entriesOf(fields[key]);
  const kept = entries.flatMap(keep);
  if (entries.every((entry, index) => entry === kept[index])) return fields;
  return kept.length === 0 ? without(fields, key) : { ...fields, [key]: kept };
}

/** The party without the ways to reach it. */
function unreachable(entry: JsonObject): JsonObject {
  const bare = contactKeys.reduce(without, entry);
  const nested = bare['partyOrPartyRole'];
  return isObject(nested) ? { ...bare, partyOrPartyRole: contactKeys.reduce(without, nested) } : bare;
}

const contactInformation = ({ name, role, email, phone }: Contact): JsonObject =>
  known({ name, role, emailAddress: email, number: phone });

/** The parties with what v4.1 requires of each, and the account as it is today. */
export function writeParties(fields: JsonObject, order: ExportableOrder, captured: Captured): JsonObject {
  const entries = entriesOf(fields['relatedParty']).map(entry => (isObject(entry) ? typed(entry) : entry));
  const account = order.account;
  const changed = account !== undefined && !isSameParty(account, captured?.account);
  if (entries.length === 0 && !changed) return fields;
  if (!changed) return { ...fields, relatedParty: entries };
  const at = entries.findIndex(entry => isObject(entry) && isSameParty(partyOf(entry)?.party, captured?.account));
  if (at < 0) return { ...fields, relatedParty: [...entries, typed(flatParty(account))] };
  return { ...fields, relatedParty: entries.map((entry, index) => (index === at ? replaced(entry, account) : entry)) };
}

const isSameParty = (a: Party | undefined, b: Party | undefined): boolean =>
  a !== undefined && b !== undefined && a.id === b.id && a.name === b.name && (a.role ?? '') === (b.role ?? '');

const flatParty = ({ id, name, role }: Party): JsonObject => known({ id, name, role: role ?? 'customer' });

function replaced(entry: JsonValue, { id, name, role }: Party): JsonValue {
  if (!isObject(entry)) return entry;
  const nested = entry['partyOrPartyRole'];
  const who = known({ id, name });
  return {
    ...entry,
    ...who,
    ...(role === undefined ? {} : { role }),
    ...(isObject(nested) ? { partyOrPartyRole: { ...nested, ...who } } : {}),
  };
}

/** `id`, `@type` and `@referredType` are required by v4.1, and missing in its own sample (TMF641 §1.11). */
function typed(entry: JsonObject): JsonObject {
  const nested = isObject(entry['partyOrPartyRole']) ? entry['partyOrPartyRole'] : {};
  const id = idOf(entry['id']) ?? idOf(nested['id']);
  if (id === undefined) return entry;
  const name = isEmpty(entry['name']) ? textOf(nested['name']) : undefined;
  const referred = textOf(entry['referredType']) ?? textOf(nested['@referredType']) ?? 'Party';
  return {
    ...entry,
    ...(name === undefined ? {} : { name }),
    id: orElse(entry['id'], id),
    '@type': orElse(entry['@type'], 'RelatedParty'),
    '@referredType': orElse(entry['@referredType'], referred),
  };
}

const entriesOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  isList(value) ? value : isObject(value) ? [value] : [];
