/** Time as the demo operator has it: early and late shift, every day from six to eight UTC; all moments are milliseconds since 1970. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OPENS = 6 * HOUR;
const CLOSES = 20 * HOUR;

const midnight = (at: number): number => at - (at % DAY);

/** The moment itself during working hours, else the next opening. */
export function nextWork(at: number): number {
  const day = midnight(at);
  if (at >= day + CLOSES) return day + DAY + OPENS;
  return Math.max(at, day + OPENS);
}

/** The moment itself during working hours, else the minute before the last closing. */
export function lastWork(at: number): number {
  const day = midnight(at);
  if (at < day + OPENS) return day - DAY + CLOSES - MINUTE;
  return Math.min(at, day + CLOSES - MINUTE);
}

/** `minutes` of working time later. */
export function addWork(at: number, minutes: number): number {
  let moment = nextWork(at);
  for (let left = minutes * MINUTE; left > 0;) {
    const today = Math.min(left, midnight(moment) + CLOSES - moment);
    left -= today;
    moment = left > 0 ? nextWork(moment + today) : moment + today;
  }
  return moment;
}

/** `minutes` of working time earlier. */
export function takeWork(at: number, minutes: number): number {
  let moment = lastWork(at);
  for (let left = minutes * MINUTE; left > 0;) {
    const today = Math.min(left, moment - midnight(moment) - OPENS);
    left -= today;
    moment = left > 0 ? lastWork(moment - today - 1) : moment - today;
  }
  return moment;
}

/** ISO-8601 UTC, to the minute. */
export const isoMinute = (at: number): string => new Date(at - (at % MINUTE)).toISOString();

/** Four in the afternoon of the day `days` after the one of `at`. */
export const afternoonOf = (at: number, days: number): string => isoMinute(midnight(at) + days * DAY + 16 * HOUR);
