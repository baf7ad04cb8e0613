/** Puts rows onto the end of a plan, all of it at first, a part of it later: they become numbered parts that know their parents, children, predecessors and successors. */
import type { Dependency } from '../decomposition/decomposed.ts';
import { findRow } from '../table.ts';
import { domainOrderId, nodeOf, taskId, type NodeId } from '../vocabulary/node.ts';
import { getDomainOrder, getLine, later, minutesAfter, planOf, touchedBy } from './change.ts';
import type { HappenedEvent, PlanAddition } from './events.ts';
import type { DomainOrder, Order, OrderLine, OrderTask, TimedLinks } from './order.ts';
import { hasStarted, partsOf, withParts } from './recount.ts';
import { hasPartEnded } from './waits.ts';

type Links = TimedLinks & { readonly predecessors: readonly NodeId[]; readonly successors: readonly NodeId[] };
type GrowingLinks = {
  predecessors: NodeId[];
  successors: NodeId[];
  startSuccessors: NodeId[];
  startPredecessors: NodeId[];
  lags: Record<NodeId, number>;
  /** Empty, unless the lag has begun before the part was there. */
  freeAt: string;
};

const nothing = { ended: 0, total: 0 };
const unlinked: Links = { predecessors: [], successors: [] };

/** The order with the addition's domain orders, tasks, dependencies and trace; linear in the size of the order. */
export function grownOrder(order: Order, addition: PlanAddition, event: HappenedEvent): Order {
  const { lines, domainOrders, tasks } = partsOf(order);
  const links = linksOf(addition.dependencies, (before, on) => whenLetGo(order, event, before, on));
  const newTasks = listTasks(order, addition, event, tasks.length);
  const newDomainOrders = addition.domainOrders.map((row, index): DomainOrder => {
    const number = domainOrders.length + index + 1;
    return {
      ...row,
      ...unlinked,
      id: domainOrderId(number),
      number,
      state: 'draft',
      tasks: [],
      children: [],
      pending: 0,
      remaining: 0,
      counts: { domainOrders: nothing, tasks: nothing },
    };
  });
  const tasksOf = listedBy(newTasks, ({ domainOrder }) => domainOrder);
  const childrenOf = listedBy(newDomainOrders, ({ parent }) => parent);
  const topsOf = listedBy(newDomainOrders, ({ parent, line }) => (parent === undefined ? line : undefined));
  const grown = withParts(order, {
    lines: lines.map(line => linked(extended(line, 'domainOrders', topsOf.get(line.number)), links.get(line.id))),
    domainOrders: [...domainOrders, ...newDomainOrders].map(part =>
      linked(
        extended(extended(part, 'tasks', tasksOf.get(part.number)), 'children', childrenOf.get(part.number)),
        links.get(part.id),
      ),
    ),
    tasks: [...tasks, ...newTasks].map(task => linked(task, links.get(task.id))),
  });
  const { entries, mappings, compatibility = [] } = planOf(order).trace;
  const trace = {
    entries: [...entries, ...addition.trace.entries],
    mappings: [...mappings, ...addition.trace.mappings],
    compatibility: [...compatibility, ...(addition.trace.compatibility ?? [])],
  };
  return { ...grown, plan: { ...planOf(grown), trace } };
}

function listTasks(order: Order, addition: PlanAddition, event: HappenedEvent, before: number): readonly OrderTask[] {
  const known = planOf(order).domainOrders.size;
  const lineOf = (domainOrder: number): number => {
    if (domainOrder <= known) return getDomainOrder(order, domainOrder).line;
    const row = addition.domainOrders[domainOrder - known - 1];
    if (row === undefined) throw new Error(`Task of a domain order ${domainOrder} that is not there`);
    return row.line;
  };
  const outside = Map.groupBy(addition.outside ?? [], ({ task }) => task);
  const touched = touchedBy(event);
  return addition.tasks.map((row, index): OrderTask => {
    const number = before + index + 1;
    const line = lineOf(row.domainOrder);
    const waits = outside.get(number)?.map(({ task: _task, ...rest }) => rest);
    return {
      ...row,
      ...unlinked,
      id: taskId(number),
      number,
      line,
      state: 'draft',
      priority: getLine(order, line).priority?.priority ?? order.priority,
      values: [],
      pending: 0,
      fallouts: [],
      retries: 0,
      ...(waits === undefined ? {} : { outside: waits }),
      touched,
    };
  });
}

