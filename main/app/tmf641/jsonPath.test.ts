/** Paths lead back to the place they were made for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findAt, pathInside, pathTo, stepsOf } from './jsonPath.ts';

it('names plain properties with a dot and all others in quotes', () => {
  expect(pathTo(pathTo(pathTo('$', 'serviceOrderItem'), 2), '@type')).toBe("$.serviceOrderItem[2]['@type']");
  expect(pathInside('$[3].event', '$.id')).toBe('$[3].event.id');
});

it('takes any path apart into the steps it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.nat(1000))), steps => {
      expect(stepsOf(steps.reduce<string>(pathTo, '$'))).toEqual(steps);
    }),
  );
});

it('finds what stands at a path, and nothing where there is none', () => {
  const document = { a: [{ 'b c': 1 }] };
  expect(findAt(document, "$.a[0]['b c']")).toBe(1);
  expect(findAt(document, '$.a.length')).toBeUndefined();
  expect(findAt(document, '$.constructor')).toBeUndefined();
  expect(findAt(document, 'a')).toBeUndefined();
});
