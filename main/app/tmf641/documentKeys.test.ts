/** A document is recognised however it is laid out, and told apart by any value. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { documentKeys } from './documentKeys.ts';
import { orderOf } from './testing/documents.ts';

const hashOf = (document: JsonValue): string => documentKeys(document).contentHash;

it('gives the id of the sender, when it is one', () => {
  expect(documentKeys(orderOf({ id: ' A-1 ' })).sourceId).toBe('A-1');
  expect(documentKeys(orderOf({ id: 41 })).sourceId).toBe('41');
  expect(documentKeys(orderOf({ id: 'null' })).sourceId).toBeUndefined();
  expect(documentKeys('text')).not.toHaveProperty('sourceId');
});

it('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(hashOf(reversed(value as JsonValue))).toBe(hashOf(value as JsonValue));
    }),
  );
});

it('tells apart what JSON tells apart', () => {
  const documents: readonly JsonValue[] = [
    null,
    [],
    {},
    [[]],
    '',
    'null',
    0,
    '0',
    false,
    [1, 2],
    [2, 1],
    ['1,2'],
    { a: 1 },
    { a: '1' },
    { a: null },
    { 'a"': 1 },
    { a: { b: 1 } },
    { a: {}, b: 1 },
    'ä',
    '\ud800',
  ];
  expect(new Set(documents.map(hashOf)).size).toBe(documents.length);
});

it('gives a hash even for what is nested past reading', () => {
  let deep: JsonValue = [];
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  expect(hashOf(deep)).toMatch(/^[0-9a-f]{64}$/);
});

function reversed(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
}
