/** One look over a whole plan: sites, fallouts and what moves next under every part, computed once and asked often. */
import { findRow, getRow, rowsOf } from '../table.ts';
import { isFalloutOpen, type TaskState } from '../vocabulary/states.ts';
import type { Fallout, Order, OrderLine, OrderTask } from '../order/order.ts';
import type { Location } from '../vocabulary/captured.ts';
import type { NodeId } from '../vocabulary/node.ts';

/** `order`, a site `S1`, or a part of the order. */
export type PlanKey = 'order' | `S${number}` | NodeId;

export type Site = {
  readonly key: `S${number}`;
  /** Absent for the lines that name no location. */
  readonly location?: Location;
  /** Top-level lines. */
  readonly lines: readonly number[];
};

/** ISO-8601 UTC. */
export type Span = { readonly start: string; readonly end: string };

export type PlanView = {
  readonly order: Order;
  readonly sites: readonly Site[];
  /** The task that most needs somebody's hand under each part; none when nothing there can move. */
  readonly movers: ReadonlyMap<PlanKey, OrderTask>;
  readonly openFallouts: ReadonlyMap<PlanKey, number>;
  /** From the first planned start to the last planned end of the tasks of each part. */
  readonly spans: ReadonlyMap<PlanKey, Span>;
  /** The fallout that holds a task, the oldest first. */
  readonly holding: ReadonlyMap<number, Fallout>;
};

/** Linear in the size of the plan. */
export function viewPlan(order: Order): PlanView {
  const sites = listSites(order);
  const siteOfLine = new Map(sites.flatMap(({ key, lines }) => lines.map(line => [line, key] as const)));
  const movers = new Map<PlanKey, OrderTask>();
  const openFallouts = new Map<PlanKey, number>();
  const holding = new Map<number, Fallout>();
  const above = (task: OrderTask): readonly PlanKey[] => [task.id, ...keysAbove(order, siteOfLine, task)];
  for (const fallout of rowsOf(order.fallouts)) {
    if (!isFalloutOpen(fallout.state)) continue;
    if (!holding.has(fallout.task)) holding.set(fallout.task, fallout);
    const task = order.plan === undefined ? undefined : findRow(order.plan.tasks, fallout.task);
    for (const key of task === undefined ? [] : above(task)) openFallouts.set(key, (openFallouts.get(key) ?? 0) + 1);
  }
  const spans = new Map<PlanKey, Span>();
  for (const task of order.plan === undefined ? [] : rowsOf(order.plan.tasks)) {
    for (const key of above(task)) {
      spans.set(key, widened(spans.get(key), task));
      const known = movers.get(key);
      if (urgencyOf(task) > (known === undefined ? 0 : urgencyOf(known))) movers.set(key, task);
    }
  }
  return { order, sites, movers, openFallouts, spans, holding };
}

const widened = (span: Span | undefined, { plannedStart, plannedEnd }: OrderTask): Span =>
  span === undefined
    ? { start: plannedStart, end: plannedEnd }
    : {
        start: plannedStart < span.start ? plannedStart : span.start,
        end: plannedEnd > span.end ? plannedEnd : span.end,
      };

/** What is stuck needs a hand before what nobody has taken, and that before what is being done. */
const urgency: Readonly<Partial<Record<TaskState, number>>> = { onHold: 4, open: 2, inProgress: 1 };

function urgencyOf({ state, assignee }: OrderTask): number {
  const base = urgency[state] ?? 0;
  return state === 'open' && assignee === undefined ? base + 1 : base;
}

function keysAbove(order: Order, siteOfLine: ReadonlyMap<number, `S${number}`>, task: OrderTask): readonly PlanKey[] {
  const keys: PlanKey[] = ['order'];
  for (let number: number | undefined = task.domainOrder; number !== undefined && order.plan !== undefined;) {
    keys.push(`D${number}`);
    number = getRow(order.plan.domainOrders, number).parent;
  }
  let top = task.line;
  for (let number: number | undefined = task.line; number !== undefined; number = getRow(order.lines, number).parent) {
    keys.push(`L${number}`);
    top = number;
  }
  const site = siteOfLine.get(top);
  return site === undefined ? keys : [...keys, site];
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
