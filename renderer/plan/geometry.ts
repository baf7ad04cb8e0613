/** Where things of the graph are, in pixels of the drawing. */

export type Point = { readonly x: number; readonly y: number };

/** Top left corner and size, in pixels of the unzoomed graph. */
export type Place = Point & { readonly key: string; readonly width: number; readonly height: number };
