/** Gives every drafted domain order its tasks and its dependencies, from the plan template the policy table picks (features T8, O5). */
import type { PlanTemplate, TaskTemplate, TemplateDependency } from '../catalog/catalog.ts';
import { findPolicy } from '../catalog/choosePlan.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import { domainOrderId, lineId, taskId, type NodeId } from '../vocabulary/node.ts';
import type { LineAction } from '../vocabulary/states.ts';
import type { Dependency } from './decomposed.ts';
import type { DraftOrder } from './draftOrder.ts';
import type { DecomposableLine } from './expandLine.ts';
import type { TraceEntry } from './trace.ts';

export type PlanChoice = NonNullable<TraceEntry['plan']>;

/** What one domain order does: its choice and its tasks, numbered on from `firstTask`. */
export type DraftPlan = {
  readonly draft: DraftOrder;
  readonly choice: PlanChoice;
  readonly template?: PlanTemplate;
  readonly tasks: readonly TaskTemplate[];
  readonly firstTask: number;
};

/** Minutes set aside for a task that nobody described. */
export const fallbackDurationMinutes = 60;

const verbs: Readonly<Record<LineAction, string>> = {
  add: 'Fulfill',
  change: 'Change',
  disconnect: 'Disconnect',
  suspend: 'Suspend',
  resume: 'Resume',
  noChange: 'Check',
};

/**
 * The plan of each draft. Without a template, a domain order that has children only represents them and closes with
 * them; one that has none gets a single manual task, so that nothing is ever left without somebody to do it.
 */
export function choosePlans(catalog: IndexedCatalog, drafts: readonly DraftOrder[]): DraftPlan[] {
  const chosen = new Map<string, { readonly choice: PlanChoice; readonly template: PlanTemplate } | undefined>();
  let nextTask = 1;
  return drafts.map(draft => {
    const key = `${draft.action} ${draft.specification.id}`;
    if (!chosen.has(key)) chosen.set(key, findTemplate(catalog, draft));
    const found = chosen.get(key);
    const firstTask = nextTask;
    if (found !== undefined) {
      nextTask += found.template.tasks.length;
      return { draft, ...found, tasks: found.template.tasks, firstTask };
    }
    if (draft.children.length > 0) return { draft, choice: { choice: 'representation' }, tasks: [], firstTask };
    nextTask += 1;
    return { draft, choice: { choice: 'fallback' }, tasks: [fallbackTask(draft)], firstTask };
  });
}

function findTemplate(
  catalog: IndexedCatalog,
  { specification, action }: DraftOrder,
): { readonly choice: PlanChoice; readonly template: PlanTemplate } | undefined {
  const policy = findPolicy(catalog.policies, specification, action);
  const template = policy === undefined ? undefined : catalog.planTemplates.get(policy.planTemplate);
  if (policy === undefined || template === undefined || template.tasks.length === 0) return undefined;
  return { choice: { choice: 'policy', policy: policy.id, template: template.id }, template };
}

const fallbackTask = ({ action, specification }: DraftOrder): TaskTemplate => ({
  key: 'fulfilManually',
  title: `${verbs[action]} ${specification.name}`,
  durationMinutes: fallbackDurationMinutes,
  fields: [],
  after: [],
});

/** Every dependency of the plan once; what refers to a target that was not created yields none. */
export function listDependencies(lines: readonly DecomposableLine[], plans: readonly DraftPlan[]): Dependency[] {
  const dependencies: Dependency[] = [];
  const connect = (befores: readonly NodeId[], after: NodeId): void => {
    const once = befores.length > 1 ? new Set(befores) : befores;
    for (const before of once) dependencies.push({ before, after });
  };
  const busy = linesWithWork(lines, plans);
  for (const line of lines) {
    if (!busy.has(line.number)) continue;
    connect(line.waitsFor.filter(other => busy.has(other)).map(lineId), lineId(line.number));
  }
  const byLine = plansByLine(plans);
  for (const plan of plans) {
    if (plan.template === undefined) continue;
    const siblings = byLine.get(plan.draft.line);
    const find = (dependency: TemplateDependency): readonly NodeId[] =>
      predecessors(dependency, plan, siblings?.get(specificationOf(dependency)) ?? []);
    if (plan.template.after.length > 0) connect(plan.template.after.flatMap(find), domainOrderId(plan.draft.number));
    for (const [index, task] of plan.tasks.entries()) {
      if (task.after.length > 0) connect(task.after.flatMap(find), taskId(plan.firstTask + index));
    }
  }
  return dependencies;
}

/** The plans of each line by specification. */
function plansByLine(plans: readonly DraftPlan[]): ReadonlyMap<number, ReadonlyMap<string, readonly DraftPlan[]>> {
  const lines = new Map<number, ReadonlyMap<string, readonly DraftPlan[]>>();
  for (const [line, ofLine] of Map.groupBy(plans, plan => plan.draft.line)) {
    lines.set(
      line,
      Map.groupBy(ofLine, plan => plan.draft.specification.id),
    );
  }
  return lines;
}

const specificationOf = (dependency: TemplateDependency): string =>
  dependency.kind === 'specification' ? dependency.specification : '';

function predecessors(
  dependency: TemplateDependency,
  plan: DraftPlan,
  ofSpecification: readonly DraftPlan[],
): readonly NodeId[] {
  if (dependency.kind === 'children') return plan.draft.children.map(child => domainOrderId(child.number));
  const { task } = dependency;
  if (dependency.kind === 'task') return taskNamed(plan, dependency.task);
  return task === undefined
    ? ofSpecification.map(other => domainOrderId(other.draft.number))
    : ofSpecification.flatMap(other => taskNamed(other, task));
}

function taskNamed(plan: DraftPlan, key: string): NodeId[] {
  const index = plan.tasks.findIndex(task => task.key === key);
  return index === -1 ? [] : [taskId(plan.firstTask + index)];
}

/** A line without any domain order, nested lines included, is nothing to wait for and nothing that could wait. */
function linesWithWork(lines: readonly DecomposableLine[], plans: readonly DraftPlan[]): ReadonlySet<number> {
  const parents = new Map(lines.map(line => [line.number, line.parent]));
  const busy = new Set<number>();
  for (const { draft } of plans) {
    for (let line: number | undefined = draft.line; line !== undefined && !busy.has(line); line = parents.get(line)) {
      busy.add(line);
    }
  }
  return busy;
}
