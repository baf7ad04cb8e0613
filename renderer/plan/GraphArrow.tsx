/** One arrow of the graph, bent where the layout bends it, so that it crosses no box. */
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from './geometry.ts';

export type ArrowData = { readonly points: readonly Point[] };

export const GraphArrow = memo(function GraphArrow({ id, data, markerEnd }: EdgeProps<Edge<ArrowData>>) {
  return <BaseEdge id={id} path={curve(data?.points ?? [])} {...(markerEnd && { markerEnd })} />;
});

/** Straight to the middle before each bend, and round it to the middle after. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first.x},${first.y}`];
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (!next) parts.push(`L${point.x},${point.y}`);
    else parts.push(`Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}`);
  }
  return parts.join(' ');
}
