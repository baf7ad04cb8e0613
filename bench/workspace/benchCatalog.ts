/** The catalog of the benchmarks: a network service whose approval makes 12 domain orders and 40 tasks, with rules and mappings between them. */
import type {
  Catalog,
  PlanTemplate,
  Specification,
  SpecificationRelationship,
  TaskTemplate,
} from '../../main/domain/catalog/catalog.ts';

export const benchTeams = ['design', 'field', 'stores', 'core', 'access', 'voice', 'security', 'care'] as const;

/** Tasks that one line of `cfs-network` makes. */
export const TASKS_PER_ORDER = 40;

const services = ['access', 'routing', 'security', 'voice', 'monitoring'] as const;
const resources = ['port', 'cable', 'router', 'firewall', 'number', 'probe'] as const;

const specification = (id: string, name: string, rest: Partial<Specification>): Specification => ({
  id,
  name,
  kind: 'service',
  lifecycle: 'published',
  characteristics: [
    { name: 'bandwidth', mandatory: false, options: [], valueType: 'string' },
    { name: 'grade', mandatory: false, options: ['basic', 'gold'], valueType: 'string', defaultValue: 'basic' },
  ],
  ...rest,
});

const relationship = (source: string, target: string, order: number): SpecificationRelationship => ({
  id: `${source}>${target}`,
  type: target.startsWith('res-') ? 'requires' : 'realizedAs',
  source,
  target,
  mandatory: true,
  order,
});

const task = (key: string, title: string, at: number, after: readonly string[]): TaskTemplate => ({
  key,
  title,
  group: benchTeams[at % benchTeams.length] ?? 'design',
  durationMinutes: 30 + (at % 7) * 45,
  fields: [
    { name: 'serial', label: 'Serial number', mandatory: false, valueType: 'string' },
    { name: 'remark', label: 'Remark', mandatory: false, valueType: 'string' },
  ],
  after: after.map(other => ({ kind: 'task', task: other })),
});

const template = (id: string, tasks: readonly TaskTemplate[]): PlanTemplate => ({ id, name: id, tasks, after: [] });

/** Two of the whole, four of each service, three of each resource: 2 + 5 × 4 + 6 × 3. */
const templates: readonly PlanTemplate[] = [
  template('plan-network', [
    task('kickoff', 'Call the customer', 7, []),
    { ...task('accept', 'Hand the service over', 7, ['kickoff']), after: [{ kind: 'children' }] },
  ]),
  // One after the other: a small order of ten tasks.
  template(
    'plan-small',
    Array.from({ length: 10 }, (_, at) =>
      task(`step${at}`, `Step ${at} of ten`, at, at === 0 ? [] : [`step${at - 1}`]),
    ),
  ),
  ...services.map((name, at) =>
    template(`plan-${name}`, [
      task('survey', `Survey the site for ${name}`, at, []),
      task('design', `Design the ${name}`, at + 1, ['survey']),
      task('configure', `Configure the ${name}`, at + 2, ['design']),
      task('test', `Test the ${name}`, at + 3, ['configure']),
    ]),
  ),
  ...resources.map((name, at) =>
    template(`plan-res-${name}`, [
      task('reserve', `Reserve the ${name}`, at + 2, []),
      task('ship', `Ship the ${name}`, at + 3, ['reserve']),
      task('mount', `Mount the ${name}`, at + 1, ['ship']),
    ]),
  ),
];

export const benchCatalog: Catalog = {
  version: 1,
  label: 'Bench',
  specifications: [
    specification('cfs-network', 'Managed Network', { facing: 'customer' }),
    specification('cfs-small', 'Small Change', { facing: 'customer' }),
    ...services.map(name => specification(`rfs-${name}`, `Network ${name}`, { facing: 'resource' })),
    ...resources.map(name => specification(`res-${name}`, `The ${name}`, { kind: 'resource' })),
  ],
  relationships: [
    ...services.map((name, at) => relationship('cfs-network', `rfs-${name}`, at)),
    ...resources.map((name, at) => relationship(`rfs-${services[at % services.length]}`, `res-${name}`, at)),
  ],
  rules: services.map(name => ({
    id: `rule-${name}`,
    source: 'cfs-network',
    target: `rfs-${name}`,
    characteristic: 'bandwidth',
    values: ['100M', '1G', '10G'],
  })),
  mappings: services.map(name => ({
    id: `map-${name}`,
    source: 'cfs-network',
    sourceCharacteristic: 'bandwidth',
    target: `rfs-${name}`,
    targetCharacteristic: 'bandwidth',
    transform: { kind: 'copy' },
  })),
  planTemplates: templates,
  policies: [
    { id: 'policy-network', specification: 'cfs-network', planTemplate: 'plan-network' },
    { id: 'policy-small', specification: 'cfs-small', planTemplate: 'plan-small' },
    ...services.map(name => ({ id: `policy-${name}`, specification: `rfs-${name}`, planTemplate: `plan-${name}` })),
    ...resources.map(name => ({
      id: `policy-res-${name}`,
      specification: `res-${name}`,
      planTemplate: `plan-res-${name}`,
    })),
  ],
};
