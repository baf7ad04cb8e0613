/** Folds the decisions about an order, the first of two approvals among them, and computed priorities. */
import { listRows, replaceRow } from '../table.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import { getLine } from './change.ts';
import type { HappenedEvent } from './events.ts';
import { withAllLines } from './evolveIntake.ts';
import { withPriority } from './evolveSteering.ts';
import type { Order } from './order.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

export function approvedOrder(order: Order, { by, at, data: { onBehalfOf } }: Happened<'OrderApproved'>): Order {
  const decision = { verdict: 'approved', by, at, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } as const;
  return {
    ...withAllLines(order, 'acknowledged'),
    state: 'acknowledged',
    decisions: [...order.decisions, decision],
  };
}

export function rejectedOrder(order: Order, { by, at, data }: Happened<'OrderRejected'>): Order {
  return {
    ...withAllLines(unendorsed(order), 'rejected'),
    state: 'rejected',
    decisions: [...order.decisions, { verdict: 'rejected', by, at, ...data }],
  };
}

/** Waits for the second approval, still New. */
export function endorsedOrder(order: Order, { by, at, data }: Happened<'OrderEndorsed'>): Order {
  const given = {
    by,
    at,
    ...(data.onBehalfOf === null ? {} : { onBehalfOf: data.onBehalfOf }),
    ...(data.startAt === undefined ? {} : { startAt: data.startAt }),
  };
  return {
    ...order,
    endorsements: [...(order.endorsements ?? []), given],
    decisions: [...order.decisions, { verdict: 'endorsed', ...given }],
  };
}

/** What was approved is no longer what is there. */
export function unendorsed(order: Order): Order {
  if (order.endorsements === undefined) return order;
  const { endorsements: _given, ...rest } = order;
  return rest;
}

export function prioritizedOrder(order: Order, { data }: Happened<'PriorityComputed'>): Order {
  const lines = data.lines.reduce(
    (changed, { line, score }) => replaceRow(changed, line, { ...getLine(order, line), priority: score }),
    order.lines,
  );
  const capturedPriority = order.capturedPriority ?? order.priority;
  const scored = { ...order, lines, capturedPriority, priority: data.order.priority, priorityScore: data.order };
  return withTaskPriorities(scored);
}

/** What is still to be done has the priority of its line; there are no tasks yet at the first approval. */
function withTaskPriorities(order: Order): Order {
  if (order.plan === undefined) return order;
  const tasks = listRows(order.plan.tasks).reduce((changed, task) => {
    const priority = getLine(order, task.line).priority?.priority ?? order.priority;
    return hasTaskEnded(task.state) || (task.escalation?.from ?? task.priority) === priority
      ? changed
      : replaceRow(changed, task.number, { ...task, ...withPriority(task, priority) });
  }, order.plan.tasks);
  return { ...order, plan: { ...order.plan, tasks } };
}
