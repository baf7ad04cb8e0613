/** Folds the course of the work: tasks, the domain orders they close and the lines those complete. */
import { unreachable } from '../result.ts';
import {
  countEnded,
  getDomainOrder,
  getLine,
  getTask,
  releaseAtEnd,
  releaseAtStart,
  touchedBy,
  withDomainOrder,
  withLine,
  withTask,
  withTasks,
} from './change.ts';
import type { EventOf, HappenedEvent } from './events.ts';
import { settledSteering } from './evolveSteering.ts';
import { causesWithout, heldFor, heldOnlyFor } from './hold.ts';
import type { Order, OrderTask, Touched } from './order.ts';
import { hasStarted } from './recount.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import type { DomainOrderState, LineState } from '../vocabulary/states.ts';
import type { JsonValue } from '../json.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;
type TaskEvent = Extract<
  HappenedEvent,
  {
    readonly type:
      | 'TasksOpened'
      | 'TaskAssigned'
      | 'TaskLeftInQueue'
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
      return withTasks(order, event.data.tasks, task => ({
        ...task,
        state: 'open',
        openedAt: event.at,
        opensAt: undefined,
        touched,
      }));
    case 'TaskAssigned':
      return withTask(order, event.data.task, ({ assignedWhy, nobodyWhy }) => ({
        assignee: event.data.assignee.now ?? undefined,
        group: event.data.group.now ?? undefined,
        // Given by hand, it has no reason of the desk's any more.
        ...(event.data.why === assignedWhy ? {} : { assignedWhy: event.data.why }),
        ...(nobodyWhy === undefined ? {} : { nobodyWhy: undefined }),
        touched,
      }));
    case 'TaskLeftInQueue':
      return withTask(order, event.data.task, () => ({ nobodyWhy: event.data.why }));
    case 'TaskStarted':
      return startedTask(order, event, touched);
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
      return withTask(order, event.data.task, task => ({
        ...heldFor(task, { fallouts: [...(task.hold?.fallouts ?? []), event.data.fallout] }),
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

function startedTask(order: Order, event: Happened<'TaskStarted'>, touched: Touched): Order {
  const task = getTask(order, event.data.task);
  const started = withTask(order, task.number, () => ({ state: 'inProgress', actualStart: event.at, touched }));
  return releaseAtStart(started, task, hasStarted(task), event.at);
}

function endedTask(order: Order, number: number, end: Partial<OrderTask> & { readonly actualEnd: string }): Order {
  const task = getTask(order, number);
  const { domainOrder, line } = task;
  const ended = withTask(order, number, () => ({
    ...end,
    ...settledSteering(task),
    hold: undefined,
    opensAt: undefined,
  }));
  const counted = countEnded(ended, 'tasks', { domainOrder, line });
  return releaseAtEnd(counted, task, hasStarted(task), end.actualEnd);
}

/** The last cause that held it gives the task back its earlier state (features F5). */
function restoredTask(order: Order, { data }: EventOf<'TaskRestored'>, touched: Touched): Order {
  return withTask(order, data.task, task => ({
    ...heldOnlyFor(task, causesWithout(task.hold, { fallout: data.fallout })),
    retries: data.retry ? task.retries + 1 : task.retries,
    touched,
  }));
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

export function startedDomainOrder(order: Order, event: Happened<'DomainOrderStarted'>): Order {
  const part = getDomainOrder(order, event.data.domainOrder);
  const started = withDomainOrder(order, part.number, () => ({ state: 'inProgress', actualStart: event.at }));
  return releaseAtStart(started, part, hasStarted(part), event.at);
}

export function startedLine(order: Order, event: Happened<'LineStarted'>): Order {
  const part = getLine(order, event.data.line);
  const started = withLine(order, part.number, () => ({ state: 'inProgress', started: true }));
  return releaseAtStart(started, part, hasStarted(part), event.at);
}

export function endedDomainOrder(
  order: Order,
  number: number,
  state: Extract<DomainOrderState, 'closedComplete' | 'canceled'>,
  at: string,
): Order {
  const part = getDomainOrder(order, number);
  const { parent, line } = part;
  const ended = withDomainOrder(order, number, () => ({ state, actualEnd: at }));
  const counted = countEnded(ended, 'domainOrders', { domainOrder: parent, line });
  return releaseAtEnd(counted, part, hasStarted(part), at);
}

export function endedLine(
  order: Order,
  number: number,
  state: Extract<LineState, 'completed' | 'canceled'>,
  at: string,
): Order {
  const part = getLine(order, number);
  const { parent } = part;
  const ended = withLine(order, number, () => ({ state }));
  const parted =
    parent === undefined
      ? { ...ended, remaining: ended.remaining - 1 }
      : withLine(ended, parent, ({ remaining }) => ({ remaining: remaining - 1 }));
  return releaseAtEnd(parted, part, hasStarted(part), at);
}
