/** By what a document is recognised when it comes again: its own id, and a hash of what it says. */
import { hash } from 'node:crypto';
import type { JsonValue } from '../../domain/json.ts';
import { deepest, isList, isObject } from './jsonPath.ts';
import { idOf } from './reader.ts';

export type DocumentKeys = {
  /** The id its sender gave it. */
  readonly sourceId?: string;
  /** SHA-256 (hex) of the canonical form: white space and the order of keys do not matter, everything else does. */
  readonly contentHash: string;
};

export function documentKeys(document: JsonValue): DocumentKeys {
  const contentHash = hash('sha256', canonical(document, 0));
  const sourceId = isObject(document) ? idOf(document['id']) : undefined;
  return sourceId === undefined ? { contentHash } : { sourceId, contentHash };
}

/** JSON with sorted keys; below the depth where every document is refused, everything is alike. */
function canonical(value: JsonValue, level: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (level > deepest) return '0';
  let text = '';
  if (isList(value)) {
    for (const entry of value) text += `${canonical(entry, level + 1)},`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).toSorted())
    text += `${quoted(key)}:${canonical(value[key] ?? null, level + 1)},`;
  return `{${text}}`;
}

/** As JSON.stringify quotes it; text without anything to escape, which is nearly all, is quoted in place. */
const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));
const plain = /^[\x20\x21\x23-\x5b\x5d-\ud7ff]*$/;
