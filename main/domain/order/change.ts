/** Small changes to parts of an order, each sharing everything it does not touch. */
import { getRow, replaceRow } from '../table.ts';
import type { HappenedEvent } from './events.ts';
import type { Count, DomainOrder, Fallout, Order, OrderLine, OrderTask, Plan, Touched } from './order.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';

/** The plan of an order that has one; asking before decomposition is a bug. */
export function planOf(order: Order): Plan {
  if (order.plan === undefined) throw new Error(`Order ${order.id} has no plan yet`);
  return order.plan;
}

export const getTask = (order: Order, number: number): OrderTask => getRow(planOf(order).tasks, number);
export const getDomainOrder = (order: Order, number: number): DomainOrder => getRow(planOf(order).domainOrders, number);
export const getLine = (order: Order, number: number): OrderLine => getRow(order.lines, number);
export const getFallout = (order: Order, number: number): Fallout => getRow(order.fallouts, number);

export const touchedBy = (event: HappenedEvent): Touched => ({
  version: event.version,
  at: event.at,
  by: event.by,
  type: event.type,
});

export function withTask(order: Order, number: number, change: (task: OrderTask) => Partial<OrderTask>): Order {
  const plan = planOf(order);
  const task = getRow(plan.tasks, number);
  return { ...order, plan: { ...plan, tasks: replaceRow(plan.tasks, number, { ...task, ...change(task) }) } };
}

export function withDomainOrder(
  order: Order,
  number: number,
  change: (domainOrder: DomainOrder) => Partial<DomainOrder>,
): Order {
  const plan = planOf(order);
  const domainOrder = getRow(plan.domainOrders, number);
  const domainOrders = replaceRow(plan.domainOrders, number, { ...domainOrder, ...change(domainOrder) });
  return { ...order, plan: { ...plan, domainOrders } };
}

export function withLine(order: Order, number: number, change: (line: OrderLine) => Partial<OrderLine>): Order {
  const line = getRow(order.lines, number);
  return { ...order, lines: replaceRow(order.lines, number, { ...line, ...change(line) }) };
}

export function withFallout(order: Order, number: number, change: (fallout: Fallout) => Partial<Fallout>): Order {
  const fallout = getRow(order.fallouts, number);
  return { ...order, fallouts: replaceRow(order.fallouts, number, { ...fallout, ...change(fallout) }) };
}

/** One predecessor of each of these parts has ended. */
export function releaseSuccessors(order: Order, successors: readonly NodeId[]): Order {
  return successors.reduce((changed, id) => {
    const { kind, number } = nodeOf(id);
    const release = (part: { readonly pending: number }) => ({ pending: part.pending - 1 });
    if (kind === 'task') return withTask(changed, number, release);
    return kind === 'domainOrder' ? withDomainOrder(changed, number, release) : withLine(changed, number, release);
  }, order);
}

type Counts = { readonly domainOrders: Count; readonly tasks: Count };

/** Counts one ended task or domain order on every part above it, and on the order (features O2). */
export function countEnded(
  order: Order,
  what: keyof Counts,
  under: { readonly domainOrder: number | undefined; readonly line: number },
): Order {
  const add = (part: { readonly counts: Counts }) => ({ counts: oneMoreEnded(part.counts, what) });
  let changed = order;
  for (let number = under.domainOrder; number !== undefined;) {
    changed = withDomainOrder(changed, number, add);
    number = getDomainOrder(changed, number).parent;
  }
  for (let number: number | undefined = under.line; number !== undefined;) {
    changed = withLine(changed, number, add);
    number = getLine(changed, number).parent;
  }
  return { ...changed, counts: oneMoreEnded(changed.counts, what) };
}

const oneMoreEnded = (counts: Counts, what: keyof Counts): Counts => ({
  ...counts,
  [what]: { ...counts[what], ended: counts[what].ended + 1 },
});
