/** The arrows of the graph between frames and boxes, each of them drawn as long as any of its way is in sight. */
import { useStore, ViewportPortal, type ReactFlowState } from '@xyflow/react';
import { memo, useCallback, useId } from 'react';
import { curve, type DrawnArrow } from './arrows.ts';
import { meet, type Bounds } from './geometry.ts';
import classes from './PlanGraph.module.css';

type Props = { readonly arrows: readonly DrawnArrow[]; readonly selected: string | null };

/** The drawing library goes by the two ends of an arrow alone, and would take one away while its bend is looked at. */
export function GraphArrows({ arrows, selected }: Props) {
  const inSight = useStore(
    useCallback(
      (state: ReactFlowState) => {
        const seen = seenIn(state);
        return arrows.filter(({ box }) => meet(box, seen));
      },
      [arrows],
    ),
    isSameList,
  );
  const head = useId();
  return (
    <ViewportPortal>
      <svg className={classes.heads} aria-hidden="true">
        <defs>
          <Head id={`${head}-usual`} size={14} />
          <Head id={`${head}-critical`} size={9} />
        </defs>
      </svg>
      {inSight.map(arrow => (
        <Arrow
          key={arrow.key}
          arrow={arrow}
          isNear={arrow.before === selected || arrow.after === selected}
          head={`url(#${head}-${arrow.critical ? 'critical' : 'usual'})`}
        />
      ))}
    </ViewportPortal>
  );
}

function seenIn({ width, height, transform: [x, y, zoom] }: ReactFlowState): Bounds {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** While the camera moves, the same arrows are in sight most of the time, and none of them is drawn anew. */
const isSameList = (one: readonly DrawnArrow[], other: readonly DrawnArrow[]): boolean =>
  one.length === other.length && one.every((arrow, index) => arrow === other[index]);

type HeadProps = { readonly id: string; readonly size: number };

function Head({ id, size }: HeadProps) {
  return (
    <marker id={id} markerWidth={size} markerHeight={size} viewBox="-10 -10 20 20" orient="auto-start-reverse">
      <polyline className={classes.arrowHead} points="-5,-4 0,0 -5,4 -5,-4" />
    </marker>
  );
}

type ArrowProps = { readonly arrow: DrawnArrow; readonly isNear: boolean; readonly head: string };

/**
 * Bent where the layout bends it, so that it crosses no box; thick and double on the critical path. A picture of its own,
 * no larger than it: what comes into sight or goes has the browser paint nothing else anew.
 */
const Arrow = memo(function Arrow({ arrow, isNear, head }: ArrowProps) {
  const { key, points, critical, aside, label, box } = arrow;
  const path = curve(points);
  return (
    <svg
      data-arrow={key}
      className={classes.arrow}
      aria-hidden="true"
      data-near={isNear || undefined}
      data-critical={critical || undefined}
      data-aside={aside || undefined}
      style={{ left: box.x, top: box.y }}
      width={box.width}
      height={box.height}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
    >
      <path className={classes.arrowLine} d={path} markerEnd={head} />
      {critical && <path className={classes.core} d={path} />}
      {label && (
        <text
          className={classes.arrowLabel}
          x={label.at.x}
          y={label.at.y}
          textAnchor={label.isUpright ? 'start' : 'middle'}
        >
          {label.text}
        </text>
      )}
    </svg>
  );
});
