/** Every part of a plan at a place in one row, with the part above it: for adding things up from the tasks to the order. */
import type { Order, OrderTask } from '../order/order.ts';
import { listRows } from '../table.ts';
import type { PlanKey, Site } from './planKey.ts';

export type PlanIndex = {
  /** The order is at place 0; sites, lines, domain orders and tasks follow, each by number. */
  readonly size: number;
  readonly firstLine: number;
  readonly firstDomainOrder: number;
  readonly firstTask: number;
  readonly at: (key: PlanKey) => number;
  readonly keyAt: (place: number) => PlanKey;
  /** Place of the part above each; −1 above the order. */
  readonly parents: Int32Array;
  /** All places, each after everything below it; gone through by step, for a large plan is gone through often. */
  readonly bottomUp: Int32Array;
  /** In the order of their numbers. */
  readonly tasks: readonly OrderTask[];
};

export function indexPlan(order: Order, sites: readonly Site[]): PlanIndex {
  const firstLine = 1 + sites.length;
  const firstDomainOrder = firstLine + order.lines.size;
  const firstTask = firstDomainOrder + (order.plan?.domainOrders.size ?? 0);
  const tasks = order.plan === undefined ? [] : listRows(order.plan.tasks);
  const size = firstTask + tasks.length;
  const parents = new Int32Array(size).fill(-1);
  for (let site = 1; site < firstLine; site += 1) parents[site] = 0;
  for (const [index, { lines }] of sites.entries()) for (const line of lines) parents[firstLine + line - 1] = index + 1;
  for (const { number, parent } of listRows(order.lines)) {
    if (parent !== undefined) parents[firstLine + number - 1] = firstLine + parent - 1;
  }
  if (order.plan !== undefined) {
    for (const { number, parent, line } of listRows(order.plan.domainOrders)) {
      parents[firstDomainOrder + number - 1] =
        parent === undefined ? firstLine + line - 1 : firstDomainOrder + parent - 1;
    }
  }
  let place = firstTask;
  for (const { domainOrder } of tasks) parents[place++] = firstDomainOrder + domainOrder - 1;
  const bases = { S: 1, L: firstLine, D: firstDomainOrder, T: firstTask } as const;
  return {
    size,
    firstLine,
    firstDomainOrder,
    firstTask,
    parents,
    bottomUp: leavesFirst(parents),
    tasks,
    at: key => (key === 'order' ? 0 : bases[key[0] as keyof typeof bases] + Number(key.slice(1)) - 1),
    keyAt: place => {
      if (place === 0) return 'order';
      if (place < firstLine) return `S${place}`;
      if (place < firstDomainOrder) return `L${place - firstLine + 1}`;
      return place < firstTask ? `D${place - firstDomainOrder + 1}` : `T${place - firstTask + 1}`;
    },
  };
}

function leavesFirst(parents: Int32Array): Int32Array {
  const below = new Int32Array(parents.length);
  for (let place = 0; place < parents.length; place += 1) {
    const parent = parents[place] as number;
    if (parent >= 0) below[parent] = (below[parent] as number) + 1;
  }
  const sorted = new Int32Array(parents.length);
  let end = 0;
  for (let place = 0; place < below.length; place += 1) if (below[place] === 0) sorted[end++] = place;
  for (let at = 0; at < end; at += 1) {
    const parent = parents[sorted[at] as number] as number;
    if (parent < 0) continue;
    below[parent] = (below[parent] as number) - 1;
    if (below[parent] === 0) sorted[end++] = parent;
  }
  return sorted;
}
