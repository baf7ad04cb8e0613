/** Counts every part of an order anew, the slow and plain way, and names what the order itself says differently. */
import { rowsOf } from '../../table.ts';
import { getDomainOrder, getLine, getTask } from '../change.ts';
import { countsOfDomainOrder, countsOfLine } from '../countsBelow.ts';
import type { Count, Order, Plan } from '../order.ts';
import { nodeOf, type NodeId } from '../../vocabulary/node.ts';
import { hasDomainOrderEnded, hasLineEnded, hasTaskEnded } from '../../vocabulary/states.ts';

export function hasEnded(order: Order, id: NodeId): boolean {
  const { kind, number } = nodeOf(id);
  if (kind === 'line') return hasLineEnded(getLine(order, number).state);
  return kind === 'domainOrder'
    ? hasDomainOrderEnded(getDomainOrder(order, number).state)
    : hasTaskEnded(getTask(order, number).state);
}

export const unfinished = (order: Order, ids: readonly NodeId[]): readonly NodeId[] =>
  ids.filter(id => !hasEnded(order, id));

type Part = ReturnType<typeof getLine | typeof getDomainOrder | typeof getTask>;

/** Whether something of it was ever begun; what has ended without that counts as begun too. */
export function hasBegun(order: Order, id: NodeId): boolean {
  const { kind, number } = nodeOf(id);
  if (hasEnded(order, id)) return true;
  if (kind === 'line') return getLine(order, number).started === true;
  return (kind === 'task' ? getTask(order, number) : getDomainOrder(order, number)).actualStart !== undefined;
}

/** The predecessors that have not let go of a part: unfinished, or not begun where that is enough. */
export const unreleased = (order: Order, { predecessors, startPredecessors = [] }: Part): readonly NodeId[] =>
  predecessors.filter(id => (startPredecessors.includes(id) ? !hasBegun(order, id) : !hasEnded(order, id)));

/** Differences between what the order keeps up and what is there; empty when there are none. */
export function miscountsOf(order: Order): readonly string[] {
  const faults: string[] = [];
  const same = (what: string, kept: unknown, counted: unknown): void => {
    const [said, found] = [JSON.stringify(kept), JSON.stringify(counted)];
    if (said !== found) faults.push(`${what} says ${said}, counted ${found}`);
  };
  const lines = [...rowsOf(order.lines)];
  const topLines = lines.flatMap(({ parent, id }) => (parent === undefined ? [id] : []));
  same('order remaining', order.remaining, unfinished(order, topLines).length);
  for (const line of lines) {
    same(`${line.id} pending`, line.pending, unreleased(order, line).length);
    const parts = [...line.children.map(number => `L${number}` as const), ...line.domainOrders.map(idOfDomainOrder)];
    same(`${line.id} remaining`, line.remaining, unfinished(order, parts).length);
    same(
      `${line.id} ended with its parts`,
      hasLineEnded(line.state),
      line.remaining === 0 && (order.actualStart !== undefined || line.canceling === true),
    );
  }
  const { plan } = order;
  if (plan === undefined) return faults;
  for (const domainOrder of rowsOf(plan.domainOrders)) {
    const { id } = domainOrder;
    const parts = [
      ...domainOrder.tasks.map(number => `T${number}` as const),
      ...domainOrder.children.map(idOfDomainOrder),
    ];
    same(`${id} pending`, domainOrder.pending, unreleased(order, domainOrder).length);
    same(`${id} remaining`, domainOrder.remaining, unfinished(order, parts).length);
    same(`${id} ended with its parts`, hasDomainOrderEnded(domainOrder.state), domainOrder.remaining === 0);
    same(
      `${id} counts`,
      countsOfDomainOrder(order, domainOrder.number),
      countsIn(order, plan, number => placeUnder(order, number, domainOrder.number)),
    );
  }
  for (const task of rowsOf(plan.tasks)) {
    same(`${task.id} pending`, task.pending, unreleased(order, task).length);
  }
  for (const line of lines) {
    const inside = new Set(
      lines.filter(other => isInside(order, other.number, line.number)).map(({ number }) => number),
    );
    const counted = countsIn(order, plan, number => (inside.has(getDomainOrder(order, number).line) ? 'below' : 'not'));
    same(`${line.id} counts`, countsOfLine(order, line.number), counted);
  }
  same(
    'order counts',
    order.counts,
    countsIn(order, plan, () => 'below'),
  );
  return faults;
}

const idOfDomainOrder = (number: number): NodeId => `D${number}`;

type Place = 'itself' | 'below' | 'not';

function placeUnder(order: Order, number: number, top: number): Place {
  if (number === top) return 'itself';
  let at = getDomainOrder(order, number).parent;
  while (at !== undefined && at !== top) at = getDomainOrder(order, at).parent;
  return at === undefined ? 'not' : 'below';
}

function isInside(order: Order, number: number, outer: number): boolean {
  for (let at: number | undefined = number; at !== undefined; at = getLine(order, at).parent) {
    if (at === outer) return true;
  }
  return false;
}

/** A domain order's own tasks are counted on it, itself only on those above. */
function countsIn(order: Order, plan: Plan, placeOf: (domainOrder: number) => Place) {
  const domainOrders = [...rowsOf(plan.domainOrders)].filter(({ number }) => placeOf(number) === 'below');
  const tasks = [...rowsOf(plan.tasks)].filter(({ domainOrder }) => placeOf(domainOrder) !== 'not');
  const count = (ids: readonly NodeId[]): Count => ({
    ended: ids.length - unfinished(order, ids).length,
    total: ids.length,
  });
  return { domainOrders: count(domainOrders.map(({ id }) => id)), tasks: count(tasks.map(({ id }) => id)) };
}
