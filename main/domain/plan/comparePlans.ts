/** What two moments of one order say differently, part by part: state, hands, dates, priority, quantity, values (features X6). */
import { lineTitle } from '../order/lineTitle.ts';
import { domainOrderNumber, falloutNumber, lineNumber, taskNumber } from '../order/numbers.ts';
import type { DomainOrder, Escalation, Fallout, Order, OrderLine, OrderTask } from '../order/order.ts';
import { emptyTable, findRow, listRows, type Table } from '../table.ts';
import { preorder } from '../tree.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { domainOrderId, lineId, nodeOf, taskId, type NodeId, type SubjectId } from '../vocabulary/node.ts';

export type ChangedField = { readonly field: string; readonly was: string | null; readonly now: string | null };

export type ChangedPart = {
  readonly key: SubjectId;
  readonly kind: 'order' | 'line' | 'domainOrder' | 'task' | 'fallout';
  /** Human number. */
  readonly number: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** For a changed part only; values as text, `value.<name>` for recorded and captured values. */
  readonly fields: readonly ChangedField[];
};

type Facts = Readonly<Record<string, string | null>>;
type Named = Omit<ChangedPart, 'change' | 'fields'>;

/**
 * In the order of the plan: the order, then each line with its domain orders, their tasks and the lines nested in it, then
 * fallouts. Rows that both states share are not looked into, so neighbours in one fold compare fast.
 */
export function comparePlans(from: Order, to: Order): readonly ChangedPart[] {
  const changes: ChangedPart[] = [];
  const compare = <T>(
    was: T | undefined,
    now: T | undefined,
    name: (part: T) => Named,
    facts: (part: T) => Facts,
  ): void => {
    if (was === now) return;
    if (was === undefined || now === undefined) {
      const part = was ?? now;
      if (part !== undefined)
        changes.push({ ...name(part), change: was === undefined ? 'added' : 'removed', fields: [] });
      return;
    }
    const fields = differing(facts(was), facts(now));
    if (fields.length > 0) changes.push({ ...name(now), change: 'changed', fields });
  };
  compare(from, to, nameOfOrder, factsOfOrder);
  // Parts are only ever added, so the larger order has them all.
  const larger = sizeOf(to) >= sizeOf(from) ? to : from;
  for (const id of inPlanOrder(larger)) {
    const number = Number(id.slice(1));
    if (id.startsWith('L')) {
      compare(findRow(from.lines, number), findRow(to.lines, number), part => nameOfLine(larger, part), factsOfLine);
    } else if (id.startsWith('D')) {
      const find = (order: Order) => findRow(domainOrdersOf(order), number);
      compare(find(from), find(to), part => nameOfDomainOrder(larger, part), factsOfDomainOrder);
    } else {
      const find = (order: Order) => findRow(tasksOf(order), number);
      compare(find(from), find(to), part => nameOfTask(larger, part), factsOfTask);
    }
  }
  for (let number = 1; number <= Math.max(from.fallouts.size, to.fallouts.size); number += 1) {
    const find = ({ fallouts }: Order) => findRow(fallouts, number);
    compare(find(from), find(to), part => nameOfFallout(larger, part), factsOfFallout);
  }
  return changes;
}

const domainOrdersOf = ({ plan }: Order): Table<DomainOrder> => plan?.domainOrders ?? emptyTable;
const tasksOf = ({ plan }: Order): Table<OrderTask> => plan?.tasks ?? emptyTable;
const sizeOf = (order: Order): number => order.lines.size + domainOrdersOf(order).size + tasksOf(order).size;

function inPlanOrder(order: Order): readonly NodeId[] {
  const { lines } = order;
  const tops = listRows(lines).flatMap(({ id, parent }) => (parent === undefined ? [id] : []));
  return preorder<NodeId>(tops, id => {
    const { kind, number } = nodeOf(id);
    if (kind === 'task') return [];
    if (kind === 'line') {
      const line = findRow(lines, number);
      return [...(line?.domainOrders ?? []).map(domainOrderId), ...(line?.children ?? []).map(lineId)];
    }
    const part = findRow(domainOrdersOf(order), number);
    return [...(part?.tasks ?? []).map(taskId), ...(part?.children ?? []).map(domainOrderId)];
  });
}

