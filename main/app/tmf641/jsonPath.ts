/** Paths to places in a JSON document, such as `$.serviceOrderItem[2]['@type']`. */
import type { JsonValue } from '../../domain/json.ts';

export const root = '$';

const plainName = /^[A-Za-z_$][\w$]*$/;

/** The path of a property or a list entry of what stands at `path`. */
export function pathTo(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return plainName.test(key) ? `${path}.${key}` : `${path}['${key.replace(/['\\]/g, '\\$&')}']`;
}

/** The same place seen from further out: `$.b` of a document that stands at `$[3].a` is `$[3].a.b`. */
export const pathInside = (outer: string, inner: string): string => outer + inner.slice(root.length);

/** The steps of a path that `pathTo` made, or undefined when it is none. */
export function stepsOf(path: string): readonly (string | number)[] | undefined {
  if (!path.startsWith(root)) return undefined;
  const steps: (string | number)[] = [];
  const step = /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\['((?:[^'\\]|\\['\\])*)'\]/y;
  step.lastIndex = root.length;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (found === null) return undefined;
    const [, name, index, quoted] = found;
    steps.push(index === undefined ? (name ?? (quoted ?? '').replace(/\\(['\\])/g, '$1')) : Number(index));
  }
  return steps;
}

/** What stands at the path, or undefined when there is no such place. */
export function findAt(document: JsonValue, path: string): JsonValue | undefined {
  let place: JsonValue | undefined = document;
  for (const step of stepsOf(path) ?? ['\u0000']) {
    if (typeof place !== 'object' || place === null) return undefined;
    if (Array.isArray(place)) place = typeof step === 'number' ? (place as readonly JsonValue[])[step] : undefined;
    else if (typeof step === 'string' && Object.hasOwn(place, step)) place = (place as JsonObject)[step];
    else return undefined;
  }
  return place;
}

export type JsonObject = { readonly [key: string]: JsonValue };

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

/** What kind of value it is, in the words that the facts of a problem use. */
export function kindOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (isList(value)) return 'list';
  if (typeof value === 'object') return 'object';
  return typeof value === 'string' ? 'text' : typeof value;
}

/** Real orders stay under twenty levels; past this one a document is an accident or an attack, and recursion would not end well. */
export const deepest = 200;

/** Whether anything in it is nested deeper than `deepest`. */
export function isTooDeep(value: JsonValue, level = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (level >= deepest) return true;
  if (isList(value)) return value.some(entry => isTooDeep(entry, level + 1));
  for (const key in value) if (isTooDeep(value[key] ?? null, level + 1)) return true;
  return false;
}
