/** Makes drafted domain orders an addition to a plan under way: their tasks, what waits for what, and dates counted from now. */
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import type { Dependency } from '../decomposition/decomposed.ts';
import type { DraftOrder } from '../decomposition/draftOrder.ts';
import type { Drafting } from '../decomposition/expandLine.ts';
import { linkOutside, linkParts, partOf, type LinkablePart } from '../decomposition/linkParts.ts';
import { choosePlans } from '../decomposition/planTasks.ts';
import { rowsOfPlans } from '../decomposition/rowsOfPlans.ts';
import { schedulePlan } from '../decomposition/schedulePlan.ts';
import type { MappingTrace } from '../decomposition/trace.ts';
import { alwaysOpen, calendarsOf, type CalendarOf } from '../policy/calendar.ts';
import { ok, type Result } from '../result.ts';
import { getDomainOrder, getTask } from './change.ts';
import type { DecisionContext } from './commands.ts';
import { outsideOf } from './decomposeOrder.ts';
import type { PlanAddition } from './events.ts';
import type { DomainOrder, Order, OrderLine, OrderTask } from './order.ts';
import { partsOf } from './recount.ts';
import { getPart, hasPartEnded } from './waits.ts';

export type Drafted = {
  readonly drafting: Drafting;
  /** The domain orders that were there, by number, the new ones among their children. */
  readonly present: ReadonlyMap<number, DraftOrder>;
  readonly mappings: readonly MappingTrace[];
};

/** Parts that have started do not wait for what comes later. The error is a circle of parts that would wait for each other. */
export function planAddition(
  order: Order,
  context: DecisionContext,
  { drafting, present, mappings }: Drafted,
): Result<PlanAddition, readonly NodeId[]> {
  const { catalog, at, policy } = context;
  const { lines, domainOrders, tasks } = partsOf(order);
  const plans = choosePlans(catalog, drafting.drafts, tasks.length + 1);
  const rows = rowsOfPlans(plans);
  const isNew = (id: NodeId): boolean => {
    const { kind, number } = nodeOf(id);
    return kind === 'task' ? number > tasks.length : kind === 'domainOrder' && number > domainOrders.length;
  };
  const parts = plans.map(partOf);
  const tops = new Set(parts.map(({ top }) => top));
  const around = [...present.values()]
    .filter(({ top }) => tops.has(top))
    .map(draft => presentPart(order, context, draft));
  const dependencies = linkParts([...around, ...parts]).filter(
    ({ before, after }) => isNew(after) || (isNew(before) && canStillWait(order, after)),
  );
  const scheduled = schedulePlan(
    Date.parse(at),
    lines,
    [...domainOrders, ...rows.domainOrders],
    [...tasks.map(stillToDo), ...rows.tasks],
    [...[...lines, ...domainOrders, ...tasks].flatMap(part => dependenciesOf(order, part)), ...dependencies],
    withoutEnded(calendarsOf(policy)),
  );
  if (!scheduled.ok) return scheduled;
  const outside = linkOutside(parts, outsideOf(order, context)).filter(row => !context.wouldCircle(row));
  return ok({
    domainOrders: rows.domainOrders,
    tasks: rows.dated(scheduled.value, tasks.length),
    dependencies,
    trace: { entries: drafting.entries.map(rows.withPlan), mappings },
    ...(outside.length === 0 ? {} : { outside }),
  });
}

function presentPart(
  order: Order,
  { catalog }: DecisionContext,
  { number, line, top, specification, children }: DraftOrder,
): LinkablePart {
  const { tasks, planTemplate } = getDomainOrder(order, number);
  const template = planTemplate === undefined ? undefined : catalog.planTemplates.get(planTemplate);
  return {
    number,
    line,
    top,
    specification: specification.id,
    children: children.map(child => child.number),
    ...(template === undefined ? {} : { template }),
    tasks: tasks.map(task => ({ number: task, key: getTask(order, task).key })),
  };
}

/** It has not started, held or not. */
export function canStillWait(order: Order, id: NodeId): boolean {
  const { kind, number } = nodeOf(id);
  if (kind === 'task') {
    const { state, hold, actualStart } = getTask(order, number);
    return actualStart === undefined && ['draft', 'open', 'scheduled'].includes(hold?.restore ?? state);
  }
  const { state, hold, actualStart } = getDomainOrder(order, number);
  return actualStart === undefined && ['draft', 'qualified', 'scheduled'].includes(hold?.restore ?? state);
}

export function dependenciesOf(order: Order, part: OrderLine | DomainOrder | OrderTask): readonly Dependency[] {
  const { id, predecessors, lags = {} } = part;
  const atStart = new Set(part.startPredecessors);
  return predecessors.map(before => {
    const lagMinutes = lags[before];
    return {
      before,
      after: id,
      ...(atStart.has(before) ? { on: 'start' } : {}),
      ...(lagMinutes === undefined || hasPartEnded(getPart(order, before)) ? {} : { lagMinutes }),
    };
  });
}

/** No team is called so: the time of what has ended has passed, on no clock. */
const ended = '';
export const stillToDo = ({ domainOrder, durationMinutes, group, state, undoes }: OrderTask) =>
  hasTaskEnded(state)
    ? { domainOrder, durationMinutes: 0, group: ended, undoes }
    : { domainOrder, durationMinutes, group, undoes };
export const withoutEnded =
  (calendarOf: CalendarOf): CalendarOf =>
  team =>
    team === ended ? alwaysOpen(team) : calendarOf(team);
