/** How much a part of a plan is in danger of being late: by the clock of a task, by the late share and the promised date of a line (features O15, X14). */
import type { OrderTask } from '../order/order.ts';
import type { CalendarOf } from '../policy/calendar.ts';
import { hasTaskEnded, jeopardyLevels, type JeopardyLevel } from '../vocabulary/states.ts';
import { isStopped, minutesWorked } from './taskClock.ts';

/** Working minutes within which a task should be done once it is open. */
export const slaMinutesOf = ({ slaMinutes, durationMinutes }: OrderTask): number => slaMinutes ?? durationMinutes;

/** What the level of a task depends on as time passes. */
export type SlaClock = {
  readonly group?: string | undefined;
  readonly pauses?: OrderTask['pauses'] | undefined;
  readonly slaMinutes: number;
  /** Since when it runs; ISO-8601 UTC. */
  readonly since: string;
};

/** Undefined before it has run. */
export function slaClockOf(task: OrderTask): SlaClock | undefined {
  const { group, pauses } = task;
  const since = task.openedAt ?? task.actualStart;
  return since === undefined ? undefined : { group, pauses, slaMinutes: slaMinutesOf(task), since };
}

/**
 * Share of its SLA that has passed since the task was opened last, 1 is all of it: working time of its team, by the times
 * of events and of the clock of this desk, so that syncing late changes nothing. Null before its clock has run.
 */
export function slaShareOf(task: OrderTask, now: number, calendarOf: CalendarOf): number | null {
  const clock = slaClockOf(task);
  if (clock === undefined) return null;
  return shareOn(clock, task.actualEnd === undefined ? now : Date.parse(task.actualEnd), calendarOf);
}

/** In thousandths, as everywhere. */
export function shareOn({ group, pauses, slaMinutes, since }: SlaClock, now: number, calendarOf: CalendarOf): number {
  const minutes = minutesWorked(calendarOf(group), Date.parse(since), now, pauses);
  return shareOf(minutes, slaMinutes);
}

const shareOf = (minutes: number, slaMinutes: number): number =>
  Math.round((slaMinutes > 0 ? minutes / slaMinutes : minutes > 0 ? 1 : 0) * 1000) / 1000;

/** 50, 75 and 100 percent of the SLA (domain.md A.11); none while no clock runs. */
export function taskJeopardy(task: OrderTask, share: number | null): JeopardyLevel {
  return share === null || hasTaskEnded(task.state) || isStopped(task) ? 'none' : levelOf(share);
}

/** Of a task whose clock runs. */
export function levelOf(share: number): Exclude<JeopardyLevel, 'none'> {
  if (share < 0.5) return 'low';
  if (share < 0.75) return 'medium';
  return share < 1 ? 'high' : 'critical';
}

/** Its SLA has run out, or it should have ended by now; never while a pending revision has stopped its clock. */
export const isLate = (task: OrderTask, share: number | null, now: number): boolean =>
  !hasTaskEnded(task.state) &&
  !isStopped(task) &&
  ((share !== null && share >= 1) || Date.parse(task.plannedEnd) < now);

/** Shares are told in thousandths, so that so much of the SLA reads as all of it. */
const ALL_OF_IT = 0.9995;
const MINUTE = 60_000;

/** The first moment at which it is late if nothing happens to it, in milliseconds since 1970; undefined for what cannot be late. */
export function lateFrom(task: OrderTask, calendarOf: CalendarOf): number | undefined {
  if (hasTaskEnded(task.state) || isStopped(task)) return undefined;
  const clock = slaClockOf(task);
  const overdue = Date.parse(task.plannedEnd) + 1;
  return clock === undefined ? overdue : Math.min(overdue, runsOutAt(clock, calendarOf));
}

/** When all of the SLA will have passed; a pause counts as if the clock had been set back by the work that it spans. */
export function runsOutAt({ group, pauses = [], slaMinutes, since }: SlaClock, calendarOf: CalendarOf): number {
  const calendar = calendarOf(group);
  const from = Date.parse(since);
  const paused = pauses.map(pause => {
    const to = pause.to === undefined ? from : Date.parse(pause.to);
    return calendar.workingBetween(Math.max(from, Date.parse(pause.from)), to);
  });
  let milliseconds = Math.max(1, Math.ceil(slaMinutes * ALL_OF_IT * MINUTE));
  // A fraction may miss by a hair, and would for a whole minute.
  if (shareOf(milliseconds / MINUTE, slaMinutes) < 1) milliseconds += 1;
  return calendar.addWorking(from, milliseconds / MINUTE + paused.reduce((sum, minutes) => sum + minutes, 0));
}

/** Level of a part by how many of its unfinished tasks are late: any, a quarter, half of them. */
export function shareJeopardy(late: number, unfinished: number): JeopardyLevel {
  if (late === 0) return 'low';
  const share = late / unfinished;
  if (share < 0.25) return 'medium';
  return share < 0.5 ? 'high' : 'critical';
}

export const worseOf = (a: JeopardyLevel, b: JeopardyLevel): JeopardyLevel =>
  jeopardyLevels.indexOf(a) >= jeopardyLevels.indexOf(b) ? a : b;
