/** Counts anew what an order keeps up about its parts: needed where parts were added, taken back or reopened, not for everyday work. */
import { listRows, replaceRow, tableOf, withRow, type Table } from '../table.ts';
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

type Tally = {
  remaining: number;
  domainOrders: { ended: number; total: number };
  tasks: { ended: number; total: number };
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
    lines: putRows(order.lines, counted.lines),
    plan: {
      ...plan,
      domainOrders: putRows(plan.domainOrders, counted.domainOrders),
      tasks: putRows(plan.tasks, counted.tasks),
    },
    remaining: top.length,
    counts: {
      domainOrders: countOf(counted.domainOrders.map(({ state }) => hasDomainOrderEnded(state))),
      tasks: countOf(counted.tasks.map(({ state }) => hasTaskEnded(state))),
    },
  };
}

/** Whether a part lets go of what waits for its start. */
export function hasStarted(part: OrderTask | DomainOrder | OrderLine): boolean {
  if ('itemId' in part) return hasLineEnded(part.state) || part.started === true;
  return part.actualStart !== undefined || part.state === 'closedComplete' || part.state === 'canceled';
}

function count({ lines, domainOrders, tasks }: Parts): Parts {
  const onLines = lines.map(fresh);
  const onDomainOrders = domainOrders.map(fresh);
  const add = (domainOrder: number | undefined, line: number, what: 'domainOrders' | 'tasks', ended: boolean): void => {
    for (let at = domainOrder; at !== undefined; at = domainOrders[at - 1]?.parent)
      tick(onDomainOrders[at - 1], what, ended);
    for (let at: number | undefined = line; at !== undefined; at = lines[at - 1]?.parent)
      tick(onLines[at - 1], what, ended);
  };
  for (const { domainOrder, line, state } of tasks) {
    const ended = hasTaskEnded(state);
    add(domainOrder, line, 'tasks', ended);
    if (!ended) oneMore(onDomainOrders[domainOrder - 1]);
  }
  for (const { parent, line, state } of domainOrders) {
    const ended = hasDomainOrderEnded(state);
    add(parent, line, 'domainOrders', ended);
    if (!ended) oneMore(parent === undefined ? onLines[line - 1] : onDomainOrders[parent - 1]);
  }
  for (const { parent, state } of lines) {
    if (parent !== undefined && !hasLineEnded(state)) oneMore(onLines[parent - 1]);
  }
  const pendingOf = pendingIn({ lines, domainOrders, tasks });
  return {
    lines: lines.map((line, index) => settled(line, pendingOf(line), onLines[index] as Tally)),
    domainOrders: domainOrders.map((part, index) => settled(part, pendingOf(part), onDomainOrders[index] as Tally)),
    tasks: tasks.map(task => {
      const pending = pendingOf(task);
      return task.pending === pending ? task : { ...task, pending };
    }),
  };
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
  const { remaining, domainOrders, tasks } = tally;
  const { counts } = part;
  const same =
    part.pending === pending &&
    part.remaining === remaining &&
    sameCount(counts.domainOrders, domainOrders) &&
    sameCount(counts.tasks, tasks);
  return same ? part : { ...part, pending, remaining, counts: { domainOrders, tasks } };
}

const fresh = (): Tally => ({ remaining: 0, domainOrders: { ended: 0, total: 0 }, tasks: { ended: 0, total: 0 } });

function tick(tally: Tally | undefined, what: 'domainOrders' | 'tasks', ended: boolean): void {
  if (tally === undefined) throw new Error('A part is under a part that is not there');
  tally[what].total += 1;
  if (ended) tally[what].ended += 1;
}

function oneMore(tally: Tally | undefined): void {
  if (tally === undefined) throw new Error('A part is under a part that is not there');
  tally.remaining += 1;
}

const sameCount = (a: Count, b: Count): boolean => a.ended === b.ended && a.total === b.total;

const countOf = (ended: readonly boolean[]): Count => ({ ended: ended.filter(Boolean).length, total: ended.length });

function putRows<T>(table: Table<T>, rows: readonly T[]): Table<T> {
  if (table.size === 0) return tableOf(rows);
  const before = listRows(table);
  let changed = table;
  for (const [index, row] of rows.entries()) {
    if (index >= before.length) changed = withRow(changed, row);
    else if (row !== before[index]) changed = replaceRow(changed, index + 1, row);
  }
  return changed;
}
