/** When an order of the demo comes in, when it is wanted, and how far it has come by now. */
import type { Chance } from './chance.ts';
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

/** Done by now, with some days to spare; ordered not before `from`. */
export const completed =
  (now: number, from = now - SPAN): Timed =>
  (chance, length) => {
    const span = 2.5 * length + 5 * DAY;
    const importAt = dayOf(chance, chance.between(from, Math.max(from, now - span - 2 * DAY)));
    const requested = afternoonOf(importAt, 3 + Math.ceil((length * chance.between(1, 2.4)) / DAY));
    return { importAt, requested, fate: { kind: 'completed', deadline: importAt + span } };
  };

/** As far as `share` of its time, any when not given; stuck for some hours or days with a stall. */
export const underWay =
  (now: number, { stall, share }: { readonly stall?: Stall; readonly share?: number } = {}): Timed =>
  (chance, length) => {
    const pace = chance.between(0.7, 1.7);
    const stalledFor = chance.happens(0.5) ? chance.whole(90, 900) : chance.whole(900, 6500);
    const until = stall === undefined ? lastWork(now - 20 * MINUTE) : takeWork(now, stalledFor);
    const done = share ?? 0.03 + 0.8 * chance.next() ** 1.4;
    const age = done * (0.85 * length + 0.8 * DAY * pace) + 0.3 * DAY;
    const importAt = dayOf(chance, Math.max(now - SPAN, until - age));
    const fate: Fate = { kind: 'underWay', until, ...(stall === undefined ? {} : { stall }) };
    return { importAt, pace, requested: dueOf(chance, now, importAt), fate };
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

/** Of what is being worked on, some is overdue and some is due today or tomorrow; nothing before it was even ordered. */
function dueOf(chance: Chance, now: number, importAt: number): string {
  const when = chance.weighted({ overdue: 12, today: 8, tomorrow: 8, later: 72 });
  const day = { overdue: -chance.whole(1, 6), today: 0, tomorrow: 1, later: chance.whole(2, 30) }[when];
  const due = afternoonOf(now, day);
  return Date.parse(due) > importAt + DAY ? due : afternoonOf(now, chance.whole(0, 1));
}

/** Not later than `at`; what falls into the night happened some time on the day before. */
function dayOf(chance: Chance, at: number): number {
  const moment = lastWork(at);
  return moment === at ? at : takeWork(moment, chance.whole(0, 700));
}
