/** Checks plan templates and the table that picks them, each on its own; circles across templates need whole plans. */
import { sortGraph } from '../decomposition/sortGraph.ts';
import type { FulfillmentPolicy, PlanTemplate, Specification, TaskTemplate, TemplateDependency } from './catalog.ts';
import { missingSpecification } from './checkRelationships.ts';
import { listTwice } from './checkSpecifications.ts';
import { checkTask, unusableTime } from './checkTasks.ts';
import { weightOf } from './choosePlan.ts';
import type { IndexedCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

export function checkTemplates(index: IndexedCatalog): CatalogProblem[] {
  const known: Known = { taskKeys: taskKeysBySpecification(index), users: usersByTemplate(index) };
  return [
    ...index.catalog.planTemplates.flatMap(template => checkTemplate(index, template, known)),
    ...index.catalog.policies.flatMap(policy => checkPolicy(index, policy)),
    ...overlaps(index.catalog.policies),
  ];
}

type Known = {
  /** The task keys each specification can have. */
  readonly taskKeys: ReadonlyMap<string, ReadonlySet<string>>;
  /** The specifications each template is for. */
  readonly users: ReadonlyMap<string, readonly string[]>;
};

function checkTemplate(index: IndexedCatalog, template: PlanTemplate, { taskKeys, users }: Known): CatalogProblem[] {
  const path = `planTemplates[${template.id}]`;
  const facts = { planTemplate: template.id, planTemplateName: template.name };
  if (template.tasks.length === 0) {
    return [{ code: 'templateWithoutTasks', fix: 'addTask', path: `${path}.tasks`, facts }];
  }
  const keys = new Set(template.tasks.map(task => task.key));
  const check = (dependency: TemplateDependency, place: string): CatalogProblem[] => [
    ...unusableTime(`${place}.lag`, facts, dependency.lagMinutes),
    ...checkTarget(dependency, place),
  ];
  const checkTarget = (dependency: TemplateDependency, place: string): CatalogProblem[] => {
    const unknownTask = (task: string): CatalogProblem[] => [
      { code: 'taskUnknown', fix: 'correctTaskKey', path: `${place}.task`, facts: { ...facts, task } },
    ];
    if (dependency.kind === 'children') return [];
    if (dependency.kind === 'task') return keys.has(dependency.task) ? [] : unknownTask(dependency.task);
    const missing = missingSpecification(index, dependency.specification, `${place}.specification`);
    if (missing.length > 0 || dependency.task === undefined) return missing;
    return taskKeys.get(dependency.specification)?.has(dependency.task) === true ? [] : unknownTask(dependency.task);
  };
  return [
    ...listTwice(template.tasks.map(task => task.key)).map((key): CatalogProblem => ({
      code: 'taskKeyTwice',
      fix: 'giveOwnId',
      path: `${path}.tasks[${key}].key`,
      facts: { ...facts, task: key },
    })),
    ...template.after.flatMap((dependency, at) => check(dependency, `${path}.after[${at}]`)),
    ...template.tasks.flatMap(task => checkTask(index, template, task, users.get(template.id) ?? [])),
    ...template.tasks.flatMap(task =>
      task.after.flatMap((dependency, at) => check(dependency, `${path}.tasks[${task.key}].after[${at}]`)),
    ),
    ...innerCircle(template),
  ];
}

/** A circle among the tasks of one template; a template that waits for a task of its own is one too. */
function innerCircle(template: PlanTemplate): CatalogProblem[] {
  const numbers = new Map(template.tasks.map((task, number) => [task.key, number]));
  const gate = template.tasks.length;
  const from: number[] = [];
  const to: number[] = [];
  const connect = (after: readonly TemplateDependency[], target: number): void => {
    for (const dependency of after) {
      const before = dependency.kind === 'task' ? numbers.get(dependency.task) : undefined;
      if (before === undefined) continue;
      from.push(before);
      to.push(target);
    }
  };
  connect(template.after, gate);
  for (const [number, task] of template.tasks.entries()) {
    from.push(gate);
    to.push(number);
    connect(task.after, number);
  }
  const sorted = sortGraph(gate + 1, from, to);
  if (sorted.ok) return [];
  const tasks = sorted.circle.filter(number => number !== gate).map(number => template.tasks[number] as TaskTemplate);
  return [
    {
      code: 'taskCircle',
      fix: 'removeOneOfCircle',
      path: `planTemplates[${template.id}].tasks[${tasks.at(-1)?.key ?? ''}].after`,
      facts: {
        planTemplate: template.id,
        circle: tasks.map(task => task.key),
        names: tasks.map(task => task.title),
      },
    },
  ];
}

function checkPolicy(index: IndexedCatalog, policy: FulfillmentPolicy): CatalogProblem[] {
  const path = `policies[${policy.id}]`;
  const problems =
    policy.specification === undefined
      ? []
      : missingSpecification(index, policy.specification, `${path}.specification`);
  if (index.planTemplates.has(policy.planTemplate)) return problems;
  const facts = { policy: policy.id, planTemplate: policy.planTemplate };
  return [
    ...problems,
    { code: 'planTemplateUnknown', fix: 'addPlanTemplateOrCorrectId', path: `${path}.planTemplate`, facts },
  ];
}

/** Two rows of one weight for the same thing and different templates: which one wins would be an accident of their order. */
function overlaps(policies: readonly FulfillmentPolicy[]): CatalogProblem[] {
  const groups = Map.groupBy(policies, policy =>
    JSON.stringify([policy.specification, policy.kind, policy.facing, weightOf(policy)]),
  );
  return [...groups.values()].flatMap(group =>
    group.flatMap((policy, at) => {
      const other = group.slice(0, at).find(earlier => {
        const shared = policy.actions?.some(action => earlier.actions?.includes(action)) ?? true;
        return shared && earlier.planTemplate !== policy.planTemplate;
      });
      if (other === undefined) return [];
      const facts = { policy: policy.id, other: other.id };
      return [{ code: 'policiesOverlap', fix: 'narrowOnePolicy', path: `policies[${policy.id}]`, facts } as const];
    }),
  );
}

/** Over every action. */
const fits = (policy: FulfillmentPolicy, specification: Specification): boolean =>
  (policy.specification ?? specification.id) === specification.id &&
  (policy.kind ?? specification.kind) === specification.kind &&
  (policy.facing ?? specification.facing) === specification.facing;

function usersByTemplate(index: IndexedCatalog): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const policy of index.catalog.policies) {
    const own = index.catalog.specifications.filter(specification => fits(policy, specification)).map(({ id }) => id);
    users.set(policy.planTemplate, [...(users.get(policy.planTemplate) ?? []), ...own]);
  }
  return users;
}

/** The task keys each specification can have, over every action. */
function taskKeysBySpecification(index: IndexedCatalog): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const specification of index.catalog.specifications) {
    const found = new Set<string>();
    for (const policy of index.catalog.policies) {
      if (!fits(policy, specification)) continue;
      for (const task of index.planTemplates.get(policy.planTemplate)?.tasks ?? []) found.add(task.key);
    }
    keys.set(specification.id, found);
  }
  return keys;
}
