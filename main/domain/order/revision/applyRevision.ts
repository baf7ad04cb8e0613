/** Makes of an order what an approved revision says: the same for the fold, for the preview and for the check of the plan that comes of it. */
import { withRow } from '../../table.ts';
import { postorder } from '../../tree.ts';
import { hasDomainOrderEnded, hasLineEnded, hasTaskEnded } from '../../vocabulary/states.ts';
import { withCaptured } from './capturedOrder.ts';
import { touchedBy, withLine, withTask } from '../change.ts';
import type { ApprovedRevision, HappenedEvent } from '../events.ts';
import { settledSteering } from '../evolveSteering.ts';
import { grownOrder } from '../growPlan.ts';
import { heldOnlyFor } from '../hold.ts';
import type { DomainOrder, Order, OrderLine, OrderTask, Touched } from '../order.ts';
import { partsOf, withParts } from '../recount.ts';
import { releasedOrder } from './releaseRevision.ts';

type Applied = Pick<HappenedEvent, 'version' | 'at' | 'by'> & {
  readonly type: 'RevisionApproved';
  readonly data: ApprovedRevision;
};

/** Everything but the record of the revision itself. Linear in the size of the order. */
export function appliedRevision(order: Order, event: Applied): Order {
  const { data } = event;
  const touched = touchedBy({ ...event, v: 1 });
  const asked = withPlaceholders(withCaptured(releasedOrder(order, touched), data.order), data);
  const grown = grownOrder(withVerdicts(asked, data, touched), data.addition, { ...event, v: 1 });
  return withWaiting(withDates(reopened(grown), data), data.waiting, touched);
}

function withPlaceholders(order: Order, { inventory }: ApprovedRevision): Order {
  return inventory.reduce((so, { action: _action, ...planned }) => {
    const number = so.inventory.size + 1;
    const item = { ...planned, id: `I${number}` as const, number, characteristics: [] };
    return withLine({ ...so, inventory: withRow(so.inventory, item) }, planned.line, () => ({ inventory: number }));
  }, order);
}

/** Tasks redone and canceled, branches and lines that are to end as canceled, and new values. */
function withVerdicts(order: Order, data: ApprovedRevision, touched: Touched): Order {
  const { lines, domainOrders, tasks } = partsOf(order);
  const newLines = [...lines];
  const newDomainOrders = [...domainOrders];
  const newTasks = [...tasks];
  for (const { task, action } of data.tasks) {
    const was = getPart(newTasks, task);
    if (action === 'cancel') newTasks[task - 1] = canceledTask(was, touched);
    if (action === 'redo') newTasks[task - 1] = taskDoneAnew(was, touched);
  }
  const firstTask = tasks.length + 1;
  for (const [index, { undoes }] of data.addition.tasks.entries()) {
    if (undoes === undefined) continue;
    newTasks[undoes - 1] = { ...getPart(newTasks, undoes), undoneBy: firstTask + index, touched };
  }
  for (const { domainOrder, ...values } of data.values) {
    newDomainOrders[domainOrder - 1] = { ...getPart(newDomainOrders, domainOrder), ...values };
  }
  for (const number of data.canceledDomainOrders) {
    const part = getPart(newDomainOrders, number);
    const isOver = part.state === 'canceled';
    newDomainOrders[number - 1] = {
      ...part,
      canceling: true,
      ...(isOver ? {} : { state: 'cancellationInProgress', actualEnd: undefined }),
    };
  }
  for (const number of data.canceledLines) {
    newLines[number - 1] = { ...getPart(newLines, number), canceling: true, state: 'cancellationInProgress' };
  }
  return withParts(order, { lines: newLines, domainOrders: newDomainOrders, tasks: newTasks });
}

function getPart<T>(parts: readonly T[], number: number): T {
  const part = parts[number - 1];
  if (part === undefined) throw new Error(`No part ${number} among ${parts.length}`);
  return part;
}

