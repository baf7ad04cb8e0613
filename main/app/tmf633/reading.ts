/** Reads values out of a catalog document and gathers every problem on the way, instead of stopping at the first. */
import type { CatalogFix, CatalogProblem, CatalogProblemCode } from '../../domain/catalog/problem.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import { pathTo } from '../tmf641/jsonPath.ts';

export type JsonObject = { readonly [key: string]: JsonValue };

/** One document being read: what is wrong with it, and what was understood loosely. */
export type Reading = {
  readonly file: string;
  readonly problems: CatalogProblem[];
  readonly understood: Understood[];
};

/** One object of the document and the JSON path to it. */
export type Row = { readonly reading: Reading; readonly object: JsonObject; readonly path: string };

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);

export function report(
  reading: Reading,
  code: CatalogProblemCode,
  fix: CatalogFix,
  path: string,
  facts: CatalogProblem['facts'] = {},
): void {
  reading.problems.push({ code, fix, path, facts, file: reading.file });
}

/** Says that something was understood in a way its author may not have meant. */
export function note(reading: Reading, code: string, path: string, raw?: JsonValue, as?: JsonValue): void {
  reading.understood.push({
    path,
    code,
    ...(raw === undefined ? {} : { raw }),
    ...(as === undefined ? {} : { as }),
  });
}

/** The object as a row whose keys are all known; a misspelt key would otherwise be passed over in silence. */
export function readRow(
  reading: Reading,
  value: JsonValue | undefined,
  path: string,
  keys: readonly string[],
): Row | undefined {
  if (!isObject(value)) {
    report(reading, 'valueOfWrongType', 'correctValue', path, { expected: 'object' });
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue;
    report(reading, 'keyUnknown', 'correctOrRemoveKey', pathTo(path, key), { key, known: [...keys] });
  }
  return { reading, object: value, path };
}

/** The rows of a table; absent is empty, anything but a list is a problem. */
export function readTable(
  reading: Reading,
  value: JsonValue | undefined,
  path: string,
  keys: readonly string[],
): readonly Row[] {
  if (value === undefined) return [];
  if (!isList(value)) {
    report(reading, 'valueOfWrongType', 'correctValue', path, { expected: 'list' });
    return [];
  }
  return value.flatMap((item, index) => readRow(reading, item, `${path}[${index}]`, keys) ?? []);
}

type Primitives = { string: string; number: number; boolean: boolean };

function optional<K extends keyof Primitives>(row: Row, key: string, type: K): Primitives[K] | undefined {
  const value = row.object[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === type) return value as Primitives[K];
  report(row.reading, 'valueOfWrongType', 'correctValue', `${row.path}.${key}`, { expected: type, value });
  return undefined;
}

export const optionalText = (row: Row, key: string): string | undefined => optional(row, key, 'string');
export const optionalNumber = (row: Row, key: string): number | undefined => optional(row, key, 'number');
export const optionalFlag = (row: Row, key: string): boolean | undefined => optional(row, key, 'boolean');

/** A text that must be there; when it is not, the problem is reported and an empty text stands in. */
export function requiredText(row: Row, key: string): string {
  const text = optionalText(row, key);
  if (text !== undefined && text !== '') return text;
  if (typeof row.object[key] === 'string' || row.object[key] === undefined || row.object[key] === null) {
    report(row.reading, 'valueMissing', 'addValue', `${row.path}.${key}`, { key });
  }
  return '';
}

/** One of a few words, written in any case and with or without spaces (`Realized as` is `realizedAs`). */
export function readWord<W extends string>(
  reading: Reading,
  value: JsonValue | undefined,
  path: string,
  words: readonly W[],
): W | undefined {
  const found = words.find(word => lettersOf(word) === lettersOf(value));
  if (found === undefined)
    report(reading, 'valueNotAllowed', 'correctValue', path, { value: value ?? null, allowed: words });
  return found;
}

/** Lower-case letters only: how words from other systems are compared. */
export const lettersOf = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value.toLowerCase().replaceAll(/[^a-z]/g, '') : '';

/** A text from a standard document, where null and numbers stand for texts too; an empty one is none. */
export function looseText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
