/** The site of an item: `place` on the service or on the item, by reference, by name, or as an address in parts (TMF673, TMF674). */
import type { JsonValue } from '../../domain/json.ts';
import type { Location } from '../../domain/vocabulary/captured.ts';
import { isList, isObject, type JsonObject } from './jsonPath.ts';
import { idOf, known, type Reader, textOf } from './reader.ts';

/** The first place that can be named; the service's own come before the item's. */
export function readLocation(
  reader: Reader,
  item: { readonly value: JsonObject; readonly path: string },
  service: { readonly value: JsonObject; readonly path: string },
): Location | undefined {
  const places = [...reader.list(service.value, 'place', service.path), ...reader.list(item.value, 'place', item.path)];
  const locations = places.flatMap(({ value, path }) => {
    const location = locationOf(value);
    if (location === undefined) reader.note(path, 'placeWithoutName');
    return location === undefined ? [] : [{ location, path }];
  });
  const first = locations[0];
  if (first !== undefined && locations.length > 1)
    reader.note(first.path, 'firstPlaceUsed', locations.length, first.location.name);
  return first?.location;
}

/** The location that a place means, or undefined when it has neither name, address nor id. */
export function locationOf(value: JsonValue): Location | undefined {
  if (!isObject(value)) {
    const name = textOf(value);
    return name === undefined ? undefined : { name };
  }
  // v5 nests the place itself beside its role.
  const nested = value['place'];
  const place = isObject(nested) ? { ...nested, role: value['role'] ?? null } : value;
  const id = idOf(place['id']);
  const address = addressOf(place);
  const name = textOf(place['name']) ?? textOf(place['siteName']) ?? address ?? id;
  return name === undefined ? undefined : known({ id, name, role: textOf(place['role']), address });
}

function addressOf(place: JsonObject): string | undefined {
  const whole = textOf(place['formattedAddress']) ?? textOf(place['fullAddress']) ?? textOf(place['address']);
  if (whole !== undefined) return whole;
  for (const key of ['address', 'geographicAddress', 'place']) {
    const inner = place[key];
    const nested = isList(inner) ? inner.find(isObject) : inner;
    const text = isObject(nested) ? (textOf(nested['formattedAddress']) ?? joined(nested)) : undefined;
    if (text !== undefined) return text;
  }
  return joined(place);
}

/** `12 High Street, Old Town, Leeds, Yorkshire LS1 4AP, United Kingdom` from the parts of a GeographicAddress. */
function joined(place: JsonObject): string | undefined {
  const part = (...keys: readonly string[]): string | undefined => {
    for (const key of keys) {
      const text = textOf(place[key]);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const words = (...parts: readonly (string | undefined)[]): string =>
    parts.filter(text => text !== undefined).join(' ');
  const number = words(part('streetNr', 'streetNumber'), part('streetNrSuffix'));
  const last = part('streetNrLast');
  const street = words(
    (last === undefined ? number : `${number}-${last}`) || undefined,
    part('streetName', 'street'),
    part('streetType'),
    part('streetSuffix'),
  );
  const lines = [
    street,
    part('locality'),
    part('city'),
    words(part('stateOrProvince'), part('postcode', 'postCode', 'postalCode')),
    part('country', 'countryCode'),
  ];
  const text = lines.filter(line => line !== undefined && line !== '').join(', ');
  return text === '' ? undefined : text;
}
