/** The way of an arrow between frames. */
import { expect, test } from 'vitest';
import { wayAcross } from './wayAcross.ts';

const place = (key: string, x: number, y: number) => ({ key, x, y, width: 200, height: 60 });
const frame = (key: string, x: number) => ({ key, x, y: 0, width: 500, height: 120 });

const from = { box: place('a', 20, 40), frame: frame('A', 0), inFrame: [place('a', 20, 40)] };

test('goes straight from box to box when nothing is in the way', () => {
  const to = { box: place('b', 620, 40), frame: frame('B', 600), inFrame: [place('b', 620, 40)] };
  expect(wayAcross(from, to, [])).toEqual([
    { x: 220, y: 70 },
    { x: 518, y: 70 },
    { x: 582, y: 70 },
    { x: 620, y: 70 },
  ]);
});

test('comes from above to a box that stands behind another one', () => {
  const to = {
    box: place('c', 850, 40),
    frame: frame('B', 600),
    inFrame: [place('b', 620, 40), place('c', 850, 40)],
  };
  expect(wayAcross(from, to, []).slice(-3)).toEqual([
    { x: 582, y: 30 },
    { x: 880, y: 30 },
    { x: 880, y: 40 },
  ]);
});

test('keeps the bends of a long way between the frames', () => {
  const to = { box: place('b', 1620, 40), frame: frame('B', 1600), inFrame: [] };
  const bends = [
    { x: 500, y: 60 },
    { x: 800, y: 200 },
    { x: 1200, y: 200 },
    { x: 1600, y: 60 },
  ];
  expect(wayAcross(from, to, bends)).toHaveLength(6);
});

test('an end that is not drawn has no way', () => {
  expect(wayAcross(from, undefined, [])).toEqual([]);
});
