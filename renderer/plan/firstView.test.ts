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
  const { x, y, zoom } = firstView({ boxes }, places, room);
  const seenAt = (px: number, py: number) => [px * zoom + x, py * zoom + y];
  const [left = 0, top = 0] = seenAt(1000, 900);
  expect([left > 0 && left < 400, top > 0 && top < 200]).toEqual([true, true]);
});

test('what is smaller than the room begins at its edge', () => {
  const places = new Map([['a', place('a', 40, 30)]]);
  const { x, y, zoom } = firstView({ boxes: [box('a')] }, places, room);
  expect([40 * zoom + x, 30 * zoom + y].map(Math.round)).toEqual([14, 14]);
});

test('O3 room is not left empty for what lies lower in a column out of sight', () => {
  const all = [place('a', 0, 0), place('b', 0, 900), place('c', 6000, 9000)];
  const boxes = [box('b', { critical: true }), box('a'), box('c')];
  const { y, zoom } = firstView({ boxes }, new Map(all.map(one => [one.key, one])), room);
  // The box at the foot of the column in sight stands at the foot of the room.
  expect(Math.round(960 * zoom + y)).toBe(386);
});
