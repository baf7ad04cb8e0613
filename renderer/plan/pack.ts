/** Places pictures that have nothing to do with one another side by side and below one another, as lines of text are set. */

type Sized = { readonly width: number; readonly height: number };
type Corner = { readonly x: number; readonly y: number };

/** Width to height, as of the room that a graph usually has. */
const ASPECT = 1.6;

/** The top left corner of each, in the order given; no row is wider than the widest of them unless the whole would be a tower. */
export function packed(pictures: readonly Sized[], gap: { readonly x: number; readonly y: number }): Corner[] {
  const area = pictures.reduce((sum, { width, height }) => sum + (width + gap.x) * (height + gap.y), 0);
  const room = Math.max(Math.sqrt(area * ASPECT), ...pictures.map(({ width }) => width));
  let [x, y, rowHeight] = [0, 0, 0];
  return pictures.map(({ width, height }) => {
    if (x > 0 && x + width > room) {
      y += rowHeight + gap.y;
      [x, rowHeight] = [0, 0];
    }
    const corner = { x, y };
    x += width + gap.x;
    rowHeight = Math.max(rowHeight, height);
    return corner;
  });
}
