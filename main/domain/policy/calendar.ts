/** Working time: when a team works, how long a stretch of work takes on its clock, and how much of it lies between two moments (domain.md A.11). */
import type { Calendar, Policy } from './policy.ts';
import { wallClock, type WallClock } from './wallClock.ts';

/** Moments are milliseconds since 1970; lengths are minutes. */
export type WorkCalendar = {
  /** The moment itself while somebody works, else the next time somebody does. */
  readonly nextOpen: (moment: number) => number;
  /** The first moment by which so much has been worked since `start`. */
  readonly addWorking: (start: number, minutes: number) => number;
  /** The last moment from which so much can still be worked until `end`. */
  readonly subtractWorking: (end: number, minutes: number) => number;
  /** 0 when `to` is not after `from`. */
  readonly workingBetween: (from: number, to: number) => number;
};

/** Gives the working time of a team; of nobody's team when the argument is undefined. */
export type CalendarOf = (team: string | undefined) => WorkCalendar;

const MINUTE = 60_000;
const DAY = 86_400_000;
const msOf = (minutes: number): number => Math.round(minutes * MINUTE);

export const aroundTheClock: WorkCalendar = {
  nextOpen: moment => moment,
  addWorking: (start, minutes) => start + msOf(minutes),
  subtractWorking: (end, minutes) => end - msOf(minutes),
  workingBetween: (from, to) => Math.max(0, to - from) / MINUTE,
};

/** Every team around the clock: what holds where no policy says otherwise. */
export const alwaysOpen: CalendarOf = () => aroundTheClock;

/** Whether it has a zone that exists and at least one working minute a week; others must not get into a policy. */
export const isUsable = (calendar: Calendar): boolean =>
  wallClock(calendar.zone) !== undefined && spansOf(calendar).size > 0;

/** The working time of a calendar; around the clock for one that is not usable, so that no plan waits for ever. */
export function workCalendar(calendar: Calendar): WorkCalendar {
  const known = made.get(calendar);
  if (known !== undefined) return known;
  const clock = isUsable(calendar) ? wallClock(calendar.zone) : undefined;
  const fresh = clock === undefined ? aroundTheClock : openHours(calendar, clock);
  made.set(calendar, fresh);
  return fresh;
}

const made = new WeakMap<Calendar, WorkCalendar>();

/** A team's own calendar, else that of the workspace, else around the clock. */
export function calendarsOf({ teams, calendar }: Policy): CalendarOf {
  return team => {
    const own = team !== undefined && Object.hasOwn(teams, team) ? teams[team]?.calendar : undefined;
    const chosen = own ?? calendar;
    return chosen === undefined ? aroundTheClock : workCalendar(chosen);
  };
}

type Span = { readonly from: number; readonly to: number };

/** Working spans by day of the week, in milliseconds of the day; a span without length is none. */
function spansOf({ hours }: Calendar): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { day, from, to } of hours) {
    const span = { from: clockMs(from), to: clockMs(to) };
    if (!(span.from < span.to)) continue;
    spans.set(
      day,
      [...(spans.get(day) ?? []), span].toSorted((a, b) => a.from - b.from),
    );
  }
  return spans;
}

function clockMs(text: string): number {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}

/** 1 is Monday; day 0 of 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Days laid out at once; a year of office hours takes about a millisecond. */
const STRETCH = 400;
/** From 1970 to 2200; whatever lies outside counts around the clock, so that one absurd date costs a moment and not the day. */
const FIRST = 0;
const END = 84_006;

/** Windows of work in a row with the milliseconds of work before each, laid out as far as anybody has asked. */
type Laid = { opens: number[]; closes: number[]; sums: number[]; firstDay: number; endDay: number };

