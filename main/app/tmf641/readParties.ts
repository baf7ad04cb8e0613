/** Parties and contacts of an order or an item: flat (v4), nested (v5), MEF contact information, a plain notification contact. */
import type { JsonValue } from '../../domain/json.ts';
import type { Contact, Party } from '../../domain/vocabulary/captured.ts';
import { isList, isObject, type JsonObject } from './jsonPath.ts';
import { idOf, known, type Reader, textOf, wordOf } from './reader.ts';

export type ReadParty = { readonly party: Party; readonly contact?: Contact; readonly path: string };

/** The parties of `relatedParty`; one without id and name says nothing and is left out with a note. */
export function readParties(reader: Reader, owner: JsonObject, path: string): readonly ReadParty[] {
  return reader.list(owner, 'relatedParty', path).flatMap(({ value, path }) => {
    if (!isObject(value)) {
      reader.note(path, 'valueIgnored', value);
      return [];
    }
    const read = partyOf(value);
    if (read === undefined) reader.note(path, 'partyWithoutId');
    return read === undefined ? [] : [{ ...read, path }];
  });
}

/** Who a party is, and how to reach it. v5 nests who it is in `partyOrPartyRole`; what is usable outside wins. */
export function partyOf(value: JsonObject): Omit<ReadParty, 'path'> | undefined {
  const nested = isObject(value['partyOrPartyRole']) ? value['partyOrPartyRole'] : {};
  const text = (key: string): string | undefined => textOf(value[key]) ?? textOf(nested[key]);
  const name = text('name') ?? text('fullName');
  const id = idOf(value['id']) ?? idOf(nested['id']) ?? name;
  if (id === undefined) return undefined;
  const role = text('role');
  const party: Party = known({ id, name, role });
  const contact = contactOf(known({ name: name ?? id, role }), [value, nested]);
  const reachable = contact?.email !== undefined || contact?.phone !== undefined;
  const contactRole = role !== undefined && wordOf(role).includes('contact');
  return contact !== undefined && (reachable || contactRole) ? { party, contact } : { party };
}

/** Roles of the one the order is for, the surest first; any `…customer` ranks with `customer`. */
const accountRoles = ['customer', 'account', 'subscriber', 'buyer', 'requester', 'requestor', 'owner'];

/** The party that is the customer, or undefined when no role says so. */
export function findAccount(parties: readonly ReadParty[]): ReadParty | undefined {
  let found: { read: ReadParty; rank: number } | undefined;
  for (const read of parties) {
    const role = wordOf(read.party.role ?? '');
    const rank = accountRoles.indexOf(role.endsWith('customer') ? 'customer' : role);
    if (rank >= 0 && (found === undefined || rank < found.rank)) found = { read, rank };
  }
  return found?.read;
}

/** The contacts of `relatedContactInformation` (MEF 99). */
export function readContactInformation(reader: Reader, owner: JsonObject, path: string): readonly Contact[] {
  return reader.list(owner, 'relatedContactInformation', path).flatMap(({ value, path }) => {
    const contact = informationOf(value);
    if (contact === undefined) reader.note(path, 'valueIgnored', value);
    return contact === undefined ? [] : [contact];
  });
}

/** The contact that one entry of `relatedContactInformation` names. */
export const informationOf = (value: JsonValue): Contact | undefined =>
  isObject(value) ? contactOf({}, [value]) : undefined;

/** `notificationContact` is one text that may be a mail address, a telephone number or a name. */
export function readNotificationContact(reader: Reader, order: JsonObject, path: string): readonly Contact[] {
  const value = order['notificationContact'];
  if (isObject(value)) {
    const contact = contactOf({}, [value]);
    if (contact !== undefined) return [contact];
  }
  const text = reader.text(order, 'notificationContact', path);
  if (text === undefined) return [];
  if (/^\S+@\S+$/.test(text)) return [{ email: text }];
  return [/^\+?[\d\s()./-]{4,}$/.test(text) ? { phone: text } : { name: text }];
}

const emailKeys = ['emailAddress', 'email'] as const;
const phoneKeys = ['number', 'phoneNumber', 'phone', 'telephone', 'mobile'] as const;
/** Everything that says how somebody is reached. */
export const contactKeys: readonly string[] = [...emailKeys, ...phoneKeys, 'numberExtension', 'contactMedium'];

/** A person to reach, or undefined when nothing says who or how. */
function contactOf(given: Pick<Contact, 'name' | 'role'>, sources: readonly JsonObject[]): Contact | undefined {
  const pick = (...keys: readonly string[]): string | undefined => {
    for (const source of sources)
      for (const key of keys) {
        const text = textOf(source[key]);
        if (text !== undefined) return text;
      }
    return undefined;
  };
  const names = [pick('givenName'), pick('familyName')].filter(name => name !== undefined).join(' ');
  const name = given.name ?? pick('name', 'contactName', 'fullName') ?? (names || pick('organization'));
  const media = sources.map(source => contactMedia(source['contactMedium']));
  const email = pick(...emailKeys) ?? media.find(({ email }) => email !== undefined)?.email;
  const number = pick(...phoneKeys) ?? media.find(({ phone }) => phone !== undefined)?.phone;
  const extension = pick('numberExtension');
  const phone = number !== undefined && extension !== undefined ? `${number} ext. ${extension}` : number;
  if (name === undefined && email === undefined && phone === undefined) return undefined;
  return known({ name, role: given.role ?? pick('role'), email, phone });
}

/** TMF632 `contactMedium`: v4 keeps the values in `characteristic`, v5 beside the type. */
function contactMedia(media: JsonValue | undefined): { email?: string; phone?: string } {
  const found: { email?: string; phone?: string } = {};
  for (const medium of isList(media) ? media : []) {
    if (!isObject(medium)) continue;
    const inner = medium['characteristic'];
    const fields = isObject(inner) ? { ...medium, ...inner } : medium;
    const email = textOf(fields['emailAddress']);
    const phone = textOf(fields['phoneNumber']);
    if (email !== undefined) found.email ??= email;
    if (phone !== undefined) found.phone ??= phone;
  }
  return found;
}

/** The same people once each. */
export function distinct<T>(entries: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return entries.filter(entry => {
    const key = JSON.stringify(entry);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
