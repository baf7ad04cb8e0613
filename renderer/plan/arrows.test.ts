/** How the arrows of a graph are drawn: what they say, where, and how much room all of it takes. */
import { expect, test } from 'vitest';
import { arrowsOf, labelOf, spotsOn } from './arrows.ts';
import type { Place } from './geometry.ts';
import { planEdge } from './planExample.ts';

test.each([
  [planEdge('T1', 'T2'), ''],
  [planEdge('T1', 'T2', { lagMinutes: 120 }), '+2 h'],
  [planEdge('T1', 'T2', { onStart: true, lagMinutes: 30 }), 'from its start +30 min'],
])('O3 an arrow says when it is not simply after the end, and how long after', (edge, label) => {
  expect(labelOf(edge)).toBe(label);
});

test('a label stands in the middle of the longest part of its arrow, beside it where that goes up or down', () => {
  const [spot] = spotsOn([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 100 },
  ]);
  expect(spot).toEqual({ x: 10, y: 50, isUpright: true });
});

const arrow = { before: 'a', after: 'b', critical: false, onStart: false, lagMinutes: 60 };
const place = (key: string, x: number, y: number): Place => ({ key, x, y, width: 200, height: 60 });
const box = (key: string) => ({ key }) as never;

test('O3 a label is not hidden by a box that lies in the middle of its arrow', () => {
  const places = new Map(['a', 'b', 'c'].map((key, index) => [key, place(key, index === 2 ? 380 : index * 800, 0)]));
  const points = [200, 800].map(x => ({ x, y: 30 }));
  const [drawn] = arrowsOf({ arrows: [arrow], boxes: ['a', 'b', 'c'].map(box) }, [{ ...arrow, points }], places);
  const label = drawn?.label?.box;
  expect(label && (label.x + label.width <= 380 || label.x >= 580)).toBe(true);
});

test('O3 the room of an arrow holds its bends and its label, however far they lie from its ends', () => {
  const points = [
    { x: 200, y: 30 },
    { x: 260, y: 700 },
    { x: 740, y: 700 },
    { x: 800, y: 30 },
  ];
  const [drawn] = arrowsOf({ arrows: [arrow], boxes: [] }, [{ ...arrow, points }], new Map());
  const { box: room, label } = drawn ?? {};
  expect(room && room.y + room.height).toBeGreaterThanOrEqual(700);
  expect(room && label && room.y <= label.box.y && label.box.y + label.box.height <= room.y + room.height).toBe(true);
});
