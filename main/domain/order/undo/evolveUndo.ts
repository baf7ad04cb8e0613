/** Folds a task that a person put on hold or took up again, and an action that was taken back. */
import { getRow, replaceRow } from '../../table.ts';
import { touchedBy, withFallout, withTask } from '../change.ts';
import type { HappenedEvent, UndoneAction } from '../events.ts';
import { causesWithout, heldFor, heldOnlyFor } from '../hold.ts';
import type { DomainOrder, Order, OrderLine, OrderTask, Touched } from '../order.ts';
import { partsOf, withParts } from '../recount.ts';

type Happened<T extends HappenedEvent['type']> = Extract<HappenedEvent, { readonly type: T }>;

export function pausedTask(order: Order, event: Happened<'TaskPaused'>): Order {
  const { task, reason } = event.data;
  return withTask(order, task, held => ({
    ...heldFor(held, { person: { by: event.by, at: event.at, reason } }),
    touched: touchedBy(event),
  }));
}

export function resumedTask(order: Order, event: Happened<'TaskResumed'>): Order {
  return withTask(order, event.data.task, held => ({
    ...heldOnlyFor(held, causesWithout(held.hold, 'person')),
    touched: touchedBy(event),
  }));
}

/** Every part has its former facts again, and what the order keeps up about them is counted anew. */
export function undoneAction(order: Order, event: Happened<'ActionUndone'>): Order {
  const { data } = event;
  const touched = touchedBy(event);
  const { tasks, domainOrders, lines } = partsOf(order);
  let undone = withParts(withoutEnd(order, data), {
    tasks: withRows(tasks, data.tasks, (task, row) => formerTask(task, row, touched)),
    domainOrders: withRows(domainOrders, data.domainOrders, formerDomainOrder),
    lines: withRows(lines, data.lines, formerLine),
  });
  for (const { number, state } of data.fallouts) undone = withFallout(undone, number, () => ({ state, touched }));
  for (const { number, state, characteristics } of data.inventory ?? []) {
    const item = { ...getRow(undone.inventory, number), state, characteristics };
    undone = { ...undone, inventory: replaceRow(undone.inventory, number, item) };
  }
  return undone;
}

function withoutEnd(order: Order, { order: former }: UndoneAction): Order {
  if (former === undefined) return order;
  const { actualEnd: _ended, ...rest } = order;
  return { ...rest, state: former.state };
}

/** An absent fact was absent before as well: in a stored event nothing tells the two apart. */
function formerTask(task: OrderTask, row: UndoneAction['tasks'][number], touched: Touched): OrderTask {
  const { outcome: _outcome, freeAt: _freeAt, proposedEnd: _proposed, nobodyWhy: _nobody, escalation, ...rest } = task;
  return {
    ...rest,
    priority: row.priority ?? escalation?.from ?? task.priority,
    state: row.state,
    group: row.group,
    assignee: row.assignee,
    assignedWhy: row.assignedWhy,
    values: row.values,
    hold: row.hold,
    openedAt: row.openedAt,
    opensAt: row.opensAt,
    actualStart: row.actualStart,
    actualEnd: row.actualEnd,
    ...(row.nobodyWhy !== undefined && { nobodyWhy: row.nobodyWhy }),
    ...(row.outcome !== undefined && { outcome: row.outcome }),
    ...(row.freeAt !== undefined && { freeAt: row.freeAt }),
    ...(row.proposedEnd !== undefined && { proposedEnd: row.proposedEnd }),
    ...(row.escalation !== undefined && { escalation: row.escalation }),
    touched,
  };
}

function formerDomainOrder(domainOrder: DomainOrder, row: UndoneAction['domainOrders'][number]): DomainOrder {
  const { freeAt: _freeAt, ...rest } = domainOrder;
  return {
    ...rest,
    state: row.state,
    actualStart: row.actualStart,
    actualEnd: row.actualEnd,
    characteristics: row.characteristics,
    ...(row.freeAt !== undefined && { freeAt: row.freeAt }),
  };
}

function formerLine(line: OrderLine, row: UndoneAction['lines'][number]): OrderLine {
  const { started: _started, freeAt: _freeAt, ...rest } = line;
  return {
    ...rest,
    state: row.state,
    ...(row.started !== undefined && { started: row.started }),
    ...(row.freeAt !== undefined && { freeAt: row.freeAt }),
  };
}

function withRows<T extends { readonly number: number }, R extends { readonly number: number }>(
  parts: readonly T[],
  rows: readonly R[],
  change: (part: T, row: R) => T,
): readonly T[] {
  const changed = [...parts];
  for (const row of rows) {
    const part = parts[row.number - 1];
    if (part === undefined) throw new Error(`An undone action names a part ${row.number} that is not there`);
    changed[row.number - 1] = change(part, row);
  }
  return changed;
}