/** The numbers of rows by what they belong to. */
function listedBy<T extends { readonly number: number }>(
  rows: readonly T[],
  keyOf: (row: T) => number | undefined,
): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [row.number]);
    else list.push(row.number);
  }
  return lists;
}

function extended<K extends 'domainOrders' | 'tasks' | 'children', T extends { readonly [N in K]: readonly number[] }>(
  part: T,
  list: K,
  numbers: readonly number[] | undefined,
): T {
  return numbers === undefined ? part : { ...part, [list]: [...part[list], ...numbers] };
}

/** When a part that is there already let go of what is added after it; undefined while it has not, or is new itself. */
function whenLetGo(order: Order, event: HappenedEvent, before: NodeId, on: 'start' | undefined): string | undefined {
  const part = findPart(order, before);
  if (part === undefined || !(on === 'start' ? hasStarted(part) : hasPartEnded(part))) return undefined;
  // Lines keep no times of their own.
  if ('itemId' in part) return event.at;
  return (on === 'start' ? part.actualStart : undefined) ?? part.actualEnd ?? event.at;
}

function findPart(order: Order, id: NodeId): OrderTask | DomainOrder | OrderLine | undefined {
  const { kind, number } = nodeOf(id);
  if (kind === 'line') return findRow(order.lines, number);
  return kind === 'task' ? findRow(planOf(order).tasks, number) : findRow(planOf(order).domainOrders, number);
}

function linksOf(
  dependencies: readonly Dependency[],
  letGoAt: (before: NodeId, on: 'start' | undefined) => string | undefined,
): ReadonlyMap<NodeId, GrowingLinks> {
  const links = new Map<NodeId, GrowingLinks>();
  const at = (id: NodeId): GrowingLinks => {
    const known = links.get(id) ?? {
      predecessors: [],
      successors: [],
      startSuccessors: [],
      startPredecessors: [],
      lags: {},
      freeAt: '',
    };
    links.set(id, known);
    return known;
  };
  for (const { before, after, on, lagMinutes = 0 } of dependencies) {
    at(after).predecessors.push(before);
    if (on === 'start') {
      at(after).startPredecessors.push(before);
      at(before).startSuccessors.push(after);
    } else at(before).successors.push(after);
    if (lagMinutes === 0) continue;
    at(after).lags[before] = lagMinutes;
    const since = letGoAt(before, on);
    if (since !== undefined) at(after).freeAt = later(at(after).freeAt, minutesAfter(since, lagMinutes));
  }
  return links;
}

function linked<T extends OrderLine | DomainOrder | OrderTask>(part: T, links: GrowingLinks | undefined): T {
  if (links === undefined) return part;
  const { startSuccessors, startPredecessors, lags, freeAt } = links;
  return {
    ...part,
    predecessors: [...part.predecessors, ...links.predecessors],
    successors: [...part.successors, ...links.successors],
    ...(startSuccessors.length === 0 ? {} : { startSuccessors: [...(part.startSuccessors ?? []), ...startSuccessors] }),
    ...(startPredecessors.length === 0
      ? {}
      : { startPredecessors: [...(part.startPredecessors ?? []), ...startPredecessors] }),
    ...(Object.keys(lags).length === 0 ? {} : { lags: { ...part.lags, ...lags } }),
    ...(freeAt === '' ? {} : { freeAt: later(part.freeAt ?? '', freeAt) }),
  };
}
