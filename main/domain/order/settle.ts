/** Draws the consequences of what just ended or was released, in the same step: what opens, what closes, what completes (domain.md A.13 item 7). */
import { getRow, rowsOf } from '../table.ts';
import { getDomainOrder, getFallout, getLine, getTask, planOf } from './change.ts';
import type { Order, OrderLine } from './order.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { hasFalloutEnded, hasLineEnded, type InventoryState, type LineAction } from '../vocabulary/states.ts';
import type { Unfolding } from './unfolding.ts';

/** A line and every line it is nested in are free of unfinished predecessors. */
function isLineFree(order: Order, number: number): boolean {
  for (let at: number | undefined = number; at !== undefined; at = getLine(order, at).parent) {
    if (getLine(order, at).pending > 0) return false;
  }
  return true;
}

function isDomainOrderFree(order: Order, number: number): boolean {
  const { pending, line } = getDomainOrder(order, number);
  return pending === 0 && isLineFree(order, line);
}

/** Whether nothing a task waits for is unfinished: its own predecessors, those of its domain order and of its line. */
export function isTaskFree(order: Order, number: number): boolean {
  const { pending, domainOrder } = getTask(order, number);
  return pending === 0 && isDomainOrderFree(order, domainOrder);
}

/** Everything is looked at once, when the order starts. */
export function openWhatIsFree(unfolding: Unfolding): void {
  const domainOrders = [...rowsOf(planOf(unfolding.order()).domainOrders)].map(({ number }) => number);
  release(unfolding, domainOrders);
}

/** Qualifies the domain orders that may start now, and opens their tasks and the others named as far as those may be done now. */
function release(unfolding: Unfolding, domainOrders: readonly number[], tasks: readonly number[] = []): void {
  const order = unfolding.order();
  const free = domainOrders.filter(number => isDomainOrderFree(order, number));
  const qualified = free.filter(number => getDomainOrder(order, number).state === 'draft');
  if (qualified.length > 0) unfolding.emit({ type: 'DomainOrderQualified', v: 1, data: { domainOrders: qualified } });
  openTasks(unfolding, [...free.flatMap(number => getDomainOrder(order, number).tasks), ...tasks]);
}

/** Opens those of the tasks that are still drafts and wait for nothing. */
export function openTasks(unfolding: Unfolding, candidates: readonly number[]): void {
  const order = unfolding.order();
  const tasks = [...new Set(candidates)].filter(
    number => getTask(order, number).state === 'draft' && isTaskFree(order, number),
  );
  if (tasks.length > 0) unfolding.emit({ type: 'TasksOpened', v: 1, data: { tasks } });
}

/** One predecessor of these parts has ended: what they hold may open. */
export function releaseAfter(unfolding: Unfolding, successors: readonly NodeId[]): void {
  const order = unfolding.order();
  const nodes = successors.map(nodeOf);
  const numbersOf = (kind: ReturnType<typeof nodeOf>['kind']) =>
    nodes.flatMap(node => (node.kind === kind ? [node.number] : []));
  const freed = numbersOf('line').flatMap(number => (isLineFree(order, number) ? domainOrdersOf(order, number) : []));
  release(unfolding, [...numbersOf('domainOrder'), ...freed], numbersOf('task'));
}

/** All domain orders of a line and of the lines nested in it. */
function domainOrdersOf(order: Order, line: number): readonly number[] {
  const { domainOrders, children } = getLine(order, line);
  const below = (number: number): readonly number[] => [
    number,
    ...getDomainOrder(order, number).children.flatMap(below),
  ];
  return [...domainOrders.flatMap(below), ...children.flatMap(child => domainOrdersOf(order, child))];
}

/** A task has ended: its fallouts are closed, its successors may open, and what it was the last part of is done. */
export function settleTask(unfolding: Unfolding, number: number): void {
  const { domainOrder, successors } = getTask(unfolding.order(), number);
  closeFallouts(unfolding, number);
  closeIfDone(unfolding, domainOrder);
  releaseAfter(unfolding, successors);
}

