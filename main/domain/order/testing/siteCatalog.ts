/** A site with a line to it and, when asked for, a backup: small plans with every answer to a change in flight. */
import type { Catalog } from '../../catalog/catalog.ts';
import {
  catalogOf,
  cfs,
  mapping,
  relationship,
  rfs,
  resource,
  rule,
  task,
  template,
} from '../../catalog/testing/catalogRows.ts';

/**
 * A line makes D1 site with D2 line and, only with `backup`, D4 backup under it, and D3 modem under D2. Tasks: T1
 * handover (after all children), T2 dig, then T3 connect, T4 ship, T5 pair (after D2). Dig reacts to the speed and the
 * place; connect, after which there is no way back for D2 and D3, to the speed alone; ship to the contact alone.
 */
export const siteCatalog: Catalog = catalogOf({
  specifications: [
    cfs('site'),
    rfs('line'),
    rfs('backup'),
    resource('modem'),
    { ...cfs('licences'), quantity: 'whole' },
  ],
  relationships: [
    relationship('realizedAs', 'site', 'line', { order: 1 }),
    relationship('requires', 'line', 'modem', { order: 1 }),
    relationship('realizedAs', 'site', 'backup', { order: 2 }),
  ],
  rules: [rule('site', 'backup', 'backup')],
  mappings: [
    mapping(['site', 'speed'], ['line', 'speed']),
    mapping(['site', 'colour'], ['modem', 'colour']),
    mapping(['line', 'port'], ['backup', 'port']),
  ],
  planTemplates: [
    template('handover', [task('handover', { after: [{ kind: 'children' }] })]),
    template('line', [
      task('dig', {
        group: 'field',
        reactsTo: { changes: ['characteristic', 'location'], characteristics: ['speed'] },
        undo: { title: 'Fill the trench', durationMinutes: 30, group: 'stock' },
      }),
      task('connect', {
        group: 'field',
        after: [{ kind: 'task', task: 'dig' }],
        reactsTo: { changes: ['characteristic'], characteristics: ['speed'] },
        pointOfNoReturn: true,
      }),
    ]),
    template('backup', [task('pair', { after: [{ kind: 'specification', specification: 'line' }] })]),
    template('ship', [
      task('ship', { group: 'stock', reactsTo: { changes: ['contact'], characteristics: 'any' }, undo: 'nothing' }),
    ]),
    template('count', [task('count', { reactsTo: { changes: ['quantity', 'date'], characteristics: 'any' } })]),
  ],
  policies: [
    { id: 'p1', specification: 'site', planTemplate: 'handover' },
    { id: 'p2', specification: 'line', planTemplate: 'line' },
    { id: 'p3', specification: 'backup', planTemplate: 'backup' },
    { id: 'p4', specification: 'modem', planTemplate: 'ship' },
    { id: 'p5', specification: 'licences', planTemplate: 'count' },
  ],
});

/** Numbers of the tasks of the first line. */
export const siteTasks = { handover: 1, dig: 2, connect: 3, ship: 4, pair: 5 } as const;
