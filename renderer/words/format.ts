/** Times, numbers and values of any kind as text; formatters are made once because making them is slow. */

const locale = 'en-GB';
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const fullWithZone = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const whole = new Intl.NumberFormat('en');
const brief = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `23 Nov 2026, 05:20` in the person's own zone. */
export const timeOf = (iso: string): string => (isTime(iso) ? full.format(Date.parse(iso)) : iso);

/** `23 Nov 2026, 05:20 CET`: for where somebody of another zone may ask which it is. */
export const zonedTimeOf = (iso: string): string => (isTime(iso) ? fullWithZone.format(Date.parse(iso)) : iso);

/** `Europe/Oslo`: the zone that every time is shown and typed in. */
export const zoneOf = (): string => fullWithZone.resolvedOptions().timeZone;

/** `23 Nov` of this year, else `23 Nov 2025`. */
export function dayOf(iso: string, now: number = Date.now()): string {
  if (!isTime(iso)) return iso;
  const at = new Date(iso);
  return (at.getFullYear() === new Date(now).getFullYear() ? day : dayAndYear).format(at);
}

/** `05:20` */
export const clockOf = (iso: string): string => (isTime(iso) ? clock.format(Date.parse(iso)) : iso);

/** `3 hr. ago`, `in 2 days`; within a minute `now`. */
export function agoOf(iso: string, now: number = Date.now()): string {
  if (!isTime(iso)) return iso;
  const away = Date.parse(iso) - now;
  const size = Math.abs(away);
  if (size < MINUTE) return relative.format(0, 'second');
  if (size < HOUR) return relative.format(Math.trunc(away / MINUTE), 'minute');
  if (size < DAY) return relative.format(Math.trunc(away / HOUR), 'hour');
  if (size < 60 * DAY) return relative.format(Math.trunc(away / DAY), 'day');
  return dayOf(iso, now);
}

/** `12K`, `1.2M` where there is room for no more; exact below ten thousand. */
export const briefCountOf = (count: number): string => (count < 10_000 ? whole : brief).format(count);

export const countOf = (count: number): string => whole.format(count);

/** `4.1 MB`; below a tenth in kB. */
export function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A JSON value on one line: text as it is, lists with commas, objects as JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return JSON.stringify(value);
}

const isTime = (iso: string): boolean => !Number.isNaN(Date.parse(iso));