/** A task that has ended needs nobody to deal with its fallouts any more. */
export function closeFallouts(unfolding: Unfolding, task: number): void {
  for (const fallout of getTask(unfolding.order(), task).fallouts) {
    if (hasFalloutEnded(getFallout(unfolding.order(), fallout).state)) continue;
    unfolding.emit({ type: 'FalloutClosed', v: 1, data: { fallout } });
  }
}

const noNumbers: ReadonlySet<number> = new Set();

/** Closes the domain order when nothing of it remains; one whose every part was canceled is canceled itself, and so is one that is among those being canceled as a whole. */
export function closeIfDone(unfolding: Unfolding, number: number, canceling: ReadonlySet<number> = noNumbers): void {
  const order = unfolding.order();
  const domainOrder = getDomainOrder(order, number);
  if (domainOrder.remaining > 0 || domainOrder.state === 'closedComplete' || domainOrder.state === 'canceled') return;
  const parts = [
    ...domainOrder.tasks.map(task => getTask(order, task).state),
    ...domainOrder.children.map(child => getDomainOrder(order, child).state),
  ];
  const isCanceled = canceling.has(number) || (parts.length > 0 && parts.every(state => state === 'canceled'));
  unfolding.emit(
    isCanceled
      ? { type: 'DomainOrderCanceled', v: 1, data: { domainOrder: number } }
      : { type: 'DomainOrderClosed', v: 1, data: { domainOrder: number } },
  );
  if (domainOrder.parent === undefined) completeIfDone(unfolding, domainOrder.line);
  else closeIfDone(unfolding, domainOrder.parent, canceling);
  releaseAfter(unfolding, domainOrder.successors);
}

/** Completes the line when nothing of it remains, and the order with its last line. */
export function completeIfDone(unfolding: Unfolding, number: number): void {
  const order = unfolding.order();
  const line = getLine(order, number);
  if (line.remaining > 0 || hasLineEnded(line.state)) return;
  const parts = [
    ...line.domainOrders.map(domainOrder => getDomainOrder(order, domainOrder).state),
    ...line.children.map(child => getLine(order, child).state),
  ];
  const isCanceled = parts.length > 0 && parts.every(state => state === 'canceled');
  unfolding.emit({ type: isCanceled ? 'LineCanceled' : 'LineCompleted', v: 1, data: { line: number } });
  changeInventory(unfolding, line);
  if (line.parent !== undefined) completeIfDone(unfolding, line.parent);
  else if (unfolding.order().remaining === 0) {
    const canceled = [...rowsOf(unfolding.order().lines)].every(({ state }) => state === 'canceled');
    unfolding.emit({ type: canceled ? 'OrderCanceled' : 'OrderCompleted', v: 1, data: {} });
  }
  releaseAfter(unfolding, line.successors);
}

const stateAfter: Readonly<
  Record<Exclude<LineAction, 'noChange'>, { done: InventoryState; canceled: InventoryState }>
> = {
  add: { done: 'active', canceled: 'inactive' },
  change: { done: 'active', canceled: 'active' },
  disconnect: { done: 'inactive', canceled: 'active' },
  suspend: { done: 'suspended', canceled: 'active' },
  resume: { done: 'active', canceled: 'suspended' },
};

/** What the customer has now: the placeholder takes its state and the values that fulfillment settled, unless the line's own work was canceled. */
function changeInventory(unfolding: Unfolding, line: OrderLine): void {
  const order = unfolding.order();
  if (line.action === 'noChange' || line.inventory === undefined) return;
  const item = getRow(order.inventory, line.inventory);
  const own = line.domainOrders.map(number => getDomainOrder(order, number));
  const isCanceled = own.every(({ state }) => state === 'canceled');
  const characteristics = own.flatMap(domainOrder => domainOrder.characteristics);
  unfolding.emit({
    type: 'InventoryChanged',
    v: 1,
    data: {
      item: item.number,
      was: item.state,
      now: stateAfter[line.action][isCanceled ? 'canceled' : 'done'],
      characteristics: isCanceled ? item.characteristics : valuesOnce([...line.characteristics, ...characteristics]),
    },
  });
}

/** Later values of the same name stand: fulfillment knows better than the order did. */
const valuesOnce = (values: readonly CharacteristicValue[]): readonly CharacteristicValue[] => [
  ...new Map(values.map(value => [value.name, value])).values(),
];
