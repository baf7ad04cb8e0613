import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurn, postorder, preorder } from './tree.ts';

/** Parents by node; a node hangs under an earlier one, or under nothing. */
const forests = fc.array(fc.nat(), { maxLength: 40 }).map(picks => picks.map((pick, node) => (pick % (node + 1)) - 1));

function byHand(parents: readonly number[]) {
  const childrenOf = (node: number): readonly number[] =>
    parents.flatMap((above, child) => (above === node ? [child] : []));
  const down = (node: number): readonly number[] => [node, ...childrenOf(node).flatMap(down)];
  const up = (node: number): readonly number[] => [...childrenOf(node).flatMap(up), node];
  return { childrenOf, down, up };
}

test('every node comes once, in the order a walk by calls would give', () => {
  fc.assert(
    fc.property(forests, parents => {
      const { childrenOf, down, up } = byHand(parents);
      const roots = childrenOf(-1);
      expect(preorder(roots, childrenOf)).toEqual(roots.flatMap(down));
      expect(postorder(roots, childrenOf)).toEqual(roots.flatMap(up));
    }),
  );
});

test('values come after those they need, each worked out once', () => {
  fc.assert(
    fc.property(forests, parents => {
      const { childrenOf, down } = byHand(parents);
      const asked: number[] = [];
      const sizeOf = inTurn<number, number>(childrenOf, (node, of) => {
        asked.push(node);
        return childrenOf(node).reduce((sum, child) => sum + of(child), 1);
      });
      for (const node of parents.keys()) expect(sizeOf(node)).toBe(down(node).length);
      expect(asked).toHaveLength(parents.length);
    }),
  );
});

test('depth is bounded by memory, not by the call stack', () => {
  const deep = 200_000;
  const next = (node: number): readonly number[] => (node < deep ? [node + 1] : []);
  expect(preorder([0], next)).toHaveLength(deep + 1);
  expect(postorder([0], next)[0]).toBe(deep);
  expect(inTurn<number, number>(next, (node, of) => (node < deep ? of(node + 1) + 1 : 0))(0)).toBe(deep);
});

test('what needs itself is a bug', () => {
  const next = (node: number): readonly number[] => [(node + 1) % 3];
  expect(() => inTurn<number, number>(next, (node, of) => of((node + 1) % 3))(0)).toThrow('needs itself');
});
