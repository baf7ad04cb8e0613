/** How much a part of a plan is in danger of being late: by the clock of a task, by the late share and the promised date of a line (features O15, X14). */
import type { OrderTask } from '../order/order.ts';
import type { CalendarOf } from '../policy/calendar.ts';
import { hasTaskEnded, jeopardyLevels, type JeopardyLevel } from '../vocabulary/states.ts';
import { isStopped, minutesWorked } from './taskClock.ts';

/** Working minutes within which a task should be done once it is open. */
export const slaMinutesOf = ({ slaMinutes, durationMinutes }: OrderTask): number => slaMinutes ?? durationMinutes;

/**
 * Share of its SLA that has passed since the task was opened last, 1 is all of it: working time of its team, by the times
 * of events and of the clock of this desk, so that syncing late changes nothing. Null before its clock has run.
 */
export function slaShareOf(task: OrderTask, now: number, calendarOf: CalendarOf): number | null {
  const opened = task.openedAt ?? task.actualStart;
  if (opened === undefined) return null;
  const until = task.actualEnd === undefined ? now : Date.parse(task.actualEnd);
  const minutes = minutesWorked(calendarOf(task.group), Date.parse(opened), until, task.pauses);
  const sla = slaMinutesOf(task);
  return Math.round((sla > 0 ? minutes / sla : minutes > 0 ? 1 : 0) * 1000) / 1000;
}

/** 50, 75 and 100 percent of the SLA (domain.md A.11); none while no clock runs. */
export function taskJeopardy(task: OrderTask, share: number | null): JeopardyLevel {
  if (share === null || hasTaskEnded(task.state) || isStopped(task)) return 'none';
  if (share < 0.5) return 'low';
  if (share < 0.75) return 'medium';
  return share < 1 ? 'high' : 'critical';
}

/** Its SLA has run out, or it should have ended by now; never while a pending revision has stopped its clock. */
export const isLate = (task: OrderTask, share: number | null, now: number): boolean =>
  !hasTaskEnded(task.state) &&
  !isStopped(task) &&
  ((share !== null && share >= 1) || Date.parse(task.plannedEnd) < now);

/** Level of a part by how many of its unfinished tasks are late: any, a quarter, half of them. */
export function shareJeopardy(late: number, unfinished: number): JeopardyLevel {
  if (late === 0) return 'low';
  const share = late / unfinished;
  if (share < 0.25) return 'medium';
  return share < 0.5 ? 'high' : 'critical';
}

export const worseOf = (a: JeopardyLevel, b: JeopardyLevel): JeopardyLevel =>
  jeopardyLevels.indexOf(a) >= jeopardyLevels.indexOf(b) ? a : b;
