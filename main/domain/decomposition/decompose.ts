/** Turns the lines of an order into domain orders, tasks and dependencies, and tells the reason for each: the heart of approval (domain.md A.6). */
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { nodeOf, type NodeId } from '../vocabulary/node.ts';
import { err, ok, type Result } from '../result.ts';
import type { Decomposed, DecomposedDomainOrder, DecomposedTask } from './decomposed.ts';
import { listValues } from './draftOrder.ts';
import { expandLine, type DecomposableLine, type Drafting, type RuleMode } from './expandLine.ts';
import { choosePlans, listDependencies, type DraftPlan } from './planTasks.ts';
import { schedulePlan, type Schedule } from './schedulePlan.ts';
import { settleValues } from './settleValues.ts';
import type { MappingTrace, TraceEntry } from './trace.ts';

export type Decomposable = {
  readonly lines: readonly DecomposableLine[];
  readonly catalog: IndexedCatalog;
  /** ISO-8601 UTC: the moment of approval, from which the planned dates count. */
  readonly at: string;
};

/** One step of a circle: the part, and what the catalog calls it. */
export type CirclePart = {
  readonly id: NodeId;
  readonly name: string;
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
 * The whole plan of an order. The same lines, catalog and moment give the same plan: nothing else is looked at, so the
 * dry run beside the approval is this very function (features D9), and an order keeps the plan of the catalog version it
 * was decomposed with (D10). Cost is linear in what is created.
 */
export function decompose(input: Decomposable): Result<Decomposed, PlanHasCycle> {
  return decomposeWith(input, 'evaluate');
}

/** As `decompose`; `open` takes every rule as passed, which gives the largest plan the catalog can make. */
export function decomposeWith(input: Decomposable, rules: RuleMode): Result<Decomposed, PlanHasCycle> {
  const { lines, catalog, at } = input;
  const drafting: Drafting = { catalog, rules, drafts: [], entries: [] };
  const mappings: MappingTrace[] = [];
  for (const line of lines) {
    for (const settled of settleValues(catalog, expandLine(drafting, line))) mappings.push(settled);
  }
  const plans = choosePlans(catalog, drafting.drafts);
  const domainOrders = plans.map(domainOrderOf);
  const dependencies = listDependencies(lines, plans);
  const tasks = plans.flatMap(({ draft, tasks: templates }) =>
    templates.map(template => ({ domainOrder: draft.number, template, durationMinutes: template.durationMinutes })),
  );
  const scheduled = schedulePlan(Date.parse(at), lines, domainOrders, tasks, dependencies);
  if (!scheduled.ok) {
    const path = scheduled.error;
    return err({ code: 'PlanHasCycle', path, parts: path.map(id => circlePart(id, lines, plans)) });
  }
  return ok({
    domainOrders,
    tasks: datedTasks(tasks, scheduled.value),
    dependencies,
    trace: { entries: drafting.entries.map(entry => withPlan(entry, plans)), mappings },
  });
}

function circlePart(id: NodeId, lines: readonly DecomposableLine[], plans: readonly DraftPlan[]): CirclePart {
  const { kind, number } = nodeOf(id);
  if (kind === 'line') {
    const line = lines.find(candidate => candidate.number === number);
    return { id, name: line?.name ?? line?.specification?.name ?? id };
  }
  const plan = plans.findLast(({ draft, firstTask }) => (kind === 'task' ? firstTask : draft.number) <= number);
  if (plan === undefined) throw new Error(`No part ${id} in this plan`);
  const { draft, template, tasks, firstTask } = plan;
  const task = kind === 'task' ? tasks[number - firstTask] : undefined;
  return {
    id,
    name: task?.title ?? draft.specification.name,
    specification: draft.specification.id,
    ...(template === undefined ? {} : { planTemplate: template.id }),
    ...(task === undefined ? {} : { task: task.key }),
  };
}

function domainOrderOf({ draft, template }: DraftPlan): DecomposedDomainOrder {
  const { specification, parent } = draft;
  return {
    line: draft.line,
    ...(parent === undefined ? {} : { parent: parent.number }),
    kind: specification.kind === 'resource' ? 'resource' : 'service',
    ...(specification.facing === undefined ? {} : { facing: specification.facing }),
    specification: specification.id,
    name: specification.name,
    action: draft.action,
    quantity: draft.quantity,
    characteristics: listValues(draft),
    ...(template === undefined ? {} : { planTemplate: template.id }),
  };
}

function datedTasks(
  tasks: readonly { readonly domainOrder: number; readonly template: DraftPlan['tasks'][number] }[],
  { starts, ends }: Schedule,
): DecomposedTask[] {
  const texts = new Map<number, string>();
  const textOf = (time: number): string => {
    const known = texts.get(time) ?? new Date(time).toISOString();
    texts.set(time, known);
    return known;
  };
  return tasks.map(({ domainOrder, template }, index) => ({
    domainOrder,
    key: template.key,
    title: template.title,
    ...(template.instructions === undefined ? {} : { instructions: template.instructions }),
    ...(template.group === undefined ? {} : { group: template.group }),
    durationMinutes: template.durationMinutes,
    fields: template.fields,
    plannedStart: textOf(starts[index] as number),
    plannedEnd: textOf(ends[index] as number),
  }));
}

function withPlan(entry: TraceEntry, plans: readonly DraftPlan[]): TraceEntry {
  const plan = entry.domainOrder === undefined ? undefined : plans[entry.domainOrder - 1];
  return plan === undefined ? entry : { ...entry, plan: plan.choice };
}
