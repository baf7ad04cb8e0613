/** Reads JSON the way people paste it into mails and guides: with comments, trailing commas, several documents in a row; and says where truly broken JSON breaks. */
import type { JsonValue } from '../../domain/json.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { BrokenJsonExpectation, FileProblem } from './codes.ts';
import { deepest } from './jsonPath.ts';

export type LooseJson = {
  /** The documents in a row, each with the line it begins on (1-based). */
  readonly values: readonly { readonly value: JsonValue; readonly line: number }[];
  readonly comments: number;
  readonly trailingCommas: number;
  /** Numbers that a double cannot hold and that were kept as text, digit for digit. */
  readonly longNumbers: number;
};

type Broken = { readonly at: number; readonly expected: BrokenJsonExpectation } | { readonly at: number };

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literals: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** The value when the text is strict JSON, else undefined (which JSON cannot say). */
export function parseStrictly(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** All documents of the text, or where it breaks: line and column (1-based) and what was expected there. */
export function parseLoosely(text: string): Result<LooseJson, FileProblem> {
  let position = 0;
  let comments = 0;
  let trailingCommas = 0;
  let longNumbers = 0;
  let broken: Broken | undefined;

  const fail = (expected: BrokenJsonExpectation, at = position): undefined => {
    broken ??= { at, expected };
    return undefined;
  };

  /** Passes white space and comments; false when a comment never ends. */
  const skip = (): boolean => {
    for (;;) {
      const code = text.charCodeAt(position);
      if (code === 32 || code === 10 || code === 13 || code === 9) position += 1;
      else if (code === 47 && text[position + 1] === '/') {
        const end = text.indexOf('\n', position);
        position = end < 0 ? text.length : end;
        comments += 1;
      } else if (code === 47 && text[position + 1] === '*') {
        const end = text.indexOf('*/', position + 2);
        if (end < 0) {
          fail('endOfComment');
          return false;
        }
        position = end + 2;
        comments += 1;
      } else if (code > 127 && /\s/.test(text.charAt(position))) position += 1;
      else return true;
    }
  };

  const string = (): string | undefined => {
    const start = position;
    for (let end = start + 1; ; end += 1) {
      const code = text.charCodeAt(end);
      if (code === 92) end += 1;
      else if (code === 34) {
        const value = parseStrictly(text.slice(start, end + 1));
        position = end + 1;
        return typeof value === 'string' ? value : fail('escape', start);
      } else if (Number.isNaN(code) || code === 10 || code === 13) return fail('endOfString', start);
    }
  };

  const scalar = (): JsonValue | undefined => {
    for (const [word, value] of literals) {
      if (text.startsWith(word, position)) {
        position += word.length;
        return value;
      }
    }
    number.lastIndex = position;
    const digits = number.exec(text)?.[0];
    if (digits === undefined) return fail('value');
    position += digits.length;
    const value = Number(digits);
    const isExact = !/^-?\d+$/.test(digits) || Number.isSafeInteger(value) || String(value) === digits;
    if (isExact && Number.isFinite(value)) return value;
    longNumbers += 1;
    return digits;
  };

  /** After an entry: true to go on with the next, false at the closing sign, undefined when broken. */
  const goesOn = (close: string, expected: BrokenJsonExpectation): boolean | undefined => {
    if (!skip()) return undefined;
    const comma = text[position] === ',';
    if (comma) {
      position += 1;
      if (!skip()) return undefined;
    }
    if (text[position] === close) {
      position += 1;
      if (comma) trailingCommas += 1;
      return false;
    }
    return comma ? true : fail(expected);
  };

  const list = (level: number): JsonValue | undefined => {
    const entries: JsonValue[] = [];
    position += 1;
    if (!skip()) return undefined;
    if (text[position] === ']') {
      position += 1;
      return entries;
    }
    for (;;) {
      const entry = value(level);
      if (entry === undefined) return undefined;
      entries.push(entry);
      const more = goesOn(']', 'commaOrBracket');
      if (more !== true) return more === false ? entries : undefined;
    }
  };

  const object = (level: number): JsonValue | undefined => {
    const entries: [string, JsonValue][] = [];
    position += 1;
    if (!skip()) return undefined;
    if (text[position] === '}') {
      position += 1;
      return {};
    }
    for (;;) {
      if (text[position] !== '"') return fail('propertyName');
      const name = string();
      if (name === undefined || !skip()) return undefined;
      if (text[position] !== ':') return fail('colon');
      position += 1;
      const entry = value(level);
      if (entry === undefined) return undefined;
      entries.push([name, entry]);
      const more = goesOn('}', 'commaOrBrace');
      // fromEntries defines even a property called __proto__, where an assignment would not.
      if (more !== true) return more === false ? Object.fromEntries(entries) : undefined;
    }
  };

  function value(level: number): JsonValue | undefined {
    if (!skip()) return undefined;
    const first = text[position];
    if (first === '"') return string();
    if (first !== '{' && first !== '[') return scalar();
    if (level >= deepest) {
      broken ??= { at: position };
      return undefined;
    }
    return first === '{' ? object(level + 1) : list(level + 1);
  }

  const values: { value: JsonValue; line: number }[] = [];
  const lineAt = lineCounter(text);
  for (let more = skip(); more && position < text.length;) {
    const line = lineAt(position);
    const document = value(0);
    more = document !== undefined && skip();
    if (document === undefined) break;
    values.push({ value: document, line });
    const next = text[position];
    if (more && next !== undefined && (typeof document !== 'object' || (next !== '{' && next !== '['))) {
      fail('endOfFile');
      break;
    }
  }
  if (broken !== undefined) return err(problemAt(text, broken));
  return ok({ values, comments, trailingCommas, longNumbers });
}

/** The line of ever later places, without counting from the top each time. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let counted = 0;
  return position => {
    for (let end = text.indexOf('\n', counted); end >= 0 && end < position; end = text.indexOf('\n', counted)) {
      line += 1;
      counted = end + 1;
    }
    return line;
  };
}

function problemAt(text: string, broken: Broken): FileProblem {
  const before = text.slice(0, broken.at).split(/\r\n|\r|\n/);
  const start = broken.at - (before.at(-1) ?? '').length;
  const end = text.slice(broken.at).search(/[\r\n]/);
  const facts = {
    line: String(before.length),
    column: String(broken.at - start + 1),
    snippet: text
      .slice(Math.max(start, broken.at - 40), Math.min(end < 0 ? text.length : broken.at + end, broken.at + 40))
      .trim(),
  };
  if (!('expected' in broken)) return { code: 'nestedTooDeep', facts };
  const found = /^\s$/.test(text.charAt(broken.at)) ? '' : text.charAt(broken.at);
  return { code: 'brokenJson', facts: { ...facts, found, expected: broken.expected } };
}
