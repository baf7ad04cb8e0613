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

/** By the number of the part: what has not ended directly in it, and everything below it, ended and in all. */
type Tally = {
  readonly remaining: Int32Array;
  readonly endedDomainOrders: Int32Array;
  readonly domainOrders: Int32Array;
  readonly endedTasks: Int32Array;
  readonly tasks: Int32Array;
};

export const partsOf = (order: Order): Parts => ({
  lines: listRows(order.lines),
  domainOrders: listRows(planOf(order).domainOrders),
  tasks: listRows(planOf(order).tasks),
});

/** The order with these parts, `pending`, `remaining` and `counts` of each put right; parts beyond the present ones are new. Linear in its size, sharing what was right already. */
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
  const onLines = noTally(lines.length);
  const onDomainOrders = noTally(domainOrders.length);
  for (const { domainOrder, state } of tasks) {
    const ended = hasTaskEnded(state);
    tick(onDomainOrders.tasks, domainOrder);
    if (ended) tick(onDomainOrders.endedTasks, domainOrder);
    else tick(onDomainOrders.remaining, domainOrder);
  }
  // Everything below comes to the part above at once; a domain order is numbered after the one it is in.
  for (let number = domainOrders.length; number > 0; number -= 1) {
    const { parent, line, state } = domainOrders[number - 1] as DomainOrder;
    const [tally, above] = parent === undefined ? [onLines, line] : [onDomainOrders, parent];
    carry(onDomainOrders, number, tally, above);
    tick(tally.domainOrders, above);
    if (hasDomainOrderEnded(state)) tick(tally.endedDomainOrders, above);
    else tick(tally.remaining, above);
  }
  const withNested = copyOf(onLines);
  for (const { number, parent, state } of lines) {
    if (parent !== undefined && !hasLineEnded(state)) tick(withNested.remaining, parent);
    for (let around = parent; around !== undefined; around = lines[around - 1]?.parent) {
      carry(onLines, number, withNested, around);
    }
  }
  const pendingOf = pendingIn({ lines, domainOrders, tasks });
  return {
    lines: lines.map(line => settled(line, pendingOf(line), withNested)),
    domainOrders: domainOrders.map(part => settled(part, pendingOf(part), onDomainOrders)),
    tasks: tasks.map(task => {
      const pending = pendingOf(task);
      return task.pending === pending ? task : { ...task, pending };
    }),
  };
}

const noTally = (size: number): Tally => ({
  remaining: new Int32Array(size + 1),
  endedDomainOrders: new Int32Array(size + 1),
  domainOrders: new Int32Array(size + 1),
  endedTasks: new Int32Array(size + 1),
  tasks: new Int32Array(size + 1),
});

const copyOf = (tally: Tally): Tally => ({
  remaining: tally.remaining.slice(),
  endedDomainOrders: tally.endedDomainOrders.slice(),
  domainOrders: tally.domainOrders.slice(),
  endedTasks: tally.endedTasks.slice(),
  tasks: tally.tasks.slice(),
});

function tick(counts: Int32Array, number: number, by = 1): void {
  const before = counts[number];
  if (before === undefined) throw new Error(`A part is under a part ${number} that is not there`);
  counts[number] = before + by;
}

/** What is below a part is below the part around it too. */
function carry(from: Tally, number: number, to: Tally, above: number): void {
  tick(to.endedDomainOrders, above, from.endedDomainOrders[number]);
  tick(to.domainOrders, above, from.domainOrders[number]);
  tick(to.endedTasks, above, from.endedTasks[number]);
  tick(to.tasks, above, from.tasks[number]);
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

function settled<T extends OrderLine | DomainOrder>(part: T, pending: number, tally: Tally): T {
  const { number, counts } = part;
  const remaining = tally.remaining[number] as number;
  const domainOrders = countAt(counts.domainOrders, tally.endedDomainOrders[number], tally.domainOrders[number]);
  const tasks = countAt(counts.tasks, tally.endedTasks[number], tally.tasks[number]);
  const isSame = domainOrders === counts.domainOrders && tasks === counts.tasks;
  if (isSame && part.pending === pending && part.remaining === remaining) return part;
  return { ...part, pending, remaining, counts: isSame ? counts : { domainOrders, tasks } };
}

const countAt = (was: Count, ended = 0, total = 0): Count =>
  was.ended === ended && was.total === total ? was : { ended, total };

function countOf<T>(parts: readonly T[], hasEnded: (part: T) => boolean): Count {
  let ended = 0;
  for (const part of parts) if (hasEnded(part)) ended += 1;
  return { ended, total: parts.length };
}
