import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentId, documentKey, documentsOfKind, documentsOfOrder, searchKinds } from './documentId.ts';

const anyKey = fc.record({
  place: fc.integer({ min: 1, max: 2 ** 28 - 1 }),
  kind: fc.constantFrom(...searchKinds),
  number: fc.integer({ min: 0, max: 2 ** 23 - 1 }),
});

test('a document id says what it is of, exactly, and lies among those of its order and kind', () => {
  fc.assert(
    fc.property(anyKey, key => {
      const id = documentId(key);
      expect(Number.isSafeInteger(id)).toBe(true);
      expect(documentKey(id)).toEqual(key);
      for (const [first, last] of [documentsOfOrder(key.place), documentsOfKind(key.place, key.kind)]) {
        expect(first <= id && id <= last).toBe(true);
      }
    }),
  );
});

test('documents of a later order come later', () => {
  const last = documentsOfOrder(7)[1];
  expect(documentId({ place: 8, kind: 'order', number: 0 })).toBeGreaterThan(last);
});
