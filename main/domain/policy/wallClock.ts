/** Turns the time on the wall of a place into a moment and back, through changes of daylight saving time. */

/** A wall time is written as the milliseconds it would be in UTC. */
export type WallClock = {
  /** The moment of a wall time; the earlier of the two when clocks are set back over it. */
  readonly first: (wall: number) => number;
  /** As `first`, but the later of the two. */
  readonly last: (wall: number) => number;
};

const DAY = 86_400_000;
const clocks = new Map<string, WallClock | undefined>();

/** Undefined for a zone that nobody knows. Offsets are asked for once a day of the calendar, so the first use is the dear one. */
export function wallClock(zone: string): WallClock | undefined {
  if (!clocks.has(zone)) clocks.set(zone, makeClock(zone));
  return clocks.get(zone);
}

function makeClock(zone: string): WallClock | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const byDay = new Map<number, number>();
  /** How much the wall is ahead of UTC at a moment. */
  const offsetAt = (moment: number): number => {
    const wall: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(moment)) wall[type] = Number(value);
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = wall;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
  };
  const offsetOn = (day: number): number => {
    const offset = byDay.get(day) ?? offsetAt(day * DAY);
    byDay.set(day, offset);
    return offset;
  };
  /** The moment at which the clock is set on over a wall time that never comes: work from it or until it begins or ends there. */
  const leapOver = (wall: number, before: number, after: number): number => {
    let [low, high] = [wall - after, wall - before];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (middle + offsetAt(middle) <= wall) low = middle;
      else high = middle;
    }
    return high;
  };
  const momentOf = (wall: number, pick: (a: number, b: number) => number): number => {
    const day = Math.floor(wall / DAY);
    const before = offsetOn(day - 1);
    const after = offsetOn(day + 2);
    if (before === after && before === offsetOn(day) && before === offsetOn(day + 1)) return wall - before;
    const moments = [wall - before, wall - after].filter(moment => moment + offsetAt(moment) === wall);
    return moments.length === 0 ? leapOver(wall, before, after) : moments.reduce(pick);
  };
  return {
    first: wall => momentOf(wall, (a, b) => Math.min(a, b)),
    last: wall => momentOf(wall, (a, b) => Math.max(a, b)),
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
