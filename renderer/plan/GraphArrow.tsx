/** One arrow of the graph, bent where the layout bends it, so that it crosses no box; thick and double on the critical path. */
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { durationWords } from '../tasks/dueWords.ts';
import { t } from '../words/words.ts';
import type { Point } from './geometry.ts';
import type { GraphArrow as Arrow } from './graphModel.ts';
import classes from './PlanGraph.module.css';

export type ArrowData = { readonly points: readonly Point[]; readonly arrow: Arrow | undefined };

export const GraphArrow = memo(function GraphArrow({ id, data, markerEnd }: EdgeProps<Edge<ArrowData>>) {
  const points = data?.points ?? [];
  const path = curve(points);
  const label = data?.arrow ? labelOf(data.arrow) : '';
  const at = label === '' ? undefined : middleOf(points);
  return (
    <>
      <BaseEdge id={id} path={path} {...(markerEnd && { markerEnd })} />
      {data?.arrow?.critical && <path className={classes.core} d={path} />}
      {at && (
        <text
          className={classes.arrowLabel}
          x={at.isUpright ? at.x + 8 : at.x}
          y={at.isUpright ? at.y + 2 : at.y - 5}
          textAnchor={at.isUpright ? 'start' : 'middle'}
        >
          {label}
        </text>
      )}
    </>
  );
});

/** Empty for the usual arrow: after the end, at once. */
export function labelOf({ onStart, lagMinutes }: Arrow): string {
  return [
    onStart && t('plan.graph.onStart'),
    lagMinutes > 0 && t('plan.graph.lag', { time: durationWords(lagMinutes) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Of the longest straight part, where a label has most room: above it, or beside one that goes up or down. */
export function middleOf(points: readonly Point[]): (Point & { readonly isUpright: boolean }) | undefined {
  let longest: { readonly length: number; readonly at: Point & { readonly isUpright: boolean } } | undefined;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (!next) break;
    const length = Math.hypot(next.x - point.x, next.y - point.y);
    if (longest && longest.length >= length) continue;
    const isUpright = Math.abs(next.y - point.y) > Math.abs(next.x - point.x);
    longest = { length, at: { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isUpright } };
  }
  return longest?.at;
}

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
