/** A small internet service whose plan has every kind of waiting: task on task, domain order on domain order, task on children. */
import type { Catalog, TaskField } from '../../catalog/catalog.ts';
import {
  catalogOf,
  cfs,
  mapping,
  relationship,
  resource,
  rfs,
  task,
  template,
} from '../../catalog/testing/catalogRows.ts';

export const installFields: readonly TaskField[] = [
  { name: 'serial', mandatory: true, valueType: 'string' },
  { name: 'signal', mandatory: false, valueType: 'number' },
  { name: 'mount', mandatory: false, options: ['wall', 'rack'] },
];

/**
 * An added line makes D1 internet with D2 access and D3 router under it, and four tasks. Shipping (T4) comes first, then
 * the survey (T2, its domain order waits for the router's), the installation (T3) and, after all children, the check (T1).
 */
export const internet: Catalog = catalogOf({
  specifications: [cfs('internet', { tier: null }), rfs('access'), resource('router'), cfs('voice')],
  relationships: [
    relationship('realizedAs', 'internet', 'access', { order: 1 }),
    relationship('requires', 'internet', 'router', { order: 2 }),
  ],
  mappings: [
    mapping(['access', 'serial'], ['internet', 'routerSerial']),
    mapping(['access', 'serial'], ['router', 'serial']),
    mapping(['internet', 'tier'], ['access', 'tier']),
  ],
  planTemplates: [
    template('check', [task('check', { after: [{ kind: 'children' }] })]),
    template(
      'build',
      [
        task('survey', { group: 'field' }),
        task('install', { group: 'field', fields: installFields, after: [{ kind: 'task', task: 'survey' }] }),
      ],
      [{ kind: 'specification', specification: 'router' }],
    ),
    template('ship', [task('ship', { group: 'stock' })]),
    template('stop', [task('stop')]),
  ],
  policies: [
    { id: 'p1', specification: 'internet', planTemplate: 'check' },
    { id: 'p2', specification: 'access', planTemplate: 'build' },
    { id: 'p3', specification: 'router', planTemplate: 'ship' },
    { id: 'p4', specification: 'internet', actions: ['disconnect'], planTemplate: 'stop' },
  ],
});

/** Numbers of the tasks of an added `internet` line when it is the first of its order. */
export const tasks = { check: 1, survey: 2, install: 3, ship: 4 } as const;
