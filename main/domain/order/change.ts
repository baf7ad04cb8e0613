/** Small changes to parts of an order, each sharing everything it does not touch. */
import { changeRows, getRow, replaceRow } from '../table.ts';
import type { HappenedEvent } from './events.ts';
import type { DomainOrder, Fallout, Order, OrderLine, OrderTask, Plan, TimedLinks, Touched } from './order.ts';
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

/** As `withTask`, for any number of tasks at once. */
export function withTasks(order: Order, numbers: readonly number[], change: (task: OrderTask) => OrderTask): Order {
  const plan = planOf(order);
  return { ...order, plan: { ...plan, tasks: changeRows(plan.tasks, numbers, change) } };
}

/** As `withDomainOrder`, for any number of them at once. */
export function withDomainOrders(
  order: Order,
  numbers: readonly number[],
  change: (domainOrder: DomainOrder) => DomainOrder,
): Order {
  const plan = planOf(order);
  return { ...order, plan: { ...plan, domainOrders: changeRows(plan.domainOrders, numbers, change) } };
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

type LettingGo = TimedLinks & { readonly id: NodeId; readonly successors: readonly NodeId[] };

/** A part has ended and lets go of what waits for that; where it never started, of what waits for its start too. */
export function releaseAtEnd(order: Order, part: LettingGo, hadStarted: boolean, at: string): Order {
  const released = releaseParts(order, part.id, part.successors, at);
  return hadStarted ? released : releaseParts(released, part.id, part.startSuccessors ?? [], at);
}

/** A part has started and lets go of what waits for that; it does so once, however often it is started anew. */
export const releaseAtStart = (order: Order, part: LettingGo, hadStarted: boolean, at: string): Order =>
  hadStarted ? order : releaseParts(order, part.id, part.startSuccessors ?? [], at);

/** One predecessor of each of these parts has let go; where there is a lag, it runs from then on. */
function releaseParts(order: Order, before: NodeId, successors: readonly NodeId[], at: string): Order {
  return successors.reduce((changed, id) => {
    const { kind, number } = nodeOf(id);
    const release = ({ pending, lags, freeAt }: TimedLinks & { readonly pending: number }) => {
      const lag = lags?.[before];
      return {
        pending: pending - 1,
        ...(lag === undefined ? {} : { freeAt: later(freeAt ?? '', minutesAfter(at, lag)) }),
      };
    };
    if (kind === 'task') return withTask(changed, number, release);
    return kind === 'domainOrder' ? withDomainOrder(changed, number, release) : withLine(changed, number, release);
  }, order);
}

/** The later of two moments in ISO-8601 UTC; an empty one is before all others. */
export const later = (a: string, b: string): string => (a > b ? a : b);

/** ISO-8601 UTC; minutes of real time. */
export const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/**
 * Counts one ended task or domain order on the order, and takes it off what remains of the part directly above (features O2).
 * Nothing is kept on the parts above that: what ends level after level would change all of them at every level.
 */
export function countEnded(
  order: Order,
  what: keyof Order['counts'],
  under: { readonly domainOrder: number | undefined; readonly line: number },
): Order {
  const less = ({ remaining }: { readonly remaining: number }) => ({ remaining: remaining - 1 });
  const changed =
    under.domainOrder === undefined
      ? withLine(order, under.line, less)
      : withDomainOrder(order, under.domainOrder, less);
  const { ended, total } = order.counts[what];
  return { ...changed, counts: { ...order.counts, [what]: { ended: ended + 1, total } } };
}
