/** What is true of every part of a plan because of the tasks below it: dates, slack, progress, jeopardy, point of no return (features O2, O15, O16, T7). */
import type { Order } from '../order/order.ts';
import { getRow, listRows } from '../table.ts';
import { hasLineEnded, hasOrderEnded, hasTaskEnded, type JeopardyLevel } from '../vocabulary/states.ts';
import { isLate, shareJeopardy, slaShareOf, taskJeopardy, worseOf } from './jeopardy.ts';
import type { PlanIndex } from './planIndex.ts';
import type { Conditions } from './remainingWork.ts';
import type { PlanSchedule } from './schedule.ts';
import { actualSpans, plannedSpans, type Spans } from './spans.ts';

export type NoReturn = 'none' | 'ahead' | 'passed';

/** All by the place of the part in the index of the plan; numbers are NaN where there is nothing to tell. */
export type PartFacts = {
  /** By the plan approved last; what was canceled counts only where nothing else is. */
  readonly planned: Spans;
  /** By the plan that first had it. */
  readonly baseline: Spans;
  /** As it came to be. */
  readonly actual: Spans;
  /** Milliseconds since 1970: actual where there is one, else as things stand. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** 1 where the end may be later, because of what is not known of another order; undefined when that is nowhere. */
  readonly atEarliest: Uint8Array | undefined;
  /** Working minutes, the least of what has not ended below. */
  readonly slack: Float64Array;
  /** Planned working minutes, without what was canceled. */
  readonly done: Float64Array;
  readonly total: Float64Array;
  /** Of the SLA; tasks only. */
  readonly shares: Float64Array;
  readonly jeopardy: readonly JeopardyLevel[];
  readonly noReturn: readonly NoReturn[];
};

/** Without a schedule only what the plan itself says. */
export function factsOf(
  order: Order,
  index: PlanIndex,
  schedule: PlanSchedule | undefined,
  conditions: Conditions | undefined,
): PartFacts {
  const { size, firstTask, parents, bottomUp, tasks } = index;
  const blank = (): Float64Array => new Float64Array(size).fill(NaN);
  const [starts, ends, slack, shares] = [blank(), blank(), blank(), blank()];
  const [done, total] = [new Float64Array(size), new Float64Array(size)];
  const [late, unfinished, ahead] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
  const atEarliest = schedule?.atEarliest === undefined ? undefined : new Uint8Array(size);
  const jeopardy = Array.from({ length: size }, (): JeopardyLevel => 'none');
  if (schedule !== undefined) {
    starts.set(schedule.starts, firstTask);
    ends.set(schedule.ends, firstTask);
    slack.set(schedule.slack, firstTask);
    atEarliest?.set(schedule.atEarliest ?? [], firstTask);
  }
  let place = firstTask;
  for (const task of tasks) {
    if (task.state !== 'canceled') total[place] = task.durationMinutes;
    if (task.state === 'closedComplete') done[place] = task.durationMinutes;
    if (!hasTaskEnded(task.state)) {
      unfinished[place] = 1;
      if (task.pointOfNoReturn === true) ahead[place] = 1;
    }
    if (conditions !== undefined) {
      const share = slaShareOf(task, conditions.now, conditions.calendarOf);
      shares[place] = share ?? NaN;
      jeopardy[place] = taskJeopardy(task, share);
      if (isLate(task, share, conditions.now)) late[place] = 1;
    }
    place += 1;
  }
  for (let step = 0; step < size; step += 1) {
    const below = bottomUp[step] as number;
    const above = parents[below] as number;
    if (above < 0) continue;
    done[above] = (done[above] as number) + (done[below] as number);
    total[above] = (total[above] as number) + (total[below] as number);
    late[above] = (late[above] as number) + (late[below] as number);
    unfinished[above] = (unfinished[above] as number) + (unfinished[below] as number);
    if (ahead[below] === 1) ahead[above] = 1;
    if (atEarliest?.[below] === 1) atEarliest[above] = 1;
    slack[above] = least(slack[above] as number, slack[below] as number);
    if (tasks[below - firstTask]?.state === 'canceled') continue;
    starts[above] = least(starts[above] as number, starts[below] as number);
    ends[above] = -least(-(ends[above] as number), -(ends[below] as number));
  }
  if (conditions !== undefined) judgeParts(order, index, { late, unfinished, ends, jeopardy });
  const noReturn = noReturnOf(order, index, ahead);
  return {
    ...plannedSpans(index),
    actual: actualSpans(order, index),
    starts,
    ends,
    atEarliest,
    slack,
    done,
    total,
    shares,
    jeopardy,
    noReturn,
  };
}

