/** Folds decomposition into an order: rows become numbered parts that know their parents, children, predecessors and successors. */
import { replaceRow, rowsOf, tableOf } from '../table.ts';
import { getLine, touchedBy } from './change.ts';
import type { HappenedEvent } from './events.ts';
import type { Count, DomainOrder, InventoryItem, Order, OrderTask } from './order.ts';
import { domainOrderId, lineId, taskId, type NodeId } from '../vocabulary/node.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;
type Links = { readonly predecessors: readonly NodeId[]; readonly successors: readonly NodeId[] };

export function decomposedOrder(order: Order, event: Happened<'OrderDecomposed'>): Order {
  const { domainOrders, tasks, dependencies, trace, catalogVersion } = event.data;
  const links = linksOf(dependencies);
  const tally = tallyOf(order, event);
  const planTasks = tasks.map((task, index): OrderTask => {
    const id = taskId(index + 1);
    return {
      ...task,
      ...links(id),
      id,
      number: index + 1,
      line: domainOrders[task.domainOrder - 1]?.line ?? 0,
      state: 'draft',
      priority: order.priority,
      values: [],
      pending: links(id).predecessors.length,
      fallouts: [],
      retries: 0,
      touched: touchedBy(event),
    };
  });
  const planOrders = domainOrders.map((domainOrder, index): DomainOrder => {
    const number = index + 1;
    const id = domainOrderId(number);
    const own = tally.tasks.get(number) ?? [];
    const children = tally.children.get(number) ?? [];
    return {
      ...domainOrder,
      ...links(id),
      id,
      number,
      state: 'draft',
      tasks: own,
      children,
      pending: links(id).predecessors.length,
      remaining: own.length + children.length,
      counts: {
        domainOrders: fresh(tally.domainOrdersBelow.get(id)),
        tasks: fresh(tally.tasksBelow.get(id)),
      },
    };
  });
  let lines = order.lines;
  for (const line of rowsOf(order.lines)) {
    const top = tally.topOfLine.get(line.number) ?? [];
    lines = replaceRow(lines, line.number, {
      ...line,
      ...links(line.id),
      domainOrders: top,
      pending: links(line.id).predecessors.length,
      remaining: top.length + line.children.length,
      counts: {
        domainOrders: fresh(tally.domainOrdersBelow.get(line.id)),
        tasks: fresh(tally.tasksBelow.get(line.id)),
      },
    });
  }
  return {
    ...order,
    lines,
    plan: { catalogVersion, domainOrders: tableOf(planOrders), tasks: tableOf(planTasks), trace },
    counts: { domainOrders: fresh(planOrders.length), tasks: fresh(planTasks.length) },
  };
}

const fresh = (total: number | undefined): Count => ({ ended: 0, total: total ?? 0 });

function linksOf(dependencies: readonly { readonly before: NodeId; readonly after: NodeId }[]): (id: NodeId) => Links {
  const predecessors = new Map<NodeId, NodeId[]>();
  const successors = new Map<NodeId, NodeId[]>();
  for (const { before, after } of dependencies) {
    listIn(predecessors, after).push(before);
    listIn(successors, before).push(after);
  }
  return id => ({ predecessors: predecessors.get(id) ?? [], successors: successors.get(id) ?? [] });
}

/** Who is under whom, and how many are below each part: counted once, kept up by every later event. */
function tallyOf(order: Order, { data }: Happened<'OrderDecomposed'>) {
  const tasks = new Map<number, number[]>();
  const children = new Map<number, number[]>();
  const topOfLine = new Map<number, number[]>();
  const domainOrdersBelow = new Map<NodeId, number>();
  const tasksBelow = new Map<NodeId, number>();
  const add = (below: Map<NodeId, number>, id: NodeId) => below.set(id, (below.get(id) ?? 0) + 1);
  const addAbove = (below: Map<NodeId, number>, from: number | undefined, line: number) => {
    for (let number = from; number !== undefined; number = data.domainOrders[number - 1]?.parent) {
      add(below, domainOrderId(number));
    }
    for (let number: number | undefined = line; number !== undefined; number = getLine(order, number).parent) {
      add(below, lineId(number));
    }
  };
  for (const [index, { parent, line }] of data.domainOrders.entries()) {
    if (parent === undefined) listIn(topOfLine, line).push(index + 1);
    else listIn(children, parent).push(index + 1);
    addAbove(domainOrdersBelow, parent, line);
  }
  for (const [index, { domainOrder }] of data.tasks.entries()) {
    listIn(tasks, domainOrder).push(index + 1);
    addAbove(tasksBelow, domainOrder, data.domainOrders[domainOrder - 1]?.line ?? 0);
  }
  return { tasks, children, topOfLine, domainOrdersBelow, tasksBelow };
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const found = lists.get(key);
  if (found !== undefined) return found;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}

export function plannedInventory(order: Order, event: Happened<'InventoryPlanned'>): Order {
  let { lines } = order;
  const items = event.data.items.map(({ action: _action, ...planned }, index): InventoryItem => {
    const number = index + 1;
    lines = replaceRow(lines, planned.line, { ...getLine({ ...order, lines }, planned.line), inventory: number });
    return { ...planned, id: `I${number}`, number, characteristics: [] };
  });
  return { ...order, lines, inventory: tableOf(items) };
}
