/** What is left to do about every task of a plan, in lists by number: a large plan has ten thousand of them, and is looked over anew after every step. */
import type { Placed } from '../decomposition/passForward.ts';
import { later } from '../order/change.ts';
import type { DomainOrder, Order, OrderTask, Plan } from '../order/order.ts';
import type { CalendarOf, WorkCalendar } from '../policy/calendar.ts';
import { getRow, listRows } from '../table.ts';
import { hasTaskEnded, type TaskState } from '../vocabulary/states.ts';
import { outsideEndOf, type Elsewhere } from './elsewhere.ts';
import { expectedMinutes, remainingMinutes, stepOf, type HistoryOf, type StepHistory } from './forecast.ts';
import { heldSince, minutesWorked } from './taskClock.ts';

/** What a forecast depends on beside the order itself. */
export type Conditions = {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly calendarOf: CalendarOf;
  readonly historyOf: HistoryOf;
  /** Not there where other orders have nothing to say, as at a moment of the past. */
  readonly elsewhere?: Elsewhere;
};

/** By task number minus one. */
export type Work = {
  readonly kinds: readonly ('ended' | 'started' | 'waiting')[];
  readonly calendars: readonly WorkCalendar[];
  /** Working minutes from its start, or from now on when it has started. */
  readonly minutes: Float64Array;
  /** Milliseconds since 1970: when it began, or for one that waits, the earliest moment at which it may. */
  readonly starts: Float64Array;
  /** When it has ended, or will; NaN for one that waits. */
  readonly ends: Float64Array;
  /** Those that wait for a part of another order of which no end is known, or the earliest only. */
  readonly atEarliest: readonly number[];
  /** When it will end by somebody's word, which stands in for the estimate; NaN where nobody has said so. */
  readonly proposed: Float64Array;
  /** Finished tasks behind the estimates, counted once for each kind of step. */
  readonly learnedFrom: number;
};

/** A task taken to end at a moment (milliseconds), to see what that would do. */
export type Supposed = { readonly task: number; readonly end: number };

/** Where a task stands in time when it may begin at `ready`. A date that somebody gave cannot have it end before it can start. */
export function placeOf(work: Work, index: number, ready: number): Placed {
  const { kinds, calendars, minutes, starts, ends, proposed } = work;
  const from = starts[index] as number;
  if (kinds[index] !== 'waiting') return { start: from, end: ends[index] as number };
  const calendar = calendars[index] as WorkCalendar;
  const start = calendar.nextOpen(Math.max(ready, from));
  const end = proposed[index] as number;
  return {
    start,
    end: Number.isNaN(end) ? calendar.addWorking(start, minutes[index] as number) : Math.max(end, start),
  };
}

/** What is supposed of a task takes the place of what was proposed for it. */
export function listWork(order: Order, plan: Plan, conditions: Conditions, supposed?: Supposed): Work {
  const { now, calendarOf, historyOf, elsewhere } = conditions;
  const tasks = listRows(plan.tasks);
  const kinds: Work['kinds'][number][] = [];
  const calendars: WorkCalendar[] = [];
  const [minutes, starts] = [new Float64Array(tasks.length), new Float64Array(tasks.length)];
  const ends = new Float64Array(tasks.length).fill(NaN);
  const atEarliest: number[] = [];
  const proposed = new Float64Array(tasks.length).fill(NaN);
  const steps = stepsOf(plan, historyOf);
  const raisedAt = (fallout: number): string => getRow(order.fallouts, fallout).raisedAt;
  for (const task of tasks) {
    const index = task.number - 1;
    const calendar = calendarOf(task.group);
    calendars.push(calendar);
    if (hasTaskEnded(task.state)) {
      const end = Date.parse(task.actualEnd ?? task.plannedEnd);
      kinds.push('ended');
      starts[index] = task.actualStart === undefined ? end : Date.parse(task.actualStart);
      ends[index] = end;
      continue;
    }
    const word = supposed?.task === task.number ? supposed.end : momentOf(task.proposedEnd?.end);
    // What is still to be done does not end in the past, whatever was said of it.
    const until = word === undefined ? NaN : Math.max(word, now);
    proposed[index] = until;
    const history = steps.of(task);
    const expected = expectedMinutes(task.durationMinutes, history);
    if (task.actualStart !== undefined && isUnderWay(task)) {
      const start = Date.parse(task.actualStart);
      // What is held does not run down: what was left when it stopped is still left.
      const stopped = Math.min(now, heldSince(order, task, raisedAt) ?? now);
      const left = remainingMinutes(expected, minutesWorked(calendar, start, stopped, task.pauses), history);
      kinds.push('started');
      minutes[index] = left;
      starts[index] = start;
      ends[index] = Number.isNaN(until) ? calendar.addWorking(now, left) : until;
      continue;
    }
    kinds.push('waiting');
    minutes[index] = expected;
    const outside = outsideEndOf(task, elsewhere);
    const free = later(task.opensAt ?? '', task.freeAt ?? '');
    starts[index] = Math.max(free === '' ? 0 : Date.parse(free), outside.at);
    if (outside.atEarliest) atEarliest.push(index);
  }
  return { kinds, calendars, minutes, starts, ends, atEarliest, proposed, learnedFrom: steps.learnedFrom() };
}

const momentOf = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : Date.parse(iso));

const untouched: ReadonlySet<TaskState> = new Set(['draft', 'scheduled', 'open']);
const isUnderWay = ({ state, hold }: OrderTask): boolean => !untouched.has(hold?.restore ?? state);

/** Asks for the history of each kind of step once; the name of the kind is put together only for that. */
function stepsOf(plan: Plan, historyOf: HistoryOf) {
  const domainOrders = listRows(plan.domainOrders);
  const known = new Map<string, Map<string, StepHistory | undefined>>();
  let learnedFrom = 0;
  return {
    of: (task: OrderTask): StepHistory | undefined => {
      const domainOrder = domainOrders[task.domainOrder - 1] as DomainOrder;
      const source = domainOrder.planTemplate ?? domainOrder.specification;
      let keys = known.get(source);
      if (keys === undefined) known.set(source, (keys = new Map()));
      const found = keys.get(task.key);
      if (found !== undefined || keys.has(task.key)) return found;
      const history = historyOf(stepOf(domainOrder, task));
      keys.set(task.key, history);
      learnedFrom += history?.samples ?? 0;
      return history;
    },
    learnedFrom: () => learnedFrom,
  };
}
