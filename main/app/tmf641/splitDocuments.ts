/** Takes a file of orders apart: one order, a list, envelopes, one order per line; strict JSON at full speed, loose JSON with a note of what was forgiven. */
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { FileProblem, UnderstoodCode } from './codes.ts';
import { hasItems } from './itemLists.ts';
import { isList, isObject, pathTo, root } from './jsonPath.ts';
import { type LooseJson, parseLoosely, parseStrictly } from './looseJson.ts';

export type SplitDocument = {
  /** Where it stands in the file: `$`, `$[3]`, `$[3].event.serviceOrder`; several documents in a row count as a list. */
  readonly path: string;
  readonly document: JsonValue;
  /** The line it begins on, when the file is several documents in a row. */
  readonly line?: number;
  /** What the file was forgiven (paths `$`), to be noted with the order. */
  readonly understood: readonly Understood[];
  /** Why this line of a file of one document per line is none; `document` is null then. */
  readonly problem?: FileProblem;
};

/** Names an order is wrapped in, in lower case: TMF641 events, connectx `{header, body}`, REST replies. */
const envelopes = new Set([
  'serviceorder',
  'serviceorders',
  'event',
  'body',
  'payload',
  'data',
  'result',
  'results',
  'orders',
]);

/** Envelopes inside envelopes inside lists; real ones need three. */
const deepestEnvelope = 5;

/** A number that a double may not hold, outside a string: of sixteen digits or more, or with an exponent of three. */
const longNumber = /[:[,]\s*-?(?:\d{16,}|\d+(?:\.\d+)?[eE]\+?\d{3,})\s*[,\]}\r\n]/;

/** The documents of a file in their order, each with its place in it; whether each is an order is for `readServiceOrder` to say. */
export function splitDocuments(text: string): Result<readonly SplitDocument[], FileProblem> {
  const file = parseFile(text);
  if (!file.ok) return file;
  const { values, row, understood } = file.value;
  if (values.length === 0) return err({ code: 'emptyFile', facts: {} });
  const documents = values.flatMap(({ value, line, problem }, index): readonly SplitDocument[] => {
    const path = row ? pathTo(root, index) : root;
    return problem === undefined
      ? opened(value, path, { understood, ...(row ? { line } : {}) })
      : [{ path, document: null, line, understood, problem }];
  });
  return documents.length === 0 ? err({ code: 'noOrders', facts: {} }) : ok(documents);
}

type Part = LooseJson['values'][number] & { readonly problem?: FileProblem };
type File = { readonly values: readonly Part[]; readonly row: boolean; readonly understood: readonly Understood[] };

function parseFile(text: string): Result<File, FileProblem> {
  const marked = text.charCodeAt(0) === 0xfeff;
  const body = marked ? text.slice(1) : text;
  const understood: Understood[] = marked ? [note('byteOrderMarkSkipped')] : [];
  const strict = longNumber.test(body) ? undefined : (parseWhole(body) ?? parseLines(body));
  if (strict !== undefined) return ok({ ...strict, understood });
  const loose = parseLoosely(body);
  if (!loose.ok) {
    const apart = parseLinesApart(body);
    return apart === undefined ? loose : ok({ ...apart, understood: [...understood, ...apart.understood] });
  }
  const { values } = loose.value;
  return ok({ values, row: values.length > 1, understood: [...understood, ...forgiven(loose.value)] });
}

const forgiven = ({ comments, trailingCommas, longNumbers }: Omit<LooseJson, 'values'>): readonly Understood[] => [
  ...(comments > 0 ? [note('commentsSkipped', comments)] : []),
  ...(trailingCommas > 0 ? [note('trailingCommasSkipped', trailingCommas)] : []),
  ...(longNumbers > 0 ? [note('longNumbersKeptAsText', longNumbers)] : []),
];

const note = (code: UnderstoodCode, as?: number): Understood => ({
  path: root,
  code,
  ...(as === undefined ? {} : { as }),
});

function parseWhole(text: string): Omit<File, 'understood'> | undefined {
  const value = parseStrictly(text);
  return value === undefined ? undefined : { values: [{ value, line: 1 }], row: false };
}

/** One strict document per line, or undefined as soon as a line is none. */
function parseLines(text: string): Omit<File, 'understood'> | undefined {
  const values: { value: JsonValue; line: number }[] = [];
  let line = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const content = text.slice(start, stop).trim();
    line += 1;
    start = stop + 1;
    if (content === '') continue;
    const value = parseStrictly(content);
    if (typeof value !== 'object') return undefined;
    values.push({ value, line });
  }
  return values.length === 0 ? undefined : { values, row: true };
}

/** A file of one document per line in which some line is broken: the others are read all the same. Undefined when it is no such file. */
function parseLinesApart(text: string): File | undefined {
  const lines = text.split('\n').flatMap((content, index) => (content.trim() === '' ? [] : [{ content, index }]));
  if (lines.length < 2 || !lines.every(({ content }) => content.trimStart().startsWith('{'))) return undefined;
  const counted = { comments: 0, trailingCommas: 0, longNumbers: 0 };
  const values = lines.flatMap(({ content, index }): readonly Part[] => {
    const line = index + 1;
    const read = parseLoosely(content.trimEnd());
    if (!read.ok) {
      const facts = { ...read.error.facts, line: String(line) };
      return [{ value: null, line, problem: { ...read.error, facts } }];
    }
    counted.comments += read.value.comments;
    counted.trailingCommas += read.value.trailingCommas;
    counted.longNumbers += read.value.longNumbers;
    return read.value.values.map(({ value }) => ({ value, line }));
  });
  const isNone = values.every(({ problem }) => problem !== undefined);
  return isNone ? undefined : { values, row: true, understood: forgiven(counted) };
}

type About = Pick<SplitDocument, 'understood' | 'line'>;

function opened(value: JsonValue, path: string, about: About, level = 0, enveloped = false): readonly SplitDocument[] {
  if (level < deepestEnvelope) {
    if (isList(value))
      return value.flatMap((entry, index) => opened(entry, pathTo(path, index), about, level + 1, enveloped));
    if (isObject(value) && !hasItems(value)) {
      const key = Object.keys(value).find(key => envelopes.has(key.toLowerCase()) && typeof value[key] === 'object');
      const content = key === undefined ? null : (value[key] ?? null);
      if (key !== undefined && content !== null) return opened(content, pathTo(path, key), about, level + 1, true);
    }
  }
  if (!enveloped) return [{ ...about, path, document: value }];
  const opening: Understood = { path: root, code: 'envelopeOpened' satisfies UnderstoodCode, raw: path };
  return [{ ...about, path, document: value, understood: [...about.understood, opening] }];
}