/** The smaller of two numbers of which either may be missing. */
const least = (a: number, b: number): number => (Number.isNaN(a) || b < a ? b : a);

type Counted = {
  readonly late: Int32Array;
  readonly unfinished: Int32Array;
  readonly ends: Float64Array;
  readonly jeopardy: JeopardyLevel[];
};

/** Lines and domain orders by their late share, lines by the promised date too; sites and the order by the worst of their lines. */
function judgeParts(order: Order, index: PlanIndex, { late, unfinished, ends, jeopardy }: Counted): void {
  const { bottomUp, parents, firstLine, firstDomainOrder, firstTask } = index;
  if (hasOrderEnded(order.state)) return;
  const due = order.requestedCompletion === undefined ? NaN : Date.parse(order.requestedCompletion);
  for (const place of bottomUp) {
    if (place >= firstTask) continue;
    const isLine = place >= firstLine && place < firstDomainOrder;
    const open = unfinished[place] as number;
    let level = jeopardy[place] as JeopardyLevel;
    if (place >= firstLine && order.actualStart !== undefined && open > 0) {
      level = shareJeopardy(late[place] as number, open);
    }
    if (isLine && due < (ends[place] as number) && !hasLineEnded(getRow(order.lines, place - firstLine + 1).state)) {
      level = 'critical';
    }
    jeopardy[place] = level;
    // What is nested counts above by its tasks.
    const above = parents[place] as number;
    if (place > 0 && above < firstLine) jeopardy[above] = worseOf(jeopardy[above] as JeopardyLevel, level);
  }
}

/** It belongs to a domain order and covers everything below it, never what is above or beside (features O11); a line has passed it with all that is in it. */
function noReturnOf(order: Order, index: PlanIndex, ahead: Uint8Array): readonly NoReturn[] {
  const passed = passedNoReturns(order, index);
  if (passed === undefined && ahead[0] === 0) return Array.from({ length: index.size }, (): NoReturn => 'none');
  return Array.from(ahead, (isAhead, place) => (passed?.[place] === 1 ? 'passed' : isAhead === 1 ? 'ahead' : 'none'));
}

/** Undefined when no domain order has passed one. */
function passedNoReturns({ plan }: Order, index: PlanIndex): Uint8Array | undefined {
  const { size, bottomUp, parents, firstDomainOrder, firstTask } = index;
  const own = plan === undefined ? [] : listRows(plan.domainOrders).filter(part => part.pointOfNoReturn !== undefined);
  if (own.length === 0) return undefined;
  const passed = new Uint8Array(size);
  const children = new Int32Array(size);
  const gone = new Int32Array(size);
  for (const { number } of own) passed[firstDomainOrder + number - 1] = 1;
  for (const place of bottomUp.toReversed()) {
    const above = parents[place] as number;
    if (above >= firstDomainOrder && passed[above] === 1) passed[place] = 1;
  }
  for (const place of bottomUp) {
    const all = children[place] as number;
    if (place < firstDomainOrder && all > 0 && gone[place] === all) passed[place] = 1;
    const above = parents[place] as number;
    if (above < 0 || place >= firstTask) continue;
    children[above] = (children[above] as number) + 1;
    gone[above] = (gone[above] as number) + (passed[place] as number);
  }
  return passed;
}
