/** Describes one part of a plan with everything a person reads beside it: state, done of total, dates, hands, and why it waits (features O1, O2). */
import { getRow } from '../table.ts';
import { lineTitle } from '../order/lineTitle.ts';
import { domainOrderNumber, lineNumber, taskNumber } from '../order/numbers.ts';
import type { Counts } from '../order/countsBelow.ts';
import type { Count, DomainOrder, Escalation, Order, OrderLine, OrderTask, ProposedEnd } from '../order/order.ts';
import type { Who } from '../people/who.ts';
import type { NodeId } from '../vocabulary/node.ts';
import type { Compensation } from '../vocabulary/revision.ts';
import { hasLineEnded, type JeopardyLevel, type Priority } from '../vocabulary/states.ts';
import type { NoReturn } from './partFacts.ts';
import { childrenOf, type PlanView } from './planView.ts';
import type { PlanKey, Site } from './planKey.ts';
import { whyWaiting, type Waiting } from './whyWaiting.ts';

export type PlanNode = {
  readonly key: PlanKey;
  readonly parent: PlanKey | null;
  readonly depth: number;
  readonly kind: 'order' | 'location' | 'line' | 'domainOrder' | 'task';
  readonly number: string;
  readonly title: string;
  readonly detail: string | null;
  readonly state: string;
  readonly domainOrders: Count;
  readonly tasks: Count;
  readonly childCount: number;
  readonly childrenShown: boolean;
  readonly waiting: Waiting | null;
  readonly assignee: string | null;
  readonly group: string | null;
  readonly plannedStart: string | null;
  readonly plannedEnd: string | null;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
  /** By the plan that first had it. */
  readonly baselineStart: string | null;
  readonly baselineEnd: string | null;
  /** As things stand; the actual dates once there are any. */
  readonly estimatedStart: string | null;
  readonly estimatedEnd: string | null;
  /** It will not end sooner than that, and may end later: something it comes after in another order is not known. */
  readonly atEarliest: boolean;
  /** Working minutes that it can slip without moving the end of the order; null once it has ended. */
  readonly slackMinutes: number | null;
  readonly critical: boolean;
  readonly jeopardy: JeopardyLevel;
  readonly slaShare: number | null;
  /** Planned working minutes. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly priority: Priority | null;
  /** What somebody said of it, tasks only. */
  readonly proposedEnd: ProposedEnd | null;
  readonly escalation: Escalation | null;
  readonly pointOfNoReturn: NoReturn;
  readonly compensation: Compensation | null;
  /** Without an order: what no order has yet, its specification as the node. */
  readonly outside: readonly {
    readonly orderId: string | null;
    readonly orderNumber: string;
    readonly node: string;
    readonly title: string;
    /** Null where nothing is known of it. */
    readonly state: string | null;
    readonly who: Who | null;
  }[];
  readonly falloutsOpen: number;
  readonly predecessors: readonly NodeId[];
  readonly successors: readonly NodeId[];
};

type Place = { readonly parent: PlanKey | null; readonly depth: number; readonly childrenShown: boolean };

export function describeNode(view: PlanView, key: PlanKey, place: Place): PlanNode {
  return {
    ...blank,
    ...partOf(view, key),
    key,
    ...place,
    ...factsOfPart(view, key),
    childCount: childrenOf(view, key).length,
    waiting: whyWaiting(view, key),
    compensation: view.compensation.get(key) ?? null,
    falloutsOpen: view.openFallouts.get(key) ?? 0,
  };
}

/** The dates of a part: planned, first planned, as things stand, and as they came to be. */
export function datesOf({ facts, index }: PlanView, key: PlanKey) {
  const at = index.at(key);
  const actualStart = facts.actual.starts[at] ?? null;
  const actualEnd = facts.actual.ends[at] ?? null;
  return {
    plannedStart: facts.planned.starts[at] ?? null,
    plannedEnd: facts.planned.ends[at] ?? null,
    baselineStart: facts.baseline.starts[at] ?? null,
    baselineEnd: facts.baseline.ends[at] ?? null,
    estimatedStart: actualStart ?? momentOf(facts.starts[at] as number),
    estimatedEnd: actualEnd ?? momentOf(facts.ends[at] as number),
    atEarliest: facts.atEarliest?.[at] === 1,
    actualStart,
    actualEnd,
  };
}

/** What follows for a part from the tasks below it. */
export function factsOfPart(view: PlanView, key: PlanKey) {
  const { facts, index } = view;
  const at = index.at(key);
  const slack = facts.slack[at] as number;
  const share = facts.shares[at] as number;
  return {
    ...datesOf(view, key),
    slackMinutes: Number.isNaN(slack) ? null : Math.round(slack),
    critical: slack === 0,
    jeopardy: facts.jeopardy[at] as JeopardyLevel,
    slaShare: Number.isNaN(share) ? null : share,
    progress: { done: facts.done[at] as number, total: facts.total[at] as number },
    pointOfNoReturn: facts.noReturn[at] as NoReturn,
  };
}

