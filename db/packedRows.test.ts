import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../main/domain/json.ts';
import { packRows, unpackRows } from './packedRows.ts';

const values = fc.oneof(fc.constantFrom<JsonValue>('a', '"a', 1, '1', null, true, 'true'), fc.nat(), fc.jsonValue());
const alike = fc.dictionary(fc.constantFrom('x', 'y', 'z'), values, { noNullPrototype: true });

const throughText = (rows: readonly { readonly [name: string]: JsonValue | undefined }[]): unknown => {
  const packed = packRows(rows);
  return packed === undefined ? undefined : unpackRows(JSON.parse(JSON.stringify(packed)) as typeof packed);
};

test('whatever is packed is the same when it is unpacked, what is not there included', () => {
  fc.assert(
    fc.property(fc.array(alike, { maxLength: 4 }), fc.array(fc.nat()), (kinds, picks) => {
      const rows = Array.from({ length: kinds.length === 0 ? 0 : 300 }, (_, at) => ({
        ...kinds[(picks[at % picks.length] ?? at) % kinds.length],
        number: at,
        missing: undefined,
      }));
      const written = JSON.parse(JSON.stringify(rows)) as unknown;
      expect(throughText(rows) ?? written).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

test('much alike rows take a fraction of the room, and share what they have in common', () => {
  const fields = [{ name: 'serial', label: 'Serial number', mandatory: false }];
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    domainOrder: at,
    ...(at % 3 === 0 ? {} : { parent: at - 1 }),
    title: `Step ${at % 10} of ten`,
    fields: [...fields],
    line: at % 100,
  }));
  const packed = packRows(rows);
  expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(rows).length / 4);
  const unpacked = packed === undefined ? [] : unpackRows(packed);
  expect(unpacked).toEqual(rows);
  expect(unpacked[0]?.['fields']).toBe(unpacked[30]?.['fields']);
});

test('rows that have no names in common stay as they are', () => {
  expect(packRows(Array.from({ length: 300 }, (_, at) => ({ [`name${at}`]: at })))).toBeUndefined();
});
