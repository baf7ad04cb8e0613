/** Which rows of a long list are in sight. Beyond eight million pixels the scrollbar is scaled, because browsers cap the height of a box. */

/** Chromium's cap is 33,554,428 px divided by the display's scale; this stays below it at 400 %. */
export const MAX_SPACER_PX = 8_000_000;

/** Rows drawn above and below what is in sight, so that a quick scroll does not show emptiness. */
const OVERSCAN = 8;

type View = {
  readonly scrollTop: number;
  readonly viewport: number;
  readonly rowHeight: number;
  readonly count: number;
};

export type RowWindow = {
  /** First row drawn, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Height of the whole list in pixels. */
  readonly spacer: number;
  /** Added to `index * rowHeight` to place a row inside the spacer; 0 while nothing is scaled. */
  readonly offset: number;
};

const spacerOf = (count: number, rowHeight: number): number => Math.min(count * rowHeight, MAX_SPACER_PX);

/** How far the rows have scrolled, in unscaled pixels. */
function depthOf({ scrollTop, viewport, rowHeight, count }: View): number {
  const full = count * rowHeight;
  const spacer = spacerOf(count, rowHeight);
  if (full === spacer || spacer <= viewport) return scrollTop;
  return (Math.min(scrollTop, spacer - viewport) / (spacer - viewport)) * (full - viewport);
}

export function rowWindow(view: View): RowWindow {
  const { viewport, rowHeight, count, scrollTop } = view;
  const depth = depthOf(view);
  const first = Math.floor(depth / rowHeight);
  const visible = Math.ceil(viewport / rowHeight) + 1;
  return {
    start: Math.max(0, first - OVERSCAN),
    end: Math.min(count, first + visible + OVERSCAN),
    spacer: spacerOf(count, rowHeight),
    offset: scrollTop - depth,
  };
}

/** Where to scroll so that the row is wholly in sight; undefined when it already is. */
export function scrollTopFor(index: number, view: View): number | undefined {
  const { viewport, rowHeight, count } = view;
  const depth = depthOf(view);
  const top = index * rowHeight;
  let wanted = depth;
  if (top < depth) wanted = top;
  else if (top + rowHeight > depth + viewport) wanted = top + rowHeight - viewport;
  if (wanted === depth) return undefined;
  const full = count * rowHeight;
  const spacer = spacerOf(count, rowHeight);
  return full === spacer ? wanted : (wanted / (full - viewport)) * (spacer - viewport);
}
