/** Answers what the window asks about one task or one fallout record: everything on it, and what surrounds it. */
import type { Fallout as FalloutView, Task as TaskView } from '../../../preload/contract/task.ts';
import type { JsonValue } from '../../domain/json.ts';
import { branchOf } from '../../domain/order/cancelBranch.ts';
import { getDomainOrder, getLine, getTask } from '../../domain/order/change.ts';
import { lineTitle } from '../../domain/order/lineTitle.ts';
import { domainOrderNumber, falloutNumber, lineNumber, taskNumber } from '../../domain/order/numbers.ts';
import type { Fallout, Order, OrderTask } from '../../domain/order/order.ts';
import type { Location } from '../../domain/vocabulary/captured.ts';
import { domainOrderId, taskId } from '../../domain/vocabulary/node.ts';
import { comesAfter } from '../../domain/order/waits.ts';
import { slaMinutesOf } from '../../domain/plan/jeopardy.ts';
import { factsOfPart, outsideOf } from '../../domain/plan/planNode.ts';
import type { PlanView } from '../../domain/plan/planView.ts';
import { describe, whyWaiting } from '../../domain/plan/whyWaiting.ts';
import { listRows } from '../../domain/table.ts';
import { scoreOf } from './orderQueries.ts';

export function viewTask(view: PlanView, task: OrderTask): TaskView {
  const { order } = view;
  const domainOrder = getDomainOrder(order, task.domainOrder);
  const line = getLine(order, task.line);
  const waiting = whyWaiting(view, task.id);
  const dates = factsOfPart(view, task.id);
  return {
    ...taskRowOf(order, task),
    instructions: task.instructions ?? null,
    line: lineNumber(order, line.number),
    lineName: lineTitle(order, line),
    place: placeOf(order, task.line) ?? null,
    contacts: [...(line.contacts.length > 0 ? line.contacts : order.contacts)],
    domainOrderId: domainOrder.id,
    domainOrderNumber: domainOrderNumber(order, domainOrder),
    characteristics: [...domainOrder.characteristics] as TaskView['characteristics'],
    fields: fieldsOf(task),
    durationMinutes: task.durationMinutes,
    plannedStart: task.plannedStart,
    plannedEnd: task.plannedEnd,
    estimatedStart: dates.estimatedStart,
    estimatedEnd: dates.estimatedEnd,
    atEarliest: dates.atEarliest,
    jeopardy: dates.jeopardy,
    slaShare: dates.slaShare,
    slaMinutes: slaMinutesOf(task),
    priorityScore: scoreOf(line.priority),
    assignedWhy: task.assignedWhy === undefined ? null : { ...task.assignedWhy },
    nobodyWhy: task.nobodyWhy === undefined ? null : { ...task.nobodyWhy },
    pointOfNoReturn: task.pointOfNoReturn === true,
    undoes: task.undoes === undefined ? null : getTask(order, task.undoes).title,
    redone: task.redone ?? 0,
    outside: [...outsideOf(view, task)],
    proposedEnd: task.proposedEnd ?? null,
    escalation: task.escalation ?? null,
    pausedFor: task.hold?.person?.reason ?? null,
    pausedBy: task.hold?.person?.by ?? null,
    actualStart: dates.actualStart,
    actualEnd: dates.actualEnd,
    waiting: waiting === null ? null : { ...waiting, on: [...waiting.on] },
    predecessors: described(view, comesAfter(order, task)),
    successors: described(view, task.successors),
    outcome: outcomeOf(task),
    fallouts: listRows(order.fallouts)
      .filter(fallout => fallout.task === task.number)
      .map(({ number, type, state }) => ({ fallout: number, number: falloutNumber(order, number), type, state })),
    retries: task.retries,
  };
}

function taskRowOf(order: Order, task: OrderTask) {
  const domainOrder = getDomainOrder(order, task.domainOrder);
  return {
    key: `${order.id}/${task.id}`,
    orderId: order.id,
    task: task.number,
    number: taskNumber(order, task.number),
    title: task.title,
    state: task.state,
    priority: task.priority,
    group: task.group ?? null,
    assignee: task.assignee ?? null,
    dueAt: task.plannedEnd,
    orderNumber: order.number,
    account: order.account?.name ?? order.account?.id ?? null,
    location: placeOf(order, task.line)?.name ?? null,
    domainOrder: domainOrder.name,
    escalatedPerson: escalatedTo(task, 'person'),
    escalatedGroup: escalatedTo(task, 'group'),
    version: task.touched.version,
  };
}

/** The site of a line; a nested line without one is where its parent is. */
function placeOf(order: Order, line: number): Location | undefined {
  for (let number: number | undefined = line; number !== undefined; number = getLine(order, number).parent) {
    const { location } = getLine(order, number);
    if (location !== undefined) return location;
  }
  return undefined;
}

/** Values stand beside their fields; one recorded earlier in the same domain order fills a field in beforehand. */
function fieldsOf(task: OrderTask): TaskView['fields'] {
  const values = new Map<string, JsonValue>(task.values.map(({ name, value }) => [name, value]));
  return task.fields.map(({ name, label = name, mandatory, valueType = 'string', options = [], unit }) => ({
    name,
    label,
    mandatory,
    valueType,
    options: [...options],
    unit: unit ?? null,
    value: values.get(name) ?? null,
  })) as TaskView['fields'];
}

const escalatedTo = ({ escalation }: OrderTask, kind: 'person' | 'group'): string | null =>
  escalation?.to.kind === kind ? escalation.to.id : null;

/** Nothing happens to a task after its end: who touched it last has ended it. */
function outcomeOf({ outcome, touched: { by } }: OrderTask): TaskView['outcome'] {
  if (outcome === undefined) return null;
  if (outcome.kind === 'done') return { kind: 'done', text: null, by };
  return { kind: outcome.kind, text: outcome.kind === 'stated' ? outcome.result : outcome.reason, by };
}

const described = (view: PlanView, ids: readonly string[]) => ids.map(id => describe(view, id as `T${number}`));

export function viewFallout(view: PlanView, fallout: Fallout): FalloutView {
  const { order } = view;
  const task = getTask(order, fallout.task);
  const { tasks, domainOrders } = branchOf(order, task.number);
  return {
    key: `${order.id}/F${fallout.number}`,
    orderId: order.id,
    fallout: fallout.number,
    number: falloutNumber(order, fallout.number),
    type: fallout.type,
    state: fallout.state,
    priority: fallout.priority,
    text: fallout.text,
    group: fallout.group ?? null,
    owner: fallout.owner ?? null,
    dueAt: fallout.dueAt ?? null,
    raisedAt: fallout.raisedAt,
    raisedBy: fallout.raisedBy,
    task: task.number,
    taskNumber: taskNumber(order, task.number),
    taskTitle: task.title,
    orderNumber: order.number,
    account: order.account?.name ?? order.account?.id ?? null,
    version: fallout.touched.version,
    taskState: task.state,
    restores: task.hold?.restore ?? null,
    taskAssignee: task.assignee ?? null,
    taskGroup: task.group ?? null,
    branch: described(view, [...domainOrders.map(domainOrderId), ...tasks.map(taskId)]),
    resolution: fallout.resolution ?? null,
  };
}
