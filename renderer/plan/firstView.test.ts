/** Where a large graph is looked at first. */
import { expect, test } from 'vitest';
import { firstView } from './firstView.ts';
import type { Place } from './geometry.ts';
import { planNode } from './planExample.ts';

const place = (key: string, x: number, y: number): Place => ({ key, x, y, width: 200, height: 60 });
const box = (key: string, more: object = {}) => ({
  key,
  frame: null,
  line: '',
  folded: false,
  node: { ...planNode({ key, parent: null, kind: 'task', title: key, state: 'draft' }), ...more },
});
const room = { width: 800, height: 400 };

test('O3 a large graph opens where the critical path has come to, with what led there still in sight', () => {
  const places = new Map([place('a', 0, 0), place('b', 1000, 900), place('c', 1300, 2000)].map(one => [one.key, one]));
  const boxes = [
    box('a', { actualEnd: '2026-11-23T09:00:00.000Z' }),
    box('c', { critical: true }),
    box('b', { critical: true }),
  ];
  const { x, y, zoom } = firstView({ boxes }, places, undefined, room);
  const seenAt = (px: number, py: number) => [px * zoom + x, py * zoom + y];
  const [left = 0, top = 0] = seenAt(1000, 900);
  expect([left > 0 && left < 400, top > 0 && top < 200]).toEqual([true, true]);
});

test('O3 a graph that can be read at once is shown whole, in the middle', () => {
  const places = new Map([['a', place('a', 40, 30)]]);
  const { x, y, zoom } = firstView({ boxes: [box('a')] }, places, undefined, room);
  expect([140 * zoom + x, 60 * zoom + y]).toEqual([400, 200]);
});

test.each([
  ['in the middle', 4000, 3000, 400, 200],
  ['at the edge of the room, where there is nothing beyond it', 0, 0, 104, 41],
  ['at the other edge', 8000, 9000, 696, 359],
])('O3 a large graph opens where what is selected is, %s', (_where, x, y, left, top) => {
  const all = [place('a', 0, 0), place('b', 4000, 3000), place('c', 8000, 9000)];
  const wanted = all.find(one => one.x === x && one.y === y);
  const seen = firstView({ boxes: [box('a')] }, new Map(all.map(one => [one.key, one])), wanted, room);
  expect([(x + 100) * seen.zoom + seen.x, (y + 30) * seen.zoom + seen.y].map(Math.round)).toEqual([left, top]);
});

test('O3 a long graph that is lower than the room stays in the middle of its height', () => {
  const all = [place('a', 0, 0), place('b', 9000, 100)];
  const { y, zoom } = firstView({ boxes: [box('a')] }, new Map(all.map(one => [one.key, one])), all[1], room);
  expect(80 * zoom + y).toBe(200);
});

test('O3 room is not left empty for what lies lower in a column out of sight', () => {
  const all = [place('a', 0, 0), place('b', 0, 900), place('c', 6000, 9000)];
  const boxes = [box('b', { critical: true }), box('a'), box('c')];
  const { y, zoom } = firstView({ boxes }, new Map(all.map(one => [one.key, one])), undefined, room);
  // The box at the foot of the column in sight stands at the foot of the room.
  expect(Math.round(960 * zoom + y)).toBe(386);
});

test('O3 what has led to the work is not cut through at the edge', () => {
  const all = [place('a', 0, 0), place('b', 280, 0), place('c', 600, 0), place('d', 2000, 5000)];
  const boxes = [box('a', { actualEnd: '2026-11-23T09:00:00.000Z' }), box('c', { critical: true })];
  const { x, zoom } = firstView({ boxes }, new Map(all.map(one => [one.key, one])), undefined, room);
  expect(Math.round(280 * zoom + x)).toBe(14);
});
