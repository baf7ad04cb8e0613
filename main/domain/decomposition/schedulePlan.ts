/** Earliest start and end of every task, counted from durations and working hours alone; and the proof that the plan has no circle (features O5, T7). */
import { alwaysOpen, type CalendarOf } from '../policy/calendar.ts';
import type { NodeId } from '../vocabulary/node.ts';
import { err, ok, type Result } from '../result.ts';
import type { Dependency } from './decomposed.ts';
import { passForward } from './passForward.ts';
import { planNetwork, sortNetwork, type NetworkDomainOrder, type NetworkLine } from './planNetwork.ts';

/** Times in milliseconds since 1970, by task in the order they were given. */
export type Schedule = { readonly starts: Float64Array; readonly ends: Float64Array };

export type SchedulableTask = {
  readonly domainOrder: number;
  readonly durationMinutes: number;
  /** The team whose working hours it takes place in. */
  readonly group?: string | undefined;
  /** It takes a finished task back, and waits for nothing that its domain order or line waits for. */
  readonly undoes?: number | undefined;
};

/**
 * One pass over the whole plan from `at` (milliseconds). A domain order ends with the last of its tasks and its children,
 * a line with the last of its domain orders and its nested lines. Lags are real time, durations working time. The error is
 * one circle of the plan, first to last.
 */
export function schedulePlan(
  at: number,
  lines: readonly NetworkLine[],
  domainOrders: readonly NetworkDomainOrder[],
  tasks: readonly SchedulableTask[],
  dependencies: readonly Dependency[],
  calendarOf: CalendarOf = alwaysOpen,
): Result<Schedule, readonly NodeId[]> {
  const network = sortNetwork(planNetwork(lines, domainOrders, tasks, dependencies), lines);
  if (!network.ok) return err(network.error);
  const { starts, ends } = passForward(network.value, tasks.length, at, (index, ready) => {
    const { group, durationMinutes } = tasks[index] as SchedulableTask;
    const calendar = calendarOf(group);
    const start = calendar.nextOpen(ready);
    return { start, end: calendar.addWorking(start, durationMinutes) };
  });
  return ok({ starts, ends });
}
