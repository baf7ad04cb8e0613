import { expect, test } from 'vitest';
import { BoundedMap } from './boundedMap.ts';

const kept = (map: BoundedMap<string, number>, keys: readonly string[]): readonly string[] =>
  keys.filter(key => map.get(key) !== undefined);

test('what has gone longest without being asked for goes first', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 1);
  map.get('a');
  map.set('c', 1);
  expect(kept(map, ['a', 'b', 'c'])).toEqual(['a', 'c']);
});

test('heavy values leave room for few, and one that is too heavy stays alone', () => {
  const map = new BoundedMap<string, number>(10, weight => weight);
  for (const [key, weight] of [
    ['a', 3],
    ['b', 3],
    ['c', 3],
    ['d', 4],
  ] as const)
    map.set(key, weight);
  expect(kept(map, ['a', 'b', 'c', 'd'])).toEqual(['b', 'c', 'd']);
  map.set('e', 99);
  expect(kept(map, ['a', 'b', 'c', 'd', 'e'])).toEqual(['e']);
  map.set('f', 1);
  expect(kept(map, ['e', 'f'])).toEqual(['f']);
});

test('as many as are needed side by side stay, however heavy', () => {
  const map = new BoundedMap<string, number>(10, weight => weight, 2);
  map.set('a', 99);
  map.set('b', 99);
  expect(kept(map, ['a', 'b'])).toEqual(['a', 'b']);
  map.set('c', 1);
  expect(kept(map, ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

test('a value set again weighs what it weighs now', () => {
  const map = new BoundedMap<string, number>(10, weight => weight);
  map.set('a', 9);
  map.set('a', 1);
  map.set('b', 9);
  expect(kept(map, ['a', 'b'])).toEqual(['a', 'b']);
  map.clear();
  map.set('c', 10);
  expect(kept(map, ['a', 'b', 'c'])).toEqual(['c']);
});
