import { expect, test } from 'vitest';
import type { Catalog } from '../../domain/catalog/catalog.ts';
import { indexCatalog } from '../../domain/catalog/indexCatalog.ts';
import {
  catalogOf,
  cfs,
  mapping,
  relationship,
  resource,
  rfs,
  task,
  template,
} from '../../domain/catalog/testing/catalogRows.ts';
import { captured, line } from '../../domain/order/testing/captures.ts';
import { given, type Story } from '../../domain/order/testing/story.ts';
import { breakdownOf } from './breakdown.ts';

/** `access` over `port` over `box`; work on the box records its serial number. */
const catalog: Catalog = catalogOf({
  specifications: [cfs('access'), rfs('port', { speed: 50 }), resource('box')],
  relationships: [relationship('realizedAs', 'access', 'port'), relationship('requires', 'port', 'box')],
  mappings: [
    mapping(['access', 'site'], ['port', 'label'], { kind: 'text', prefix: 'site-' }),
    mapping(['port', 'label'], ['box', 'label']),
    mapping(['access', 'class'], ['port', 'queue'], { kind: 'map', table: { gold: 1 } }),
    mapping(['port', 'speed'], ['access', 'speed']),
    mapping(['box', 'serial'], ['port', 'serial']),
  ],
  planTemplates: [template('fit', [task('fit', { fields: [{ name: 'serial', mandatory: false }] })])],
  policies: [{ id: 'fit-box', specification: 'box', planTemplate: 'fit' }],
});

const approved = (characteristics: readonly { readonly name: string; readonly value: string | number }[]): Story =>
  given(captured([line('1', 'access', { characteristics })]), catalog).approved();

const carriedTo = ({ order, line: lineAt }: Story, target: string) => {
  const { entries } = breakdownOf(order, indexCatalog(catalog)).partsOf(lineAt(1));
  const found = entries.find(entry => entry.target === target)?.mappings ?? [];
  return Object.fromEntries(found.map(({ characteristic, ...rest }) => [characteristic, rest]));
};

test('D5 each result says which values were carried to it, from where and how', () => {
  const story = approved([{ name: 'site', value: 9 }]);
  expect(carriedTo(story, 'port')['label']).toEqual({
    mapping: 'access.site>port.label',
    transform: 'text',
    source: { id: 'D1', number: expect.stringMatching(/^SO.*-1$/), name: 'access', characteristic: 'site' },
    outcome: 'applied',
    value: 'site-9',
    instead: null,
  });
  expect(carriedTo(story, 'box')['label']).toMatchObject({
    transform: 'copy',
    source: { id: 'D2', characteristic: 'label' },
    value: 'site-9',
  });
});

test('D5 a value that could not be carried says why, and what stands there instead', () => {
  const story = approved([
    { name: 'class', value: 'silver' },
    { name: 'speed', value: 100 },
  ]);
  expect(carriedTo(story, 'port')).toMatchObject({
    queue: { outcome: 'noTableEntry', value: 'silver', source: { id: 'D1', characteristic: 'class' }, instead: null },
    serial: { outcome: 'sourceMissing', source: { id: 'D3', characteristic: 'serial' }, instead: null },
  });
  expect(carriedTo(story, 'access')).toMatchObject({
    speed: { outcome: 'conflict', value: 50, source: { id: 'D2' }, instead: { value: 100, by: 'line' } },
  });
});

test('D5 a value that arrived during the work is told as carried, and one that was overwritten as given way', () => {
  const story = approved([]).started(1);
  const recorded = story.and({ type: 'recordValues', task: 1, values: [{ name: 'serial', value: 'A1' }] });
  expect(carriedTo(recorded, 'port')['serial']).toMatchObject({
    outcome: 'sourceMissing',
    instead: { value: 'A1', by: 'since' },
  });
  const named = approved([{ name: 'site', value: 9 }]).started(1);
  const relabelled = named.and({ type: 'recordValues', task: 1, values: [{ name: 'label', value: 'roof' }] });
  expect(carriedTo(relabelled, 'box')['label']).toMatchObject({
    outcome: 'applied',
    value: 'site-9',
    instead: { value: 'roof', by: 'other' },
  });
});
