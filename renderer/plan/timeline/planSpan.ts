/** Which part of the calendar a plan takes: what is fitted into sight, what can be scrolled to, and which moments are too far away for it. */
import type { Outlook } from '../../../preload/contract/plan.ts';
import { addDays, DAY_MS, startOfDay, type Span } from './scale.ts';

export type MomentName = 'start' | 'now' | 'plannedEnd' | 'expectedEnd' | 'due';

/** A moment that people look for; milliseconds since 1970. */
export type Moment = { readonly name: MomentName; readonly at: number };

export type PlanSpan = Span & {
  /** What is fitted into sight. */
  readonly work: Span;
  /** What the fit leaves out: told at the edge, as long as it is out of sight. */
  readonly outside: readonly Moment[];
};

/** An end this far from the start was typed wrong, or stands for "some day". */
const LONGEST_PLAN_DAYS = 3660;
/** Other dates belong to the fit as long as it is not longer than a year, or than so many times the plan. */
const FAR = 5;
const ALWAYS_FITTED_DAYS = 366;
/** A due date this much further away does not belong to what is fitted into sight. */
const NEAR = 1.6;
/** So far from the work one can still scroll. */
const REACH_DAYS = 3660;

/** From the day before the first date of an order to the day after its last, as far as that makes a picture; undefined while it has no dates. */
export function spanOf(outlook: Outlook): PlanSpan | undefined {
  const [start, baseline, planned, expected, actual, due] = [
    outlook.start,
    outlook.baselineEnd,
    outlook.plannedEnd,
    outlook.estimatedEnd,
    outlook.actualEnd,
    outlook.committedDueDate,
  ].map(iso => (iso === null ? null : Date.parse(iso)));
  const dates = [start, baseline, planned, expected, actual].filter(isKnown);
  const first = start ?? (dates.length === 0 ? undefined : Math.min(...dates));
  if (first === undefined) return undefined;
  const isWithin = (at: number): boolean => Math.abs(at - first) <= LONGEST_PLAN_DAYS * DAY_MS;
  const core = around([first, ...[baseline, planned, actual].filter(isKnown).filter(isWithin)]);
  const longest = Math.max(lengthOf(core) * FAR, ALWAYS_FITTED_DAYS * DAY_MS);
  const others = [...dates, ...(outlook.actualEnd === null ? [Date.parse(outlook.at)] : [])];
  const work = joined(
    core,
    others.filter(at => lengthOf(joined(core, [at])) <= longest),
  );
  const withDue = isKnown(due) ? joined(work, [due]) : work;
  const fitted = lengthOf(withDue) <= lengthOf(work) * NEAR ? withDue : work;
  const reach = REACH_DAYS * DAY_MS;
  const reached = [...others, due].filter(isKnown).filter(at => at > fitted.from - reach && at < fitted.to + reach);
  return { ...joined(fitted, reached), work: fitted, outside: momentsOf(outlook).filter(one => !isIn(fitted, one)) };
}

/** Where both ends are far, the one that is expected is told. */
function momentsOf({ start, at, plannedEnd, estimatedEnd, actualEnd, committedDueDate }: Outlook): readonly Moment[] {
  const isOver = actualEnd !== null;
  const named = (name: MomentName, iso: string | null): readonly Moment[] =>
    iso === null ? [] : [{ name, at: Date.parse(iso) }];
  return [
    ...named('start', start),
    ...named('now', isOver ? null : at),
    ...(isOver || estimatedEnd === null ? named('plannedEnd', plannedEnd) : named('expectedEnd', estimatedEnd)),
    ...named('due', committedDueDate),
  ].toSorted((a, b) => a.at - b.at);
}

const isKnown = (at: number | null | undefined): at is number => at !== null && at !== undefined;
const isIn = ({ from, to }: Span, { at }: Moment): boolean => at >= from && at <= to;
const lengthOf = ({ from, to }: Span): number => to - from;

const around = (moments: readonly number[]): Span => ({
  from: addDays(startOfDay(Math.min(...moments)), -1),
  to: addDays(startOfDay(Math.max(...moments)), 2),
});

function joined(span: Span, moments: readonly number[]): Span {
  if (moments.length === 0) return span;
  const more = around(moments);
  return { from: Math.min(span.from, more.from), to: Math.max(span.to, more.to) };
}
