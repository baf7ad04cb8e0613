/** Follows the waits of an order for others, theirs in turn, and finds the way round by which it would wait for itself (features O6). */
import type { OutsideDependency } from '../decomposition/decomposed.ts';
import { findRow, getRow, rowsOf } from '../table.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import { taskId, type NodeId } from '../vocabulary/node.ts';
import { taskNumber } from './numbers.ts';
import type { Order, OrderTask } from './order.ts';
import { workBehind } from './workBehind.ts';

export type WaitCircle = {
  /** Number of the order that is waited for first. */
  readonly other: string;
  /** Parts by name: a task, what it waits for in another order, the task there that waits on, and so on round to the first. */
  readonly path: readonly string[];
};

/** A task that waits for a part of another order. */
type Hop = {
  readonly order: Order;
  readonly task: OrderTask;
  readonly wait: NonNullable<OrderTask['outside']>[number];
};

/**
 * The order is taken as it is given, the others as `load` has them. Every way round leaves the order by one of its own
 * waits, so one without any costs a look over its tasks.
 */
export function findWaitCircle(order: Order, load: (orderId: string) => Order | null): WaitCircle | undefined {
  const at = (id: string): Order | null => (id === order.id ? order : load(id));
  const left = new Set<string>();
  const way: Hop[] = [];

  /** The hops from the one that was met again on, or undefined. */
  const follow = (first: Hop): readonly Hop[] | undefined => {
    const ahead: Hop[][] = [[first]];
    for (let side = ahead.at(-1); side !== undefined; side = ahead.at(-1)) {
      const hop = side.shift();
      if (hop === undefined) {
        ahead.pop();
        const behind = way.pop();
        if (behind !== undefined) left.add(keyOf(behind));
        continue;
      }
      const key = keyOf(hop);
      if (left.has(key)) continue;
      const met = way.findIndex(one => keyOf(one) === key);
      if (met >= 0) return way.slice(met);
      way.push(hop);
      const other = at(hop.wait.order);
      ahead.push(other === null ? [] : [...hopsBehind(other, hop.wait.node)]);
    }
    return undefined;
  };

  for (const task of order.plan === undefined ? [] : rowsOf(order.plan.tasks)) {
    if (hasTaskEnded(task.state)) continue;
    for (const wait of task.outside ?? []) {
      const found = follow({ order, task, wait });
      if (found !== undefined) return circleOf(found);
    }
  }
  return undefined;
}

/** Whether, following the waits from that part of another order, the task of this order would wait for itself. */
export function wouldWaitForItself(
  orderId: string,
  on: OutsideDependency,
  load: (orderId: string) => Order | null,
): boolean {
  const seen = new Map<string, Set<NodeId>>();
  const ahead: (readonly [string, readonly NodeId[]])[] = [[on.order, [on.node]]];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const [id, nodes] = next;
    const order = load(id);
    if (order?.plan === undefined) continue;
    const known = seen.get(id) ?? new Set();
    seen.set(id, known);
    const found = workBehind(order, nodes, known);
    // A task that is only about to be added may be part of whatever was reached here.
    if (id === orderId && found.size > 0 && findRow(order.plan.tasks, on.task) === undefined) return true;
    if (id === orderId && found.has(taskId(on.task))) return true;
    for (const node of found) {
      known.add(node);
      if (!node.startsWith('T')) continue;
      const { outside = [] } = getRow(order.plan.tasks, Number(node.slice(1)));
      ahead.push(...outside.map(wait => [wait.order, [wait.node]] as const));
    }
  }
  return false;
}

const keyOf = ({ order, task, wait }: Hop): string => `${order.id}/${task.id}/${wait.order}/${wait.node}`;

const nothing: ReadonlySet<NodeId> = new Set();

/** The waits of whatever has to happen before that part can end. */
function hopsBehind(order: Order, node: NodeId): readonly Hop[] {
  const { plan } = order;
  if (plan === undefined) return [];
  return [...workBehind(order, [node], nothing)].flatMap(id => {
    if (!id.startsWith('T')) return [];
    const task = getRow(plan.tasks, Number(id.slice(1)));
    return (task.outside ?? []).map(wait => ({ order, task, wait }));
  });
}

function circleOf(hops: readonly Hop[]): WaitCircle {
  const nameOf = ({ order, task }: Hop): string => `${taskNumber(order, task.number)} ${task.title}`;
  const [first] = hops;
  if (first === undefined) throw new Error('A circle has no parts');
  const path = hops.flatMap(hop => [nameOf(hop), `${hop.wait.orderNumber} ${hop.wait.title}`]);
  return { other: first.wait.orderNumber, path: [...path, nameOf(first)] };
}
