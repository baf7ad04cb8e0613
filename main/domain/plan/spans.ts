/** From when to when every part of a plan was planned, and from when to when it really went (feature T7). */
import type { Order, OrderTask } from '../order/order.ts';
import { listRows } from '../table.ts';
import { hasLineEnded } from '../vocabulary/states.ts';
import type { PlanIndex } from './planIndex.ts';

/** ISO-8601 UTC, by the place of the part; undefined where there is nothing to tell. */
export type Spans = {
  readonly starts: readonly (string | undefined)[];
  readonly ends: readonly (string | undefined)[];
};

/** In most plans nothing was canceled and no date was moved: then the plan of now is the one of the beginning. */
export function plannedSpans(index: PlanIndex): { readonly planned: Spans; readonly baseline: Spans } {
  const isCanceled = ({ state }: OrderTask): boolean => state === 'canceled';
  const planned = spansOf(index, task => !isCanceled(task));
  const hasCanceled = index.tasks.some(isCanceled);
  const isOther = hasCanceled || index.tasks.some(({ baselineStart }) => baselineStart !== undefined);
  const baseline = isOther ? spansOf(index, () => true, baselineOf) : planned;
  if (!hasCanceled) return { planned, baseline };
  const dropped = spansOf(index, isCanceled);
  const orDropped = (side: keyof Spans) => planned[side].map((moment, place) => moment ?? dropped[side][place]);
  return { planned: { starts: orDropped('starts'), ends: orDropped('ends') }, baseline };
}

type Dates = Pick<OrderTask, 'plannedStart' | 'plannedEnd'>;

const baselineOf = ({ baselineStart, baselineEnd, plannedStart, plannedEnd }: OrderTask): Dates =>
  baselineStart === undefined
    ? { plannedStart, plannedEnd }
    : { plannedStart: baselineStart, plannedEnd: baselineEnd ?? plannedEnd };

/** From the first start to the last end of the tasks that count, for every part above them. */
function spansOf(
  { size, firstTask, parents, bottomUp, tasks }: PlanIndex,
  counts: (task: OrderTask) => boolean,
  datesOf: (task: OrderTask) => Dates = task => task,
): Spans {
  const starts = Array.from<string | undefined>({ length: size });
  const ends = starts.slice();
  for (const task of tasks) {
    if (!counts(task)) continue;
    const { plannedStart, plannedEnd } = datesOf(task);
    starts[firstTask + task.number - 1] = plannedStart;
    ends[firstTask + task.number - 1] = plannedEnd;
  }
  for (let step = 0; step < size; step += 1) {
    const place = bottomUp[step] as number;
    const above = parents[place] as number;
    const start = starts[place];
    const end = ends[place];
    if (above < 0 || start === undefined || end === undefined) continue;
    if (starts[above] === undefined || start < starts[above]) starts[above] = start;
    if (ends[above] === undefined || end > ends[above]) ends[above] = end;
  }
  return { starts, ends };
}

/**
 * An order and its domain orders know when they began and ended. A line and a location began with the first domain
 * order below them and ended with the last, canceled or not; while something of them goes on they have no end, whatever has one.
 */
export function actualSpans(order: Order, index: PlanIndex): Spans {
  const { size, firstLine, firstDomainOrder, firstTask, parents, bottomUp, tasks } = index;
  const starts = Array.from<string | undefined>({ length: size });
  const ends = starts.slice();
  const goesOn = new Uint8Array(firstDomainOrder);
  for (const { number, state } of listRows(order.lines)) if (!hasLineEnded(state)) goesOn[firstLine + number - 1] = 1;
  let place = firstDomainOrder;
  for (const { actualStart, actualEnd } of order.plan === undefined ? [] : listRows(order.plan.domainOrders)) {
    starts[place] = actualStart;
    ends[place++] = actualEnd;
  }
  place = firstTask;
  for (const { actualStart, actualEnd } of tasks) {
    starts[place] = actualStart;
    ends[place++] = actualEnd;
  }
  for (let step = 0; step < size; step += 1) {
    const below = bottomUp[step] as number;
    const above = parents[below] as number;
    if (above < 0) continue;
    const start = starts[below];
    const known = starts[above];
    if (above >= firstDomainOrder) continue;
    if (start !== undefined && (known === undefined || start < known)) starts[above] = start;
    if (goesOn[below] === 1) {
      goesOn[above] = 1;
      ends[below] = undefined;
      continue;
    }
    const end = ends[below];
    const last = ends[above];
    if (end !== undefined && (last === undefined || end > last)) ends[above] = end;
  }
  starts[0] = order.actualStart;
  ends[0] = order.actualEnd;
  return { starts, ends };
}
