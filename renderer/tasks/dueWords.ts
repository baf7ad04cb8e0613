/** How long something is overdue, or when it is due, in few words. */
import { clockOf, dayOf } from '../words/format.ts';
import { t } from '../words/words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `12 min`, `3 h`, `2 d`: rounded down, at least a minute. */
export function spanWords(ms: number): string {
  if (ms < HOUR_MS) return t('tasks.time.minutes', { count: Math.max(1, Math.floor(ms / MINUTE_MS)) });
  if (ms < 2 * DAY_MS) return t('tasks.time.hours', { count: Math.floor(ms / HOUR_MS) });
  return t('tasks.time.days', { count: Math.floor(ms / DAY_MS) });
}

/** `at` as ISO-8601, `now` in milliseconds since 1970; what has ended is never overdue. */
export function dueWords(
  at: string,
  ended: boolean,
  now: number = Date.now(),
): { readonly over: boolean; readonly text: string } {
  const late = now - Date.parse(at);
  if (!ended && late > 0) return { over: true, text: t('tasks.due.over', { time: spanWords(late) }) };
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return { over: false, text: today ? t('tasks.due.today', { clock: clockOf(at) }) : dayOf(at, now) };
}

/** `45 min`, `2 h`, `2 h 30 min`. */
export function durationWords(total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = Math.round(total % 60);
  if (hours === 0) return t('tasks.duration.minutes', { minutes });
  return minutes === 0 ? t('tasks.duration.hours', { hours }) : t('tasks.duration.hoursMinutes', { hours, minutes });
}
