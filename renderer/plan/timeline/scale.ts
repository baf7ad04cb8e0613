/** Turns moments into pixels and back, and chooses which ticks of the calendar are drawn at which scale. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Milliseconds since 1970. */
export type Span = { readonly from: number; readonly to: number };

export type Scale = Span & { readonly pxPerDay: number; readonly width: number };

export type ScaleName = 'hour' | 'day' | 'week' | 'month';

/** Pixels a day at the named scales. */
export const namedScales: { readonly [N in ScaleName]: number } = { hour: 1200, day: 112, week: 32, month: 8 };

const NARROWEST = 0.6;
const WIDEST = 1600;

export const clampScale = (pxPerDay: number): number => Math.min(WIDEST, Math.max(NARROWEST, pxPerDay));

/** Midnight of the person's own day. */
export function startOfDay(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

/** A number of days by the calendar, so that a day with a clock change counts as one. */
export function addDays(at: number, days: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, day.getHours()).getTime();
}

/** Everything in so many pixels. */
export const fitted = (span: Span, width: number): number =>
  clampScale(Math.max(1, width) / ((span.to - span.from) / DAY_MS));

/** At least as wide as the place it is drawn in, so that the calendar fills it. */
export function scaleOf(span: Span, pxPerDay: number, minWidth: number): Scale {
  const width = Math.max(Math.ceil(((span.to - span.from) / DAY_MS) * pxPerDay), Math.floor(minWidth));
  return { from: span.from, to: span.from + (width / pxPerDay) * DAY_MS, pxPerDay, width };
}

export const xOf = (scale: Scale, at: number): number => ((at - scale.from) / DAY_MS) * scale.pxPerDay;

export const timeAt = (scale: Scale, x: number): number => scale.from + (x / scale.pxPerDay) * DAY_MS;

/** Saturdays and Sundays as one band each weekend; none where they would be too thin to see. */
export function weekendsOf(scale: Scale, seen: Span): readonly Span[] {
  if (scale.pxPerDay < 3) return [];
  const bands: Span[] = [];
  let day = addDays(startOfDay(seen.from), -1);
  while (day < seen.to) {
    if (new Date(day).getDay() === 6) bands.push({ from: day, to: addDays(day, 2) });
    day = addDays(day, 1);
  }
  return bands;
}
