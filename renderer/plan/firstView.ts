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
  return wanted ? centredOn(wanted, room) : viewOfWork(model, places, room);
}

function boundsOf(places: readonly Place[]): Room & { readonly x: number; readonly y: number } {
  const [x, y] = [Math.min(...places.map(place => place.x)), Math.min(...places.map(place => place.y))];
  const right = Math.max(...places.map(place => place.x + place.width));
  const bottom = Math.max(...places.map(place => place.y + place.height));
  return { x, y, width: right - x, height: bottom - y };
}

const centredOn = ({ x, y, width, height }: Place, room: Room): Viewport => ({
  x: room.width / 2 - (x + width / 2) * ZOOM,
  y: room.height / 2 - (y + height / 2) * ZOOM,
  zoom: ZOOM,
});

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
