/** Durations as operators write them: ISO 8601 (`PT4H`, `P1DT30M`) or a plain number of minutes. */
import type { JsonValue } from '../../domain/json.ts';
import { report, type Row } from './reading.ts';

const iso =
  /^(-)?P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const minutesPer = [7 * 24 * 60, 24 * 60, 60, 1, 1 / 60];

/** Minutes, rounded up to whole ones, or undefined when the value is no duration; a day is 24 hours. */
export function readDuration(value: JsonValue): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.ceil(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = iso.exec(value.trim().toUpperCase());
  if (parts === null || parts.slice(2).every(part => part === undefined)) return undefined;
  const minutes = minutesPer.reduce((sum, unit, index) => sum + unit * Number(parts[index + 2] ?? 0), 0);
  // Sums of sixtieths miss whole minutes by a hair, which must not round up to one more.
  const whole = Math.ceil(minutes - 1e-9);
  return parts[1] === '-' ? -whole : whole;
}

/** Minutes under the key, or under the same with `Minutes` behind it; a wrong value is reported, and so is one below zero. */
export function optionalMinutes(row: Row, key: string): number | undefined {
  const found = row.object[key] === undefined ? `${key}Minutes` : key;
  const value = row.object[found];
  if (value === undefined || value === null) return undefined;
  const minutes = readDuration(value);
  if (minutes === undefined) {
    report(row.reading, 'valueOfWrongType', 'correctValue', `${row.path}.${found}`, { expected: 'duration', value });
  } else if (minutes < 0) {
    report(row.reading, 'durationNegative', 'useZeroOrMore', `${row.path}.${found}`, { minutes });
  }
  return minutes ?? 0;
}

/** As `optionalMinutes`; one that is not there is reported. */
export function requiredMinutes(row: Row, key: string): number {
  const minutes = optionalMinutes(row, key);
  if (minutes === undefined) report(row.reading, 'valueMissing', 'addValue', `${row.path}.${key}`, { key });
  return minutes ?? 0;
}
