/** The boxes, frames and arrows of the plan as the drawing library wants them. */
import { MarkerType, Position, type Edge, type Node } from '@xyflow/react';
import clsx from 'clsx';
import type { Place } from './geometry.ts';
import type { ArrowData } from './GraphArrow.tsx';
import type { GraphModel } from './graphModel.ts';
import type { GraphNodeData } from './graphSelection.ts';
import type { ArrowRoute } from './layout.ts';
import classes from './PlanGraph.module.css';

export function nodesOf(model: GraphModel, places: ReadonlyMap<string, Place>): Node<GraphNodeData>[] {
  const followers = new Map<string, number>();
  for (const { before } of model.arrows) followers.set(before, (followers.get(before) ?? 0) + 1);
  const drawn = (key: string, type: 'box' | 'frame', data: GraphNodeData): Node<GraphNodeData>[] => {
    const place = places.get(key);
    if (!place) return [];
    const { x, y, width, height } = place;
    return [
      {
        id: key,
        type,
        position: { x, y },
        width,
        height,
        // Known before it is drawn, so nothing has to be drawn to learn where arrows end or what is in sight. Once it is
        // drawn, the library looks for its handles instead.
        measured: { width, height },
        handles: [
          { type: 'target', position: Position.Left, x: 0, y: height / 2 },
          { type: 'source', position: Position.Right, x: width, y: height / 2 },
        ],
        zIndex: type === 'frame' ? 0 : 2,
        data,
        domAttributes: { 'aria-roledescription': undefined },
      },
    ];
  };
  return [
    ...model.frames.flatMap(({ key, node, line, look }) =>
      drawn(key, 'frame', { node, line, followers: followers.get(key) ?? 0, ...(look && { look }) }),
    ),
    ...model.boxes.flatMap(({ key, node, folded, line, look, inside }) =>
      drawn(key, 'box', {
        node,
        folded,
        line,
        followers: followers.get(key) ?? 0,
        ...(look && { look }),
        ...(inside !== undefined && { inside }),
      }),
    ),
  ];
}

/** The library draws what is being dragged even where it is out of sight; so it does with the parts that have or get the focus. */
export const keptInSight = (
  nodes: readonly Node<GraphNodeData>[],
  keys: readonly (string | null)[],
): Node<GraphNodeData>[] => nodes.map(node => (keys.includes(node.id) ? { ...node, dragging: true } : node));

export function edgesOf(model: GraphModel, routes: readonly ArrowRoute[], selected: string | null): Edge<ArrowData>[] {
  const arrows = new Map<string, GraphModel['arrows'][number]>(
    model.arrows.map(arrow => [`${arrow.before}>${arrow.after}`, arrow] as const),
  );
  return routes.map(({ before, after, points }) => {
    const id = `${before}>${after}`;
    const arrow = arrows.get(id);
    const near = before === selected || after === selected;
    const critical = arrow?.critical === true;
    return {
      id,
      source: before,
      target: after,
      type: 'arrow',
      zIndex: 1,
      className: clsx(classes.edge, near && classes.near, critical && classes.critical, arrow?.aside && classes.aside),
      markerEnd: { type: MarkerType.ArrowClosed, width: critical ? 9 : 14, height: critical ? 9 : 14 },
      domAttributes: { 'aria-hidden': true },
      data: { points, arrow },
    };
  });
}
