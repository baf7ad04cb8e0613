/** Changes single places of a JSON document and leaves every other one where it is. */
import type { JsonValue } from '../../domain/json.ts';
import { isEmpty } from './itemLists.ts';
import { isList, isObject, type JsonObject } from './jsonPath.ts';

/** The object with a property renamed in its place; an empty property of the new name gives way, a full one stays and nothing is renamed. */
export function renamed(object: JsonObject, from: string, to: string): JsonObject {
  if (from === to || !Object.hasOwn(object, from) || !isEmpty(object[to])) return object;
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, JsonValue][] => {
      if (key === to) return [];
      return [[key === from ? to : key, value]];
    }),
  );
}

/** The object without a property. */
export function without(object: JsonObject, key: string): JsonObject {
  return Object.hasOwn(object, key)
    ? Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
    : object;
}

/** The value with what stands under `steps` replaced; steps that are not there are made, objects only. */
export function withValueAt(value: JsonValue, steps: readonly (string | number)[], replacement: JsonValue): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) return replacement;
  if (isList(value) && typeof step === 'number')
    return value.map((entry, index) => (index === step ? withValueAt(entry, rest, replacement) : entry));
  const owner = isObject(value) ? value : {};
  const inner = Object.hasOwn(owner, step) ? (owner[step] ?? null) : null;
  return { ...owner, [step]: withValueAt(inner, rest, replacement) };
}

/** The value without what stands under `steps`: an entry leaves its list, a property its object; what is not there is not missed. */
export function withoutAt(value: JsonValue, [step, ...rest]: readonly (string | number)[]): JsonValue {
  if (isList(value) && typeof step === 'number') {
    if (rest.length === 0) return value.filter((_, index) => index !== step);
    return value.map((entry, index) => (index === step ? withoutAt(entry, rest) : entry));
  }
  if (!isObject(value) || typeof step !== 'string' || !Object.hasOwn(value, step)) return value;
  return rest.length === 0 ? without(value, step) : { ...value, [step]: withoutAt(value[step] ?? null, rest) };
}

/** What stands there, a number as text; something else where nothing does. */
export function orElse(value: JsonValue | undefined, other: string): JsonValue {
  if (value === undefined || isEmpty(value)) return other;
  return typeof value === 'number' ? String(value) : value;
}
