/** The boxes and frames of the plan as the drawing library wants them. */
import type { Node } from '@xyflow/react';
import type { Place } from './geometry.ts';
import type { GraphModel } from './graphModel.ts';
import type { GraphNodeData } from './graphSelection.ts';

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
        // Known before it is drawn, so nothing has to be drawn to learn what is in sight.
        measured: { width, height },
        handles: [],
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
