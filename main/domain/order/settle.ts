/** Draws the consequences of what just ended or was released, in the same step: what opens, what closes, what completes (domain.md A.13 item 7). */
import { getRow, listRows } from '../table.ts';
import { inTurn, preorder } from '../tree.ts';
import { getDomainOrder, getFallout, getLine, getTask, later, planOf } from './change.ts';
import { handOut } from './handOut.ts';
import type { DomainOrder, Order, OrderLine, TimedLinks } from './order.ts';
import { isWanting } from './wanting.ts';
import { passPointOfNoReturn } from './revision/pointOfNoReturn.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { hasFalloutEnded, hasLineEnded, type InventoryState, type LineAction } from '../vocabulary/states.ts';
import type { Unfolding } from './unfolding.ts';

/** The moment from which a part may move, empty for at once; null while something still has to let go of it. */
type FreeAt = string | null;

type LineFreeAt = (line: number) => FreeAt;

/** A line and every line it is nested in are let go of, and no pending revision holds them; asked about many, no line is looked at twice. */
const linesFreeAt = (order: Order): LineFreeAt =>
  inTurn(
    number => {
      const { parent } = getLine(order, number);
      return parent === undefined ? [] : [parent];
    },
    (number, freeAtOf) => {
      const { pending, hold, parent, freeAt = '' } = getLine(order, number);
      if (pending > 0 || hold !== undefined) return null;
      const around = parent === undefined ? '' : freeAtOf(parent);
      return around === null ? null : later(around, freeAt);
    },
  );

/** From when on the domain order may start, its own lag and those of its lines included. */
export function domainOrderFreeAt(order: Order, number: number, lineFreeAt = linesFreeAt(order)): FreeAt {
  const { pending, line, hold, freeAt = '' } = getDomainOrder(order, number);
  if (pending > 0 || hold !== undefined) return null;
  const around = lineFreeAt(line);
  return around === null ? null : later(around, freeAt);
}

/** When everything a task waits for has let go, lags included: its own predecessors, parts of other orders, those of its domain order and of its line. */
export function taskFreeAt(order: Order, number: number, lineFreeAt = linesFreeAt(order)): FreeAt {
  const task = getTask(order, number);
  const { pending, domainOrder, outside = [], freeAt = '', undoes } = task;
  if (pending > 0 || outside.length > 0 || isWanting(task)) return null;
  // What takes finished work back waits for nothing but what has to be taken back before it.
  if (undoes !== undefined) return freeAt;
  const around = domainOrderFreeAt(order, domainOrder, lineFreeAt);
  return around === null ? null : later(around, freeAt);
}

/** Everything is looked at once, when the order starts. */
export function openWhatIsFree(unfolding: Unfolding): void {
  const domainOrders = listRows(planOf(unfolding.order()).domainOrders).map(({ number }) => number);
  release(unfolding, domainOrders);
}

/**
 * Qualifies the domain orders that may start now, and opens their tasks and the others named as far as those may be done
 * now; tasks that wait for nothing but a lag are scheduled for the moment it runs out. Nothing opens before the order starts.
 */