function openHours(calendar: Calendar, clock: WallClock): WorkCalendar {
  const windowsIn = windowsOf(calendar, clock);
  const laid: Laid = { opens: [], closes: [], sums: [], firstDay: 0, endDay: 0 };

  const layOut = (from: number, end: number): void => {
    const isAfter = from === laid.endDay;
    const { opens, closes } = windowsIn(from, end, isAfter ? (laid.closes.at(-1) ?? -Infinity) : -Infinity);
    laid.opens = isAfter ? [...laid.opens, ...opens] : [...opens, ...laid.opens];
    laid.closes = isAfter ? [...laid.closes, ...closes] : [...closes, ...laid.closes];
    let sum = 0;
    laid.sums = laid.opens.map((open, index) => {
      const before = sum;
      sum += (laid.closes[index] as number) - open;
      return before;
    });
    laid.firstDay = Math.min(laid.firstDay, from);
    laid.endDay = Math.max(laid.endDay, end);
  };

  /** Twice as far each time, and at once as far as somebody asks. */
  const stretch = (days: number): number => Math.max(days + STRETCH, laid.endDay - laid.firstDay);
  const extendAfter = (days = 0): void => layOut(laid.endDay, Math.min(END, laid.endDay + stretch(days)));
  const extendBefore = (days = 0): void => layOut(Math.max(FIRST, laid.firstDay - stretch(days)), laid.firstDay);

  /** Has the days around a moment laid out, with a window on each side of it. */
  const cover = (moment: number): void => {
    const day = Math.floor(moment / DAY);
    if (laid.endDay === laid.firstDay) {
      laid.firstDay = Math.min(Math.max(day - 30, FIRST), END - STRETCH);
      laid.endDay = laid.firstDay;
      layOut(laid.firstDay, laid.firstDay + STRETCH);
    }
    while (laid.firstDay > FIRST && (day < laid.firstDay + 2 || (laid.opens[0] ?? Infinity) > moment)) {
      extendBefore(laid.firstDay - day);
    }
    while (laid.endDay < END && (day > laid.endDay - 3 || (laid.opens.at(-1) ?? -Infinity) <= moment)) {
      extendAfter(day - laid.endDay);
    }
  };

  /** Milliseconds of work before a moment, counted from the first window; outside of all windows it counts as time runs. */
  const worked = (moment: number): number => {
    cover(moment);
    const { opens, closes, sums } = laid;
    const index = lastAtMost(opens, moment);
    if (index < 0) return moment - (opens[0] ?? moment);
    const end = closes[index] as number;
    const beyond = index === opens.length - 1 ? Math.max(0, moment - end) : 0;
    return (sums[index] as number) + Math.min(moment, end) - (opens[index] as number) + beyond;
  };
  const total = (): number => (laid.sums.at(-1) ?? 0) + (laid.closes.at(-1) ?? 0) - (laid.opens.at(-1) ?? 0);
  const momentIn = (index: number, wanted: number, otherwise: number): number =>
    (laid.opens[index] ?? otherwise) + wanted - (laid.sums[index] ?? 0);

  return {
    nextOpen: moment => {
      cover(moment);
      const index = lastAtMost(laid.opens, moment);
      return moment < (laid.closes[index] ?? -Infinity) ? moment : (laid.opens[index + 1] ?? moment);
    },
    addWorking: (start, minutes) => {
      const work = msOf(minutes);
      if (work === 0) return start;
      // Looking at the start may lay out days before it, which moves every sum.
      cover(start);
      while (laid.endDay < END && total() < worked(start) + work) extendAfter();
      const wanted = worked(start) + work;
      return momentIn(Math.max(0, lastBelow(laid.sums, wanted)), wanted, start);
    },
    subtractWorking: (end, minutes) => {
      const work = msOf(minutes);
      if (work === 0) return end;
      cover(end);
      while (laid.firstDay > FIRST && worked(end) < work) extendBefore();
      const wanted = worked(end) - work;
      return momentIn(Math.max(0, lastAtMost(laid.sums, wanted)), wanted, end);
    },
    workingBetween: (from, to) => {
      if (to <= from) return 0;
      cover(from);
      cover(to);
      return (worked(to) - worked(from)) / MINUTE;
    },
  };
}

/** Lays out the windows of days from one to before another; `last` is where the window before them closes. */
function windowsOf(calendar: Calendar, clock: WallClock) {
  const spans = spansOf(calendar);
  const closedDays = new Set(calendar.closed.map(date => Date.parse(`${date}T00:00:00Z`) / DAY));
  return (from: number, end: number, last: number): { readonly opens: number[]; readonly closes: number[] } => {
    const opens: number[] = [];
    const closes: number[] = [];
    let earliest = last;
    for (let day = from; day < end; day += 1) {
      if (closedDays.has(day)) continue;
      for (const span of spans.get(weekdayOf(day)) ?? []) {
        // Where the clock was set back, one span may begin before the one before it has ended.
        const open = Math.max(clock.first(day * DAY + span.from), earliest);
        const close = clock.last(day * DAY + span.to);
        if (close <= open) continue;
        opens.push(open);
        closes.push(close);
        earliest = close;
      }
    }
    return { opens, closes };
  };
}

/** Place of the last number that is not above a limit; −1 when all are. */
const lastAtMost = (numbers: readonly number[], limit: number): number => cut(numbers, number => number <= limit) - 1;
/** Place of the last number below a limit; −1 when none is. */
const lastBelow = (numbers: readonly number[], limit: number): number => cut(numbers, number => number < limit) - 1;

/** How many numbers, from the first on, are on the near side; ascending numbers only. */
function cut(numbers: readonly number[], isNear: (number: number) => boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isNear(numbers[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
