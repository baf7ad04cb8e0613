/** Dependency lines of the timeline. */
import { expect, test } from 'vitest';
import { examplePlan } from '../planExample.ts';
import { joinParts, visibleRows } from '../planRows.ts';
import { linksOf, pathBetween } from './links.ts';
import { scaleOf } from './scale.ts';

const nodes = examplePlan.map(node =>
  node.key === 'T1' || node.key === 'T2'
    ? { ...node, critical: true }
    : node.key === 'D1'
      ? { ...node, plannedStart: '2026-11-23T06:00:00.000Z', plannedEnd: '2026-11-25T06:00:00.000Z' }
      : node,
);
const data = joinParts([{ root: 'order', nodes, next: null }]);

function drawn(chosen: ReadonlyMap<string, boolean>, window?: { readonly start: number; readonly end: number }) {
  const rows = visibleRows(data, chosen);
  return linksOf({
    data,
    rows,
    places: new Map(rows.map(({ key }, index) => [key, index] as const)),
    start: window?.start ?? 0,
    end: window?.end ?? rows.length,
    scale: scaleOf(
      { from: Date.parse('2026-11-22T00:00:00.000Z'), to: Date.parse('2026-11-30T00:00:00.000Z') },
      40,
      100,
    ),
    now: Date.parse('2026-11-24T12:00:00.000Z'),
    rowPx: 34,
    selected: 'T3',
  });
}

test('O4 dependencies are lines between the rows, and those of the critical path are told apart', () => {
  const links = drawn(new Map());
  expect(links.map(({ id }) => id).toSorted()).toEqual(['D1>D2', 'T1>T2', 'T3>T4']);
  expect(links.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['T1>T2']);
  expect(links.filter(({ near }) => near).map(({ id }) => id)).toEqual(['T3>T4']);
});

test('O4 a line into a closed branch ends at the branch, and none is drawn inside it', () => {
  expect(drawn(new Map([['D2', false]])).map(({ id }) => id)).toEqual(['D1>D2', 'T1>T2']);
});

test('only the rows in sight have lines', () => {
  expect(drawn(new Map(), { start: 4, end: 6 }).map(({ id }) => id)).toEqual(['T1>T2']);
});

test('goes straight when there is room, and round the outside when there is none', () => {
  expect(pathBetween(100, 17, 200, 51, 34)).toBe('M100,17 H193 V51 H200');
  expect(pathBetween(200, 17, 150, 51, 34)).toBe('M200,17 H207 V34 H143 V51 H150');
});
