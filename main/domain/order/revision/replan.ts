/** Planned dates of what is left to do in a plan that has changed, counted from now (domain.md A.11). */
import { momentTexts } from '../../decomposition/momentTexts.ts';
import { passForward, type Placed } from '../../decomposition/passForward.ts';
import { planNetwork, sortNetwork } from '../../decomposition/planNetwork.ts';
import type { CalendarOf } from '../../policy/calendar.ts';
import { err, ok, type Result } from '../../result.ts';
import { rowsOf } from '../../table.ts';
import type { NodeId } from '../../vocabulary/node.ts';
import { hasTaskEnded } from '../../vocabulary/states.ts';
import type { Order, OrderTask } from '../order.ts';
import { dependenciesOf } from '../planAddition.ts';
import { partsOf } from '../recount.ts';

export type PlannedDates = { readonly task: number; readonly plannedStart: string; readonly plannedEnd: string };

/** One row for each task that has not ended. The error is a circle of parts that would wait for each other. */
export function replan(
  order: Order,
  at: string,
  calendarOf: CalendarOf,
): Result<readonly PlannedDates[], readonly NodeId[]> {
  const { lines, domainOrders, tasks } = partsOf(order);
  const now = Date.parse(at);
  const dependencies = [...lines, ...domainOrders, ...tasks].flatMap(part => dependenciesOf(order, part));
  const sorted = sortNetwork(planNetwork(lines, domainOrders, tasks, dependencies), lines);
  if (!sorted.ok) return err(sorted.error);
  const { starts, ends } = passForward(sorted.value, tasks.length, now, (index, ready) =>
    placed(tasks[index] as OrderTask, ready, now, calendarOf),
  );
  const textOf = momentTexts();
  return ok(
    tasks.flatMap(({ number, state }, index) =>
      hasTaskEnded(state)
        ? []
        : [{ task: number, plannedStart: textOf(starts[index] ?? now), plannedEnd: textOf(ends[index] ?? now) }],
    ),
  );
}

/** What has ended takes no time any more, and what is under way only what is left of its duration. */
function placed(task: OrderTask, ready: number, now: number, calendarOf: CalendarOf): Placed {
  if (hasTaskEnded(task.state)) return { start: now, end: now };
  const calendar = calendarOf(task.group);
  if (task.actualStart !== undefined) {
    const start = Date.parse(task.actualStart);
    const left = Math.max(0, task.durationMinutes - calendar.workingBetween(start, now));
    return { start, end: calendar.addWorking(now, left) };
  }
  const opens = task.opensAt === undefined ? 0 : Date.parse(task.opensAt);
  const start = calendar.nextOpen(Math.max(ready, opens));
  return { start, end: calendar.addWorking(start, task.durationMinutes) };
}

/** Of all that was not canceled, the moment the last is planned to end, by new dates where there are any; `otherwise` when there is nothing. */
export function plannedEndOf(
  order: Order,
  otherwise: string,
  dates: ReadonlyMap<number, PlannedDates> = new Map(),
): string {
  let last: string | undefined;
  for (const task of order.plan === undefined ? [] : rowsOf(order.plan.tasks)) {
    const { plannedEnd } = dates.get(task.number) ?? task;
    if (task.state !== 'canceled' && (last === undefined || plannedEnd > last)) last = plannedEnd;
  }
  return last ?? otherwise;
}
