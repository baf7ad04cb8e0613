/** What every part of the importer shares: picking values out of a document leniently, and keeping count of what was forgiven and what was not. */
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import type { DocumentProblem, DocumentProblemCode, UnderstoodCode } from './codes.ts';
import { isList, isObject, type JsonObject, pathTo, root } from './jsonPath.ts';

export type Found = { readonly value: JsonValue; readonly path: string };

export type Reader = {
  /** Offset from UTC of dates that name no zone, in minutes. */
  readonly assumedOffset: number;
  readonly note: (path: string, code: UnderstoodCode, raw?: JsonValue, as?: JsonValue) => void;
  readonly refuse: (path: string, code: DocumentProblemCode, facts?: Readonly<Record<string, string>>) => void;
  /** The text of a property; a number counts as text, anything else is noted and left out. */
  readonly text: (owner: JsonObject, key: string, path: string) => string | undefined;
  /** The entries of a list property that are not null; one object counts as a list of one. */
  readonly list: (owner: JsonObject, key: string, path: string) => readonly Found[];
  /** Everything noted, bounded: an event keeps it for ever. */
  readonly understood: () => readonly Understood[];
  readonly problems: () => readonly DocumentProblem[];
};

const mostNotes = 200;
const mostProblems = 100;

export function createReader(assumedOffset: number): Reader {
  const notes: Understood[] = [];
  const problems: DocumentProblem[] = [];
  let moreNotes = 0;
  let moreProblems = 0;

  const note: Reader['note'] = (path, code, raw, as) => {
    if (notes.length >= mostNotes) moreNotes += 1;
    else
      notes.push({
        path,
        code,
        ...(raw === undefined ? {} : { raw: brief(raw) }),
        ...(as === undefined ? {} : { as: brief(as) }),
      });
  };

  return {
    assumedOffset,
    note,
    refuse: (path, code, facts = {}) => {
      if (problems.length >= mostProblems) moreProblems += 1;
      else problems.push({ path, code, facts });
    },
    text: (owner, key, path) => {
      const value = owner[key];
      const text = textOf(value);
      if (text === undefined && value !== undefined && value !== null && typeof value !== 'string')
        note(pathTo(path, key), 'valueIgnored', value);
      return text;
    },
    list: (owner, key, path) => {
      const value = owner[key];
      if (value === undefined || value === null || value === '') return [];
      const place = pathTo(path, key);
      if (isList(value)) return foundIn(value, place);
      if (isObject(value)) {
        note(place, 'listAssumed');
        return [{ value, path: place }];
      }
      note(place, 'valueIgnored', value);
      return [];
    },
    understood: () => (moreNotes === 0 ? notes : [...notes, { path: root, code: 'moreNotes', as: moreNotes }]),
    problems: () =>
      moreProblems === 0
        ? problems
        : [...problems, { path: root, code: 'moreProblems', facts: { count: String(moreProblems) } }],
  };
}

const foundIn = (list: readonly JsonValue[], path: string): readonly Found[] =>
  list.flatMap((value, index) => (value === null ? [] : [{ value, path: pathTo(path, index) }]));

/** Text that says something, without white space around it; a number in digits. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' ? String(value) : undefined;
}

/** Placeholders that generators and guides leave where an id belongs (TMF641 §3.1). */
export const isPlaceholder = (id: string): boolean => /^(?:null|undefined|<.*>)$/i.test(id);

/** A usable id: text or number, but no placeholder. */
export function idOf(value: JsonValue | undefined): string | undefined {
  const id = textOf(value);
  return id === undefined || isPlaceholder(id) ? undefined : id;
}

/** A word as it is compared: `In Progress`, `InProgress` and `in_progress` are one. */
export const wordOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** A value as it is quoted in a note: whole when short. */
function brief(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}…` : value;
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : value;
}

type Optional<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without its undefined properties. */
export function known<T extends object>(object: T): Optional<T> {
  const found: Record<string, unknown> = {};
  for (const key in object) if (object[key] !== undefined) found[key] = object[key];
  return found as Optional<T>;
}
