/** Says why a part of a plan is not done: exactly one cause, what it is about, and who can clear it (features O8, X12). */
import { lineTitle } from '../order/lineTitle.ts';
import { falloutNumber, lineNumber } from '../order/numbers.ts';
import { getPart, hasPartEnded, holdersOf, laggingBehind, waitersOf, waitsOn } from '../order/waits.ts';
import { hasLineEnded, hasOrderEnded } from '../vocabulary/states.ts';
import type { waitingCauses } from '../vocabulary/waiting.ts';
import { getRow } from '../table.ts';
import type { Order, OrderTask } from '../order/order.ts';
import { nobody, whoever, type Who } from '../people/who.ts';
import { isWanting } from '../order/wanting.ts';
import type { NodeId } from '../vocabulary/node.ts';
import { childrenOf, type PlanView } from './planView.ts';
import { outsideEndOf } from './elsewhere.ts';
import type { PlanKey } from './planKey.ts';
import { whoMoves } from './whoClears.ts';

/** The state is null for a part of another order of which nothing is known. */
export type WaitingOn = { readonly key: string; readonly title: string; readonly state: string | null };

export type Waiting = {
  readonly cause: (typeof waitingCauses)[number];
  /** Parts by key; a part of another order as `order:<order id>/<key>`, a fallout as `F1`. */
  readonly on: readonly WaitingOn[];
  /** ISO-8601 UTC: the moment that is waited for, or at which other orders are expected to let go. */
  readonly until: string | null;
  /** That moment may well come later: of other orders, or of what they wait for, something is not known. */
  readonly atEarliest: boolean;
  /** The reason a person gave. */
  readonly text: string | null;
  readonly who: Who;
};

const because = (cause: Waiting['cause'], who: Who, about: Partial<Waiting> = {}): Waiting => ({
  cause,
  on: [],
  until: null,
  atEarliest: false,
  text: null,
  who,
  ...about,
});

/** Null when the part has ended, or when nothing was asked of it. */
export function whyWaiting(view: PlanView, key: PlanKey): Waiting | null {
  const { order } = view;
  if (hasOrderEnded(order.state) || hasEnded(view, key)) return null;
  const whole = whyOrderWaits(order);
  if (whole !== null || order.plan === undefined) return whole;
  if (key.startsWith('T')) return whyTaskWaits(view, getRow(order.plan.tasks, Number(key.slice(1))));
  if (isPart(key) && getPart(order, key).hold !== undefined) return pendingChange(order);
  const mover = view.movers.get(key);
  if (mover !== undefined && isInHand(mover)) {
    return because('children', whoMoves(view, mover), { on: [describe(view, mover.id)] });
  }
  // What holds the part as a whole says more than what holds the first thing in it.
  const own = isPart(key) ? holdersOf(order, getPart(order, key)) : [];
  if (own.length === 0 && mover !== undefined) return whyTaskWaits(view, mover);
  const blockers = own.length > 0 ? own : firstBlockers(view, key);
  // All that was planned may have ended before the change was decided on.
  if (blockers.length === 0 && order.state === 'revisionInProgress') return pendingChange(order);
  return behind(view, key, blockers);
}

/**
 * Before its order's start date nothing can move, whatever stands before it. With nothing before it, its order has not started, or it
 * is looked at between two events of one action.
 */
function behind(view: PlanView, key: PlanKey, blockers: readonly NodeId[]): Waiting {
  const { actualStart, startsAt } = view.order;
  if (actualStart === undefined && startsAt !== undefined) return whyNotStarted(view.order);
  if (blockers.length > 0) {
    return because('predecessors', whoFrees(view, blockers), { on: blockers.map(id => describeFrom(view, key, id)) });
  }
  return actualStart === undefined ? whyNotStarted(view.order) : because('sameMoment', nobody);
}

const whyNotStarted = ({ startsAt }: Order): Waiting =>
  startsAt === undefined
    ? because('sameMoment', nobody)
    : because('startDate', whoever('order.approve'), { until: startsAt });

/** Reasons that are those of every part at once. */
function whyOrderWaits(order: Order): Waiting | null {
  switch (order.state) {
    case 'new': {
      const cause = (order.endorsements ?? []).length > 0 ? 'secondApproval' : 'approval';
      return because(cause, whoever('order.approve'));
    }
    case 'rejected':
    case 'draft':
      return because('correction', whoever('order.correct'));
    case 'acknowledged':
      return whyNotStarted(order);
    case 'assessingCancellation':
      return pendingChange(order);
    default:
      return null;
  }
}

/** Somebody can do something about it now, and does not have to wait for a moment or for another order. */
const isInHand = ({ state, hold }: OrderTask): boolean =>
  state === 'open' || state === 'inProgress' || (state === 'onHold' && hold?.revision === undefined);

const pendingChange = (order: Order): Waiting =>
  because('revision', whoever('order.approve'), { text: order.revisions?.at(-1)?.reason ?? null });