function differing(was: Facts, now: Facts): readonly ChangedField[] {
  const names = new Set([...Object.keys(was), ...Object.keys(now)]);
  return [...names].flatMap(field => {
    const [before, after] = [was[field] ?? null, now[field] ?? null];
    return before === after ? [] : [{ field, was: before, now: after }];
  });
}

const valuesOf = (values: readonly CharacteristicValue[]): Facts =>
  Object.fromEntries(
    values.map(({ name, value }) => [`value.${name}`, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

const nameOfOrder = ({ number, description, account }: Order): Named => ({
  key: 'order',
  kind: 'order',
  number,
  title: description ?? account?.name ?? number,
});

const factsOfOrder = (order: Order): Facts => ({
  state: order.state,
  priority: order.priorityScore?.priority ?? order.priority,
  startsAt: order.startsAt ?? null,
  description: order.description ?? null,
  account: order.account?.name ?? order.account?.id ?? null,
  contact: order.contacts[0]?.name ?? null,
  requestedStart: order.requestedStart ?? null,
  requestedCompletion: order.requestedCompletion ?? null,
  actualStart: order.actualStart ?? null,
  actualEnd: order.actualEnd ?? null,
});

const nameOfLine = (order: Order, line: OrderLine): Named => ({
  key: line.id,
  kind: 'line',
  number: lineNumber(order, line.number),
  title: lineTitle(order, line),
});

const factsOfLine = (line: OrderLine): Facts => ({
  state: line.state,
  quantity: String(line.quantity),
  priority: line.priority?.priority ?? null,
  specification: line.matched ?? null,
  location: line.location?.name ?? null,
  ...valuesOf(line.characteristics),
});

const nameOfDomainOrder = (order: Order, part: DomainOrder): Named => ({
  key: part.id,
  kind: 'domainOrder',
  number: domainOrderNumber(order, part),
  title: part.name,
});

const factsOfDomainOrder = (part: DomainOrder): Facts => ({
  state: part.state,
  quantity: String(part.quantity),
  actualStart: part.actualStart ?? null,
  actualEnd: part.actualEnd ?? null,
  pointOfNoReturn: part.pointOfNoReturn?.at ?? null,
  ...valuesOf(part.characteristics),
});

const nameOfTask = (order: Order, task: OrderTask): Named => ({
  key: task.id,
  kind: 'task',
  number: taskNumber(order, task.number),
  title: task.title,
});

const factsOfTask = (task: OrderTask): Facts => ({
  state: task.state,
  assignee: task.assignee ?? null,
  group: task.group ?? null,
  proposedEnd: task.proposedEnd?.end ?? null,
  escalatedTo: task.escalation === undefined ? null : escalatedTo(task.escalation),
  priority: task.priority,
  plannedStart: task.plannedStart,
  plannedEnd: task.plannedEnd,
  actualStart: task.actualStart ?? null,
  actualEnd: task.actualEnd ?? null,
  outcome: task.outcome?.kind ?? null,
  ...valuesOf(task.values),
});

/** As `person:kim` or `group:field`: ids of the two may be the same. */
export const escalatedTo = ({ to }: Escalation): string => `${to.kind}:${to.id}`;

const nameOfFallout = (order: Order, { id, number, text }: Fallout): Named => ({
  key: id,
  kind: 'fallout',
  number: falloutNumber(order, number),
  title: text,
});

const factsOfFallout = (fallout: Fallout): Facts => ({
  state: fallout.state,
  type: fallout.type,
  priority: fallout.priority,
  owner: fallout.owner ?? null,
  group: fallout.group ?? null,
  dueAt: fallout.dueAt ?? null,
});
