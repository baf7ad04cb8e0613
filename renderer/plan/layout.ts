/** Places the boxes and frames of a plan's graph from left to right; runs in a worker, because 300 boxes take a second. */
import { Graph, layout } from '@dagrejs/dagre';

export const boxSize = { width: 216, height: 68 };
/** Room for the title of a frame, and around the boxes inside. */
export const frameHead = 30;
const framePad = 12;

export type LayoutRequest = {
  readonly boxes: readonly { readonly key: string; readonly frame: string | null }[];
  readonly frames: readonly string[];
  readonly arrows: readonly { readonly before: string; readonly after: string }[];
};

/** Top left corner and size, in pixels of the unzoomed graph. */
export type Place = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type Sized = { readonly key: string; readonly width: number; readonly height: number };

/** Frames are laid out inside first, then placed as one box each: frames never overlap, whatever the arrows are. */
export function layoutGraph(request: LayoutRequest): Place[] {
  const inside = new Map<string, Place[]>();
  const frameOf = new Map(request.boxes.map(box => [box.key, box.frame] as const));
  const outer: Sized[] = [];
  for (const frame of request.frames) {
    const boxes = request.boxes.filter(box => box.frame === frame).map(box => ({ key: box.key, ...boxSize }));
    const places = arrange(boxes, request.arrows, { across: 14, along: 36 });
    inside.set(frame, places);
    outer.push({
      key: frame,
      width: Math.max(boxSize.width, ...places.map(place => place.x + place.width)) + 2 * framePad,
      height: Math.max(0, ...places.map(place => place.y + place.height)) + frameHead + framePad,
    });
  }
  for (const box of request.boxes) if (box.frame === null) outer.push({ key: box.key, ...boxSize });
  const outerArrows = request.arrows
    .map(arrow => ({
      before: frameOf.get(arrow.before) ?? arrow.before,
      after: frameOf.get(arrow.after) ?? arrow.after,
    }))
    .filter(arrow => arrow.before !== arrow.after);
  const placed = arrange(outer, outerArrows, { across: 28, along: 64 });
  return placed.flatMap(place => [
    place,
    ...(inside.get(place.key) ?? []).map(box => ({
      ...box,
      x: place.x + framePad + box.x,
      y: place.y + frameHead + box.y,
    })),
  ]);
}

function arrange(
  boxes: readonly Sized[],
  arrows: readonly { readonly before: string; readonly after: string }[],
  gap: { readonly across: number; readonly along: number },
): Place[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: gap.across, ranksep: gap.along });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) graph.setNode(box.key, { width: box.width, height: box.height });
  for (const arrow of arrows) {
    if (graph.hasNode(arrow.before) && graph.hasNode(arrow.after)) graph.setEdge(arrow.before, arrow.after);
  }
  layout(graph);
  return boxes.map(box => {
    const { x, y } = graph.node(box.key) as { readonly x: number; readonly y: number };
    return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
  });
}
