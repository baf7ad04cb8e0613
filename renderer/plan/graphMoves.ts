/** Where an arrow key leads in the plan's graph: sideways along the arrows, or to a neighbour where there is none; up and down among neighbours (ux.md C). */
import type { GraphModel } from './graphModel.ts';

export type GraphPlace = { readonly key: string; readonly x: number; readonly y: number };

/** Where each part leads to and comes from, frames taken as the boxes in them. */
export type GraphSteps = {
  readonly next: ReadonlyMap<string, readonly string[]>;
  readonly previous: ReadonlyMap<string, readonly string[]>;
};

/** Boxes in frames of different width are not exactly below one another. */
const COLUMN_PX = 100;

export function graphSteps({ boxes, frames, arrows }: GraphModel): GraphSteps {
  const next = new Map<string, string[]>();
  const previous = new Map<string, string[]>();
  const isFrame = new Set(frames.map(frame => frame.key));
  const inside = (frame: string, side: 'before' | 'after'): string[] => {
    const keys = boxes.filter(box => box.frame === frame).map(box => box.key);
    const busy = new Set(
      arrows.filter(arrow => keys.includes(arrow.before) && keys.includes(arrow.after)).map(arrow => arrow[side]),
    );
    return keys.filter(key => !busy.has(key));
  };
  const add = (steps: Map<string, string[]>, from: string, to: readonly string[]): void => {
    steps.set(from, [...(steps.get(from) ?? []), ...to]);
  };
  for (const { before, after } of arrows) {
    const lasts = isFrame.has(before) ? inside(before, 'before') : [before];
    const firsts = isFrame.has(after) ? inside(after, 'after') : [after];
    for (const from of new Set([before, ...lasts])) add(next, from, firsts);
    for (const to of new Set([after, ...firsts])) add(previous, to, lasts);
  }
  return { next, previous };
}

/** Half a box, so that what stands beside another in a picture apart is found. */
const ROW_PX = 34;

const isSameRow = (a: GraphPlace, b: GraphPlace): boolean => Math.abs(a.y - b.y) < ROW_PX;
const isSameColumn = (a: GraphPlace, b: GraphPlace): boolean => Math.abs(a.x - b.x) < COLUMN_PX;

const nearest = (places: readonly GraphPlace[], from: GraphPlace): string | undefined =>
  places.toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y) || a.y - b.y)[0]?.key;

/** Right is a successor, left a predecessor, up and down the next one of the same column, else the neighbour there; undefined when there is none. */
export function findGraphMove(
  places: readonly GraphPlace[],
  steps: GraphSteps,
  current: GraphPlace | undefined,
  key: string,
): string | undefined {
  if (!current) return places[0]?.key;
  const among = (keys: readonly string[] = []): string | undefined =>
    nearest(
      places.filter(place => keys.includes(place.key)),
      current,
    );
  const beside = (side: 1 | -1): string | undefined =>
    places
      .filter(place => isSameRow(place, current) && (place.x - current.x) * side > COLUMN_PX)
      .toSorted((a, b) => (a.x - b.x) * side)[0]?.key;
  const column = places.filter(place => place.key !== current.key && isSameColumn(place, current));
  switch (key) {
    case 'ArrowRight':
      return among(steps.next.get(current.key)) ?? beside(1);
    case 'ArrowLeft':
      return among(steps.previous.get(current.key)) ?? beside(-1);
    case 'ArrowDown':
      return nearest(
        column.filter(place => place.y > current.y),
        current,
      );
    case 'ArrowUp':
      return nearest(
        column.filter(place => place.y < current.y),
        current,
      );
    case 'Home':
      return places.toSorted((a, b) => a.x - b.x || a.y - b.y)[0]?.key;
    case 'End':
      return places.toSorted((a, b) => b.x - a.x || b.y - a.y)[0]?.key;
    default:
      return undefined;
  }
}
