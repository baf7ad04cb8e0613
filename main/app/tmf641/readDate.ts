/** Reads the dates that order files really carry: without zone, without seconds, in nanoseconds, empty, or none at all. */
import type { JsonValue } from '../../domain/json.ts';
import type { UnderstoodCode } from './codes.ts';
import { type JsonObject, pathTo } from './jsonPath.ts';
import type { Reader } from './reader.ts';

const shape =
  /^(\d{4})-(\d\d)-(\d\d)(?:([Tt ])(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?$/;

/** The form everything is turned into; most dates have it already. Days past the 28th need the calendar. */
const exact = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export type UnderstoodDate = {
  /** ISO-8601 UTC with milliseconds. */
  readonly iso: string;
  /** How the text departs from an RFC 3339 date-time of millisecond precision. */
  readonly looseness?: UnderstoodCode;
};

/**
 * The moment a text means, or undefined when it means none.
 * @param offset what a text without a zone is off UTC, in minutes
 */
export function understandDate(text: string, offset: number): UnderstoodDate | undefined {
  if (exact.test(text)) return { iso: text };
  const parts = shape.exec(text.trim());
  if (parts === null) return undefined;
  const [, year, month, day, separator, hour, minute, second, fraction = '', zone] = parts;
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  const h = Number(hour ?? 0);
  const min = Number(minute ?? 0);
  const s = Number(second ?? 0);
  const local = Date.UTC(y, m - 1, d, h, min, s, Number(fraction.slice(0, 3).padEnd(3, '0')));
  const check = new Date(local);
  // Date.UTC rolls over what the calendar does not have; such a date was a mistake, not a shorthand.
  if (check.getUTCFullYear() !== y || check.getUTCMonth() !== m - 1 || check.getUTCDate() !== d) return undefined;
  if (h > 23 || min > 59 || s > 59) return undefined;
  const away = zone === undefined ? offset : offsetOf(zone);
  if (away === undefined) return undefined;
  const moment = new Date(local - away * 60_000);
  const year4 = moment.getUTCFullYear();
  if (year4 < 0 || year4 > 9999) return undefined;
  const iso = moment.toISOString();
  if (separator === undefined) return { iso, looseness: 'dateWithoutTime' };
  if (zone === undefined) return { iso, looseness: 'dateWithoutZone' };
  if (second === undefined) return { iso, looseness: 'dateWithoutSeconds' };
  if (!isDateTime(text)) return { iso, looseness: 'dateReshaped' };
  return fraction.length > 3 && /[1-9]/.test(fraction.slice(3)) ? { iso, looseness: 'datePrecisionCut' } : { iso };
}

/** Whether the text has the form of an RFC 3339 date-time, the only one v4.1 allows. */
export const isDateTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text);

/** Minutes off UTC of `Z`, `+03:00`, `-0530` or `+03`; undefined when it is none. */
export function offsetOf(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (parts === null) return undefined;
  const [, sign, hours, minutes] = parts;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (Number(hours) > 23 || Number(minutes ?? 0) > 59) return undefined;
  return sign === '-' ? -total : total;
}

/** Epoch seconds until the year 5138, milliseconds from 1973 on. */
const firstMilliseconds = 1e11;
const lastMilliseconds = 253_402_300_799_999;

/** The moment a JSON value means: a text, or a number of seconds or milliseconds since 1970. */
export function understandMoment(value: JsonValue | undefined, offset: number): UnderstoodDate | undefined {
  if (typeof value === 'string') return understandDate(value, offset);
  if (typeof value !== 'number') return undefined;
  const moment = value < firstMilliseconds ? value * 1000 : value;
  if (!(moment > 0 && moment <= lastMilliseconds)) return undefined;
  return { iso: new Date(moment).toISOString(), looseness: 'dateFromNumber' };
}

/** The date of a property as ISO UTC; the text as it stands when it is no date; undefined when there is nothing. */
export function readDate(reader: Reader, owner: JsonObject, key: string, path: string): string | undefined {
  const value = owner[key];
  if (value === undefined || value === null) return undefined;
  const place = pathTo(path, key);
  if (typeof value === 'string' && value.trim() === '') {
    reader.note(place, 'dateEmpty');
    return undefined;
  }
  const date = understandMoment(value, reader.assumedOffset);
  if (date === undefined) {
    reader.note(place, typeof value === 'string' ? 'dateNotUnderstood' : 'valueIgnored', value);
    return typeof value === 'string' ? value : undefined;
  }
  if (date.looseness !== undefined) reader.note(place, date.looseness, value, date.iso);
  return date.iso;
}
