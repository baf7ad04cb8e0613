/** Arrow keys in the plan's graph. */
import { expect, test } from 'vitest';
import { graphModel } from './graphModel.ts';
import { findGraphMove, graphSteps } from './graphMoves.ts';
import { examplePlan, planEdge } from './planExample.ts';

const places = [
  { key: 'survey', x: 0, y: 0 },
  { key: 'reserve', x: 0, y: 100 },
  { key: 'ship', x: 0, y: 200 },
  { key: 'configure', x: 300, y: 90 },
  { key: 'cable', x: 300, y: 10 },
  { key: 'apart', x: 600, y: 190 },
  { key: 'farther', x: 900, y: 190 },
];
const steps = {
  next: new Map([
    ['survey', ['configure', 'cable']],
    ['reserve', ['configure']],
  ]),
  previous: new Map([['configure', ['survey', 'reserve']]]),
};

test.each([
  ['survey', 'ArrowRight', 'cable'],
  ['configure', 'ArrowLeft', 'reserve'],
  ['survey', 'ArrowDown', 'reserve'],
  ['ship', 'ArrowUp', 'reserve'],
  ['ship', 'ArrowRight', 'apart'],
  ['apart', 'ArrowRight', 'farther'],
  ['apart', 'ArrowLeft', 'ship'],
  ['farther', 'ArrowRight', undefined],
  ['ship', 'Home', 'survey'],
  ['survey', 'End', 'farther'],
  ['survey', 'x', undefined],
])('from %s the key %s leads to %s', (from, key, to) => {
  const current = places.find(place => place.key === from);
  expect(findGraphMove(places, steps, current, key)).toBe(to);
});

test('an arrow between domain orders leads from the last task of one to the first task of the other', () => {
  const { next, previous } = graphSteps(
    graphModel({
      nodes: [...examplePlan],
      edges: [planEdge('T1', 'T2'), planEdge('T3', 'T4'), planEdge('D1', 'D2')],
      folded: false,
    }),
  );
  expect(next.get('T2')).toEqual(['T3']);
  expect(next.get('D1')).toEqual(['T3']);
  expect(previous.get('T3')).toEqual(['T2']);
  expect(previous.get('D2')).toEqual(['T2']);
});
