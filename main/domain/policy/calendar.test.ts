import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alwaysOpen, aroundTheClock, calendarsOf, isUsable, workCalendar } from './calendar.ts';
import { defaultPolicy, type Calendar } from './policy.ts';

const weekdays = (from: string, to: string): Calendar['hours'] => [1, 2, 3, 4, 5].map(day => ({ day, from, to }));
const office: Calendar = { zone: 'Europe/Oslo', hours: weekdays('08:00', '16:00'), closed: ['2026-12-25'] };
const at = (text: string): number => Date.parse(text);
const iso = (moment: number): string => new Date(moment).toISOString();

/** The hours of work of a calendar, looked at minute by minute on the wall. */
const workedByLooking = ({ zone, hours, closed }: Calendar, from: number, to: number): number => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  let minutes = 0;
  for (let moment = from; moment < to; moment += 60_000) {
    const [date = '', time = ''] = format.format(moment).split(' ');
    const day = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    const isOpen = hours.some(span => span.day === day && span.from <= time && time < span.to);
    if (isOpen && !closed.includes(date)) minutes += 1;
  }
  return minutes;
};

test('work that does not fit before closing goes on at the next opening', () => {
  const { addWorking } = workCalendar(office);
  // Friday 15:00 in Oslo and four hours: one today, three on Monday.
  expect(iso(addWorking(at('2026-11-27T14:00:00Z'), 240))).toBe('2026-11-30T10:00:00.000Z');
});

test('work that fits exactly ends at closing time, and nothing to do takes no time', () => {
  const { addWorking } = workCalendar(office);
  expect(iso(addWorking(at('2026-11-27T14:00:00Z'), 60))).toBe('2026-11-27T15:00:00.000Z');
  expect(iso(addWorking(at('2026-11-28T14:00:00Z'), 0))).toBe('2026-11-28T14:00:00.000Z');
});

test('the next opening is now while somebody works, else the next morning that is a working day', () => {
  const { nextOpen } = workCalendar(office);
  expect(iso(nextOpen(at('2026-11-27T09:30:00Z')))).toBe('2026-11-27T09:30:00.000Z');
  expect(iso(nextOpen(at('2026-11-27T15:00:00Z')))).toBe('2026-11-30T07:00:00.000Z');
  expect(iso(nextOpen(at('2026-12-24T20:00:00Z')))).toBe('2026-12-28T07:00:00.000Z');
});

test('a day off is not worked', () => {
  const { workingBetween } = workCalendar(office);
  expect(workingBetween(at('2026-12-21T00:00:00Z'), at('2026-12-28T00:00:00Z'))).toBe(4 * 480);
});

test('hours are those of the clock on the wall, before and after it is changed', () => {
  const { workingBetween, nextOpen } = workCalendar(office);
  // Summer time ends in Oslo on 25 October 2026.
  expect(iso(nextOpen(at('2026-10-23T00:00:00Z')))).toBe('2026-10-23T06:00:00.000Z');
  expect(iso(nextOpen(at('2026-10-26T00:00:00Z')))).toBe('2026-10-26T07:00:00.000Z');
  expect(workingBetween(at('2026-10-19T00:00:00Z'), at('2026-10-31T00:00:00Z'))).toBe(10 * 480);
});

