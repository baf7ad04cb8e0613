/** What must be true of every order at every moment, whatever was asked of it; each broken rule is told in a sentence. */
import { emptyTable, rowsOf } from '../../table.ts';
import { getDomainOrder, getFallout, getLine, getTask } from '../change.ts';
import { findPendingRevision } from '../revision/evolveRevision.ts';
import type { Order, OrderLine, OrderTask, Plan } from '../order.ts';
import type { NodeId } from '../../vocabulary/node.ts';
import { hasFalloutEnded, hasOrderEnded, hasTaskEnded, isFalloutOpen, oneHigher } from '../../vocabulary/states.ts';
import { hasEnded, miscountsOf, unreleased } from './recount.ts';

/** With `passed`, a moment at which the desk said that time has passed: nothing waits for an earlier one any more. */
export function faultsOf(order: Order, passed = ''): readonly string[] {
  return [
    ...miscountsOf(order),
    ...shapeFaults(order, passed),
    ...taskFaults(order, passed),
    ...falloutFaults(order),
    ...revisionFaults(order),
  ];
}

function shapeFaults(order: Order, passed: string): readonly string[] {
  const faults: string[] = [];
  const { plan } = order;
  const approved = !['draft', 'submitted', 'new', 'rejected'].includes(order.state);
  if (approved !== (plan !== undefined)) faults.push(`an order that is ${order.state} has ${plan ? 'a' : 'no'} plan`);
  const started = order.actualStart !== undefined;
  const isPending = findPendingRevision(order) !== undefined;
  // The last line may end while a change waits for a decision; the order ends after that.
  // One that is canceled before its start was never under way.
  const mayEnd = started || order.state === 'canceled';
  if (!isPending && hasOrderEnded(order.state) !== (mayEnd && order.remaining === 0)) {
    faults.push(`an order with ${order.remaining} lines to do is ${order.state}`);
  }
  if (order.inventory.size !== (approved ? order.lines.size : 0)) faults.push('not one inventory item per line');
  if (plan === undefined) return faults;
  if (hasCircle(edgesOf(order, plan))) faults.push('the plan has a circle');
  for (const { id, state, number, line, tasks, hold, canceling } of rowsOf(plan.domainOrders)) {
    const around = [getDomainOrder(order, number), ...linesAround(order, line)];
    const isReleased = around.every(part => unreleased(order, part).length === 0);
    const isStopped = around.some(({ hold: held, freeAt = '' }) => held !== undefined || freeAt > passed);
    if (state === 'draft' && started && isReleased && !isStopped) faults.push(`${id} is a draft and waits for nothing`);
    if (state === 'qualified' && !isReleased) faults.push(`${id} is qualified and still waits`);
    if (!started && (hold?.restore ?? state) !== 'draft' && canceling !== true)
      faults.push(`${id} is ${state} before its order has started`);
    if (tasks.length === 0 && getDomainOrder(order, number).children.length === 0) faults.push(`${id} is empty`);
  }
  return faults;
}

const linesAround = (order: Order, number: number): readonly OrderLine[] => {
  const line = getLine(order, number);
  return line.parent === undefined ? [line] : [line, ...linesAround(order, line.parent)];
};

/** What can keep a task waiting: itself, its domain order, its line and the lines around that; what takes finished work back waits for itself alone. */
const waitersOf = (order: Order, task: OrderTask) =>
  task.undoes === undefined
    ? [task, getDomainOrder(order, task.domainOrder), ...linesAround(order, task.line)]
    : [task];

/** Everything that a task waits for has let go of it, in its own order and in others; a lag may still run. */
export const isFree = (order: Order, task: OrderTask): boolean =>
  waitersOf(order, task).every(part => unreleased(order, part).length === 0) &&
  (task.outside ?? []).length === 0 &&
  !(task.wants ?? []).some(({ required }) => required === true);

/** The moment its last lag runs out; empty when there is none. */
const freeAtOf = (order: Order, task: OrderTask): string =>
  waitersOf(order, task).reduce((last, { freeAt = '' }) => (freeAt > last ? freeAt : last), '');

