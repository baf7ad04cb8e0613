/** Makes drafted domain orders an addition to a plan under way: their tasks, what waits for what, and dates counted from now. */
import { hasWideWaits } from '../catalog/catalog.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { hasTaskEnded } from '../vocabulary/states.ts';
import type { Dependency } from '../decomposition/decomposed.ts';
import type { DraftOrder } from '../decomposition/draftOrder.ts';
import type { Drafting } from '../decomposition/expandLine.ts';
import { linkOutside } from '../decomposition/linkOutside.ts';
import { linkParts, partOf, type LinkablePart } from '../decomposition/linkParts.ts';
import { choosePlans } from '../decomposition/planTasks.ts';
import { rowsOfPlans } from '../decomposition/rowsOfPlans.ts';
import { schedulePlan } from '../decomposition/schedulePlan.ts';
import { sitesOf } from '../decomposition/sites.ts';
import type { MappingTrace } from '../decomposition/trace.ts';
import { alwaysOpen, calendarsOf, type CalendarOf } from '../policy/calendar.ts';
import { ok, type Result } from '../result.ts';
import { listRows } from '../table.ts';
import { getDomainOrder, getTask, planOf } from './change.ts';
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
  const around = partsAround(order, context, present, new Set(parts.map(({ top }) => top)));
  const dependencies = linkParts([...around, ...parts], sitesOf(lines)).filter(
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
  const { outside, wants } = linkOutside(parts, outsideOf(order, context), catalog);
  const free = outside.filter(row => !context.wouldCircle(row));
  return ok({
    domainOrders: rows.domainOrders,
    tasks: rows.dated(scheduled.value, tasks.length),
    dependencies,
    trace: { entries: drafting.entries.map(rows.withPlan), mappings },
    ...(free.length === 0 ? {} : { outside: free }),
    ...(wants.length === 0 ? {} : { wants }),
  });
}

/** Those of the plan that what is new may wait for, and that may wait for it: of the same trees, or where the catalog says so, of all lines. */
function partsAround(
  order: Order,
  { catalog }: DecisionContext,
  present: ReadonlyMap<number, DraftOrder>,
  growing: ReadonlySet<number>,
): readonly LinkablePart[] {
  if (!hasWideWaits(catalog.catalog)) {
    return [...present.values()]
      .filter(({ top }) => growing.has(top))
      .map(({ number, top, children }) => presentPart(order, catalog, { number, top, children: numbersOf(children) }));
  }
  const tops = new Map<number, number>();
  return listRows(planOf(order).domainOrders).flatMap(({ number, parent, children, canceling }) => {
    // Children are numbered after their parents.
    const top = parent === undefined ? number : (tops.get(parent) ?? number);
    tops.set(number, top);
    const drafted = present.get(number);
    const below = drafted === undefined ? children : numbersOf(drafted.children);
    return canceling === true ? [] : [presentPart(order, catalog, { number, top, children: below })];
  });
}

const numbersOf = (drafts: readonly DraftOrder[]): readonly number[] => drafts.map(({ number }) => number);

function presentPart(
  order: Order,
  catalog: DecisionContext['catalog'],
  { number, top, children }: Pick<LinkablePart, 'number' | 'top' | 'children'>,
): LinkablePart {
  const { line, specification, tasks, planTemplate } = getDomainOrder(order, number);
  const template = planTemplate === undefined ? undefined : catalog.planTemplates.get(planTemplate);
  return {
    number,
    line,
    top,
    specification,
    children,
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
