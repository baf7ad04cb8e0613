/** What is true of every part of a plan because of the tasks below it: dates, slack, progress, jeopardy, point of no return (features O2, O15, O16, T7). */
import type { Order, OrderTask } from '../order/order.ts';
import { getRow, rowsOf } from '../table.ts';
import { hasLineEnded, hasOrderEnded, hasTaskEnded, type JeopardyLevel } from '../vocabulary/states.ts';
import { isLate, shareJeopardy, slaShareOf, taskJeopardy, worseOf } from './jeopardy.ts';
import type { PlanIndex } from './planIndex.ts';
import type { Conditions, PlanSchedule } from './schedule.ts';

export type NoReturn = 'none' | 'ahead' | 'passed';

/** ISO-8601 UTC. */
export type Span = { readonly start: string; readonly end: string };

/** All by the place of the part in the index of the plan; numbers are NaN where there is nothing to tell. */
export type PartFacts = {
  /** By the plan approved last; what was canceled counts only where nothing else is. */
  readonly planned: readonly (Span | undefined)[];
  /** By the plan that first had it. */
  readonly baseline: readonly (Span | undefined)[];
  /** Milliseconds since 1970: actual where there is one, else as things stand. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
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
  const { size, firstTask, parents, bottomUp } = index;
  const blank = (): Float64Array => new Float64Array(size).fill(NaN);
  const planned: (Span | undefined)[] = Array.from({ length: size });
  const dropped: (Span | undefined)[] = Array.from({ length: size });
  const baseline: (Span | undefined)[] = Array.from({ length: size });
  const [starts, ends, slack, shares] = [blank(), blank(), blank(), blank()];
  const [done, total] = [new Float64Array(size), new Float64Array(size)];
  const [late, unfinished, ahead] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
  const jeopardy: JeopardyLevel[] = Array.from({ length: size }, () => 'none');

  let task = 0;
  for (const row of order.plan === undefined ? [] : rowsOf(order.plan.tasks)) {
    const place = firstTask + task;
    const isCanceled = row.state === 'canceled';
    const span = { start: row.plannedStart, end: row.plannedEnd };
    (isCanceled ? dropped : planned)[place] = span;
    baseline[place] =
      row.baselineStart === undefined ? span : { start: row.baselineStart, end: row.baselineEnd ?? row.plannedEnd };
    if (!isCanceled) total[place] = row.durationMinutes;
    if (row.state === 'closedComplete') done[place] = row.durationMinutes;
    if (schedule !== undefined) {
      starts[place] = schedule.starts[task] as number;
      ends[place] = schedule.ends[task] as number;
      slack[place] = schedule.slack[task] as number;
    }
    if (!hasTaskEnded(row.state)) {
      unfinished[place] = 1;
      if (row.pointOfNoReturn === true) ahead[place] = 1;
    }
    if (conditions !== undefined) judge(row, place, conditions);
    task += 1;
  }
  const isCanceledTask = (place: number): boolean => place >= firstTask && planned[place] === undefined;
  for (const place of bottomUp) {
    const above = parents[place] as number;
    if (above < 0) continue;
    planned[above] = joined(planned[above], planned[place]);
    dropped[above] = joined(dropped[above], dropped[place]);
    baseline[above] = joined(baseline[above], baseline[place]);
    done[above] = (done[above] as number) + (done[place] as number);
    total[above] = (total[above] as number) + (total[place] as number);
    late[above] = (late[above] as number) + (late[place] as number);
    unfinished[above] = (unfinished[above] as number) + (unfinished[place] as number);
    if (ahead[place] === 1) ahead[above] = 1;
    slack[above] = least(slack[above] as number, slack[place] as number);
    if (isCanceledTask(place)) continue;
    starts[above] = least(starts[above] as number, starts[place] as number);
    ends[above] = -least(-(ends[above] as number), -(ends[place] as number));
  }
  if (conditions !== undefined) judgeParts(order, index, { late, unfinished, ends, jeopardy });
  return {
    planned: planned.map((span, place) => span ?? dropped[place]),
    baseline,
    starts,
    ends,
    slack,
    done,
    total,
    shares,
    jeopardy,
    noReturn: noReturnOf(order, index, ahead),
  };

  function judge(row: OrderTask, place: number, { now, calendarOf }: Conditions): void {
    const share = slaShareOf(row, now, calendarOf);
    shares[place] = share ?? NaN;
    jeopardy[place] = taskJeopardy(row, share);
    if (isLate(row, share, now)) late[place] = 1;
  }
}

/** The smaller of two numbers of which either may be missing. */
const least = (a: number, b: number): number => (Number.isNaN(a) || b < a ? b : a);

const joined = (a: Span | undefined, b: Span | undefined): Span | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.start <= b.start && a.end >= b.end) return a;
  return { start: a.start < b.start ? a.start : b.start, end: a.end > b.end ? a.end : b.end };
};

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
function noReturnOf(order: Order, index: PlanIndex, ahead: Uint8Array): NoReturn[] {
  const { bottomUp, parents, firstDomainOrder, firstTask } = index;
  const passed = new Uint8Array(parents.length);
  const children = new Int32Array(parents.length);
  const gone = new Int32Array(parents.length);
  for (const part of order.plan === undefined ? [] : rowsOf(order.plan.domainOrders)) {
    if (part.pointOfNoReturn !== undefined) passed[firstDomainOrder + part.number - 1] = 1;
  }
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
  return Array.from(passed, (isPast, place) => (isPast === 1 ? 'passed' : ahead[place] === 1 ? 'ahead' : 'none'));
}
