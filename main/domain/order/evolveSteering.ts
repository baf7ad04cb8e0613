/** Folds what people say about a task that is still to be done: when it will end, and before whom it was brought. */
import { oneHigher, type Priority } from '../vocabulary/states.ts';
import { touchedBy, withTask } from './change.ts';
import type { HappenedEvent } from './events.ts';
import type { Order, OrderTask } from './order.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

export function proposedEnd(order: Order, event: Happened<'EndProposed'>): Order {
  const { task, end, reason } = event.data;
  const { by, at } = event;
  return withTask(order, task, () => ({ proposedEnd: { end, reason, by, at }, touched: touchedBy(event) }));
}

export const withdrawnEnd = (order: Order, event: Happened<'EndProposalWithdrawn'>): Order =>
  withTask(order, event.data.task, () => ({ proposedEnd: undefined, touched: touchedBy(event) }));

export function escalatedTask(order: Order, event: Happened<'TaskEscalated'>): Order {
  const { task, to, reason, priority } = event.data;
  const { by, at } = event;
  return withTask(order, task, () => ({
    escalation: { to, reason, by, at, from: priority.was },
    priority: priority.now,
    touched: touchedBy(event),
  }));
}

export const withdrawnEscalation = (order: Order, event: Happened<'EscalationWithdrawn'>): Order =>
  withTask(order, event.data.task, ({ escalation, priority }) => ({
    escalation: undefined,
    priority: escalation?.from ?? priority,
    touched: touchedBy(event),
  }));

/** Of a task that has ended, none of it says anything any more. */
export const settledSteering = ({ proposedEnd: proposed, escalation }: OrderTask): Partial<OrderTask> => ({
  ...(proposed !== undefined && { proposedEnd: undefined }),
  ...(escalation !== undefined && { escalation: undefined, priority: escalation.from }),
});

/** Its priority was computed anew; an escalation raises that one. */
export const withPriority = ({ escalation }: OrderTask, priority: Priority): Partial<OrderTask> =>
  escalation === undefined
    ? { priority }
    : { priority: oneHigher(priority), escalation: { ...escalation, from: priority } };
