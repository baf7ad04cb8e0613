/** Durations as operators write them: ISO 8601 (`PT4H`, `P1DT30M`) or a plain number of minutes. */
import type { JsonValue } from '../../domain/json.ts';

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
