/** Characteristics of a specification, under the names of every version of the standard (TMF633 v3 and v4, TMF634, TMF620). */
import type { CharacteristicSpecification } from '../../domain/catalog/catalog.ts';
import { hasValue, sameValue } from '../../domain/catalog/characteristicValue.ts';
import type { JsonValue } from '../../domain/json.ts';
import { isList, isObject, lettersOf, looseText, note, type JsonObject, type Reading } from './reading.ts';

export const characteristicKeys = [
  'specCharacteristic',
  'serviceSpecCharacteristic',
  'resourceSpecCharacteristic',
  'productSpecCharacteristic',
] as const;

const valueKeys = [
  'characteristicValueSpecification',
  'serviceSpecCharacteristicValue',
  'resourceSpecCharacteristicValue',
  'productSpecCharacteristicValue',
] as const;

const choices: ReadonlySet<string> = new Set(['enum', 'set', 'choice']);

/** Those of one specification; a second one of a name is left out, and one without a name is no characteristic. */
export function readCharacteristics(reading: Reading, object: JsonObject, path: string): CharacteristicSpecification[] {
  const key = characteristicKeys.find(candidate => isList(object[candidate]));
  const list = key === undefined ? undefined : object[key];
  if (key === undefined || !isList(list)) return [];
  const found = new Map<string, CharacteristicSpecification>();
  for (const [index, item] of list.entries()) {
    const place = `${path}.${key}[${index}]`;
    const name = isObject(item) ? looseText(item['name']) : undefined;
    if (!isObject(item) || name === undefined) note(reading, 'characteristicWithoutName', place);
    else if (found.has(name)) note(reading, 'characteristicTwice', place, name);
    else found.set(name, readCharacteristic(name, item));
  }
  return [...found.values()];
}

function readCharacteristic(name: string, object: JsonObject): CharacteristicSpecification {
  const values = valueKeys
    .flatMap(key => object[key] ?? [])
    .filter(isObject)
    .filter(row => hasValue(unwrap(row['value'])));
  const description = looseText(object['description']);
  const valueType = looseText(object['valueType']) ?? values.map(row => looseText(row['valueType'])).find(Boolean);
  const unit = values.map(row => looseText(row['unitOfMeasure'])).find(text => text !== undefined && text !== 'N/A');
  const options = values.length > 1 || choices.has(lettersOf(valueType)) ? values.map(row => unwrap(row['value'])) : [];
  const defaults = values.filter(row => row['isDefault'] === true || row['isDefault'] === 'true');
  const defaultValue = defaults.length > 1 ? defaults.map(row => unwrap(row['value'])) : unwrap(defaults[0]?.['value']);
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(valueType === undefined ? {} : { valueType }),
    mandatory: isMandatory(object),
    options: options.filter((option, index) => options.findIndex(other => sameValue(other, option)) === index),
    ...(hasValue(defaultValue) ? { defaultValue } : {}),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Some systems wrap every value as `{ value, alias }`. */
const unwrap = (value: JsonValue | undefined): JsonValue =>
  (isObject(value) && value['value'] !== undefined ? value['value'] : value) ?? null;

const isMandatory = (object: JsonObject): boolean =>
  Number(object['minCardinality'] ?? 0) >= 1 || object['required'] === true || object['isMandatory'] === true;
