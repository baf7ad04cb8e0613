import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortGraph } from './sortGraph.ts';

const graphs = fc.integer({ min: 1, max: 12 }).chain(size =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 }),
  }),
);

test('either sorts every node behind its predecessors, or names a circle that is really there', () => {
  fc.assert(
    fc.property(graphs, ({ size, edges }) => {
      const from = edges.map(([before]) => before);
      const to = edges.map(([, after]) => after);
      const sorted = sortGraph(size, from, to);
      const order = sorted.ok ? [...sorted.order] : [];
      const place = new Map(order.map((node, index) => [node, index]));
      const circle = sorted.ok ? [] : sorted.circle;
      const steps = circle.map((node, index) => [node, circle.at(index + 1 - circle.length)]);
      const late = edges.filter(([before, after]) => (place.get(before) ?? 0) >= (place.get(after) ?? 0));
      expect(place.size).toBe(sorted.ok ? size : 0);
      expect(circle.length > 0).toBe(!sorted.ok);
      expect(sorted.ok ? late : []).toEqual([]);
      expect(steps.filter(([node, next]) => !edges.some(edge => edge[0] === node && edge[1] === next))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