const canceledTask = (task: OrderTask, touched: Touched): OrderTask => ({
  ...task,
  ...settledSteering(task),
  state: 'canceled',
  hold: undefined,
  opensAt: undefined,
  actualEnd: touched.at,
  touched,
});

/** It is to be done from the start, by whom and with what it was done before; what else holds it holds it still. When it would have ended says nothing any more. */
function taskDoneAnew(task: OrderTask, touched: Touched): OrderTask {
  const { outcome: _outcome, proposedEnd: _proposed, ...rest } = task;
  return { ...rest, ...backToDraft(task), redone: (task.redone ?? 0) + 1, actualEnd: undefined, touched };
}

function backToDraft(task: OrderTask): Partial<OrderTask> & Pick<OrderTask, 'state'> {
  const { hold, state } = heldOnlyFor(
    { state: 'draft', hold: task.hold && { ...task.hold, restore: 'draft' } },
    task.hold ?? { fallouts: [] },
  );
  return { state, hold, actualStart: undefined, openedAt: undefined, opensAt: undefined };
}

/** Parts that had ended and have something left to do now are under way again, or where nobody had begun, as before that. */
function reopened(order: Order): Order {
  const parts = partsOf(order);
  const domainOrders = [...parts.domainOrders];
  const lines = [...parts.lines];
  const isOver = (numbers: readonly number[]): boolean =>
    numbers.every(number => hasDomainOrderEnded(getPart(domainOrders, number).state));
  // Children are numbered after their parents.
  for (const part of parts.domainOrders.toReversed()) {
    const isDone = part.tasks.every(task => hasTaskEnded(getPart(parts.tasks, task).state)) && isOver(part.children);
    if (part.state === 'closedComplete' && !isDone) domainOrders[part.number - 1] = reopenedDomainOrder(part);
  }
  const tops = parts.lines.flatMap(({ number, parent }) => (parent === undefined ? [number] : []));
  for (const number of postorder(tops, line => getPart(lines, line).children)) {
    const line = getPart(lines, number);
    const isDone = isOver(line.domainOrders) && line.children.every(child => hasLineEnded(getPart(lines, child).state));
    if (line.state === 'completed' && !isDone) lines[number - 1] = reopenedLine(line);
  }
  return withParts(order, { lines, domainOrders, tasks: parts.tasks });
}

const reopenedDomainOrder = (part: DomainOrder): DomainOrder => ({
  ...part,
  state: part.actualStart === undefined ? 'draft' : 'inProgress',
  actualEnd: undefined,
});

const reopenedLine = (line: OrderLine): OrderLine => ({
  ...line,
  state: line.started === true ? 'inProgress' : 'scheduled',
});

/** The first plan a task was in stays known. */
function withDates(order: Order, { dates }: ApprovedRevision): Order {
  return dates.reduce(
    (so, { task, plannedStart, plannedEnd }) =>
      withTask(so, task, was => ({
        plannedStart,
        plannedEnd,
        baselineStart: was.baselineStart ?? was.plannedStart,
        baselineEnd: was.baselineEnd ?? was.plannedEnd,
      })),
    order,
  );
}

/** What had been let go waits again: not begun, and in the hands it was in. */
export function withWaiting(order: Order, waiting: ApprovedRevision['waiting'], touched: Touched): Order {
  if (waiting.tasks.length === 0 && waiting.domainOrders.length === 0) return order;
  const { lines, domainOrders, tasks } = partsOf(order);
  const waitingTasks = new Set(waiting.tasks);
  const waitingDomainOrders = new Set(waiting.domainOrders);
  return withParts(order, {
    lines,
    domainOrders: domainOrders.map(part => (waitingDomainOrders.has(part.number) ? { ...part, state: 'draft' } : part)),
    tasks: tasks.map(task => (waitingTasks.has(task.number) ? { ...task, ...backToDraft(task), touched } : task)),
  });
}
