/** What must be true of every order at every moment, whatever was asked of it; each broken rule is told in a sentence. */
import { emptyTable, rowsOf } from '../../table.ts';
import { getDomainOrder, getFallout, getLine } from '../change.ts';
import type { Order, OrderTask, Plan } from '../order.ts';
import type { NodeId } from '../../vocabulary/node.ts';
import { hasFalloutEnded, hasOrderEnded, hasTaskEnded, isFalloutOpen } from '../../vocabulary/states.ts';
import { hasEnded, miscountsOf, unfinished } from './recount.ts';

export function faultsOf(order: Order): readonly string[] {
  return [...miscountsOf(order), ...shapeFaults(order), ...taskFaults(order), ...falloutFaults(order)];
}

function shapeFaults(order: Order): readonly string[] {
  const faults: string[] = [];
  const { plan } = order;
  const started = ['inProgress', 'completed', 'canceled'].includes(order.state);
  if (started !== (plan !== undefined)) faults.push(`an order that is ${order.state} has ${plan ? 'a' : 'no'} plan`);
  if (hasOrderEnded(order.state) !== (started && order.remaining === 0)) {
    faults.push(`an order with ${order.remaining} lines to do is ${order.state}`);
  }
  if (order.inventory.size !== (started ? order.lines.size : 0)) faults.push('not one inventory item per line');
  if (plan === undefined) return faults;
  if (hasCircle(edgesOf(order, plan))) faults.push('the plan has a circle');
  for (const { id, state, number, line, tasks } of rowsOf(plan.domainOrders)) {
    const free = unfinished(order, waitedForBy(order, number, line)).length === 0;
    if (state === 'draft' && free) faults.push(`${id} is a draft and waits for nothing`);
    if (state === 'qualified' && !free) faults.push(`${id} is qualified and still waits`);
    if (tasks.length === 0 && getDomainOrder(order, number).children.length === 0) faults.push(`${id} is empty`);
  }
  return faults;
}

/** What a domain order waits for: its own predecessors and those of its line and of the lines around that. */
function waitedForBy(order: Order, domainOrder: number, line: number): readonly NodeId[] {
  const ids = [...getDomainOrder(order, domainOrder).predecessors];
  for (let at: number | undefined = line; at !== undefined; at = getLine(order, at).parent) {
    ids.push(...getLine(order, at).predecessors);
  }
  return ids;
}

export function isFree(order: Order, task: OrderTask): boolean {
  const ids = [...task.predecessors, ...waitedForBy(order, task.domainOrder, task.line)];
  return unfinished(order, ids).length === 0;
}

/** A task is open, or under way, exactly when its predecessors are done and nothing holds it. */
function taskFaults(order: Order): readonly string[] {
  const faults: string[] = [];
  for (const task of rowsOf(order.plan?.tasks ?? emptyTable)) {
    const { id, state, hold, outcome } = task;
    const free = isFree(order, task);
    const needsFree = ['open', 'inProgress'].includes(hold?.restore ?? state) || outcome?.kind === 'done';
    if (state === 'draft' && free) faults.push(`${id} waits for nothing and is not open`);
    if (needsFree && !free) faults.push(`${id} is ${state} and still waits`);
    if ((state === 'onHold') !== (hold !== undefined))
      faults.push(`${id} is ${state} ${hold === undefined ? 'without' : 'with'} a hold`);
    if (state === 'onHold' && hold?.fallouts.length === 0) faults.push(`${id} is held by nothing`);
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
    if (hasEnded(order, `T${task}`) !== hasFalloutEnded(state)) faults.push(`${id} is ${state} unlike T${task}`);
    if (state === 'resolved' && resolution === undefined) faults.push(`${id} is resolved without a resolution`);
    if (getFallout(order, number).task !== task) faults.push(`${id} is not about T${task}`);
  }
  return faults;
}

/** Each part as its start and its end: `D2(` before `D2)`, and between the two everything inside it. */
function edgesOf(order: Order, plan: Plan): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>();
  const edge = (before: string, after: string): void => {
    edges.set(before, [...(edges.get(before) ?? []), after]);
  };
  const inside = (outer: NodeId, inner: NodeId): void => {
    edge(`${outer}(`, `${inner}(`);
    edge(`${inner})`, `${outer})`);
  };
  const parts = [...rowsOf(order.lines), ...rowsOf(plan.domainOrders), ...rowsOf(plan.tasks)];
  for (const { id, predecessors } of parts) {
    edge(`${id}(`, `${id})`);
    for (const before of predecessors) edge(`${before})`, `${id}(`);
  }
  for (const { id, parent } of rowsOf(order.lines)) if (parent !== undefined) inside(`L${parent}`, id);
  for (const { id, line, parent } of rowsOf(plan.domainOrders)) {
    inside(`L${line}`, id);
    // A child starts without its parent, which only ends after it.
    if (parent !== undefined) edge(`${id})`, `D${parent})`);
  }
  for (const { id, domainOrder } of rowsOf(plan.tasks)) inside(`D${domainOrder}`, id);
  return edges;
}

function hasCircle(edges: ReadonlyMap<string, readonly string[]>): boolean {
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
      if (hasEnded(order, part.id)) tell(part.id, [part.state, part.actualEnd, part.characteristics, part.counts]);
    }
    for (const task of rowsOf(order.plan?.tasks ?? emptyTable)) {
      if (!hasEnded(order, task.id)) continue;
      const { pending: _pending, ...rest } = task;
      tell(task.id, [rest]);
    }
    for (const fallout of rowsOf(order.fallouts)) if (hasFalloutEnded(fallout.state)) tell(fallout.id, [fallout]);
    return told;
  };
  const now = ended(after);
  return [...ended(before)].flatMap(([id, facts]) => (now.get(id) === facts ? [] : [id]));
}
