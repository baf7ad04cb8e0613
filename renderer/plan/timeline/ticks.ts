/** The marks of the calendar above the bars: years, months, weeks, days or hours, as many as can be read. */
import { t } from '../../words/words.ts';
import { addDays, HOUR_MS, startOfDay, type Scale, type Span } from './scale.ts';

export type Tick = { readonly from: number; readonly to: number; readonly label: string };

/** Two lines: the larger unit over the smaller one. */
export type Ticks = { readonly major: readonly Tick[]; readonly minor: readonly Tick[] };

const locale = 'en-GB';
const formats = {
  year: new Intl.DateTimeFormat(locale, { year: 'numeric' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }),
  shortMonth: new Intl.DateTimeFormat(locale, { month: 'short' }),
  day: new Intl.DateTimeFormat(locale, { day: 'numeric' }),
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' }),
  fullDay: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
  hour: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
};

type Step = { readonly first: (at: number) => number; readonly next: (at: number) => number };

const day: Step = { first: startOfDay, next: at => addDays(at, 1) };
const week: Step = {
  first: at => {
    const midnight = startOfDay(at);
    return addDays(midnight, -((new Date(midnight).getDay() + 6) % 7));
  },
  next: at => addDays(at, 7),
};
const month: Step = {
  first: at => new Date(new Date(at).getFullYear(), new Date(at).getMonth(), 1).getTime(),
  next: at => new Date(new Date(at).getFullYear(), new Date(at).getMonth() + 1, 1).getTime(),
};
const year: Step = {
  first: at => new Date(new Date(at).getFullYear(), 0, 1).getTime(),
  next: at => new Date(new Date(at).getFullYear() + 1, 0, 1).getTime(),
};

/** Every so many hours from midnight; the day after starts anew. */
const hours = (every: number): Step => ({
  first: at => {
    const midnight = startOfDay(at);
    return midnight + Math.floor((at - midnight) / (every * HOUR_MS)) * every * HOUR_MS;
  },
  next: at => Math.min(at + every * HOUR_MS, addDays(startOfDay(at), 1)),
});

function ticksOf(step: Step, seen: Span, label: (at: number) => string): Tick[] {
  const ticks: Tick[] = [];
  for (let from = step.first(seen.from); from < seen.to;) {
    const to = step.next(from);
    ticks.push({ from, to, label: label(from) });
    from = to;
  }
  return ticks;
}

/** Only those of which something is in `seen`. */
export function ticksFor({ pxPerDay }: Scale, seen: Span): Ticks {
  const majorMonths = () => ticksOf(month, seen, at => formats.month.format(at));
  if (pxPerDay >= 220) {
    const every = pxPerDay >= 1200 ? 1 : pxPerDay >= 500 ? 3 : 6;
    return {
      major: ticksOf(day, seen, at => formats.fullDay.format(at)),
      minor: ticksOf(hours(every), seen, at => formats.hour.format(at)),
    };
  }
  if (pxPerDay >= 52) return { major: majorMonths(), minor: ticksOf(day, seen, at => formats.weekday.format(at)) };
  if (pxPerDay >= 20) return { major: majorMonths(), minor: ticksOf(day, seen, at => formats.day.format(at)) };
  if (pxPerDay >= 5) {
    const isRoomy = pxPerDay >= 9;
    return {
      major: majorMonths(),
      minor: ticksOf(week, seen, at =>
        isRoomy ? t('plan.timeline.week', { number: weekNumber(at) }) : formats.day.format(at),
      ),
    };
  }
  return {
    major: ticksOf(year, seen, at => formats.year.format(at)),
    minor: ticksOf(month, seen, at => formats.shortMonth.format(at)),
  };
}

/** The ISO week a Monday begins. */
export function weekNumber(monday: number): number {
  const thursday = new Date(addDays(monday, 3));
  const first = new Date(thursday.getFullYear(), 0, 4);
  const firstMonday = week.first(first.getTime());
  return 1 + Math.round((monday - firstMonday) / (7 * 24 * HOUR_MS));
}
