/** Where things of the graph are, in pixels of the drawing. */

export type Point = { readonly x: number; readonly y: number };

/** Top left corner and size, in pixels of the unzoomed graph. */
export type Bounds = Point & { readonly width: number; readonly height: number };

export type Place = Bounds & { readonly key: string };

/** What holds all of them. */
export function boundsOf(places: readonly Bounds[]): Bounds {
  const [x, y] = [Math.min(...places.map(place => place.x)), Math.min(...places.map(place => place.y))];
  const right = Math.max(...places.map(place => place.x + place.width));
  const bottom = Math.max(...places.map(place => place.y + place.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Whether they have something in common, an edge included. */
export const meet = (one: Bounds, other: Bounds): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height;
