/** Where a plan will go from here: when each task will start and end as things stand, what it can slip, and what decides the end (features O4, O16, T7). */
import { passForward, type Passed, type Placed } from '../decomposition/passForward.ts';
import { planNetwork, sortNetwork, type SortedNetwork } from '../decomposition/planNetwork.ts';
import type { Dependency } from '../decomposition/decomposed.ts';
import type { Order, OrderTask } from '../order/order.ts';
import type { CalendarOf, WorkCalendar } from '../policy/calendar.ts';
import { getRow, listRows } from '../table.ts';
import { hasTaskEnded, type TaskState } from '../vocabulary/states.ts';
import { dependenciesOf } from './dependencies.ts';
import { expectedMinutes, remainingMinutes, stepOf, type HistoryOf, type StepHistory } from './forecast.ts';
import { heldSince, minutesWorked } from './taskClock.ts';

/** What a forecast depends on beside the order itself. */
export type Conditions = {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly calendarOf: CalendarOf;
  readonly historyOf: HistoryOf;
};

/** Milliseconds since 1970, by task number minus one. */
export type PlanSchedule = {
  readonly now: number;
  /** Actual where there is one, else as things stand. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /**
   * Working minutes of its team by which a task can slip without moving the end of the order; NaN once it has ended.
   * Working ones, so that a chain of critical tasks does not break at a weekend.
   */
  readonly slack: Float64Array;
  /** When the last unfinished task ends; NaN when none is left. */
  readonly end: number;
  /** The longest chain of unfinished tasks that decides the end, first to last. */
  readonly criticalPath: readonly number[];
  /** Whether a dependency is what keeps a critical part from being earlier. */
  readonly isDriving: (dependency: Dependency) => boolean;
  /** How many finished tasks of the past were gone by. */
  readonly learnedFrom: number;
};

/** A task taken to end at a moment (milliseconds), to see what that would do. */
export type Supposed = { readonly task: number; readonly end: number };

/** Undefined for an order without a plan. Linear in the size of the plan. */
export function scheduleOrder(order: Order, conditions: Conditions, supposed?: Supposed): PlanSchedule | undefined {
  const { plan } = order;
  if (plan === undefined) return undefined;
  const tasks = listRows(plan.tasks);
  const network = networkOf(order);
  const works = listWork(order, tasks, conditions);
  const isAwaited = order.startsAt !== undefined && order.actualStart === undefined;
  const floor = Math.max(conditions.now, isAwaited ? Date.parse(order.startsAt) : conditions.now);
  const passed = passForward(network, tasks.length, -Infinity, (index, ready) => {
    const placed = (works[index] as Work).place(Math.max(ready, floor));
    if (supposed?.task !== index + 1 || (works[index] as Work).kind === 'ended') return placed;
    const end = Math.max(supposed.end, conditions.now);
    return { start: Math.min(placed.start, end), end };
  });
  const end = works.reduce(
    (last, { kind }, index) => (kind === 'ended' ? last : Math.max(last, passed.ends[index] as number)),
    -Infinity,
  );
  const slack = slackOf(network, passed, works, end);
  return {
    now: conditions.now,
    starts: passed.starts,
    ends: passed.ends,
    slack,
    end: end === -Infinity ? NaN : end,
    criticalPath: pathTo(end, network, passed, { slack, floor }),
    isDriving: ({ before, after, on, lagMinutes = 0 }) => {
      const source = network.released(before, on === 'start');
      const target = network.waiting(after);
      if (source === undefined || target === undefined) return false;
      return (passed.times[source] as number) + lagMinutes * 60_000 === passed.times[target];
    },
    learnedFrom: works.reduce((sum, { learnedFrom }) => sum + learnedFrom, 0),
  };
}

function networkOf(order: Order): SortedNetwork {
  if (order.plan === undefined) throw new Error(`Order ${order.id} has no plan yet`);
  const lines = listRows(order.lines);
  const rows = [listRows(order.plan.domainOrders), listRows(order.plan.tasks)] as const;
  const sorted = sortNetwork(planNetwork(lines, ...rows, dependenciesOf(order)), lines);
  if (!sorted.ok) throw new Error(`The plan of order ${order.id} has a circle: ${sorted.error.join(', ')}`);
  return sorted.value;
}

/** What is left to do about one task. */
type Work = {
  readonly kind: 'ended' | 'started' | 'waiting';
  readonly calendar: WorkCalendar;
  /** Working minutes from its start, or from now on when it has started. */
  readonly minutes: number;
  readonly place: (ready: number) => Placed;
  /** Finished tasks behind its estimate, counted with the first task of each kind of step. */
  readonly learnedFrom: number;
};

