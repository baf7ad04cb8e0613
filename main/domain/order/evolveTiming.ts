/** Folds what waits for a moment or for another order. */
import type { OutsideWant } from '../decomposition/decomposed.ts';
import { touchedBy, withTask } from './change.ts';
import type { HappenedEvent } from './events.ts';
import type { Order, OrderTask } from './order.ts';
import { replaceRow, rowsOf } from '../table.ts';
import { hasLineEnded } from '../vocabulary/states.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

export const plannedStart = (order: Order, event: Happened<'StartPlanned'>): Order => ({
  ...order,
  startsAt: event.data.startsAt,
});

/** A line that was canceled before the start stays so. */
function scheduledLines(order: Order): Order {
  let { lines } = order;
  for (const line of rowsOf(order.lines)) {
    if (!hasLineEnded(line.state)) lines = replaceRow(lines, line.number, { ...line, state: 'scheduled' });
  }
  return { ...order, lines };
}

/** The moment it was planned for is past, or no longer waited for. */
export const startedOrder = (order: Order, event: Happened<'OrderStarted'>): Order => ({
  ...scheduledLines(order),
  state: 'inProgress',
  actualStart: event.at,
  ...(order.startsAt === undefined ? {} : { startsAt: undefined }),
});

/** It may have waited for its start until now. */
export const canceledOrder = (order: Order, at: string): Order => ({
  ...order,
  state: 'canceled',
  actualEnd: at,
  ...(order.startsAt === undefined ? {} : { startsAt: undefined }),
});

export function scheduledTasks(order: Order, event: Happened<'TasksScheduled'>): Order {
  const touched = touchedBy(event);
  return event.data.tasks.reduce(
    (changed, { task, opensAt }) => withTask(changed, task, () => ({ state: 'scheduled', opensAt, touched })),
    order,
  );
}

/** A task that was ready is not ready any more. */
export function awaitedOutside(order: Order, event: Happened<'OutsideDependencyAdded'>): Order {
  const { task: number, ...wait } = event.data;
  return withTask(order, number, task => ({
    outside: [...(task.outside ?? []), wait],
    ...notReady(task),
    touched: touchedBy(event),
  }));
}

/** A task that could have been started, or soon, waits again; one on hold goes back to waiting. */
export function notReady({ state, hold }: OrderTask): Partial<OrderTask> {
  const undone = { openedAt: undefined, opensAt: undefined } as const;
  if (state === 'open' || state === 'scheduled') return { state: 'draft', ...undone };
  if (hold?.restore === 'open' || hold?.restore === 'scheduled')
    return { hold: { ...hold, restore: 'draft' }, ...undone };
  return {};
}

export function metOutside(order: Order, event: Happened<'OutsideDependencyMet'>): Order {
  const { task: number, order: other, node, freeAt } = event.data;
  return withTask(order, number, ({ outside = [] }) => ({
    outside: outside.filter(wait => wait.order !== other || wait.node !== node),
    ...(freeAt === undefined ? {} : { freeAt }),
    touched: touchedBy(event),
  }));
}

export function metWant(order: Order, event: Happened<'OutsideWantMet'>): Order {
  const { task: number, want, waits } = event.data;
  return withTask(order, number, task => ({
    wants: (task.wants ?? []).filter(other => !isSameWant(other, want)),
    ...(waits.length === 0 ? {} : { outside: [...(task.outside ?? []), ...waits], ...notReady(task) }),
    touched: touchedBy(event),
  }));
}

const isSameWant = (a: OutsideWant, b: OutsideWant): boolean =>
  a.specification === b.specification && a.task === b.task && a.same === b.same && a.required === b.required;
