/** Writes drafted domain orders and the tasks of their templates as the plain rows that an event keeps. */
import type { TaskTemplate } from '../catalog/catalog.ts';
import type { DecomposedDomainOrder, DecomposedTask } from './decomposed.ts';
import { listValues, type DraftOrder } from './draftOrder.ts';
import { momentTexts } from './momentTexts.ts';
import type { DraftPlan } from './planTasks.ts';
import type { Schedule } from './schedulePlan.ts';
import type { TraceEntry } from './trace.ts';

type UndatedTask = Omit<DecomposedTask, 'plannedStart' | 'plannedEnd'>;

export type PlanRows = {
  readonly domainOrders: readonly DecomposedDomainOrder[];
  readonly tasks: readonly UndatedTask[];
  /** The tasks with their planned dates; `from` is where they begin in the schedule. */
  readonly dated: (schedule: Schedule, from?: number) => DecomposedTask[];
  /** The entry with the plan that its domain order has taken. */
  readonly withPlan: (entry: TraceEntry) => TraceEntry;
};

export function rowsOfPlans(plans: readonly DraftPlan[]): PlanRows {
  const factsOf = taskFacts();
  const valuesOf = listedValues();
  const tasks: UndatedTask[] = [];
  for (const { draft, tasks: templates } of plans) {
    for (const template of templates) tasks.push({ domainOrder: draft.number, ...factsOf(template) });
  }
  const byNumber = new Map(plans.map(plan => [plan.draft.number, plan]));
  return {
    domainOrders: plans.map(plan => domainOrderOf(plan, valuesOf(plan.draft))),
    tasks,
    dated: ({ starts, ends }, from = 0) => {
      const textOf = momentTexts();
      return tasks.map((task, index) => ({
        ...task,
        plannedStart: textOf(starts[from + index] as number),
        plannedEnd: textOf(ends[from + index] as number),
      }));
    },
    withPlan: entry => {
      const plan = entry.domainOrder === undefined ? undefined : byNumber.get(entry.domainOrder);
      return plan === undefined ? entry : { ...entry, plan: plan.choice };
    },
  };
}

type Values = DecomposedDomainOrder['characteristics'];

/** Units of one line hold the same values, which are listed once for all of them. */
function listedValues(): (draft: DraftOrder) => Values {
  const known = new Map<DraftOrder['values'], Values>();
  return draft => {
    let values = known.get(draft.values);
    if (values === undefined) known.set(draft.values, (values = listValues(draft)));
    return values;
  };
}

function domainOrderOf({ draft, template }: DraftPlan, characteristics: Values): DecomposedDomainOrder {
  const { specification, parent, unit } = draft;
  return {
    line: draft.line,
    ...(parent === undefined ? {} : { parent: parent.number }),
    kind: specification.kind === 'resource' ? 'resource' : 'service',
    ...(specification.facing === undefined ? {} : { facing: specification.facing }),
    specification: specification.id,
    name: specification.name,
    action: draft.action,
    quantity: draft.quantity,
    characteristics,
    ...(template === undefined ? {} : { planTemplate: template.id }),
    ...(unit === undefined ? {} : { unit }),
  };
}

type TaskFacts = Omit<UndatedTask, 'domainOrder'>;

/** What the tasks of one template have in common, put together once: ten thousand units have the same few templates. */
function taskFacts(): (template: TaskTemplate) => TaskFacts {
  const known = new Map<TaskTemplate, TaskFacts>();
  return template => {
    let facts = known.get(template);
    if (facts === undefined) known.set(template, (facts = factsIn(template)));
    return facts;
  };
}

function factsIn(template: TaskTemplate): TaskFacts {
  const { key, title, instructions, group, durationMinutes, fields, skill, slaMinutes, pointOfNoReturn } = template;
  return {
    key,
    title,
    ...(instructions === undefined ? {} : { instructions }),
    ...(group === undefined ? {} : { group }),
    durationMinutes,
    fields,
    ...(skill === undefined ? {} : { skill }),
    ...(slaMinutes === undefined ? {} : { slaMinutes }),
    ...(pointOfNoReturn === true ? { pointOfNoReturn } : {}),
  };
}