/** Milliseconds as ISO-8601 UTC; null when there are none. */
export const momentOf = (time: number): string | null => (Number.isNaN(time) ? null : new Date(time).toISOString());

const nothing: Count = { ended: 0, total: 0 };

const blank = {
  detail: null,
  domainOrders: nothing,
  tasks: nothing,
  assignee: null,
  group: null,
  priority: null,
  proposedEnd: null,
  escalation: null,
  outside: [],
  predecessors: [],
  successors: [],
} as const;

type Part = Pick<PlanNode, 'kind' | 'number' | 'title' | 'state'> & Partial<PlanNode>;

function partOf(view: PlanView, key: PlanKey): Part {
  const { order } = view;
  const number = Number(key.slice(1));
  if (key === 'order') return orderPart(order);
  if (key.startsWith('S')) return sitePart(view, view.sites[number - 1]);
  if (key.startsWith('L')) return linePart(view, getRow(order.lines, number));
  if (order.plan === undefined) throw new Error(`Order ${order.id} has no plan yet`);
  return key.startsWith('D')
    ? domainOrderPart(view, getRow(order.plan.domainOrders, number))
    : taskPart(view, getRow(order.plan.tasks, number));
}

function orderPart(order: Order): Part {
  return {
    kind: 'order',
    number: order.number,
    title: order.description ?? order.account?.name ?? order.number,
    detail: order.account?.name ?? order.account?.id ?? null,
    state: order.state,
    priority: order.priority,
    ...order.counts,
  };
}

/** Before anything moves, a site stands where its least advanced line does. */
const advance = [
  'rejected',
  'draft',
  'new',
  'acknowledged',
  'scheduled',
  'onHold',
  'inProgress',
  'canceled',
  'completed',
];

/** Under way from the first line that moves to the last that ends. */
function siteState(lines: readonly OrderLine[]): string {
  const states = lines.map(({ state }) => state).toSorted((a, b) => advance.indexOf(a) - advance.indexOf(b));
  const [least = 'new', most = least] = [states[0], states.at(-1)];
  if (states.every(hasLineEnded)) return most;
  return states.some(state => state === 'inProgress' || hasLineEnded(state)) ? 'inProgress' : least;
}

function sitePart(view: PlanView, site: Site | undefined): Part {
  if (site === undefined) throw new Error('No such site in this plan');
  const lines = site.lines.map(line => getRow(view.order.lines, line));
  return {
    kind: 'location',
    number: '',
    title: site.location?.name ?? '',
    detail: site.location?.address ?? null,
    state: siteState(lines),
    ...countsOfPart(view, site.key),
  };
}

/** The domain orders and tasks below a part; a domain order is not below itself. */
export function countsOfPart({ counts, index }: PlanView, key: PlanKey): Counts {
  const at = index.at(key);
  return {
    domainOrders: { ended: counts.endedDomainOrders[at] as number, total: counts.domainOrders[at] as number },
    tasks: { ended: counts.endedTasks[at] as number, total: counts.tasks[at] as number },
  };
}

function linePart(view: PlanView, line: OrderLine): Part {
  const { order } = view;
  return {
    kind: 'line',
    number: lineNumber(order, line.number),
    title: lineTitle(order, line),
    detail: line.action,
    state: line.state,
    priority: line.priority?.priority ?? order.priority,
    ...countsOfPart(view, line.id),
    predecessors: line.predecessors,
    successors: line.successors,
  };
}

function domainOrderPart(view: PlanView, domainOrder: DomainOrder): Part {
  const { order } = view;
  return {
    kind: 'domainOrder',
    number: domainOrderNumber(order, domainOrder),
    title: domainOrder.name,
    detail: domainOrder.facing ?? domainOrder.kind,
    state: domainOrder.state,
    priority: getRow(order.lines, domainOrder.line).priority?.priority ?? order.priority,
    ...countsOfPart(view, domainOrder.id),
    predecessors: domainOrder.predecessors,
    successors: domainOrder.successors,
  };
}

function taskPart(view: PlanView, task: OrderTask): Part {
  return {
    kind: 'task',
    number: taskNumber(view.order, task.number),
    title: task.title,
    state: task.state,
    assignee: task.assignee ?? null,
    group: task.group ?? null,
    priority: task.priority,
    proposedEnd: task.proposedEnd ?? null,
    escalation: task.escalation ?? null,
    outside: outsideOf(view, task),
    predecessors: task.predecessors,
    successors: task.successors,
  };
}

/** Parts of other orders that a task still waits for, and how they stand there; then what it requires and no order has yet. */
export const outsideOf = ({ conditions }: PlanView, { outside = [], wants = [] }: OrderTask): PlanNode['outside'] => [
  ...outside.map(({ order, orderNumber, node, title }) => {
    const { state = null, who = null } = conditions?.elsewhere?.standingOf(order, node) ?? {};
    return { orderId: order, orderNumber, node, title, state, who };
  }),
  ...wants
    .filter(({ required }) => required === true)
    .map(({ specification, name }) => ({
      orderId: null,
      orderNumber: '',
      node: specification,
      title: name,
      state: null,
      who: null,
    })),
];
