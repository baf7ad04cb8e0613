/** Gives every drafted domain order its tasks, from the plan template the policy table picks (features T8). */
import type { PlanTemplate, TaskTemplate } from '../catalog/catalog.ts';
import { findPolicy } from '../catalog/choosePlan.ts';
import type { IndexedCatalog } from '../catalog/indexCatalog.ts';
import type { LineAction } from '../vocabulary/states.ts';
import type { DraftOrder } from './draftOrder.ts';
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
export function choosePlans(catalog: IndexedCatalog, drafts: readonly DraftOrder[], firstTaskOfAll = 1): DraftPlan[] {
  const chosen = new Map<string, { readonly choice: PlanChoice; readonly template: PlanTemplate } | undefined>();
  let nextTask = firstTaskOfAll;
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
