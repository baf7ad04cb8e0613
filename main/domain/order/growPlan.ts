/** Puts rows onto the end of a plan, all of it at first, a part of it later: they become numbered parts that know their parents, children, predecessors and successors. */
import type { DecomposedDomainOrder, DecomposedTask } from '../decomposition/decomposed.ts';
import { withAllRows } from '../table.ts';
import { domainOrderId, taskId } from '../vocabulary/node.ts';
import { planOf, touchedBy } from './change.ts';
import type { HappenedEvent, PlanAddition } from './events.ts';
import type { Count, DomainOrder, Order, OrderLine, OrderTask, Plan, Touched } from './order.ts';
import { newPartsOf, type NewParts } from './newParts.ts';
import { isTimed, noIds, plannedLinks, timedLinks, type PlannedLinks } from './plannedLinks.ts';
import { partsOf } from './recount.ts';

/**
 * The order with the addition's domain orders, tasks, dependencies and trace; linear in the size of the order. Every part
 * is made once, with its links and what is in it known beforehand, for the first plan of a large order is most of the work of
 * looking at it. What `order` keeps up about its parts must be right.
 */
export function grownOrder(order: Order, addition: PlanAddition, event: HappenedEvent): Order {
  const plan = planOf(order);
  const { lines, domainOrders, tasks } = partsOf(order);
  const links = plannedLinks(order, addition.dependencies, event);
  const added = newPartsOf(domainOrders.length, tasks.length, addition);
  const grownLines = lines.map(line => grownLine(line, links.lines[line.number], added));
  const grownDomainOrders = domainOrders.map(part => grownDomainOrder(part, links.domainOrders[part.number], added));
  const grownTasks = tasks.map(task => grownTask(task, links.tasks[task.number]));
  for (const row of addition.domainOrders) {
    const number = grownDomainOrders.length + 1;
    grownDomainOrders.push(newDomainOrder(row, number, links.domainOrders[number], added));
  }
  const outside = Map.groupBy(addition.outside ?? [], ({ task }) => task);
  const wants = Map.groupBy(addition.wants ?? [], ({ task }) => task);
  const touched = touchedBy(event);
  for (const row of addition.tasks) {
    const number = grownTasks.length + 1;
    const around = grownDomainOrders[row.domainOrder - 1];
    const line = around === undefined ? undefined : grownLines[around.line - 1];
    if (line === undefined) throw new Error(`Task of a domain order ${row.domainOrder} that is not there`);
    const priority = line.priority?.priority ?? order.priority;
    const place = { number, line: line.number, priority, links: links.tasks[number], touched };
    const task = newTask(row, place);
    const waits = outside.get(number)?.map(({ task: _task, ...rest }) => rest);
    const wanted = wants.get(number)?.map(({ want }) => want);
    const isPlain = waits === undefined && wanted === undefined;
    grownTasks.push(isPlain ? task : { ...task, ...(waits && { outside: waits }), ...(wanted && { wants: wanted }) });
  }
  return {
    ...order,
    lines: withAllRows(order.lines, grownLines),
    plan: {
      ...plan,
      domainOrders: withAllRows(plan.domainOrders, grownDomainOrders),
      tasks: withAllRows(plan.tasks, grownTasks),
      trace: grownTrace(plan.trace, addition.trace),
    },
    counts: {
      domainOrders: more(order.counts.domainOrders, addition.domainOrders.length),
      tasks: more(order.counts.tasks, addition.tasks.length),
    },
  };
}

const noNumbers: readonly number[] = [];

/** Nothing new has ended. */
const more = ({ ended, total }: Count, added: number): Count => ({ ended, total: total + added });

