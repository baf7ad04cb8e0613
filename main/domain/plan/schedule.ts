/** Where a plan will go from here: when each task will start and end as things stand, what it can slip, and what decides the end (features O4, O16, T7). */
import { passForward, type Passed } from '../decomposition/passForward.ts';
import { planNetwork, sortNetwork, type SortedNetwork } from '../decomposition/planNetwork.ts';
import type { Dependency } from '../decomposition/decomposed.ts';
import type { Order } from '../order/order.ts';
import type { WorkCalendar } from '../policy/calendar.ts';
import { listRows } from '../table.ts';
import { behindUnknown } from './behindUnknown.ts';
import { dependenciesOf } from './dependencies.ts';
import { listWork, placeOf, type Conditions, type Supposed, type Work } from './remainingWork.ts';

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
  /** 1 for a task that may begin and end later than is told here, because of what is not known of another order; undefined when there is none. */
  readonly atEarliest: Uint8Array | undefined;
  /** When the last unfinished task ends; NaN when none is left. */
  readonly end: number;
  /** The longest chain of unfinished tasks that decides the end, first to last. */
  readonly criticalPath: readonly number[];
  /** Whether a dependency is what keeps a critical part from being earlier. */
  readonly isDriving: (dependency: Dependency) => boolean;
  /** How many finished tasks of the past were gone by. */
  readonly learnedFrom: number;
};

/** Undefined for an order without a plan. Linear in the size of the plan. */
export function scheduleOrder(order: Order, conditions: Conditions, supposed?: Supposed): PlanSchedule | undefined {
  const { plan } = order;
  if (plan === undefined) return undefined;
  const network = networkOf(order);
  const work = listWork(order, plan, conditions, supposed);
  const size = work.kinds.length;
  const isAwaited = order.startsAt !== undefined && order.actualStart === undefined;
  const floor = Math.max(conditions.now, isAwaited ? Date.parse(order.startsAt) : conditions.now);
  const passed = passForward(network, size, -Infinity, (index, ready) => placeOf(work, index, Math.max(ready, floor)));
  let end = -Infinity;
  for (let index = 0; index < size; index += 1) {
    if (work.kinds[index] !== 'ended') end = Math.max(end, passed.ends[index] as number);
  }
  const slack = slackOf(network, passed, work, end);
  return {
    now: conditions.now,
    starts: passed.starts,
    ends: passed.ends,
    slack,
    atEarliest: behindUnknown(network, work),
    end: end === -Infinity ? NaN : end,
    criticalPath: pathTo(end, network, passed, { slack, floor }),
    isDriving: ({ before, after, on, lagMinutes = 0 }) => {
      const source = network.released(before, on === 'start');
      const target = network.waiting(after);
      if (source === undefined || target === undefined) return false;
      return (passed.times[source] as number) + lagMinutes * 60_000 === passed.times[target];
    },
    learnedFrom: work.learnedFrom,
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

/** From the end of the order backwards: how late everything may be without moving it. */
function slackOf(network: SortedNetwork, passed: Passed, work: Work, end: number): Float64Array {
  const { size, firstTask, firstBegun, order, starts: places, edges, to, lags } = network;
  const { kinds, calendars } = work;
  const slack = new Float64Array(kinds.length).fill(NaN);
  const latest = new Float64Array(size).fill(end);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    const offset = node - firstTask;
    const index = offset >= 0 && node < firstBegun ? offset >> 1 : -1;
    let limit = end;
    for (let place = places[node] as number; place < (places[node + 1] as number); place += 1) {
      const edge = edges[place] as number;
      const target = to[edge] as number;
      const next = target - firstTask;
      // What has started will not move any more, whatever it came after.
      if (next >= 0 && next % 2 === 0 && target < firstBegun && kinds[next >> 1] !== 'waiting') continue;
      // Only the first task of a part decides when the part begins.
      if (target >= firstBegun && passed.drivers[target] !== edge) continue;
      const isOwnEnd = index >= 0 && offset % 2 === 0 && target === node + 1;
      const reached = isOwnEnd ? beforeEnd(work, index, latest[target] as number) : (latest[target] as number);
      limit = Math.min(limit, reached - (lags[edge] as number));
    }
    latest[node] = limit;
    const calendar = calendars[index];
    if (calendar === undefined || kinds[index] === 'ended') continue;
    if (hasFixedEnd(work, index)) {
      if (offset % 2 === 1) slack[index] = calendar.workingBetween(passed.ends[index] as number, limit);
    } else if (offset % 2 === 0) {
      slack[index] = calendar.workingBetween(passed.starts[index] as number, limit);
    }
  }
  return slack;
}

/** It does not end later because it starts later: it has started, or somebody has said when it will end. */
const hasFixedEnd = ({ kinds, proposed }: Work, index: number): boolean =>
  kinds[index] !== 'waiting' || !Number.isNaN(proposed[index]);

const beforeEnd = (work: Work, index: number, end: number): number =>
  hasFixedEnd(work, index)
    ? end
    : (work.calendars[index] as WorkCalendar).subtractWorking(end, work.minutes[index] as number);

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
