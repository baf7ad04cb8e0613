/** The sample catalog with everything a plan can wait for: lags, other orders, and people with a skill. */
import type { Catalog, PlanTemplate, TaskTemplate } from '../../main/domain/catalog/catalog.ts';
import { sampleCatalog } from './sampleCatalog.ts';

/** By the key of the task. */
const changes: Readonly<Record<string, (task: TaskTemplate) => Partial<TaskTemplate>>> = {
  /** Once one order with an access is under way, those that are approved after it wait for it, and those before it want it. */
  check: () => ({
    after: [{ kind: 'otherOrders', specification: 'rfs-access', same: 'location', required: true, lagMinutes: 4 }],
  }),
  hand: ({ after }) => ({
    after: [
      ...after,
      { kind: 'otherOrders', specification: 'res-device', task: 'mount', same: 'account', on: 'start' },
    ],
  }),
  survey: () => ({ after: [{ kind: 'otherOrders', specification: 'cfs-firewall', same: 'account' }] }),
  mount: () => ({ skill: 'lifting', after: [{ kind: 'task', task: 'reserve', lagMinutes: 6 }] }),
  port: () => ({ skill: 'cabling' }),
};

/** By the id of the plan template: what its whole domain order waits for. */
const waits: Readonly<Record<string, PlanTemplate['after']>> = {
  'plan-access': [{ kind: 'specification', specification: 'res-device', on: 'start', lagMinutes: 5 }],
};

export const busyCatalog: Catalog = {
  ...sampleCatalog,
  planTemplates: sampleCatalog.planTemplates.map(template => ({
    ...template,
    tasks: template.tasks.map(task => ({ ...task, ...changes[task.key]?.(task) })),
    after: [...template.after.map(wait => ({ ...wait, lagMinutes: 5 })), ...(waits[template.id] ?? [])],
  })),
};
