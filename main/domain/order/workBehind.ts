/** Follows the plan of one order backwards: everything that has to happen before some of its parts can end (features O6). */
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { getDomainOrder, getLine, getTask } from './change.ts';
import type { Order } from './order.ts';
import { comesAfter, getPart, hasPartEnded } from './waits.ts';

/**
 * The unfinished parts that the given ones wait for, themselves included, as far as they are not in `known` yet. Where a
 * start would be enough, the end is asked for: it may say too much, never too little. Linear in the size of the plan.
 */
export function workBehind(order: Order, from: readonly NodeId[], known: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  const ahead = [...from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (known.has(id) || found.has(id) || hasPartEnded(getPart(order, id))) continue;
    found.add(id);
    ahead.push(...neededBy(order, id));
  }
  return found;
}

function neededBy(order: Order, id: NodeId): readonly NodeId[] {
  const { kind, number } = nodeOf(id);
  if (kind === 'task') return comesAfter(order, getTask(order, number));
  if (kind === 'line') {
    const { children, domainOrders } = getLine(order, number);
    return [...children.map(child => `L${child}` as const), ...domainOrders.map(part => `D${part}` as const)];
  }
  const { tasks, children } = getDomainOrder(order, number);
  return [...tasks.map(task => `T${task}` as const), ...children.map(child => `D${child}` as const)];
}