function newDomainOrder(
  row: DecomposedDomainOrder,
  number: number,
  links: PlannedLinks | undefined,
  added: NewParts,
): DomainOrder {
  const { unit } = row;
  const children = added.ofDomainOrders[number] ?? noNumbers;
  const tasks = added.tasks[number] ?? noNumbers;
  const part: DomainOrder = {
    id: domainOrderId(number),
    number,
    line: row.line,
    parent: row.parent,
    kind: row.kind,
    facing: row.facing,
    specification: row.specification,
    name: row.name,
    action: row.action,
    quantity: row.quantity,
    state: 'draft',
    characteristics: row.characteristics,
    planTemplate: row.planTemplate,
    tasks,
    children,
    pending: links?.pending ?? 0,
    predecessors: links?.predecessors ?? noIds,
    successors: links?.successors ?? noIds,
    remaining: tasks.length + children.length,
    actualStart: undefined,
    actualEnd: undefined,
  };
  if (unit === undefined && (links === undefined || !isTimed(links))) return part;
  return { ...part, ...(unit === undefined ? {} : { unit }), ...(links && timedLinks(part, links)) };
}

type Place = Pick<OrderTask, 'number' | 'line' | 'priority'> & {
  readonly links: PlannedLinks | undefined;
  readonly touched: Touched;
};

/** What a task will come to have during the work has its place from the start: every task then has one shape. */
function newTask(row: DecomposedTask, { number, line, priority, links, touched }: Place): OrderTask {
  const { slaMinutes, pointOfNoReturn, undoes } = row;
  const task: OrderTask = {
    id: taskId(number),
    number,
    domainOrder: row.domainOrder,
    line,
    key: row.key,
    title: row.title,
    instructions: row.instructions,
    state: 'draft',
    priority,
    group: row.group,
    assignee: undefined,
    durationMinutes: row.durationMinutes,
    fields: row.fields,
    values: noValues,
    pending: links?.pending ?? 0,
    predecessors: links?.predecessors ?? noIds,
    successors: links?.successors ?? noIds,
    hold: undefined,
    fallouts: noNumbers,
    retries: 0,
    plannedStart: row.plannedStart,
    plannedEnd: row.plannedEnd,
    actualStart: undefined,
    actualEnd: undefined,
    openedAt: undefined,
    opensAt: undefined,
    skill: row.skill,
    touched,
  };
  const isPlain = slaMinutes === undefined && pointOfNoReturn === undefined && undoes === undefined;
  if (isPlain && (links === undefined || !isTimed(links))) return task;
  return {
    ...task,
    ...(slaMinutes === undefined ? {} : { slaMinutes }),
    ...(pointOfNoReturn === undefined ? {} : { pointOfNoReturn }),
    ...(undoes === undefined ? {} : { undoes }),
    ...(links && timedLinks(task, links)),
  };
}

const noValues: OrderTask['values'] = [];

/** What all kinds of parts gain by new links. */
const linkedOn = <T extends OrderLine | DomainOrder | OrderTask>(part: T, links: PlannedLinks | undefined): T =>
  links === undefined
    ? part
    : {
        ...part,
        predecessors: joined(part.predecessors, links.predecessors),
        successors: joined(part.successors, links.successors),
        pending: part.pending + links.pending,
        ...timedLinks(part, links),
      };

const joined = <T>(before: readonly T[], added: readonly T[] | undefined): readonly T[] => {
  if (added === undefined || added.length === 0) return before;
  return before.length === 0 ? added : [...before, ...added];
};

const grownTask = linkedOn<OrderTask>;

function grownDomainOrder(part: DomainOrder, links: PlannedLinks | undefined, added: NewParts): DomainOrder {
  const { number } = part;
  const linked = linkedOn(part, links);
  const [tasks, children] = [added.tasks[number] ?? noNumbers, added.ofDomainOrders[number] ?? noNumbers];
  if (tasks.length + children.length === 0) return linked;
  return {
    ...linked,
    tasks: joined(part.tasks, tasks),
    children: joined(part.children, children),
    remaining: part.remaining + tasks.length + children.length,
  };
}

function grownLine(line: OrderLine, links: PlannedLinks | undefined, added: NewParts): OrderLine {
  const linked = linkedOn(line, links);
  const tops = added.ofLines[line.number];
  if (tops === undefined) return linked;
  return { ...linked, domainOrders: joined(line.domainOrders, tops), remaining: line.remaining + tops.length };
}

function grownTrace(before: Plan['trace'], added: PlanAddition['trace']): Plan['trace'] {
  return {
    entries: joined(before.entries, added.entries),
    mappings: joined(before.mappings, added.mappings),
    compatibility: joined(before.compatibility ?? [], added.compatibility),
  };
}
