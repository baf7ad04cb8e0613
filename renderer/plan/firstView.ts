/** How a graph is looked at first: all of it if it can be read like that, else what is selected, else where the work is. */
import { getViewportForBounds, type Viewport } from '@xyflow/react';
import type { Bounds, Place } from './geometry.ts';
import type { GraphModel } from './graphModel.ts';

/** In pixels of the screen. */
export type Room = { readonly width: number; readonly height: number };

/** What is drawn: all of it, and of what no part may be cut off at an edge where the picture begins. */
export type Drawing = {
  readonly places: ReadonlyMap<string, Place>;
  /** Of arrows. */
  readonly labels: readonly Bounds[];
  /** Around all of it, the bends of arrows included. */
  readonly picture: Bounds;
};

export const zoomLimits = { minZoom: 0.04, maxZoom: 1.6 };
export const readableZoom = 0.7;

/** How all of it is brought into sight: the buttons for zooming lie below. */
const whole = { padding: { x: '24px', top: '24px', bottom: '72px' }, maxZoom: 1 } as const;

const ZOOM = 0.9;
const MARGIN = 16;
/** Between an edge of the room and what begins there, where another part is too near for the margin. */
const GAP = 6;
/** Of a frame only the head has to be seen. */
const HEAD_PX = 48;

export function wholeView(picture: Bounds, room: Room): Viewport {
  return getViewportForBounds(picture, room.width, room.height, zoomLimits.minZoom, whole.maxZoom, whole.padding);
}

/** `wanted` is what is selected, or the first box of it. */
export function firstView(
  model: Pick<GraphModel, 'boxes'>,
  drawing: Drawing,
  wanted: Place | undefined,
  room: Room,
): Viewport {
  const seen = wholeView(drawing.picture, room);
  if (seen.zoom >= readableZoom) return seen;
  return wanted ? viewOfChosen(wanted, drawing, room) : viewOfWork(model, drawing, room);
}

/** In the middle, moved as far as it takes to cut through nothing at the left edge. */
function viewOfChosen(wanted: Place, { places, labels, picture }: Drawing, room: Room): Viewport {
  const view = centredOn(wanted, picture, room, ZOOM);
  const [left, top] = [-view.x / ZOOM, -view.y / ZOOM];
  const isInHeight = (part: Bounds): boolean => part.y < top + room.height / ZOOM && part.y + part.height > top;
  const x = uncut(left, {
    seen: room.width / ZOOM,
    work: { from: wanted.x, to: wanted.x + wanted.width },
    parts: [...places.values(), ...labels].filter(isInHeight).map(part => ({ from: part.x, to: part.x + part.width })),
  });
  return { ...view, x: -x * ZOOM };
}

/** In the middle of the room, unless a part of that would stay empty beyond the edge of the picture. */
export function centredOn({ x, y, width, height }: Bounds, picture: Bounds, room: Room, zoom: number): Viewport {
  const left = startOf(x + width / 2, picture.x, picture.width, room.width / zoom);
  const top = startOf(y + height / 2, picture.y, picture.height, room.height / zoom);
  return { x: -left * zoom, y: -top * zoom, zoom };
}

/** Where what is seen begins, in one direction: around `middle`, or around the picture where all of it is seen. */
function startOf(middle: number, start: number, size: number, seen: number): number {
  if (size + 2 * MARGIN <= seen) return start + (size - seen) / 2;
  return clamp(middle - seen / 2, start - MARGIN, start + size + MARGIN - seen);
}

/**
 * From the start of the plan, or as near to it as the work lets: the steps of the critical path that have not ended count
 * before others. At the edges where the picture begins nothing is cut through.
 */
function viewOfWork(model: Pick<GraphModel, 'boxes'>, { places, labels, picture }: Drawing, room: Room): Viewport {
  const open = model.boxes.filter(({ node }) => node.actualEnd === null && node.state !== 'canceled');
  const critical = open.filter(({ node }) => node.critical);
  const [work] = (critical.length > 0 ? critical : open)
    .flatMap(({ key }) => places.get(key) ?? [])
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
  const seen = { width: room.width / ZOOM, height: room.height / ZOOM };
  const parts: readonly Bounds[] = [...places.values(), ...labels];
  const boxes = new Set(model.boxes.map(({ key }) => key));
  const frames = new Set<Bounds>([...places.values()].filter(({ key }) => !boxes.has(key)));
  const x = beginning({
    start: picture.x,
    end: picture.x + picture.width,
    seen: seen.width,
    // Something of what has led there stays in sight.
    before: seen.width / 3,
    work: work && { from: work.x, to: work.x + work.width },
    parts: parts.map(part => ({ from: part.x, to: part.x + part.width })),
  });
  // What lies lower in a column out of sight fills no room here.
  const isBeside = (part: Bounds): boolean => part.x < x + seen.width && part.x + part.width > x;
  const beside = parts.filter(isBeside);
  const y = beginning({
    start: picture.y,
    end: Math.max(...beside.map(part => part.y + part.height)),
    seen: seen.height,
    before: seen.height / 4,
    work: work && { from: work.y, to: work.y + work.height },
    parts: beside.map(part => ({ from: part.y, to: part.y + (frames.has(part) ? HEAD_PX : part.height) })),
  });
  return { x: -x * ZOOM, y: -y * ZOOM, zoom: ZOOM };
}

type Span = { readonly from: number; readonly to: number };
type Wish = {
  readonly start: number;
  readonly end: number;
  /** How much there is room for. */
  readonly seen: number;
  /** How much of what comes before the work is shown. */
  readonly before: number;
  readonly work: Span | undefined;
  readonly parts: readonly Span[];
};

/** Where what is seen begins, in one direction. */
function beginning({ start, end, seen, before, work, parts }: Wish): number {
  const first = start - MARGIN;
  if (!work || shows(work, seen, first)) return first;
  return uncut(clamp(work.from - before, first, end + MARGIN - seen), { seen, work, parts });
}

const shows = (work: Span, seen: number, at: number): boolean => at <= work.from - GAP && work.to + MARGIN <= at + seen;

/** Nothing is cut through, where the work stays in sight without that: rather a little more of what comes before. */
function uncut(near: number, { seen, work, parts }: Pick<Wish, 'seen' | 'parts'> & { readonly work: Span }): number {
  const isUncut = (at: number): boolean => shows(work, seen, at) && !parts.some(({ from, to }) => from < at && to > at);
  if (isUncut(near)) return near;
  for (const gap of [MARGIN, GAP]) {
    const edges = parts.map(({ from }) => from - gap).filter(isUncut);
    const [best] = [...edges.filter(at => at < near).toSorted((a, b) => b - a), ...edges.toSorted((a, b) => a - b)];
    if (best !== undefined) return best;
  }
  return near;
}

/** The lower limit wins, so that what is smaller than the room begins at its edge. */
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
