/** Counts anew what an order keeps up about its parts: needed where parts were added, taken back or reopened, not for everyday work. */
import { listRows, withAllRows } from '../table.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { hasDomainOrderEnded, hasLineEnded, hasTaskEnded } from '../vocabulary/states.ts';
import { planOf } from './change.ts';
import type { Count, DomainOrder, Order, OrderLine, OrderTask } from './order.ts';

/** All parts of an order as lists, each part at its number minus one. */
export type Parts = {
  readonly lines: readonly OrderLine[];
  readonly domainOrders: readonly DomainOrder[];
  readonly tasks: readonly OrderTask[];
};

export const partsOf = (order: Order): Parts => ({
  lines: listRows(order.lines),
  domainOrders: listRows(planOf(order).domainOrders),
  tasks: listRows(planOf(order).tasks),
});

/** The order with these parts, `pending` and `remaining` of each put right; parts beyond the present ones are new. Linear in its size, sharing what was right already. */
export function withParts(order: Order, parts: Parts): Order {
  const counted = count(parts);
  const plan = planOf(order);
  const top = counted.lines.filter(({ parent, state }) => parent === undefined && !hasLineEnded(state));
  return {
    ...order,
    lines: withAllRows(order.lines, counted.lines),
    plan: {
      ...plan,
      domainOrders: withAllRows(plan.domainOrders, counted.domainOrders),
      tasks: withAllRows(plan.tasks, counted.tasks),
    },
    remaining: top.length,
    counts: {
      domainOrders: countOf(counted.domainOrders, ({ state }) => hasDomainOrderEnded(state)),
      tasks: countOf(counted.tasks, ({ state }) => hasTaskEnded(state)),
    },
  };
}

/** Whether a part lets go of what waits for its start. */
export function hasStarted(part: OrderTask | DomainOrder | OrderLine): boolean {
  if ('itemId' in part) return hasLineEnded(part.state) || part.started === true;
  return part.actualStart !== undefined || part.state === 'closedComplete' || part.state === 'canceled';
}

function count({ lines, domainOrders, tasks }: Parts): Parts {
  const onLines = new Int32Array(lines.length + 1);
  const onDomainOrders = new Int32Array(domainOrders.length + 1);
  for (const { domainOrder, state } of tasks) if (!hasTaskEnded(state)) tick(onDomainOrders, domainOrder);
  for (const { parent, line, state } of domainOrders) {
    if (!hasDomainOrderEnded(state)) tick(parent === undefined ? onLines : onDomainOrders, parent ?? line);
  }
  for (const { parent, state } of lines) if (parent !== undefined && !hasLineEnded(state)) tick(onLines, parent);
  const pendingOf = pendingIn({ lines, domainOrders, tasks });
  return {
    lines: lines.map(line => settled(line, pendingOf(line), onLines)),
    domainOrders: domainOrders.map(part => settled(part, pendingOf(part), onDomainOrders)),
    tasks: tasks.map(task => {
      const pending = pendingOf(task);
      return task.pending === pending ? task : { ...task, pending };
    }),
  };
}

/** One more that has not ended directly in the part with this number. */
function tick(remaining: Int32Array, number: number): void {
  const before = remaining[number];
  if (before === undefined) throw new Error(`A part is under a part ${number} that is not there`);
  remaining[number] = before + 1;
}

/** How many predecessors have not let go yet: not ended, or not even started where that is enough. */
function pendingIn({ lines, domainOrders, tasks }: Parts): (part: OrderTask | DomainOrder | OrderLine) => number {
  const partAt = (id: NodeId): OrderTask | DomainOrder | OrderLine => {
    const { kind, number } = nodeOf(id);
    const found = kind === 'task' ? tasks[number - 1] : kind === 'line' ? lines[number - 1] : domainOrders[number - 1];
    if (found === undefined) throw new Error(`No part ${id} in this order`);
    return found;
  };
  const hasEnded = (part: OrderTask | DomainOrder | OrderLine): boolean =>
    'itemId' in part ? hasLineEnded(part.state) : part.state === 'closedComplete' || part.state === 'canceled';
  return ({ predecessors, startPredecessors }) => {
    let pending = 0;
    for (const id of predecessors) {
      const part = partAt(id);
      const isFree = startPredecessors?.includes(id) === true ? hasStarted(part) : hasEnded(part);
      if (!isFree) pending += 1;
    }
    return pending;
  };
}

function settled<T extends OrderLine | DomainOrder>(part: T, pending: number, remainingIn: Int32Array): T {
  const remaining = remainingIn[part.number] as number;
  return part.pending === pending && part.remaining === remaining ? part : { ...part, pending, remaining };
}

function countOf<T>(parts: readonly T[], hasEnded: (part: T) => boolean): Count {
  let ended = 0;
  for (const part of parts) if (hasEnded(part)) ended += 1;
  return { ended, total: parts.length };
}