test('a night shift over the change has an hour more in autumn and an hour less in spring', () => {
  const night = workCalendar({ zone: 'Europe/Oslo', hours: [{ day: 7, from: '00:00', to: '06:00' }], closed: [] });
  expect(night.workingBetween(at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(7 * 60);
  expect(night.workingBetween(at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(5 * 60);
});

test('hours that the clock leaps over when it is set on are not worked', () => {
  const night = (from: string, to: string) => {
    const { workingBetween } = workCalendar({ zone: 'Europe/Oslo', hours: [{ day: 7, from, to }], closed: [] });
    return workingBetween(at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'));
  };
  expect([night('02:00', '02:01'), night('01:30', '02:30'), night('02:30', '04:00')]).toEqual([0, 30, 60]);
});

test('a day may end at midnight, and the next begin there', () => {
  const hours = [
    { day: 1, from: '20:00', to: '24:00' },
    { day: 2, from: '00:00', to: '04:00' },
  ];
  const { workingBetween, addWorking } = workCalendar({ zone: 'UTC', hours, closed: [] });
  expect(workingBetween(at('2026-11-23T12:00:00Z'), at('2026-11-24T12:00:00Z'))).toBe(480);
  expect(iso(addWorking(at('2026-11-23T20:00:00Z'), 300))).toBe('2026-11-24T01:00:00.000Z');
});

test('a calendar that never opens, or names no known zone, is not usable and counts around the clock', () => {
  const never: Calendar = { zone: 'Europe/Oslo', hours: [{ day: 1, from: '16:00', to: '08:00' }], closed: [] };
  const nowhere: Calendar = { ...office, zone: 'Europe/Atlantis' };
  expect([never, nowhere, office].map(isUsable)).toEqual([false, false, true]);
  expect(workCalendar(never)).toBe(aroundTheClock);
  expect(workCalendar(nowhere)).toBe(aroundTheClock);
});

test('dates far away are answered at once, and centuries ahead count around the clock', () => {
  const { addWorking, workingBetween } = workCalendar({ ...office });
  expect(workingBetween(at('9000-01-01T00:00:00Z'), at('9000-01-02T00:00:00Z'))).toBe(24 * 60);
  expect(workingBetween(at('2026-11-23T00:00:00Z'), at('2026-11-24T00:00:00Z'))).toBe(480);
  expect(addWorking(at('2026-11-23T00:00:00Z'), 1e9)).toBeGreaterThan(at('2100-01-01T00:00:00Z'));
});

test('a team has its own calendar, else that of the workspace, else works around the clock', () => {
  const own: Calendar = { ...office, zone: 'UTC' };
  const of = calendarsOf({
    ...defaultPolicy,
    calendar: office,
    teams: { field: { assignment: 'none', calendar: own }, core: { assignment: 'none' } },
  });
  expect(of('field')).toBe(workCalendar(own));
  expect([of('core'), of('toString'), of(undefined)]).toEqual(Array(3).fill(workCalendar(office)));
  expect(calendarsOf(defaultPolicy)('field')).toBe(aroundTheClock);
  expect(alwaysOpen('field')).toBe(aroundTheClock);
});

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom('Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'),
    days: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(1400), fc.integer({ min: 1, max: 600 })), {
      selector: ([day]) => day,
      minLength: 1,
      maxLength: 7,
    }),
    closed: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }),
  })
  .map(({ zone, days, closed }) => ({
    zone,
    hours: days.map(([day, from, length]) => ({ day, from: clock(from), to: clock(Math.min(1440, from + length)) })),
    closed: closed.map(day => iso(at('2026-03-01T00:00:00Z') + day * 86_400_000).slice(0, 10)),
  }));
const moments = fc.integer({ min: 0, max: 60 * 24 * 60 }).map(minute => at('2026-03-01T00:00:00Z') + minute * 60_000);

test('the work between two moments is what looking at the wall clock every minute counts', () => {
  fc.assert(
    fc.property(calendars, moments, fc.nat(8 * 1440), (calendar, from, minutes) => {
      const to = from + minutes * 60_000;
      expect(workCalendar(calendar).workingBetween(from, to)).toBe(workedByLooking(calendar, from, to));
    }),
    { numRuns: 40 },
  );
});

test('adding work and measuring it agree, forwards and backwards', () => {
  fc.assert(
    fc.property(calendars, moments, fc.integer({ min: 1, max: 20_000 }), (calendar, start, minutes) => {
      const { addWorking, subtractWorking, workingBetween, nextOpen } = workCalendar(calendar);
      const end = addWorking(start, minutes);
      expect(workingBetween(start, end)).toBe(minutes);
      expect(addWorking(nextOpen(start), minutes)).toBe(end);
      const latest = subtractWorking(end, minutes);
      expect(latest).toBeGreaterThanOrEqual(start);
      expect(workingBetween(latest, end)).toBe(minutes);
      expect(addWorking(latest, minutes)).toBe(end);
    }),
    { numRuns: 200 },
  );
});