function listWork(order: Order, tasks: readonly OrderTask[], { now, calendarOf, historyOf }: Conditions): Work[] {
  const histories = new Map<string, StepHistory | undefined>();
  const domainOrders = order.plan === undefined ? [] : listRows(order.plan.domainOrders);
  const raisedAt = (fallout: number): string => getRow(order.fallouts, fallout).raisedAt;
  return tasks.map((task): Work => {
    const calendar = calendarOf(task.group);
    if (hasTaskEnded(task.state)) {
      const end = Date.parse(task.actualEnd ?? task.plannedEnd);
      const start = task.actualStart === undefined ? end : Date.parse(task.actualStart);
      return { kind: 'ended', calendar, minutes: 0, place: () => ({ start, end }), learnedFrom: 0 };
    }
    const domainOrder = domainOrders[task.domainOrder - 1];
    const step = domainOrder === undefined ? task.key : stepOf(domainOrder, task);
    const isFirst = !histories.has(step);
    const history = isFirst ? historyOf(step) : histories.get(step);
    if (isFirst) histories.set(step, history);
    const learnedFrom = isFirst ? (history?.samples ?? 0) : 0;
    const expected = expectedMinutes(task.durationMinutes, history);
    if (task.actualStart !== undefined && isUnderWay(task)) {
      const start = Date.parse(task.actualStart);
      // What is held does not run down: what was left when it stopped is still left.
      const until = Math.min(now, heldSince(order, task, raisedAt) ?? now);
      const minutes = remainingMinutes(expected, minutesWorked(calendar, start, until, task.pauses), history);
      const end = calendar.addWorking(now, minutes);
      return { kind: 'started', calendar, minutes, place: () => ({ start, end }), learnedFrom };
    }
    const opens = task.opensAt === undefined ? 0 : Date.parse(task.opensAt);
    const place = (ready: number): Placed => {
      const start = calendar.nextOpen(Math.max(ready, opens));
      return { start, end: calendar.addWorking(start, expected) };
    };
    return { kind: 'waiting', calendar, minutes: expected, place, learnedFrom };
  });
}

const untouched: ReadonlySet<TaskState> = new Set(['draft', 'scheduled', 'open']);
const isUnderWay = ({ state, hold }: OrderTask): boolean => !untouched.has(hold?.restore ?? state);

/** From the end of the order backwards: how late everything may be without moving it. */
function slackOf(network: SortedNetwork, passed: Passed, works: readonly Work[], end: number): Float64Array {
  const { size, firstTask, firstBegun, order, starts: places, edges, to, lags } = network;
  const slack = new Float64Array(works.length).fill(NaN);
  const latest = new Float64Array(size).fill(end);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    const offset = node - firstTask;
    const work = offset >= 0 && node < firstBegun ? works[offset >> 1] : undefined;
    let limit = end;
    for (let place = places[node] as number; place < (places[node + 1] as number); place += 1) {
      const edge = edges[place] as number;
      const target = to[edge] as number;
      const next = target - firstTask;
      // What has started will not move any more, whatever it came after.
      if (next >= 0 && next % 2 === 0 && target < firstBegun && works[next >> 1]?.kind !== 'waiting') continue;
      // Only the first task of a part decides when the part begins.
      if (target >= firstBegun && passed.drivers[target] !== edge) continue;
      const isOwnEnd = work !== undefined && offset % 2 === 0 && target === node + 1;
      const reached = isOwnEnd ? beforeEnd(work, latest[target] as number) : (latest[target] as number);
      limit = Math.min(limit, reached - (lags[edge] as number));
    }
    latest[node] = limit;
    if (work === undefined) continue;
    const index = offset >> 1;
    if (work.kind === 'waiting' && offset % 2 === 0) {
      slack[index] = work.calendar.workingBetween(passed.starts[index] as number, limit);
    } else if (work.kind === 'started' && offset % 2 === 1) {
      slack[index] = work.calendar.workingBetween(passed.ends[index] as number, limit);
    }
  }
  return slack;
}

const beforeEnd = ({ kind, calendar, minutes }: Work, end: number): number =>
  kind === 'waiting' ? calendar.subtractWorking(end, minutes) : end;

/** Walks back from the task that ends last along what kept each from being earlier. */
function pathTo(
  end: number,
  { firstTask, firstBegun, from }: SortedNetwork,
  { ends, times, drivers }: Passed,
  { slack, floor }: { readonly slack: Float64Array; readonly floor: number },
): readonly number[] {
  const path: number[] = [];
  const last = ends.findIndex((at, index) => at === end && slack[index] === 0);
  for (let task = last; task >= 0 && slack[task] === 0;) {
    path.push(task + 1);
    let node = firstTask + task * 2;
    if ((times[node] as number) < floor) break;
    task = -1;
    for (let edge = drivers[node] as number; edge >= 0; edge = drivers[node] as number) {
      node = from[edge] as number;
      if (node < firstTask || node >= firstBegun) continue;
      task = (node - firstTask) >> 1;
      break;
    }
  }
  return path.toReversed();
}
