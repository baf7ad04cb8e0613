/** Says why a part of a plan is not done: exactly one cause, what it is about, and who can clear it (features O8, X12). */
import type { Permission } from '../people/permissions.ts';
import { lineTitle } from '../order/lineTitle.ts';
import { falloutNumber } from '../order/numbers.ts';
import { waitsOn } from '../order/work.ts';
import { hasDomainOrderEnded, hasLineEnded, hasOrderEnded, hasTaskEnded } from '../vocabulary/states.ts';
import { getRow } from '../table.ts';
import type { DomainOrder, OrderLine, OrderTask } from '../order/order.ts';
import type { NodeId } from '../vocabulary/node.ts';
import { childrenOf, type PlanKey, type PlanView } from './planView.ts';

export type Who =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'nobody' };

export type WaitingOn = { readonly key: string; readonly title: string; readonly state: string };

export type Waiting = {
  readonly cause:
    'approval' | 'correction' | 'predecessors' | 'fallout' | 'claim' | 'start' | 'completion' | 'children';
  readonly on: readonly WaitingOn[];
  readonly who: Who;
};

/** Null when the part has ended, or when nothing was asked of it. */
export function whyWaiting(view: PlanView, key: PlanKey): Waiting | null {
  const { order } = view;
  if (hasOrderEnded(order.state)) return null;
  if (order.state === 'new')
    return { cause: 'approval', on: [], who: { kind: 'permission', permission: 'order.approve' } };
  if (order.state === 'rejected' || order.state === 'draft') {
    return { cause: 'correction', on: [], who: { kind: 'permission', permission: 'order.correct' } };
  }
  if (order.plan === undefined) return null;
  if (key.startsWith('T')) return whyTaskWaits(view, getRow(order.plan.tasks, Number(key.slice(1))));
  if (hasEnded(view, key)) return null;
  const mover = view.movers.get(key);
  if (mover !== undefined) {
    return {
      cause: 'children',
      on: [{ key: mover.id, title: mover.title, state: mover.state }],
      who: whoMoves(view, mover),
    };
  }
  const blockers = firstBlockers(view, key);
  return { cause: 'predecessors', on: blockers.map(id => describe(view, id)), who: whoFrees(view, blockers) };
}

function whyTaskWaits(view: PlanView, task: OrderTask): Waiting | null {
  if (hasTaskEnded(task.state)) return null;
  const who = whoMoves(view, task);
  switch (task.state) {
    case 'onHold': {
      const fallout = view.holding.get(task.number);
      const on =
        fallout === undefined
          ? []
          : [{ key: fallout.id, title: falloutNumber(view.order, fallout.number), state: fallout.state }];
      return { cause: 'fallout', on, who };
    }
    case 'open':
      return { cause: task.assignee === undefined ? 'claim' : 'start', on: [], who };
    case 'inProgress':
      return { cause: 'completion', on: [], who };
    default: {
      const blockers = unfinished(view, waitsOn(view.order, task));
      return { cause: 'predecessors', on: blockers.map(id => describe(view, id)), who: whoFrees(view, blockers) };
    }
  }
}

/** Who can take a task that may move one step on. */
function whoMoves(view: PlanView, task: OrderTask): Who {
  if (task.state === 'onHold') {
    const fallout = view.holding.get(task.number);
    if (fallout?.owner !== undefined) return { kind: 'person', id: fallout.owner };
    if (fallout?.group !== undefined) return { kind: 'group', id: fallout.group };
    return { kind: 'permission', permission: 'fallout.resolve' };
  }
  if (task.assignee !== undefined) return { kind: 'person', id: task.assignee };
  return task.group === undefined ? { kind: 'permission', permission: 'task.work' } : { kind: 'group', id: task.group };
}

/** Follows what is waited for until something is found that a person can do now. */
function whoFrees(view: PlanView, blockers: readonly NodeId[]): Who {
  const asked = new Set<NodeId>();
  const queue = [...blockers];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (asked.has(id)) continue;
    asked.add(id);
    const mover = view.movers.get(id);
    if (mover !== undefined) return whoMoves(view, mover);
    queue.push(...firstBlockers(view, id));
  }
  return { kind: 'nobody' };
}

/** What keeps the first unfinished task at or under a part from opening. */
function firstBlockers(view: PlanView, key: PlanKey): readonly NodeId[] {
  const { plan } = view.order;
  if (plan === undefined) return [];
  if (key.startsWith('T')) {
    return unfinished(view, waitsOn(view.order, getRow(plan.tasks, Number(key.slice(1)))));
  }
  // What holds the part as a whole says more than what holds the first thing in it.
  const own =
    key.startsWith('D') || key.startsWith('L') ? unfinished(view, getPart(view, key as NodeId).predecessors) : [];
  if (own.length > 0) return own;
  for (const child of childrenOf(view, key)) {
    if (hasEnded(view, child)) continue;
    const blockers = firstBlockers(view, child);
    if (blockers.length > 0) return blockers;
  }
  return [];
}

const unfinished = (view: PlanView, ids: readonly NodeId[]): readonly NodeId[] => ids.filter(id => !hasEnded(view, id));

function getPart({ order }: PlanView, id: NodeId): OrderTask | DomainOrder | OrderLine {
  const number = Number(id.slice(1));
  if (id.startsWith('L')) return getRow(order.lines, number);
  if (order.plan === undefined) throw new Error(`Order ${order.id} has no plan yet`);
  return id.startsWith('D') ? getRow(order.plan.domainOrders, number) : getRow(order.plan.tasks, number);
}

export function hasEnded(view: PlanView, key: PlanKey): boolean {
  const { order, sites } = view;
  const number = Number(key.slice(1));
  if (key === 'order') return hasOrderEnded(order.state);
  if (key.startsWith('S'))
    return sites[number - 1]?.lines.every(line => hasLineEnded(getRow(order.lines, line).state)) ?? true;
  if (key.startsWith('L')) return hasLineEnded(getRow(order.lines, number).state);
  if (order.plan === undefined) return false;
  return key.startsWith('D')
    ? hasDomainOrderEnded(getRow(order.plan.domainOrders, number).state)
    : hasTaskEnded(getRow(order.plan.tasks, number).state);
}

/** A part by the words a person knows it by. */
export function describe(view: PlanView, id: NodeId): WaitingOn {
  const part = getPart(view, id);
  const title = 'title' in part ? part.title : 'itemId' in part ? lineTitle(view.order, part) : part.name;
  return { key: id, title, state: part.state };
}