/** A task is open, or under way, exactly when its predecessors are done, its lags have run out and nothing holds it. */
function taskFaults(order: Order, passed: string): readonly string[] {
  const faults: string[] = [];
  for (const task of rowsOf(order.plan?.tasks ?? emptyTable)) {
    const { id, state, hold, outcome } = task;
    const free = isFree(order, task);
    const isStopped = order.actualStart === undefined || waitersOf(order, task).some(part => part.hold !== undefined);
    if (order.actualStart === undefined && !['draft', 'canceled'].includes(hold?.restore ?? state))
      faults.push(`${id} is ${state} before its order`);
    if (state === 'scheduled' && !free) faults.push(`${id} is scheduled and waits for more than a moment`);
    if (state === 'scheduled' && freeAtOf(order, task) <= passed)
      faults.push(`${id} is scheduled for a moment gone by`);
    if (state === 'scheduled' && task.opensAt !== freeAtOf(order, task)) faults.push(`${id} opens at another moment`);
    if (state === 'open' && (task.openedAt ?? '') < freeAtOf(order, task))
      faults.push(`${id} opened before its lag ran out`);
    // After a change, what is done may stand behind what is done anew or taken back.
    const wasFree = outcome?.kind === 'done' && order.versions === undefined;
    const needsFree = ['open', 'inProgress'].includes(hold?.restore ?? state) || wasFree;
    if (state === 'draft' && free && !isStopped) faults.push(`${id} waits for nothing and is not open`);
    if (needsFree && !free) faults.push(`${id} is ${state} and still waits`);
    if ((state === 'onHold') !== (hold !== undefined))
      faults.push(`${id} is ${state} ${hold === undefined ? 'without' : 'with'} a hold`);
    const causes = [...(hold?.fallouts ?? []), hold?.revision, hold?.person].filter(cause => cause !== undefined);
    if (state === 'onHold' && causes.length === 0) faults.push(`${id} is held by nothing`);
    if (hasTaskEnded(state) && (task.proposedEnd ?? task.escalation) !== undefined)
      faults.push(`${id} has ended, and something is still said of it`);
    if (task.escalation !== undefined && task.priority !== oneHigher(task.escalation.from))
      faults.push(`${id} is escalated and not one level more urgent`);
    if ((state === 'closedComplete') !== (outcome !== undefined)) faults.push(`${id} is ${state} without outcome`);
    if (hasTaskEnded(state) !== (task.actualEnd !== undefined)) faults.push(`${id} is ${state} without an end`);
    const open = task.fallouts.filter(number => isFalloutOpen(getFallout(order, number).state));
    if (open.join(' ') !== (hold?.fallouts ?? []).join(' ')) faults.push(`${id} is not held by its open fallouts`);
  }
  return faults;
}

function falloutFaults(order: Order): readonly string[] {
  const faults: string[] = [];
  for (const { id, number, state, task, resolution } of rowsOf(order.fallouts)) {
    // Withdrawn: nobody has to deal with it, whatever becomes of the task.
    const isWithdrawn = state === 'canceled';
    const isDoneAnew = order.plan !== undefined && getTask(order, task).redone !== undefined && hasFalloutEnded(state);
    if (!isDoneAnew && !isWithdrawn && hasEnded(order, `T${task}`) !== hasFalloutEnded(state))
      faults.push(`${id} is ${state} unlike T${task}`);
    if (state === 'resolved' && resolution === undefined) faults.push(`${id} is resolved without a resolution`);
    if (getFallout(order, number).task !== task) faults.push(`${id} is not about T${task}`);
  }
  return faults;
}

