/** The checker of the round trip finds what is lost, and knows what has only moved. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from './jsonPath.ts';
import { lostPaths } from './lostPaths.ts';
import { utc } from './testing/documents.ts';

const lost = (before: JsonObject, after: JsonObject): readonly string[] => lostPaths(before, after, utc);

describe('a loss is', () => {
  it.each([
    [{ a: { 'b c': [1, { d: 2 }] } }, { a: { 'b c': [1, {}] } }, ["$.a['b c'][1].d"]],
    [{ a: 'x' }, { a: 'y' }, ['$.a']],
    [{ a: [1, 2] }, { a: [1] }, ['$.a[1]']],
    [{ a: { b: 1 } }, {}, ['$.a.b']],
    [
      { serviceOrderItem: [{ id: '1', ponr: true }] },
      { serviceOrderItem: [{ id: '1' }] },
      ['$.serviceOrderItem[0].ponr'],
    ],
    [
      { requestedStartDate: '2019-01-23T12:34:56.123456789Z' },
      { requestedStartDate: '2019-01-23T12:34:56.123Z' },
      ['$.requestedStartDate'],
    ],
  ])('%j → %j', (before, after, paths) => {
    expect(lost(before, after)).toEqual(paths);
  });
});

describe('no loss is', () => {
  it.each([
    [{ a: null, b: '', c: [], d: ' x ' }, { d: 'x' }],
    [{ id: 41 }, { id: '41' }],
    [{ orderItem: [null, { id: '1' }] }, { serviceOrderItem: [{ id: '1' }] }],
    [{ note: { text: 'x' } }, { note: [{ text: 'x' }] }],
    [{ requestedStartDate: '2019-01-23' }, { requestedStartDate: '2019-01-23T00:00:00.000Z' }],
    [{ state: 'InProgress' }, { state: 'acknowledged' }],
    [{ serviceOrderItem: [{ quantity: '.10' }] }, { serviceOrderItem: [{ quantity: 0.1 }] }],
  ])('%j → %j', (before, after) => {
    expect(lost(before, after)).toEqual([]);
  });
});
