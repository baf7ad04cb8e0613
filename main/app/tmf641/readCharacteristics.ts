/** The characteristics of an item's service: TMF641 lists, OpenSlice and ONAP wrappers, features, and MEF service configurations. */
import type { JsonValue } from '../../domain/json.ts';
import type { CharacteristicValue } from '../../domain/vocabulary/captured.ts';
import { isObject, type JsonObject, pathTo } from './jsonPath.ts';
import { type Found, known, type Reader, textOf } from './reader.ts';

/** A characteristic, and the path of the place where its value stands. */
export type ReadCharacteristic = {
  readonly characteristic: CharacteristicValue;
  readonly path: string;
  /** Path of all that is said of it, name and value. */
  readonly entry: string;
};

export const characteristicLists = ['serviceCharacteristic', 'serviceCharacteristics', 'characteristic'] as const;

/**
 * All characteristics of a service, each with the path of its value.
 * A MEF `serviceConfiguration` is read attribute by attribute: nested objects give dotted names
 * (`administrativeState.state`), lists and empty objects stay values, `@type` is left to the specification.
 * A characteristic of a feature is named `<feature>.<characteristic>`.
 */
export function readCharacteristics(reader: Reader, service: JsonObject, path: string): readonly ReadCharacteristic[] {
  const found: ReadCharacteristic[] = [];
  const counted = { unwrapped: 0 };
  for (const key of characteristicLists)
    for (const entry of reader.list(service, key, path)) found.push(...readOne(reader, entry, '', counted));
  for (const feature of reader.list(service, 'feature', path)) {
    if (!isObject(feature.value)) continue;
    const name = textOf(feature.value['name']);
    // The second spelling is that of an official sample.
    for (const key of ['featureCharacteristic', 'featureCharacteritic'])
      for (const entry of reader.list(feature.value, key, feature.path))
        found.push(...readOne(reader, entry, name === undefined ? '' : `${name}.`, counted));
  }
  const configuration = service['serviceConfiguration'];
  if (isObject(configuration)) found.push(...attributes(configuration, '', pathTo(path, 'serviceConfiguration')));
  if (counted.unwrapped > 0)
    reader.note(pathTo(path, 'serviceCharacteristic'), 'valuesUnwrapped', undefined, counted.unwrapped);
  noteRepeated(reader, found, path);
  return found;
}

type Counted = { unwrapped: number };

function readOne(
  reader: Reader,
  { value: entry, path }: Found,
  prefix: string,
  counted: Counted,
): readonly ReadCharacteristic[] {
  const name = isObject(entry) ? textOf(entry['name']) : undefined;
  if (!isObject(entry) || name === undefined) {
    reader.note(path, 'characteristicWithoutName', entry);
    return [];
  }
  const valueType = textOf(entry['valueType']);
  const wrapper = wrapperOf(entry['value']);
  if (wrapper !== undefined) counted.unwrapped += 1;
  const value = (wrapper === undefined ? entry['value'] : (entry['value'] as JsonObject)[wrapper]) ?? null;
  const place = pathTo(path, 'value');
  return [
    {
      characteristic: known({ name: prefix + name, value, valueType }),
      path: wrapper === undefined ? place : pathTo(place, wrapper),
      entry: path,
    },
  ];
}

/** The property that holds the real value when the value is wrapped: OpenSlice `{value, alias}`, ONAP `{serviceCharacteristicValue}`. */
function wrapperOf(value: JsonValue | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value).filter(key => !key.startsWith('@'));
  if (keys.includes('value') && keys.every(key => key === 'value' || key === 'alias')) return 'value';
  return keys.length === 1 && keys[0] === 'serviceCharacteristicValue' ? keys[0] : undefined;
}

function attributes(configuration: JsonObject, prefix: string, path: string): readonly ReadCharacteristic[] {
  return Object.entries(configuration).flatMap(([key, value]) => {
    if (prefix === '' && key.startsWith('@')) return [];
    const name = prefix + key;
    const nested = isObject(value) && Object.keys(value).length > 0;
    return nested
      ? attributes(value, `${name}.`, pathTo(path, key))
      : [{ characteristic: { name, value }, path: pathTo(path, key), entry: pathTo(path, key) }];
  });
}

function noteRepeated(reader: Reader, found: readonly ReadCharacteristic[], path: string): void {
  const names = new Set<string>();
  for (const { name } of found.map(read => read.characteristic)) {
    if (names.has(name)) reader.note(path, 'characteristicRepeated', name);
    names.add(name);
  }
}
