/** Where a large graph is looked at first. */
import { expect, test } from 'vitest';
import { firstView, type Drawing } from './firstView.ts';
import { boundsOf, type Bounds, type Place } from './geometry.ts';
import { planNode } from './planExample.ts';

const place = (key: string, x: number, y: number): Place => ({ key, x, y, width: 200, height: 60 });
const box = (key: string, more: object = {}) => ({
  key,
  frame: null,
  line: '',
  folded: false,
  node: { ...planNode({ key, parent: null, kind: 'task', title: key, state: 'draft' }), ...more },
});
const drawn = (places: readonly Place[], labels: readonly Bounds[] = []): Drawing => ({
  places: new Map(places.map(one => [one.key, one])),
  labels,
  picture: boundsOf([...places, ...labels]),
});
const room = { width: 800, height: 400 };

test('O3 a large graph opens where the critical path has come to, with what led there still in sight', () => {
  const places = drawn([place('a', 0, 0), place('b', 1000, 900), place('c', 1300, 2000)]);
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
  const places = drawn([place('a', 40, 30)]);
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
  const seen = firstView({ boxes: [box('a')] }, drawn(all), wanted, room);
  expect([(x + 100) * seen.zoom + seen.x, (y + 30) * seen.zoom + seen.y].map(Math.round)).toEqual([left, top]);
});

test('O3 what comes before what is selected is not cut through at the edge', () => {
  const all = [place('a', 0, 0), place('b', 400, 0), place('c', 800, 0), place('d', 4000, 0)];
  const { x, zoom } = firstView({ boxes: [box('a')] }, drawn(all), all[2], room);
  expect(Math.round(400 * zoom + x)).toBe(14);
});

test('O3 a long graph that is lower than the room stays in the middle of its height', () => {
  const all = [place('a', 0, 0), place('b', 9000, 100)];
  const { y, zoom } = firstView({ boxes: [box('a')] }, drawn(all), all[1], room);
  expect(80 * zoom + y).toBe(200);
});

test('O3 room is not left empty for what lies lower in a column out of sight', () => {
  const all = [place('a', 0, 0), place('b', 0, 900), place('c', 6000, 9000)];
  const boxes = [box('b', { critical: true }), box('a'), box('c')];
  const { y, zoom } = firstView({ boxes }, drawn(all), undefined, room);
  // The box at the foot of the column in sight stands at the foot of the room.
  expect(Math.round(960 * zoom + y)).toBe(386);
});

test('O3 what has led to the work is not cut through at the edge', () => {
  const all = [place('a', 0, 0), place('b', 500, 0), place('c', 900, 0), place('d', 2000, 5000)];
  const boxes = [box('a', { actualEnd: '2026-11-23T09:00:00.000Z' }), box('c', { critical: true })];
  const { x, zoom } = firstView({ boxes }, drawn(all), undefined, room);
  expect(Math.round(500 * zoom + x)).toBe(14);
});

test('O3 a large graph begins with the start of the plan and a margin where the work is in sight from there', () => {
  const all = [place('a', 0, 0), place('b', 280, 300), place('c', 3000, 5000)];
  const label = { x: -30, y: -20, width: 40, height: 14 };
  const { x, y, zoom } = firstView({ boxes: all.map(({ key }) => box(key)) }, drawn(all, [label]), undefined, room);
  expect([-30 * zoom + x, -20 * zoom + y].map(Math.round)).toEqual([14, 14]);
});

test('O3 at the top edge of a large graph neither a row nor a label is cut through', () => {
  const all = [0, 90, 180, 270, 360, 450, 540].map(y => place(`t${y}`, 0, y)).concat(place('end', 3000, 6000));
  const label = { x: 210, y: 345, width: 40, height: 14 };
  const boxes = all.map(({ key }) => box(key, { critical: key === 't540' }));
  const { y, zoom } = firstView({ boxes }, drawn(all, [label]), undefined, room);
  const top = -y / zoom;
  const cut = [...all, label].filter(one => one.x < 800 && one.y < top && one.y + one.height > top);
  expect(cut).toEqual([]);
  expect(top + room.height / zoom).toBeGreaterThanOrEqual(615);
});
