/** When an order of the demo comes in, when it is wanted, and how far it has come by now. */
import type { Chance } from './chance.ts';
import type { Turn } from './demoData.ts';
import type { Fate, Stall } from './scenario.ts';
import { afternoonOf, DAY, HOUR, lastWork, MINUTE, takeWork } from './workTime.ts';

export type Timing = {
  /** Milliseconds since 1970. */
  readonly importAt: number;
  readonly fate: Fate;
  /** Requested completion, ISO-8601 UTC. */
  readonly requested: string;
  readonly pace?: number;
};

/** `length` is how long the plan takes at the least, in milliseconds. */
export type Timed = (chance: Chance, length: number) => Timing;

/** How far back the demo goes. */
const SPAN = 120 * DAY;
/** Minutes of work in a day. */
const SHIFTS = 14 * 60;

/** Done by now, with some days to spare; ordered not before `from`. */
export const completed =
  (now: number, from = now - SPAN): Timed =>
  (chance, length) => {
    const span = 1.6 * length + 6 * DAY;
    const importAt = dayOf(chance, chance.between(from, Math.max(from, now - span - 2 * DAY)));
    const requested = afternoonOf(importAt, 3 + Math.ceil((length * chance.between(0.9, 1.5)) / DAY));
    return { importAt, requested, fate: { kind: 'completed', deadline: importAt + span } };
  };

/** As far as `share` of its time, any when not given; stuck for some hours or days with a stall. */
export const underWay =
  (
    now: number,
    { stall, share, pace: given }: { readonly stall?: Stall; readonly share?: number; readonly pace?: number } = {},
  ): Timed =>
  (chance, length) => {
    const pace = given ?? chance.between(0.7, 1.7);
    const stalledFor = chance.happens(0.5) ? chance.whole(90, 900) : chance.whole(900, 6500);
    const isMoving = stall === undefined || stall === 'someOfEach';
    const until = isMoving ? lastWork(now - 20 * MINUTE) : takeWork(now, stalledFor);
    const done = share ?? 0.03 + 0.8 * chance.next() ** 1.4;
    const whole = 1.1 * length + DAY * pace;
    const importAt = dayOf(chance, Math.max(now - SPAN, until - done * whole - 0.3 * DAY));
    const fate: Fate = { kind: 'underWay', until, ...(stall === undefined ? {} : { stall }) };
    return { importAt, pace, requested: dueOf(chance, now, importAt + whole), fate };
  };

/** Came in days ago, and has been stuck for more than a few of them. */
export const stuck =
  (now: number, days: { readonly since: number; readonly for: number }): Timed =>
  () => {
    const until = takeWork(now, days.for * SHIFTS);
    return {
      importAt: takeWork(now, days.since * SHIFTS),
      requested: afternoonOf(now, 2),
      fate: { kind: 'underWay', until, stall: 'takenOn' },
    };
  };

/** As `underWay`, but the customer wants it otherwise before it is done. */
export const turned =
  (now: number, turn: Turn, share: number): Timed =>
  (chance, length) => {
    const { fate, ...timing } = underWay(now, { share })(chance, length);
    if (fate.kind !== 'underWay') throw new Error(`What is turned is under way and not ${fate.kind}`);
    return { ...timing, fate: { kind: 'turned', until: fate.until, turn } };
  };

export const waiting =
  (now: number): Timed =>
  chance => ({
    importAt: takeWork(now, chance.whole(20, 2400)),
    requested: afternoonOf(now, chance.whole(4, 35)),
    fate: { kind: 'waiting' },
  });

/** Decided on days ago, and to begin on a morning to come. */
export const startsLater =
  (now: number): Timed =>
  chance => {
    const days = chance.whole(2, 9);
    return {
      importAt: dayOf(chance, now - chance.between(3, 6) * DAY),
      requested: afternoonOf(now, days + chance.whole(8, 20)),
      fate: { kind: 'startsLater', startAt: Date.parse(afternoonOf(now, days)) - 9 * HOUR },
    };
  };

/** Came in some days ago, and there has been time to deal with it. */
export const daysAgo =
  (now: number, fate: Fate, from: number, to: number): Timed =>
  chance => ({
    importAt: dayOf(chance, now - chance.between(from, to) * DAY),
    requested: afternoonOf(now, chance.whole(3, 40)),
    fate,
  });

export const withdrawn =
  (now: number): Timed =>
  (chance, length) => {
    const importAt = dayOf(chance, now - chance.between(12, 100) * DAY);
    const until = lastWork(Math.min(importAt + 2 * DAY + length * chance.between(0.3, 0.8), now - 3 * DAY));
    return { importAt, requested: afternoonOf(importAt, 20), fate: { kind: 'withdrawn', until } };
  };

/** Around the day on which it can be expected: some of it is promised too early, most of it some days later; never long past. */
function dueOf(chance: Chance, now: number, expected: number): string {
  const isNear = expected < now + 8 * DAY;
  const when = chance.weighted({ soon: isNear ? 22 : 0, tight: isNear ? 12 : 0, fair: 40, ample: 30 });
  if (when === 'soon') return afternoonOf(now, chance.whole(0, 1));
  const slack = { tight: -chance.whole(2, 6), fair: chance.whole(0, 3), ample: chance.whole(4, 16) }[when];
  return afternoonOf(Math.max(expected, now - 3 * DAY), slack);
}

/** Not later than `at`; what falls into the night happened some time on the day before. */
function dayOf(chance: Chance, at: number): number {
  const moment = lastWork(at);
  return moment === at ? at : takeWork(moment, chance.whole(0, 700));
}
