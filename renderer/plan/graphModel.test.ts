/** What is drawn of a plan, and where it is placed. */
import { expect, test } from 'vitest';
import { examplePlan, planNode } from './planExample.ts';
import { graphModel } from './graphModel.ts';
import { boxSize, layoutGraph } from './layout.ts';

const edges = [
  { before: 'T1', after: 'T2' },
  { before: 'T3', after: 'T4' },
  { before: 'D1', after: 'D2' },
];

test('O3 draws tasks inside the frame of their domain order, and every dependency as an arrow', () => {
  const model = graphModel({ nodes: [...examplePlan], edges, folded: false });
  expect(model.frames.map(frame => frame.key)).toEqual(['D1', 'D2']);
  expect(model.boxes.map(box => `${box.key} in ${box.frame}`)).toEqual([
    'T1 in D1',
    'T2 in D1',
    'T3 in D2',
    'T4 in D2',
  ]);
  expect(model.arrows).toEqual(edges);
});

test('draws a folded domain order as one box', () => {
  const folded = examplePlan.filter(node => node.kind !== 'task').map(node => ({ ...node, childrenShown: false }));
  const model = graphModel({ nodes: folded, edges: [{ before: 'D1', after: 'D2' }], folded: true });
  expect(model.frames).toEqual([]);
  expect(model.boxes.map(box => box.key)).toEqual(['D1', 'D2']);
});

test('takes a dependency between lines from the last part of one to the first part of the other', () => {
  const line = (key: string) =>
    planNode({ key, parent: null, kind: 'line', title: key, state: 'inProgress', childCount: 2 });
  const part = (key: string, parent: string) =>
    planNode({ key, parent, kind: 'domainOrder', title: key, state: 'draft' });
  const model = graphModel({
    nodes: [line('L1'), part('D1', 'L1'), part('D2', 'L1'), line('L2'), part('D3', 'L2'), part('D4', 'L2')],
    edges: [
      { before: 'D1', after: 'D2' },
      { before: 'D3', after: 'D4' },
      { before: 'L1', after: 'L2' },
    ],
    folded: false,
  });
  expect(model.arrows).toContainEqual({ before: 'D2', after: 'D3' });
});

test('places tasks below what they wait for, and frames right of what they wait for', () => {
  const { boxes, frames, arrows } = graphModel({ nodes: [...examplePlan], edges, folded: false });
  const laid = layoutGraph({ boxes, frames: frames.map(frame => frame.key), arrows });
  const places = new Map(laid.places.map(place => [place.key, place] as const));
  const at = (key: string) => places.get(key) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
  expect(at('T2').y).toBeGreaterThan(at('T1').y + boxSize.height);
  expect(at('D2').x).toBeGreaterThan(at('D1').x + at('D1').width);
  expect(at('T2').x + at('T2').width).toBeLessThan(at('D1').x + at('D1').width);
  expect(at('T1').y).toBeGreaterThan(at('D1').y);
  expect(laid.routes.map(({ before, after }) => `${before}>${after}`).toSorted()).toEqual(['D1>D2', 'T1>T2', 'T3>T4']);
  const across = laid.routes.find(({ before }) => before === 'D1')?.points ?? [];
  expect(across.at(0)?.x).toBe(at('D1').x + at('D1').width);
  expect(across.at(-1)?.x).toBe(at('D2').x);
});
