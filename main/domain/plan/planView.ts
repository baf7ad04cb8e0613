/** One look over a whole plan: sites, fallouts and what moves next under every part, computed once and asked often. */
import type { PlanKey, Site } from './planKey.ts';
import { findRow, rowsOf } from '../table.ts';
import { isFalloutOpen } from '../vocabulary/states.ts';
import type { Fallout, Order, OrderLine, OrderTask } from '../order/order.ts';
import { isWanting } from '../order/wanting.ts';
import type { Location } from '../vocabulary/captured.ts';
import type { Compensation } from '../vocabulary/revision.ts';
import { factsOf, type PartFacts } from './partFacts.ts';
import { countPlan, type PlanCounts } from './planCounts.ts';
import { indexPlan, type PlanIndex } from './planIndex.ts';
import type { Conditions } from './remainingWork.ts';
import { scheduleOrder, type PlanSchedule } from './schedule.ts';

export type PlanView = {
  readonly order: Order;
  readonly sites: readonly Site[];
  /** The task that most needs somebody's hand under each part; none when nothing there can move. */
  readonly movers: Pick<ReadonlyMap<PlanKey, OrderTask>, 'get'>;
  readonly openFallouts: Pick<ReadonlyMap<PlanKey, number>, 'get'>;
  /** The fallout that holds a task, the oldest first. */
  readonly holding: ReadonlyMap<number, Fallout>;
  /** What the pending change would do to each part that it names. */
  readonly compensation: ReadonlyMap<PlanKey, Compensation>;
  readonly index: PlanIndex;
  readonly counts: PlanCounts;
  readonly facts: PartFacts;
  /** Where the plan goes from here, and what that depends on; only when the view was asked for under conditions. */
  readonly schedule?: PlanSchedule;
  readonly conditions?: Conditions;
};

/** Linear in the size of the plan. Without conditions it tells what is, and nothing of what will be. */
export function viewPlan(order: Order, conditions?: Conditions): PlanView {
  const sites = listSites(order);
  const index = indexPlan(order, sites);
  const { parents, bottomUp, firstTask, size, tasks } = index;
  const openFallouts = new Int32Array(size);
  const holding = new Map<number, Fallout>();
  for (const fallout of rowsOf(order.fallouts)) {
    if (!isFalloutOpen(fallout.state)) continue;
    if (!holding.has(fallout.task)) holding.set(fallout.task, fallout);
    const place = firstTask + fallout.task - 1;
    openFallouts[place] = (openFallouts[place] ?? 0) + 1;
  }
  // A task by its number, 0 for none.
  const movers = new Int32Array(size);
  const urgencies = Uint8Array.from(tasks, urgencyOf);
  const urgencyAt = (task: number): number => urgencies[task - 1] ?? 0;
  for (let task = 1; task <= tasks.length; task += 1) if (urgencyAt(task) > 0) movers[firstTask + task - 1] = task;
  for (let step = 0; step < size; step += 1) {
    const place = bottomUp[step] as number;
    const above = parents[place] as number;
    if (above < 0) continue;
    openFallouts[above] = (openFallouts[above] ?? 0) + (openFallouts[place] ?? 0);
    const [known, task] = [movers[above] as number, movers[place] as number];
    if (task === 0) continue;
    const lead = urgencyAt(task) - urgencyAt(known);
    // Of two that are equally urgent, the one that comes first in the plan.
    if (known === 0 || lead > 0 || (lead === 0 && task < known)) movers[above] = task;
  }
  const schedule = conditions === undefined ? undefined : scheduleOrder(order, conditions);
  return {
    order,
    sites,
    movers: { get: key => tasks[(movers[index.at(key)] ?? 0) - 1] },
    openFallouts: { get: key => openFallouts[index.at(key)] },
    holding,
    compensation: compensationIn(order),
    index,
    counts: countPlan(order, index),
    facts: factsOf(order, index, schedule, conditions),
    ...(schedule === undefined ? {} : { schedule }),
    ...(conditions === undefined ? {} : { conditions }),
  };
}

