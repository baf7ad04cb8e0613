/** Where a graph that is too large to be seen at once is looked at first: from its left edge, at the height where the work is. */
import type { Place } from './geometry.ts';
import type { GraphModel } from './graphModel.ts';

export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

const ZOOM = 0.9;
const MARGIN = 16;

/** `room` in pixels; the steps of the critical path that have not ended count before others. */
export function firstView(
  model: Pick<GraphModel, 'boxes'>,
  places: ReadonlyMap<string, Place>,
  room: { readonly width: number; readonly height: number },
): Viewport {
  const all = [...places.values()];
  const left = Math.min(...all.map(place => place.x));
  const right = Math.max(...all.map(place => place.x + place.width));
  const top = Math.min(...all.map(place => place.y));
  const open = model.boxes.filter(({ node }) => node.actualEnd === null && node.state !== 'canceled');
  const critical = open.filter(({ node }) => node.critical);
  const [work] = (critical.length > 0 ? critical : open)
    .flatMap(({ key }) => places.get(key) ?? [])
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
  const seen = { width: room.width / ZOOM, height: room.height / ZOOM };
  // Something of what has led there stays in sight.
  const x = clamp((work?.x ?? left) - seen.width / 3, left - MARGIN, right + MARGIN - seen.width);
  // What lies lower in a column out of sight fills no room here.
  const beside = all.filter(place => place.x < x + seen.width && place.x + place.width > x);
  const bottom = Math.max(...beside.map(place => place.y + place.height));
  const y = clamp((work?.y ?? top) - seen.height / 4, top - MARGIN, bottom + MARGIN - seen.height);
  return { x: -x * ZOOM, y: -y * ZOOM, zoom: ZOOM };
}

/** The lower limit wins, so that what is smaller than the room begins at its edge. */
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
