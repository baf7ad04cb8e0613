/** What a task comes after, and what of it has not let go yet: its own predecessors, those of its domain order and of its lines. */
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { hasDomainOrderEnded, hasLineEnded, hasTaskEnded } from '../vocabulary/states.ts';
import { getDomainOrder, getLine, getTask } from './change.ts';
import type { DomainOrder, Order, OrderLine, OrderTask } from './order.ts';
import { hasStarted } from './recount.ts';
import { subjectName } from './subjectName.ts';

type Part = OrderTask | DomainOrder | OrderLine;

/** The task, its domain order, its line and the lines around that: each of them can keep the task waiting. One that takes finished work back waits for itself alone. */
export function waitersOf(order: Order, task: OrderTask): readonly Part[] {
  if (task.undoes !== undefined) return [task];
  const parts: Part[] = [task, getDomainOrder(order, task.domainOrder)];
  for (let number: number | undefined = task.line; number !== undefined; number = getLine(order, number).parent) {
    parts.push(getLine(order, number));
  }
  return parts;
}

/** Everything a task comes after. */
export const comesAfter = (order: Order, task: OrderTask): readonly NodeId[] => [
  ...new Set(waitersOf(order, task).flatMap(({ predecessors }) => predecessors)),
];

/** What keeps a task from opening: its predecessors that have not ended, or not even started where that is enough. */
export const waitsOn = (order: Order, task: OrderTask): readonly NodeId[] => [
  ...new Set(waitersOf(order, task).flatMap(part => holdersOf(order, part))),
];

/** The predecessors of one part that have not let go of it. */
export const holdersOf = (order: Order, part: Part): readonly NodeId[] =>
  part.predecessors.filter(id => !hasLetGo(order, part, id));

function hasLetGo(order: Order, after: Part, id: NodeId): boolean {
  const before = getPart(order, id);
  return after.startPredecessors?.includes(id) === true ? hasStarted(before) : hasPartEnded(before);
}

/** The predecessors whose lag keeps a task waiting longest. */
export function laggingBehind(order: Order, task: OrderTask): readonly NodeId[] {
  const parts = waitersOf(order, task).filter(({ freeAt }) => freeAt !== undefined && freeAt === task.opensAt);
  return [...new Set(parts.flatMap(({ lags = {} }) => Object.keys(lags) as NodeId[]))];
}

/** What a refusal names to a person who wants to start the task, by number and title. */
export function namesOfWaits(order: Order, task: OrderTask): readonly string[] {
  const wanted = (task.wants ?? []).filter(({ required }) => required === true).map(({ name }) => name);
  const outside = [...(task.outside ?? []).map(({ orderNumber, title }) => `${orderNumber} ${title}`), ...wanted];
  const holders = waitsOn(order, task);
  const behind = holders.length + outside.length > 0 ? holders : laggingBehind(order, task);
  return [...behind.map(id => subjectName(order, id) ?? id), ...outside];
}

export function getPart(order: Order, id: NodeId): Part {
  const { kind, number } = nodeOf(id);
  if (kind === 'task') return getTask(order, number);
  return kind === 'domainOrder' ? getDomainOrder(order, number) : getLine(order, number);
}

export function hasPartEnded(part: Part): boolean {
  if ('itemId' in part) return hasLineEnded(part.state);
  return 'domainOrder' in part ? hasTaskEnded(part.state) : hasDomainOrderEnded(part.state);
}