export function release(unfolding: Unfolding, domainOrders: readonly number[], tasks: readonly number[] = []): void {
  const order = unfolding.order();
  if (order.actualStart === undefined) return;
  const { at } = unfolding;
  const lineFreeAt = linesFreeAt(order);
  const free = domainOrders.filter(number => domainOrderFreeAt(order, number, lineFreeAt) !== null);
  const candidates = new Set([...free.flatMap(number => getDomainOrder(order, number).tasks), ...tasks]);
  const due: number[] = [];
  const lagging: { readonly task: number; readonly opensAt: string }[] = [];
  for (const number of candidates) {
    const { state, opensAt } = getTask(order, number);
    const freeAt = state === 'draft' || state === 'scheduled' ? taskFreeAt(order, number, lineFreeAt) : null;
    if (freeAt === null) continue;
    if (freeAt <= at) due.push(number);
    else if (freeAt !== opensAt || state === 'draft') lagging.push({ task: number, opensAt: freeAt });
  }
  const startable = [...free, ...due.map(number => getTask(order, number).domainOrder)];
  const qualified = [...new Set(startable)].filter(
    number =>
      getDomainOrder(order, number).state === 'draft' && (domainOrderFreeAt(order, number, lineFreeAt) ?? at) <= at,
  );
  if (qualified.length > 0) unfolding.emit({ type: 'DomainOrderQualified', v: 1, data: { domainOrders: qualified } });
  if (due.length > 0) {
    unfolding.emit({ type: 'TasksOpened', v: 1, data: { tasks: due } });
    handOut(unfolding, due);
  }
  if (lagging.length > 0) unfolding.emit({ type: 'TasksScheduled', v: 1, data: { tasks: lagging } });
}

/** Opens those of the tasks that have not opened yet and wait for nothing. */
export const openTasks = (unfolding: Unfolding, candidates: readonly number[]): void =>
  release(unfolding, [], candidates);

/** Everything that a part lets go of in the end; its start let go of some of it before, unless it never came. */
export const releasedBy = ({ successors, startSuccessors = [] }: Releasing): readonly NodeId[] =>
  startSuccessors.length === 0 ? successors : [...successors, ...startSuccessors];

type Releasing = Pick<TimedLinks, 'startSuccessors'> & { readonly successors: readonly NodeId[] };

/** One predecessor of these parts has let go of them: what they hold may open. */
export function releaseAfter(unfolding: Unfolding, successors: readonly NodeId[]): void {
  if (successors.length === 0) return;
  const order = unfolding.order();
  const nodes = successors.map(nodeOf);
  const numbersOf = (kind: ReturnType<typeof nodeOf>['kind']) =>
    nodes.flatMap(node => (node.kind === kind ? [node.number] : []));
  const lineFreeAt = linesFreeAt(order);
  const freed = numbersOf('line').flatMap(number =>
    lineFreeAt(number) === null ? [] : domainOrdersInside(order, number),
  );
  release(unfolding, [...numbersOf('domainOrder'), ...freed], numbersOf('task'));
}

/** All domain orders of a line and of the lines nested in it. */
export function domainOrdersInside(order: Order, line: number): readonly number[] {
  const tops = preorder([line], number => getLine(order, number).children).flatMap(
    number => getLine(order, number).domainOrders,
  );
  return preorder(tops, number => getDomainOrder(order, number).children);
}

/** A task has ended: its fallouts are closed, its successors may open, and what it was the last part of is done. */
export function settleTask(unfolding: Unfolding, number: number): void {
  const task = getTask(unfolding.order(), number);
  closeFallouts(unfolding, number);
  passPointOfNoReturn(unfolding, number);
  closeIfDone(unfolding, task.domainOrder);
  releaseAfter(unfolding, releasedBy(task));
}

/** A task that has ended needs nobody to deal with its fallouts any more. */
export function closeFallouts(unfolding: Unfolding, task: number): void {
  for (const fallout of getTask(unfolding.order(), task).fallouts) {
    if (hasFalloutEnded(getFallout(unfolding.order(), fallout).state)) continue;
    unfolding.emit({ type: 'FalloutClosed', v: 1, data: { fallout } });
  }
}

const noNumbers: ReadonlySet<number> = new Set();

/** Before the order starts only what is being canceled comes to an end. */
const isTooEarly = ({ actualStart }: Order, { canceling }: { readonly canceling?: boolean }): boolean =>
  actualStart === undefined && canceling !== true;

