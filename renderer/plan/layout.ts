/** Places the frames of a plan's graph from left to right and the boxes in each from top to bottom; runs in a worker, because 300 boxes take a second. */
import { Graph, graphlib, layout } from '@dagrejs/dagre';
import type { Place, Point } from './geometry.ts';
import { packed } from './pack.ts';
import { wayAcross } from './wayAcross.ts';

export const boxSize = { width: 216, height: 68 };
/** Room for the title of a frame, and around the boxes inside. */
const frameHead = 48;
const framePad = 12;

type Arrow = { readonly before: string; readonly after: string };

export type LayoutRequest = {
  /** In the order of the plan, each with the frame that it is in. */
  readonly boxes: readonly { readonly key: string; readonly frame: string | null }[];
  readonly arrows: readonly Arrow[];
};

/** The bends of an arrow from its start to its end. */
export type ArrowRoute = Arrow & { readonly points: readonly Point[] };

export type Layout = { readonly places: readonly Place[]; readonly routes: readonly ArrowRoute[] };

type Sized = { readonly key: string; readonly width: number; readonly height: number };

/** Frames are laid out inside first, then placed as one box each: frames never overlap, whatever the arrows are. */
export function layoutGraph({ boxes, arrows }: LayoutRequest): Layout {
  const inside = new Map<string, Layout>();
  const frameOf = new Map(boxes.map(box => [box.key, box.frame] as const));
  const outer: Sized[] = [];
  const framed = Map.groupBy(boxes, box => box.frame);
  // In the order of the plan: a domain order that is opened stays among its neighbours.
  for (const { key, frame } of boxes) {
    if (frame === null) outer.push({ key, ...boxSize });
    if (frame === null || inside.has(frame)) continue;
    const own = (framed.get(frame) ?? []).map(box => ({ key: box.key, ...boxSize }));
    const laid = arrange(own, arrows, { direction: 'TB', across: 14, along: 24 });
    inside.set(frame, laid);
    const { width, height } = sizeOf(laid);
    outer.push({
      key: frame,
      width: Math.max(boxSize.width, width) + 2 * framePad,
      height: height + frameHead + framePad,
    });
  }

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
    const corner = { x: at.x + framePad, y: at.y + frameHead };
    for (const place of laid.places) places.set(place.key, movedBy(corner, place));
    for (const route of laid.routes) {
      routes.push({ ...route, points: route.points.map(point => movedBy(corner, point)) });
    }
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

type Gap = { readonly direction: 'LR' | 'TB'; readonly across: number; readonly along: number };

/** What is not joined by arrows is laid out apart, in the order of the plan: one tower of it could not be seen. */
function arrange(boxes: readonly Sized[], arrows: readonly Arrow[], gap: Gap): Layout {
  const graph = graphOf(boxes, arrows);
  const partOf = new Map<string, number>();
  for (const [index, keys] of graphlib.alg.components(graph).entries()) {
    for (const key of keys) partOf.set(key, index);
  }
  const parts = Map.groupBy(boxes, ({ key }) => partOf.get(key));
  const arrowsOf = Map.groupBy(arrows, ({ before }) => partOf.get(before));
  const laid = [...parts].map(([part, own]) => arrangeJoined(own, arrowsOf.get(part) ?? [], gap));
  const isAcross = gap.direction === 'LR';
  const corners = packed(laid.map(sizeOf), {
    x: isAcross ? gap.along : gap.across,
    y: isAcross ? gap.across : gap.along,
  });
  return {
    places: laid.flatMap(({ places }, index) => places.map(place => movedBy(corners[index], place))),
    routes: laid.flatMap(({ routes }, index) =>
      routes.map(route => ({ ...route, points: route.points.map(point => movedBy(corners[index], point)) })),
    ),
  };
}

function arrangeJoined(boxes: readonly Sized[], arrows: readonly Arrow[], gap: Gap): Layout {
  const graph = graphOf(boxes, arrows);
  graph.setGraph({ rankdir: gap.direction, nodesep: gap.across, ranksep: gap.along, edgesep: 14 });
  const drawn = arrows.filter(({ before, after }) => graph.hasEdge(before, after));
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

function graphOf(boxes: readonly Sized[], arrows: readonly Arrow[]): Graph {
  const graph = new Graph();
  for (const { key, width, height } of boxes) graph.setNode(key, { width, height });
  for (const { before, after } of arrows) {
    if (graph.hasNode(before) && graph.hasNode(after)) graph.setEdge(before, after, {});
  }
  return graph;
}

/** Whole pixels, as the browser rounds them when the drawing library looks at what it has drawn. */
const sizeOf = ({ places }: Layout): { readonly width: number; readonly height: number } => ({
  width: Math.ceil(Math.max(0, ...places.map(({ x, width }) => x + width))),
  height: Math.ceil(Math.max(0, ...places.map(({ y, height }) => y + height))),
});

const movedBy = <P extends Point>(by: Point | undefined, point: P): P => ({
  ...point,
  x: point.x + (by?.x ?? 0),
  y: point.y + (by?.y ?? 0),
});
