/** Pictures side by side. */
import { expect, test } from 'vitest';
import { packed } from './pack.ts';

const gap = { x: 20, y: 10 };

test('many small pictures make a picture that is about as wide as it is high, in reading order', () => {
  const corners = packed(
    Array.from({ length: 100 }, () => ({ width: 200, height: 60 })),
    gap,
  );
  const right = Math.max(...corners.map(({ x }) => x)) + 200;
  const bottom = Math.max(...corners.map(({ y }) => y)) + 60;
  expect(right / bottom).toBeGreaterThan(1);
  expect(right / bottom).toBeLessThan(2.5);
  expect(corners.slice(0, 2)).toEqual([
    { x: 0, y: 0 },
    { x: 220, y: 0 },
  ]);
  expect(corners).toEqual(corners.toSorted((a, b) => a.y - b.y || a.x - b.x));
});

test('long chains stay below one another', () => {
  const chains = Array.from({ length: 3 }, () => ({ width: 2_000, height: 60 }));
  expect(packed(chains, gap)).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 70 },
    { x: 0, y: 140 },
  ]);
});

test('a row is as high as its highest picture', () => {
  const pictures = [
    { width: 100, height: 300 },
    { width: 100, height: 50 },
    { width: 390, height: 50 },
  ];
  expect(packed(pictures, gap).map(({ y }) => y)).toEqual([0, 0, 310]);
});

test('of nothing there is nothing', () => {
  expect(packed([], gap)).toEqual([]);
});