/** Closes the domain order when nothing of it remains, then what is around it; what waited for them is released from the outermost inwards. */
export function closeIfDone(unfolding: Unfolding, number: number, canceling: ReadonlySet<number> = noNumbers): void {
  const closed: DomainOrder[] = [];
  let last: DomainOrder | undefined;
  for (let at: number | undefined = number; at !== undefined; at = last?.parent) {
    last = closeOne(unfolding, at, canceling);
    if (last !== undefined) closed.push(last);
  }
  if (last !== undefined) completeIfDone(unfolding, last.line);
  for (const part of closed.toReversed()) releaseAfter(unfolding, releasedBy(part));
}

/** One whose every part was canceled is canceled itself, and so is one that is among those being canceled as a whole; undefined when it is not done. */
function closeOne(unfolding: Unfolding, number: number, canceling: ReadonlySet<number>): DomainOrder | undefined {
  const order = unfolding.order();
  const domainOrder = getDomainOrder(order, number);
  const { remaining, state } = domainOrder;
  if (remaining > 0 || state === 'closedComplete' || state === 'canceled') return undefined;
  if (isTooEarly(order, domainOrder)) return undefined;
  const parts = [
    ...domainOrder.tasks.map(task => getTask(order, task).state),
    ...domainOrder.children.map(child => getDomainOrder(order, child).state),
  ];
  const isCanceled =
    canceling.has(number) ||
    domainOrder.canceling === true ||
    (parts.length > 0 && parts.every(state => state === 'canceled'));
  unfolding.emit(
    isCanceled
      ? { type: 'DomainOrderCanceled', v: 1, data: { domainOrder: number } }
      : { type: 'DomainOrderClosed', v: 1, data: { domainOrder: number } },
  );
  return domainOrder;
}

/** Completes the line when nothing of it remains, the lines around it, and the order with its last line. */
export function completeIfDone(unfolding: Unfolding, number: number): void {
  const completed: OrderLine[] = [];
  let last: OrderLine | undefined;
  for (let at: number | undefined = number; at !== undefined; at = last?.parent) {
    last = completeOne(unfolding, at);
    if (last !== undefined) completed.push(last);
  }
  if (last !== undefined) completeOrder(unfolding);
  for (const line of completed.toReversed()) releaseAfter(unfolding, releasedBy(line));
}

/** Undefined when it is not done. */
function completeOne(unfolding: Unfolding, number: number): OrderLine | undefined {
  const order = unfolding.order();
  const line = getLine(order, number);
  if (line.remaining > 0 || hasLineEnded(line.state) || isTooEarly(order, line)) return undefined;
  const parts = [
    ...line.domainOrders.map(domainOrder => getDomainOrder(order, domainOrder).state),
    ...line.children.map(child => getLine(order, child).state),
  ];
  const isCanceled = line.canceling === true || (parts.length > 0 && parts.every(state => state === 'canceled'));
  unfolding.emit({ type: isCanceled ? 'LineCanceled' : 'LineCompleted', v: 1, data: { line: number } });
  changeInventory(unfolding, line);
  return line;
}

/** Nothing is left to do in it; while a change waits for a decision, there may be again. */
export function completeOrder(unfolding: Unfolding): void {
  const { remaining, state, lines } = unfolding.order();
  if (remaining > 0) return;
  const canceled = listRows(lines).every(line => line.state === 'canceled');
  const isOpen = state === 'inProgress' || state === 'cancellationInProgress';
  // Every line of an order that waited for its start was canceled.
  if (!isOpen && !(state === 'acknowledged' && canceled)) return;
  unfolding.emit({ type: canceled ? 'OrderCanceled' : 'OrderCompleted', v: 1, data: {} });
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
export function changeInventory(unfolding: Unfolding, line: OrderLine): void {
  const order = unfolding.order();
  if (line.action === 'noChange' || line.inventory === undefined) return;
  const item = getRow(order.inventory, line.inventory);
  const own = line.domainOrders.map(number => getDomainOrder(order, number));
  const isCanceled = own.every(({ state }) => state === 'canceled');
  const characteristics = own.flatMap(part => (part.state === 'canceled' ? [] : part.characteristics));
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
