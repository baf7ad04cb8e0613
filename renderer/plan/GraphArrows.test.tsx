/** Which arrows of a large graph are drawn. */
import { ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { arrowsOf } from './arrows.ts';
import { GraphArrows } from './GraphArrows.tsx';

const arrow = { before: 'a', after: 'b', critical: false, onStart: false, lagMinutes: 0 };
const points = [
  { x: 200, y: 30 },
  { x: 260, y: 900 },
  { x: 740, y: 900 },
  { x: 800, y: 30 },
];
const arrows = arrowsOf({ arrows: [arrow], boxes: [] }, [{ ...arrow, points }], new Map());

function drawnFrom(x: number, y: number): (string | null)[] {
  const { container } = render(
    <ReactFlowProvider initialWidth={300} initialHeight={200}>
      <ReactFlow nodes={[]} edges={[]} defaultViewport={{ x: -x, y: -y, zoom: 1 }} onlyRenderVisibleElements>
        <GraphArrows arrows={arrows} selected={null} />
      </ReactFlow>
    </ReactFlowProvider>,
  );
  return [...container.querySelectorAll('[data-arrow]')].map(one => one.getAttribute('data-arrow'));
}

test('O3 an arrow is drawn while only its bend is in sight, far from both of its ends', () => {
  expect(drawnFrom(350, 800)).toEqual(['a>b']);
});

test('an arrow of which nothing is in sight is not drawn', () => {
  expect(drawnFrom(350, 1200)).toEqual([]);
});