/** Exactly the unfinished parts that a pending revision touches are held by it, and each knows what it was. */
function revisionFaults(order: Order): readonly string[] {
  const faults: string[] = [];
  const pending = findPendingRevision(order);
  const isPending = ['revisionInProgress', 'assessingCancellation'].includes(order.state);
  if (isPending !== (pending !== undefined))
    faults.push(`an order with ${pending?.number ?? 'no'} revision is ${order.state}`);
  const { lines = [], domainOrders = [], tasks = [] } = pending?.touches ?? {};
  const touched = new Set<string>([
    ...lines.map(number => `L${number}`),
    ...domainOrders.map(number => `D${number}`),
    ...tasks.map(number => `T${number}`),
  ]);
  const parts = [
    ...rowsOf(order.lines),
    ...rowsOf(order.plan?.domainOrders ?? emptyTable),
    ...rowsOf(order.plan?.tasks ?? emptyTable),
  ];
  for (const { id, state, hold } of parts) {
    const by = hold?.revision;
    if (touched.has(id) !== (by !== undefined)) faults.push(`${id} is ${state} and held by revision ${by ?? 'none'}`);
    if (by !== undefined && by !== pending?.number) faults.push(`${id} is held by revision ${by}, which is decided`);
    if (state === 'onHold' && hold === undefined) faults.push(`${id} has lost what it was before its hold`);
    if (['revisionInProgress', 'assessingCancellation'].includes(state) && by === undefined)
      faults.push(`${id} is ${state}`);
  }
  for (const { id, state, canceling } of [...rowsOf(order.lines), ...rowsOf(order.plan?.domainOrders ?? emptyTable)]) {
    if (state === 'cancellationInProgress' && canceling !== true) faults.push(`${id} is ${state} by nobody`);
    if (canceling === true && hasEnded(order, id) && state !== 'canceled')
      faults.push(`${id} was to be canceled and is ${state}`);
  }
  return faults;
}

/** Each part as its start and its end: `D2(` before `D2)`, and between the two everything inside it. */
export function edgesOf(order: Order, plan: Plan): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>();
  const edge = (before: string, after: string): void => {
    edges.set(before, [...(edges.get(before) ?? []), after]);
  };
  const inside = (outer: NodeId, inner: NodeId): void => {
    edge(`${outer}(`, `${inner}(`);
    edge(`${inner})`, `${outer})`);
  };
  const parts = [...rowsOf(order.lines), ...rowsOf(plan.domainOrders), ...rowsOf(plan.tasks)];
  for (const { id, predecessors, startPredecessors = [] } of parts) {
    edge(`${id}(`, `${id})`);
    for (const before of predecessors) edge(`${before}${startPredecessors.includes(before) ? '(' : ')'}`, `${id}(`);
  }
  for (const { id, parent } of rowsOf(order.lines)) if (parent !== undefined) inside(`L${parent}`, id);
  for (const { id, line, parent } of rowsOf(plan.domainOrders)) {
    inside(`L${line}`, id);
    // A child starts without its parent, which only ends after it.
    if (parent !== undefined) edge(`${id})`, `D${parent})`);
  }
  for (const { id, domainOrder, undoes } of rowsOf(plan.tasks)) {
    if (undoes === undefined) inside(`D${domainOrder}`, id);
    else edge(`${id})`, `D${domainOrder})`);
  }
  return edges;
}

export function hasCircle(edges: ReadonlyMap<string, readonly string[]>): boolean {
  const state = new Map<string, 'entered' | 'left'>();
  const visit = (node: string): boolean => {
    if (state.get(node) === 'left') return false;
    if (state.get(node) === 'entered') return true;
    state.set(node, 'entered');
    const found = (edges.get(node) ?? []).some(visit);
    state.set(node, 'left');
    return found;
  };
  return [...edges.keys()].some(visit);
}

/** Parts that had ended before and are not what they were then. */
export function movedAfterTheirEnd(before: Order, after: Order): readonly string[] {
  const ended = (order: Order): ReadonlyMap<string, string> => {
    const told = new Map<string, string>();
    const tell = (id: string, facts: readonly unknown[]) => told.set(id, JSON.stringify(facts));
    if (hasOrderEnded(order.state)) tell('order', [order.state, order.actualEnd, order.inventory, order.decisions]);
    for (const { id, state } of rowsOf(order.lines)) if (hasEnded(order, id)) tell(id, [state]);
    for (const part of rowsOf(order.plan?.domainOrders ?? emptyTable)) {
      if (hasEnded(order, part.id)) tell(part.id, [part.state, part.actualEnd, part.characteristics]);
    }
    for (const task of rowsOf(order.plan?.tasks ?? emptyTable)) {
      if (!hasEnded(order, task.id)) continue;
      const { pending: _pending, freeAt: _freeAt, ...rest } = task;
      tell(task.id, [rest]);
    }
    for (const fallout of rowsOf(order.fallouts)) if (hasFalloutEnded(fallout.state)) tell(fallout.id, [fallout]);
    return told;
  };
  const now = ended(after);
  return [...ended(before)].flatMap(([id, facts]) => (now.get(id) === facts ? [] : [id]));
}
