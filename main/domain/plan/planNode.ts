/** Describes one part of a plan with everything a person reads beside it: state, done of total, dates, hands, and why it waits (features O1, O2). */
import { getRow } from '../table.ts';
import { lineTitle } from '../order/lineTitle.ts';
import { domainOrderNumber, lineNumber, taskNumber } from '../order/numbers.ts';
import type { Count, DomainOrder, Order, OrderLine, OrderTask } from '../order/order.ts';
import type { NodeId } from '../vocabulary/node.ts';
import { hasLineEnded } from '../vocabulary/states.ts';
import { childrenOf, type PlanKey, type PlanView, type Site } from './planView.ts';
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
    plannedStart: view.spans.get(key)?.start ?? null,
    plannedEnd: view.spans.get(key)?.end ?? null,
    childCount: childrenOf(view, key).length,
    waiting: whyWaiting(view, key),
    falloutsOpen: view.openFallouts.get(key) ?? 0,
  };
}

const nothing: Count = { ended: 0, total: 0 };

const blank = {
  detail: null,
  domainOrders: nothing,
  tasks: nothing,
  assignee: null,
  group: null,
  actualStart: null,
  actualEnd: null,
  predecessors: [],
  successors: [],
} as const;

type Part = Pick<PlanNode, 'kind' | 'number' | 'title' | 'state'> & Partial<PlanNode>;

function partOf(view: PlanView, key: PlanKey): Part {
  const { order } = view;
  const number = Number(key.slice(1));
  if (key === 'order') return orderPart(order);
  if (key.startsWith('S')) return sitePart(view, view.sites[number - 1]);
  if (key.startsWith('L')) return linePart(order, getRow(order.lines, number));
  if (order.plan === undefined) throw new Error(`Order ${order.id} has no plan yet`);
  return key.startsWith('D')
    ? domainOrderPart(order, getRow(order.plan.domainOrders, number))
    : taskPart(order, getRow(order.plan.tasks, number));
}

function orderPart(order: Order): Part {
  return {
    kind: 'order',
    number: order.number,
    title: order.description ?? order.account?.name ?? order.number,
    detail: order.account?.name ?? order.account?.id ?? null,
    state: order.state,
    ...order.counts,
    actualStart: order.actualStart ?? null,
    actualEnd: order.actualEnd ?? null,
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
    domainOrders: sum(lines.map(({ counts }) => counts.domainOrders)),
    tasks: sum(lines.map(({ counts }) => counts.tasks)),
  };
}

const sum = (counts: readonly Count[]): Count =>
  counts.reduce((all, { ended, total }) => ({ ended: all.ended + ended, total: all.total + total }), nothing);

function linePart(order: Order, line: OrderLine): Part {
  return {
    kind: 'line',
    number: lineNumber(order, line.number),
    title: lineTitle(order, line),
    detail: line.action,
    state: line.state,
    ...line.counts,
    predecessors: line.predecessors,
    successors: line.successors,
  };
}

function domainOrderPart(order: Order, domainOrder: DomainOrder): Part {
  return {
    kind: 'domainOrder',
    number: domainOrderNumber(order, domainOrder),
    title: domainOrder.name,
    detail: domainOrder.facing ?? domainOrder.kind,
    state: domainOrder.state,
    ...domainOrder.counts,
    actualStart: domainOrder.actualStart ?? null,
    actualEnd: domainOrder.actualEnd ?? null,
    predecessors: domainOrder.predecessors,
    successors: domainOrder.successors,
  };
}

function taskPart(order: Order, task: OrderTask): Part {
  return {
    kind: 'task',
    number: taskNumber(order, task.number),
    title: task.title,
    state: task.state,
    assignee: task.assignee ?? null,
    group: task.group ?? null,
    actualStart: task.actualStart ?? null,
    actualEnd: task.actualEnd ?? null,
    predecessors: task.predecessors,
    successors: task.successors,
  };
}
