/** A small catalog: a firewall service made of an access and a device, each with a few tasks that wait for each other. */
import type { Catalog, Specification, TaskTemplate } from '../../main/domain/catalog/catalog.ts';

const specification = (id: string, name: string, rest: Partial<Specification>): Specification => ({
  id,
  name,
  kind: 'service',
  lifecycle: 'published',
  characteristics: [],
  ...rest,
});

const task = (key: string, title: string, group: string | undefined, after: readonly string[]): TaskTemplate => ({
  key,
  title,
  ...(group !== undefined && { group }),
  durationMinutes: 60,
  fields: [{ name: 'remark', mandatory: false, valueType: 'string' }],
  after: after.map(other => ({ kind: 'task', task: other })),
});

export const sampleCatalog: Catalog = {
  version: 1,
  label: 'Sample',
  specifications: [
    specification('cfs-firewall', 'Managed Firewall', { facing: 'customer' }),
    specification('rfs-access', 'Access', { facing: 'resource' }),
    specification('res-device', 'Firewall device', { kind: 'resource' }),
  ],
  relationships: [
    { id: 'r1', type: 'realizedAs', source: 'cfs-firewall', target: 'rfs-access', mandatory: true, order: 1 },
    { id: 'r2', type: 'requires', source: 'rfs-access', target: 'res-device', mandatory: true, order: 2 },
  ],
  rules: [],
  mappings: [],
  planTemplates: [
    {
      id: 'plan-service',
      name: 'Service',
      tasks: [task('check', 'Check the service', 'design', []), task('hand', 'Hand over', undefined, ['check'])],
      after: [{ kind: 'children' }],
    },
    {
      id: 'plan-access',
      name: 'Access',
      tasks: [
        task('survey', 'Survey the site', 'field', []),
        task('dig', 'Bring the cable in', 'field', ['survey']),
        task('port', 'Assign a port', 'design', []),
        task('test', 'Test the access', 'field', ['dig', 'port']),
      ],
      after: [],
    },
    {
      id: 'plan-device',
      name: 'Device',
      tasks: [task('reserve', 'Reserve the device', 'stores', []), task('mount', 'Mount it', 'field', ['reserve'])],
      after: [],
    },
  ],
  policies: [
    { id: 'p1', specification: 'cfs-firewall', planTemplate: 'plan-service' },
    { id: 'p2', specification: 'rfs-access', planTemplate: 'plan-access' },
    { id: 'p3', specification: 'res-device', planTemplate: 'plan-device' },
  ],
};
