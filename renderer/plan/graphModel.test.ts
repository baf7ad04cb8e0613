/** What is drawn of a plan, and where it is placed. */
import { expect, test } from 'vitest';
import { examplePlan, planEdge, planNode } from './planExample.ts';
import { graphModel } from './graphModel.ts';
import { boxSize, layoutGraph } from './layout.ts';

const edges = [planEdge('T1', 'T2'), planEdge('T3', 'T4'), planEdge('D1', 'D2')];

test('a line that is not drawn is found at the first part of it that is', () => {
  const { firsts } = graphModel({ nodes: [...examplePlan], edges, folded: false });
  expect([...firsts]).toEqual([
    ['S1', 'D1'],
    ['L1', 'D1'],
  ]);
});

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
  const model = graphModel({ nodes: folded, edges: [planEdge('D1', 'D2')], folded: true });
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
    edges: [planEdge('D1', 'D2'), planEdge('D3', 'D4'), planEdge('L1', 'L2')],
    folded: false,
  });
  expect(model.arrows).toContainEqual(planEdge('D2', 'D3'));
});

test('a domain order that is folded is one box, and the arrows of its tasks are its own', () => {
  const tasks = [planEdge('T2', 'T3', { critical: true }), planEdge('T1', 'T2')];
  const model = graphModel({ nodes: [...examplePlan], edges: tasks, folded: false }, new Map([['D1', true]]));
  expect(model.frames.map(frame => frame.key)).toEqual(['D2']);
  expect(model.boxes.filter(box => box.folded).map(box => box.key)).toEqual(['D1']);
  expect(model.arrows).toEqual([planEdge('D1', 'T3', { critical: true })]);
  expect(model.standIns.get('T2')).toBe('D1');
});

test('a large plan starts folded by domain order, and stays so beyond what can be drawn', () => {
  const large = (tasks: number) => ({
    nodes: [
      planNode({ key: 'D1', parent: null, kind: 'domainOrder', title: 'D', state: 'draft', childCount: tasks }),
      ...Array.from({ length: tasks }, (_, index) =>
        planNode({ key: `T${index + 1}`, parent: 'D1', kind: 'task', title: 'Task', state: 'draft' }),
      ),
    ],
    edges: [],
    folded: false,
  });
  expect(graphModel(large(59)).frames).toHaveLength(1);
  expect(graphModel(large(60)).boxes.map(box => box.key)).toEqual(['D1']);
  expect(graphModel(large(60), new Map([['D1', false]])).boxes).toHaveLength(60);
  expect(graphModel(large(300), new Map([['D1', false]])).boxes).toHaveLength(1);
});

test('places tasks below what they wait for, and frames right of what they wait for', () => {
  const laid = layoutGraph(graphModel({ nodes: [...examplePlan], edges, folded: false }));
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

const found = {
  matches: [
    { key: 'T2', above: ['order', 'S1', 'L1', 'D1'] },
    { key: 'D2', above: ['order', 'S1', 'L1'] },
  ],
  total: 2,
};

test('O7 in a searched plan all parts stay: matches stand out, what leads to them less, and the rest steps back', () => {
  const model = graphModel({ nodes: [...examplePlan], edges, folded: false }, new Map(), found);
  const looks = [...model.frames, ...model.boxes].map(({ key, look }) => `${key} ${look}`);
  expect(looks).toEqual(['D1 above', 'D2 match', 'T1 aside', 'T2 match', 'T3 aside', 'T4 aside']);
  expect(model.arrows.map(({ aside }) => aside)).toEqual([true, true, false]);
});

test('O7 a closed domain order says how many matches are in it, and stands for them', () => {
  const folding = new Map([['D1', true]]);
  const model = graphModel({ nodes: [...examplePlan], edges, folded: false }, folding, found);
  expect(model.boxes.find(({ key }) => key === 'D1')).toMatchObject({ folded: true, look: 'above', inside: 1 });
  expect(model.standIns.get('T2')).toBe('D1');
  const upper = examplePlan.filter(({ kind }) => kind !== 'task').map(node => ({ ...node, childrenShown: false }));
  const deep = graphModel({ nodes: upper, edges: [], folded: true }, new Map(), found);
  expect(deep.boxes.find(({ key }) => key === 'D1')).toMatchObject({ inside: 1 });
  expect(deep.standIns.get('T2')).toBe('D1');
});

test('O7 in a large plan the domain orders with matches are open when they are few', () => {
  const many = Array.from({ length: 30 }, (_, index) => [
    planNode({
      key: `D${index + 10}`,
      parent: 'L1',
      kind: 'domainOrder',
      title: 'Access',
      state: 'draft',
      childCount: 1,
    }),
    planNode({ key: `T${index + 10}`, parent: `D${index + 10}`, kind: 'task', title: 'Survey', state: 'draft' }),
  ]).flat();
  const graph = { nodes: [...examplePlan, ...many], edges: [], folded: false };
  const openIn = (matches: number): number => {
    const keys = Array.from({ length: matches }, (_, index) => ({
      key: `T${index + 10}`,
      above: ['order', 'S1', 'L1', `D${index + 10}`],
    }));
    return graphModel(graph, new Map(), { matches: keys, total: matches }).frames.length;
  };
  expect([0, 1, 6, 7].map(openIn)).toEqual([0, 1, 6, 0]);
});

test('O3 lines that are drawn themselves say at which location they are', () => {
  const upper = examplePlan
    .filter(({ kind }) => kind !== 'task' && kind !== 'domainOrder')
    .map(node => ({ ...node, childrenShown: false }));
  const { boxes } = graphModel({ nodes: upper, edges: [], folded: true });
  expect(boxes).toMatchObject([{ key: 'L1', line: 'Bergen, Kai 12' }]);
});

test('O3 what no arrow joins is set side by side, and its arrows stay with it', () => {
  const keys = Array.from({ length: 40 }, (_, index) => `B${index}`);
  const { places, routes } = layoutGraph({
    boxes: keys.map(key => ({ key, frame: null })),
    arrows: [{ before: 'B38', after: 'B39' }],
  });
  const at = new Map(places.map(place => [place.key, place]));
  expect(new Set(places.map(({ x }) => x)).size).toBeGreaterThan(3);
  expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(40);
  expect(at.get('B39')?.x).toBeGreaterThan((at.get('B38')?.x ?? Infinity) + boxSize.width);
  expect(at.get('B39')?.y).toBe(at.get('B38')?.y);
  expect(routes[0]?.points[0]).toEqual({ x: (at.get('B38')?.x ?? 0) + boxSize.width, y: (at.get('B38')?.y ?? 0) + 34 });
});

test('a domain order that is opened stays among its neighbours', () => {
  const keys = Array.from({ length: 12 }, (_, index) => `D${index + 1}`);
  const boxes = keys.flatMap((key): { key: string; frame: string | null }[] =>
    key === 'D7' ? ['T1', 'T2'].map(task => ({ key: task, frame: key })) : [{ key, frame: null }],
  );
  const { places } = layoutGraph({ boxes, arrows: [{ before: 'T1', after: 'T2' }] });
  const asRead = places.filter(({ key }) => key.startsWith('D')).toSorted((a, b) => a.y - b.y || a.x - b.x);
  expect(asRead.map(({ key }) => key)).toEqual(keys);
});