/**
 * What is stuck needs a hand before what nobody has taken, and that before what is being done. Then comes what waits for
 * a moment, for another order, or for the decision on a change.
 */
function urgencyOf(task: OrderTask): number {
  const { state, assignee, hold, outside, pending } = task;
  switch (state) {
    case 'onHold':
      return hold?.revision === undefined ? 7 : 1;
    case 'open':
      return assignee === undefined ? 6 : 5;
    case 'inProgress':
      return 4;
    case 'scheduled':
      return 3;
    case 'draft':
      return pending === 0 && ((outside ?? []).length > 0 || isWanting(task)) ? 2 : 0;
    default:
      return 0;
  }
}

function compensationIn({ revisions }: Order): ReadonlyMap<PlanKey, Compensation> {
  const found = new Map<PlanKey, Compensation>();
  const pending = revisions?.at(-1);
  if (pending?.state !== 'requested') return found;
  for (const change of pending.changes) if (change.kind === 'cancelLine') found.set(`L${change.line}`, 'cancel');
  for (const domainOrder of pending.compensation.canceledDomainOrders) found.set(`D${domainOrder}`, 'cancel');
  for (const { task, action } of pending.compensation.rows) if (task !== undefined) found.set(`T${task}`, action);
  return found;
}

/** Top-level lines by location, in the order in which the locations first appear (domain.md A.7). */
function listSites(order: Order): readonly Site[] {
  const byPlace = new Map<string, { location: Location | undefined; lines: number[] }>();
  for (const line of rowsOf(order.lines)) {
    if (line.parent !== undefined) continue;
    const place = placeOf(line);
    const site = byPlace.get(place);
    if (site === undefined) byPlace.set(place, { location: line.location, lines: [line.number] });
    else site.lines.push(line.number);
  }
  return [...byPlace.values()].map(({ location, lines }, index) => ({
    key: `S${index + 1}` as const,
    ...(location === undefined ? {} : { location }),
    lines,
  }));
}

const placeOf = ({ location }: OrderLine): string =>
  location === undefined ? '' : (location.id ?? `${location.name}\n${location.address ?? ''}`);

/** The parts directly under one: sites, lines, domain orders, tasks. */
export function childrenOf({ order, sites }: PlanView, key: PlanKey): readonly PlanKey[] {
  if (key === 'order') return sites.map(site => site.key);
  const number = Number(key.slice(1));
  if (key.startsWith('S')) return sites[number - 1]?.lines.map(line => `L${line}` as const) ?? [];
  if (key.startsWith('L')) {
    const line = findRow(order.lines, number);
    return [
      ...(line?.children ?? []).map(child => `L${child}` as const),
      ...(line?.domainOrders ?? []).map(domainOrder => `D${domainOrder}` as const),
    ];
  }
  if (key.startsWith('T') || order.plan === undefined) return [];
  const domainOrder = findRow(order.plan.domainOrders, number);
  return [
    ...(domainOrder?.tasks ?? []).map(task => `T${task}` as const),
    ...(domainOrder?.children ?? []).map(child => `D${child}` as const),
  ];
}

/** Whether the plan has such a part. */
export function hasPart({ order, sites }: PlanView, key: string): key is PlanKey {
  if (key === 'order') return true;
  const number = Number(key.slice(1));
  // One part has one name: what `T01` is answered with would be known under `T1`.
  if (key !== `${key[0]}${number}`) return false;
  switch (key[0]) {
    case 'S':
      return sites[number - 1] !== undefined;
    case 'L':
      return findRow(order.lines, number) !== undefined;
    case 'D':
      return order.plan !== undefined && findRow(order.plan.domainOrders, number) !== undefined;
    case 'T':
      return order.plan !== undefined && findRow(order.plan.tasks, number) !== undefined;
    default:
      return false;
  }
}
