/** Places the frames of a plan's graph from left to right and the boxes in each from top to bottom; runs in a worker, because 300 boxes take a second. */
import type { Place, Point } from './geometry.ts';
import { Graph, layout } from '@dagrejs/dagre';
import { wayAcross } from './wayAcross.ts';

export const boxSize = { width: 216, height: 68 };
/** Room for the title of a frame, and around the boxes inside. */
const frameHead = 48;
const framePad = 12;

type Arrow = { readonly before: string; readonly after: string };

export type LayoutRequest = {
  readonly boxes: readonly { readonly key: string; readonly frame: string | null }[];
  readonly frames: readonly string[];
  readonly arrows: readonly Arrow[];
};

/** The bends of an arrow from its start to its end. */
export type ArrowRoute = Arrow & { readonly points: readonly Point[] };

export type Layout = { readonly places: readonly Place[]; readonly routes: readonly ArrowRoute[] };

type Sized = { readonly key: string; readonly width: number; readonly height: number };

/** Frames are laid out inside first, then placed as one box each: frames never overlap, whatever the arrows are. */
export function layoutGraph({ boxes, frames, arrows }: LayoutRequest): Layout {
  const inside = new Map<string, Layout>();
  const frameOf = new Map(boxes.map(box => [box.key, box.frame] as const));
  const outer: Sized[] = [];
  for (const frame of frames) {
    const own = boxes.filter(box => box.frame === frame).map(box => ({ key: box.key, ...boxSize }));
    const laid = arrange(own, arrows, { direction: 'TB', across: 14, along: 24 });
    inside.set(frame, laid);
    outer.push({
      key: frame,
      width: Math.max(boxSize.width, ...laid.places.map(place => place.x + place.width)) + 2 * framePad,
      height: Math.max(0, ...laid.places.map(place => place.y + place.height)) + frameHead + framePad,
    });
  }
  for (const box of boxes) if (box.frame === null) outer.push({ key: box.key, ...boxSize });

  const outerOf = (key: string): string => frameOf.get(key) ?? key;
  const across = arrows.filter(arrow => outerOf(arrow.before) !== outerOf(arrow.after));
  const whole = arrange(
    outer,
    across.map(({ before, after }) => ({ before: outerOf(before), after: outerOf(after) })),
    { direction: 'LR', across: 28, along: 72 },
  );
  const places = new Map(whole.places.map(place => [place.key, place] as const));
  const routes: ArrowRoute[] = [];
  for (const [frame, laid] of inside) {
    const at = places.get(frame);
    if (!at) continue;
    const moved = <P extends Point>(point: P): P => ({
      ...point,
      x: point.x + at.x + framePad,
      y: point.y + at.y + frameHead,
    });
    for (const place of laid.places) places.set(place.key, moved(place));
    for (const route of laid.routes) routes.push({ ...route, points: route.points.map(moved) });
  }
  for (const { before, after } of across) {
    const ends = [before, after].map(key => ({
      box: places.get(key),
      frame: places.get(outerOf(key)),
      inFrame: inside.get(outerOf(key))?.places.flatMap(place => places.get(place.key) ?? []) ?? [],
    }));
    const way = whole.routes.find(route => route.before === outerOf(before) && route.after === outerOf(after));
    routes.push({ before, after, points: wayAcross(ends[0], ends[1], way?.points ?? []) });
  }
  return { places: [...places.values()], routes };
}

function arrange(
  boxes: readonly Sized[],
  arrows: readonly Arrow[],
  gap: { readonly direction: 'LR' | 'TB'; readonly across: number; readonly along: number },
): Layout {
  const graph = new Graph();
  graph.setGraph({ rankdir: gap.direction, nodesep: gap.across, ranksep: gap.along, edgesep: 14 });
  for (const box of boxes) graph.setNode(box.key, { width: box.width, height: box.height });
  const drawn = arrows.filter(({ before, after }) => graph.hasNode(before) && graph.hasNode(after));
  for (const { before, after } of drawn) graph.setEdge(before, after, {});
  layout(graph);
  return {
    places: boxes.map(box => {
      const { x, y } = graph.node(box.key) as Point;
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    routes: drawn.map(({ before, after }) => {
      const { points } = graph.edge(before, after) as { readonly points: readonly Point[] };
      return { before, after, points };
    }),
  };
}
