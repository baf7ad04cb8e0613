/** Turns the lines of an order into domain orders, tasks and dependencies, and tells the reason for each: the heart of approval (domain.md A.6). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { CalendarOf } from '../policy/calendar.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { err, ok, type Result } from '../result.ts';
import type { Decomposed } from './decomposed.ts';
import { copyUnits } from './copyUnits.ts';
import {
  expandLine,
  reviveTarget,
  startDrafting,
  type DecomposableLine,
  type Drafting,
  type RuleMode,
} from './expandLine.ts';
import { linkOutside, type FindOutside } from './linkOutside.ts';
import { linkLines, linkParts, partOf } from './linkParts.ts';
import { choosePlans, type DraftPlan } from './planTasks.ts';
import { rowsOfPlans } from './rowsOfPlans.ts';
import { schedulePlan } from './schedulePlan.ts';
import { settleValues } from './settleValues.ts';
import { sitesOf } from './sites.ts';
import type { CompatibilityTrace, MappingTrace } from './trace.ts';

export type Decomposable = {
  readonly lines: readonly DecomposableLine[];
  readonly catalog: IndexedCatalog;
  /** ISO-8601 UTC: the moment of approval, from which the planned dates count. */
  readonly at: string;
  /** When each team works; around the clock when absent. */
  readonly calendarOf?: CalendarOf;
  /** What other orders under way have; nothing when absent (features O6). */
  readonly outside?: FindOutside;
  /** Which companions the lines need and where they were found, to be told in the trace (features D1). */
  readonly compatibility?: readonly CompatibilityTrace[];
};

/** One step of a circle: the part, and what the catalog calls it. */
export type CirclePart = {
  readonly id: NodeId;
  readonly name: string;
  readonly line: number;
  readonly specification?: string;
  readonly planTemplate?: string;
  /** Key of the task, when the part is one. */
  readonly task?: string;
};

/** The parts that wait for each other in a circle, each for the one before it and the first for the last. */
export type PlanHasCycle = {
  readonly code: 'PlanHasCycle';
  readonly path: readonly NodeId[];
  readonly parts: readonly CirclePart[];
};

/**
 * The whole plan of an order. The same lines, catalog, moment and surroundings give the same plan: nothing else is looked
 * at, so the dry run beside the approval is this very function (features D9), and an order keeps the plan of the catalog
 * version it was decomposed with (D10). Cost is linear in what is created.
 */
export function decompose(input: Decomposable): Result<Decomposed, PlanHasCycle> {
  return decomposeWith(input, 'evaluate');
}

/** As `decompose`; `open` takes every rule as passed, which gives the largest plan the catalog can make. */
export function decomposeWith(input: Decomposable, rules: RuleMode): Result<Decomposed, PlanHasCycle> {
  const { lines, catalog, at, calendarOf, outside: findOutside, compatibility = [] } = input;
  const drafting = startDrafting(catalog, rules);
  const mappings: MappingTrace[] = [];
  for (const line of lines) for (const settled of draftLine(drafting, line)) mappings.push(settled);
  const plans = choosePlans(catalog, drafting.drafts);
  const parts = plans.map(partOf);
  const dependencies = [...linkLines(lines, parts), ...linkParts(parts, sitesOf(lines))];
  const { outside, wants } = findOutside === undefined ? noOthers : linkOutside(parts, findOutside, catalog);
  const rows = rowsOfPlans(plans);
  const scheduled = schedulePlan(Date.parse(at), lines, rows.domainOrders, rows.tasks, dependencies, calendarOf);
  if (!scheduled.ok) {
    const path = scheduled.error;
    return err({ code: 'PlanHasCycle', path, parts: path.map(id => circlePart(id, lines, plans)) });
  }
  return ok({
    domainOrders: rows.domainOrders,
    tasks: rows.dated(scheduled.value),
    dependencies,
    trace: {
      entries: drafting.entries.map(rows.withPlan),
      mappings,
      ...(compatibility.length === 0 ? {} : { compatibility }),
    },
    ...(outside.length === 0 ? {} : { outside }),
    ...(wants.length === 0 ? {} : { wants }),
  });
}

const noOthers = { outside: [], wants: [] } as const;

/** Drafts a line and settles its values, until no value that came late brings a skipped target back (domain.md A.6 item 5). */
function draftLine(drafting: Drafting, line: DecomposableLine): readonly MappingTrace[] {
  const expanded = expandLine(drafting, line);
  const { entries, alike } = expanded;
  const drafts = [...expanded.drafts];
  if (alike > 1) {
    return copyUnits(drafting, { drafts, entries, mappings: settleValues(drafting.catalog, drafts) }, alike);
  }
  for (;;) {
    const mappings = settleValues(drafting.catalog, drafts);
    const before = drafting.drafts.length;
    if (!reviveAll(drafting)) {
      drafting.awaiting.length = 0;
      return mappings;
    }
    drafts.push(...drafting.drafts.slice(before));
  }
}

/** Looks at every target that awaits a value; false when none of their values has come. */
export function reviveAll(drafting: Drafting): boolean {
  let found = false;
  for (const target of drafting.awaiting.splice(0)) {
    if (reviveTarget(drafting, target)) found = true;
    else drafting.awaiting.push(target);
  }
  return found;
}

function circlePart(id: NodeId, lines: readonly DecomposableLine[], plans: readonly DraftPlan[]): CirclePart {
  const { kind, number } = nodeOf(id);
  if (kind === 'line') {
    const line = lines.find(candidate => candidate.number === number);
    return { id, name: line?.name ?? line?.specification?.name ?? id, line: number };
  }
  const plan = plans.findLast(({ draft, firstTask }) => (kind === 'task' ? firstTask : draft.number) <= number);
  if (plan === undefined) throw new Error(`No part ${id} in this plan`);
  const { draft, template, tasks, firstTask } = plan;
  const task = kind === 'task' ? tasks[number - firstTask] : undefined;
  return {
    id,
    name: task?.title ?? draft.specification.name,
    line: draft.line,
    specification: draft.specification.id,
    ...(template === undefined ? {} : { planTemplate: template.id }),
    ...(task === undefined ? {} : { task: task.key }),
  };
}