function whyTaskWaits(view: PlanView, task: OrderTask): Waiting {
  const { order } = view;
  switch (task.state) {
    case 'onHold':
      return whyHeld(view, task);
    case 'open':
      return because(task.assignee === undefined ? 'claim' : 'start', whoMoves(view, task));
    case 'inProgress':
      return because('completion', whoMoves(view, task));
    case 'scheduled': {
      const on = laggingBehind(order, task).map(id => describe(view, id));
      return because('lag', nobody, { on, until: task.opensAt ?? null });
    }
    default: {
      const blockers = waitsOn(order, task);
      if (blockers.length === 0 && waitersOf(order, task).some(({ hold }) => hold !== undefined)) {
        return pendingChange(order);
      }
      const outside = task.outside ?? [];
      if (blockers.length > 0 || (outside.length === 0 && !isWanting(task))) {
        return behind(view, task.id, blockers);
      }
      if (outside.length === 0) return whyWanting(task);
      const elsewhere = view.conditions?.elsewhere;
      const { at, atEarliest } = outsideEndOf(task, elsewhere);
      return because('otherOrder', whoMoves(view, task), {
        on: outside.map(({ order: other, orderNumber, node, title }) => ({
          key: `order:${other}/${node}`,
          title: `${orderNumber} ${title}`,
          state: elsewhere?.standingOf(other, node)?.state ?? null,
        })),
        until: at === 0 ? null : new Date(at).toISOString(),
        atEarliest: atEarliest && at !== 0,
      });
    }
  }
}

const whyWanting = ({ wants = [] }: OrderTask): Waiting =>
  because('orderToCome', whoever('task.assign'), {
    on: wants
      .filter(({ required }) => required === true)
      .map(({ specification, name }) => ({ key: `want:${specification}`, title: name, state: 'waiting' })),
  });

function whyHeld(view: PlanView, task: OrderTask): Waiting {
  const who = whoMoves(view, task);
  const { hold } = task;
  if (hold?.revision !== undefined) return pendingChange(view.order);
  const fallout = view.holding.get(task.number);
  if (fallout === undefined && hold?.person !== undefined) return because('pause', who, { text: hold.person.reason });
  if (fallout === undefined) return because('sameMoment', nobody);
  const on = [{ key: fallout.id, title: falloutNumber(view.order, fallout.number), state: fallout.state }];
  return because('fallout', who, { on });
}

/** Follows what is waited for until something is found that a person can do now. */
function whoFrees(view: PlanView, blockers: readonly NodeId[]): Who {
  const asked = new Set<NodeId>();
  const queue = [...blockers];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (asked.has(id)) continue;
    asked.add(id);
    const mover = view.movers.get(id);
    const who = mover === undefined ? nobody : whoMoves(view, mover);
    if (who.kind !== 'nobody') return who;
    queue.push(...firstBlockers(view, id));
  }
  return nobody;
}

/** What keeps the first unfinished task at or under a part from opening. */
function firstBlockers(view: PlanView, key: PlanKey): readonly NodeId[] {
  const { order } = view;
  const { plan } = order;
  if (plan === undefined) return [];
  const left = [key];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const isTask = next.startsWith('T');
    const task = isTask ? getRow(plan.tasks, Number(next.slice(1))) : undefined;
    const own =
      task === undefined ? (isPart(next) ? holdersOf(order, getPart(order, next)) : []) : waitsOn(order, task);
    if (own.length > 0) return own;
    if (isTask) continue;
    for (const child of childrenOf(view, next).toReversed()) if (!hasEnded(view, child)) left.push(child);
  }
  return [];
}

const isPart = (key: PlanKey): key is NodeId => key !== 'order' && !key.startsWith('S');

export function hasEnded(view: PlanView, key: PlanKey): boolean {
  const { order, sites } = view;
  if (key === 'order') return hasOrderEnded(order.state);
  if (key.startsWith('S')) {
    const site = sites[Number(key.slice(1)) - 1];
    return site?.lines.every(line => hasLineEnded(getRow(order.lines, line).state)) ?? true;
  }
  if (key.startsWith('L')) return hasLineEnded(getRow(order.lines, Number(key.slice(1))).state);
  return order.plan !== undefined && hasPartEnded(getPart(order, key as NodeId));
}

/** A part by the words a person knows it by. */
export function describe(view: PlanView, id: NodeId): WaitingOn & { readonly state: string } {
  const part = getPart(view.order, id);
  const title = 'title' in part ? part.title : 'itemId' in part ? lineTitle(view.order, part) : part.name;
  return { key: id, title, state: part.state };
}

/** As `describe`, with the number of its line where that is another than the one it is looked at from. */
function describeFrom(view: PlanView, key: PlanKey, id: NodeId): WaitingOn {
  const { order } = view;
  const told = describe(view, id);
  if (!isPart(key) || id.startsWith('L')) return told;
  const [from, line] = [key, id].map(one => lineOf(getPart(order, one)));
  return line === undefined || line === from ? told : { ...told, title: `${lineNumber(order, line)} ${told.title}` };
}

const lineOf = (part: ReturnType<typeof getPart>): number => ('itemId' in part ? part.number : part.line);
