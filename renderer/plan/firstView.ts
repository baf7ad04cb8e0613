/** How a graph is looked at first: all of it if it can be read like that, else what is selected, else where the work is. */
import { getViewportForBounds, type Viewport } from '@xyflow/react';
import type { Place } from './geometry.ts';
import type { GraphModel } from './graphModel.ts';

/** In pixels of the screen. */
export type Room = { readonly width: number; readonly height: number };

export const zoomLimits = { minZoom: 0.04, maxZoom: 1.6 };
export const readableZoom = 0.55;
/** How all of it is brought into sight: the buttons for zooming lie below. */
export const whole = { padding: { x: '24px', top: '24px', bottom: '72px' }, maxZoom: 1 } as const;

const ZOOM = 0.9;
const MARGIN = 16;

/** `wanted` is what is selected, or the first box of it. */
export function firstView(
  model: Pick<GraphModel, 'boxes'>,
  places: ReadonlyMap<string, Place>,
  wanted: Place | undefined,
  room: Room,
): Viewport {
  const all = boundsOf([...places.values()]);
  const seen = getViewportForBounds(all, room.width, room.height, zoomLimits.minZoom, whole.maxZoom, whole.padding);
  if (seen.zoom >= readableZoom) return seen;
  return wanted ? centredOn(wanted, all, room, ZOOM) : viewOfWork(model, places, room);
}

type Bounds = Room & { readonly x: number; readonly y: number };

export function boundsOf(places: readonly Place[]): Bounds {
  const [x, y] = [Math.min(...places.map(place => place.x)), Math.min(...places.map(place => place.y))];
  const right = Math.max(...places.map(place => place.x + place.width));
  const bottom = Math.max(...places.map(place => place.y + place.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** In the middle of the room, unless a part of that would stay empty beyond the edge of the picture. */
export function centredOn({ x, y, width, height }: Place, picture: Bounds, room: Room, zoom: number): Viewport {
  const left = startOf(x + width / 2, picture.x, picture.width, room.width / zoom);
  const top = startOf(y + height / 2, picture.y, picture.height, room.height / zoom);
  return { x: -left * zoom, y: -top * zoom, zoom };
}

/** Where what is seen begins, in one direction: around `middle`, or around the picture where all of it is seen. */
function startOf(middle: number, start: number, size: number, seen: number): number {
  if (size + 2 * MARGIN <= seen) return start + (size - seen) / 2;
  return clamp(middle - seen / 2, start - MARGIN, start + size + MARGIN - seen);
}

/** From the left edge, at the height where the work is; the steps of the critical path that have not ended count before others. */
function viewOfWork(model: Pick<GraphModel, 'boxes'>, places: ReadonlyMap<string, Place>, room: Room): Viewport {
  const all = [...places.values()];
  const bounds = boundsOf(all);
  const [left, top, right] = [bounds.x, bounds.y, bounds.x + bounds.width];
  const open = model.boxes.filter(({ node }) => node.actualEnd === null && node.state !== 'canceled');
  const critical = open.filter(({ node }) => node.critical);
  const [work] = (critical.length > 0 ? critical : open)
    .flatMap(({ key }) => places.get(key) ?? [])
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
  const seen = { width: room.width / ZOOM, height: room.height / ZOOM };
  // Something of what has led there stays in sight.
  const third = clamp((work?.x ?? left) - seen.width / 3, left - MARGIN, right + MARGIN - seen.width);
  // No column is cut through where the work stays in sight without that.
  const cut = all.filter(place => place.x < third && place.x + place.width > third).map(place => place.x - MARGIN);
  const uncut = Math.min(third, ...cut);
  const x = work === undefined || work.x + work.width + MARGIN > uncut + seen.width ? third : uncut;
  // What lies lower in a column out of sight fills no room here.
  const beside = all.filter(place => place.x < x + seen.width && place.x + place.width > x);
  const bottom = Math.max(...beside.map(place => place.y + place.height));
  const y = clamp((work?.y ?? top) - seen.height / 4, top - MARGIN, bottom + MARGIN - seen.height);
  return { x: -x * ZOOM, y: -y * ZOOM, zoom: ZOOM };
}

/** The lower limit wins, so that what is smaller than the room begins at its edge. */
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
