/** Writes who an order is for and whom to call, on top of the parties it came with. */
import { type JsonValue, sameJson } from '../../domain/json.ts';
import type { CapturedOrder, Contact, Party } from '../../domain/vocabulary/captured.ts';
import type { ExportableOrder } from './exportableOrder.ts';
import { isEmpty } from './itemLists.ts';
import { isList, isObject, type JsonObject } from './jsonPath.ts';
import { partyOf } from './readParties.ts';
import { idOf, known, textOf } from './reader.ts';
import { orElse } from './rebuild.ts';

type Captured = Pick<CapturedOrder, 'account' | 'contacts'> | undefined;

/** Contacts that the document does not name come first, so that the corrected one is the one to call. */
export function writeContacts(
  fields: JsonObject,
  order: { readonly contacts: readonly Contact[] },
  captured: { readonly contacts: readonly Contact[] } | undefined,
): JsonObject {
  const before = captured?.contacts ?? [];
  const added = order.contacts.filter(contact => !before.some(known => sameJson({ ...known }, { ...contact })));
  if (added.length === 0) return fields;
  return {
    ...fields,
    relatedContactInformation: [...added.map(contactInformation), ...entriesOf(fields['relatedContactInformation'])],
  };
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
