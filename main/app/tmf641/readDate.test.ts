/** Dates of order files become UTC moments, and shorthand is told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetOf, understandDate, understandMoment } from './readDate.ts';

describe('a date in an order', () => {
  it.each([
    ['2026-11-23T05:20:00.000Z', '2026-11-23T05:20:00.000Z', undefined],
    ['2026-11-23T05:20:00Z', '2026-11-23T05:20:00.000Z', undefined],
    ['2020-06-01T00:41:39+03:00', '2020-05-31T21:41:39.000Z', undefined],
    ['2024-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z', undefined],
    ['2019-01-23T12:34:56.123000Z', '2019-01-23T12:34:56.123Z', undefined],
    ['2019-01-23T12:34:56.123456789Z', '2019-01-23T12:34:56.123Z', 'datePrecisionCut'],
    ['2021-12-25T12:00:00', '2021-12-25T10:00:00.000Z', 'dateWithoutZone'],
    ['2017-08-23T00:00', '2017-08-22T22:00:00.000Z', 'dateWithoutZone'],
    ['2017-08-23T00:00Z', '2017-08-23T00:00:00.000Z', 'dateWithoutSeconds'],
    ['2018-07-30', '2018-07-29T22:00:00.000Z', 'dateWithoutTime'],
    ['2018-07-30 10:00:00 +0200', '2018-07-30T08:00:00.000Z', 'dateReshaped'],
  ])('%s means %s', (text, iso, looseness) => {
    expect(understandDate(text, 120)).toEqual(looseness === undefined ? { iso } : { iso, looseness });
  });

  it.each([
    '2021-02-30T00:00:00Z',
    '2021-13-01',
    '2021-01-01T24:00:00Z',
    '2021-01-01T10:60:00Z',
    'tomorrow',
    '30/07/2018',
  ])('%s is none', text => {
    expect(understandDate(text, 0)).toBeUndefined();
  });

  it.each([
    [1_766_000_000, '2025-12-17T19:33:20.000Z'],
    [1_766_000_000_123, '2025-12-17T19:33:20.123Z'],
  ])('the number %d counts from 1970', (value, iso) => {
    expect(understandMoment(value, 0)).toEqual({ iso, looseness: 'dateFromNumber' });
  });

  it('is the same moment however its zone is written', () => {
    const range = { min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const sign = offset < 0 ? '-' : '+';
        const pad = (part: number): string => String(part).padStart(2, '0');
        const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
        expect(understandDate(local + zone, 0)).toEqual({ iso: date.toISOString() });
        expect(understandDate(local, offset)?.iso).toBe(date.toISOString());
        expect(offsetOf(zone)).toBe(offset);
      }),
    );
  });
});
