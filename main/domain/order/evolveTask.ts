/** Folds the course of the work: tasks, the domain orders they close and the lines those complete. */
import { unreachable } from '../result.ts';
import {
  countEnded,
  getDomainOrder,
  getLine,
  getTask,
  releaseSuccessors,
  touchedBy,
  withDomainOrder,
  withLine,
  withTask,
} from './change.ts';
import type { EventOf, HappenedEvent } from './events.ts';
import type { Order, OrderTask, Touched } from './order.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import type { DomainOrderState, LineState } from '../vocabulary/states.ts';
import type { JsonValue } from '../json.ts';

type TaskEvent = Extract<
  HappenedEvent,
  {
    readonly type:
      | 'TasksOpened'
      | 'TaskAssigned'
      | 'TaskStarted'
      | 'TaskValuesRecorded'
      | 'TaskCompleted'
      | 'TaskHeld'
      | 'TaskRestored'
      | 'TasksCanceled';
  }
>;

export function evolveTask(order: Order, event: TaskEvent): Order {
  const touched = touchedBy(event);
  switch (event.type) {
    case 'TasksOpened':
      return event.data.tasks.reduce(
        (changed, number) => withTask(changed, number, () => ({ state: 'open', touched })),
        order,
      );
    case 'TaskAssigned':
      return withTask(order, event.data.task, () => ({
        assignee: event.data.assignee.now ?? undefined,
        group: event.data.group.now ?? undefined,
        touched,
      }));
    case 'TaskStarted':
      return withTask(order, event.data.task, () => ({ state: 'inProgress', actualStart: event.at, touched }));
    case 'TaskValuesRecorded':
      return recordedValues(order, event, touched);
    case 'TaskCompleted':
      return endedTask(order, event.data.task, {
        state: 'closedComplete',
        outcome: event.data.outcome,
        actualEnd: event.at,
        touched,
      });
    case 'TaskHeld':
      return withTask(order, event.data.task, ({ state, hold }) => ({
        state: 'onHold',
        hold: {
          fallouts: [...(hold?.fallouts ?? []), event.data.fallout],
          restore: hold?.restore ?? (state === 'onHold' ? 'open' : state),
        },
        touched,
      }));
    case 'TaskRestored':
      return restoredTask(order, event, touched);
    case 'TasksCanceled':
      return event.data.tasks.reduce(
        (changed, number) => endedTask(changed, number, { state: 'canceled', actualEnd: event.at, touched }),
        order,
      );
    default:
      return unreachable(event);
  }
}

function endedTask(order: Order, number: number, end: Partial<OrderTask>): Order {
  const { domainOrder, line, successors } = getTask(order, number);
  const ended = withTask(order, number, () => ({ ...end, hold: undefined }));
  const counted = countEnded(ended, 'tasks', { domainOrder, line });
  const parted = withDomainOrder(counted, domainOrder, ({ remaining }) => ({ remaining: remaining - 1 }));
  return releaseSuccessors(parted, successors);
}

/** The last fallout that held it gives the task back its earlier state (features F5). */
function restoredTask(order: Order, { data }: EventOf<'TaskRestored'>, touched: Touched): Order {
  return withTask(order, data.task, ({ hold, state, retries }) => {
    const tries = data.retry ? retries + 1 : retries;
    const fallouts = hold?.fallouts.filter(fallout => fallout !== data.fallout) ?? [];
    if (hold !== undefined && fallouts.length > 0) {
      return { hold: { ...hold, fallouts }, retries: tries, touched };
    }
    return { state: hold?.restore ?? state, hold: undefined, retries: tries, touched };
  });
}

function recordedValues(order: Order, { data }: EventOf<'TaskValuesRecorded'>, touched: Touched): Order {
  const { domainOrder } = getTask(order, data.task);
  const onTask = withTask(order, data.task, ({ values }) => ({
    values: data.values.reduce((all, { name, now }) => withValue(all, name, now), values),
    touched,
  }));
  return withDomainOrder(onTask, domainOrder, ({ characteristics }) => ({
    characteristics: data.values.reduce((all, { name, now }) => withValue(all, name, now), characteristics),
  }));
}

export function propagatedValue(order: Order, { data }: EventOf<'ValuePropagated'>): Order {
  return withDomainOrder(order, data.to, ({ characteristics }) => ({
    characteristics: withValue(characteristics, data.name, data.now),
  }));
}

/** The values with this one put in its place; null takes it away. */
export function withValue(
  values: readonly CharacteristicValue[],
  name: string,
  value: JsonValue,
): readonly CharacteristicValue[] {
  const at = values.findIndex(one => one.name === name);
  if (value === null) return at === -1 ? values : values.toSpliced(at, 1);
  return at === -1 ? [...values, { name, value }] : values.with(at, { ...values[at], name, value });
}

export function endedDomainOrder(
  order: Order,
  number: number,
  state: Extract<DomainOrderState, 'closedComplete' | 'canceled'>,
  at: string,
): Order {
  const { parent, line, successors } = getDomainOrder(order, number);
  const ended = withDomainOrder(order, number, () => ({ state, actualEnd: at }));
  const counted = countEnded(ended, 'domainOrders', { domainOrder: parent, line });
  const parted =
    parent === undefined
      ? withLine(counted, line, ({ remaining }) => ({ remaining: remaining - 1 }))
      : withDomainOrder(counted, parent, ({ remaining }) => ({ remaining: remaining - 1 }));
  return releaseSuccessors(parted, successors);
}

export function endedLine(order: Order, number: number, state: Extract<LineState, 'completed' | 'canceled'>): Order {
  const { parent, successors } = getLine(order, number);
  const ended = withLine(order, number, () => ({ state }));
  const parted =
    parent === undefined
      ? { ...ended, remaining: ended.remaining - 1 }
      : withLine(ended, parent, ({ remaining }) => ({ remaining: remaining - 1 }));
  return releaseSuccessors(parted, successors);
}
