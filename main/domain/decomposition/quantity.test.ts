import { expect, test } from 'vitest';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import {
  catalogOf,
  cfs,
  mapping,
  relationship,
  resource,
  rfs,
  task,
  template,
} from '../catalog/testing/catalogRows.ts';
import { decompose } from './decompose.ts';
import type { Decomposed } from './decomposed.ts';
import type { DecomposableLine } from './expandLine.ts';

const phones = catalogOf({
  specifications: [cfs('phone', { colour: null }), rfs('number'), resource('handset')],
  relationships: [
    relationship('realizedAs', 'phone', 'number', { order: 1 }),
    relationship('requires', 'phone', 'handset', { order: 2, defaultQuantity: 2 }),
  ],
  mappings: [mapping(['phone', 'colour'], ['handset', 'colour'])],
  planTemplates: [
    template('connect', [task('connect', { after: [{ kind: 'specification', specification: 'handset' }] })]),
  ],
  policies: [{ id: 'p', specification: 'number', planTemplate: 'connect' }],
});
const bandwidth = catalogOf({ specifications: [{ ...cfs('megabits'), quantity: 'whole' }] });

function made(catalog: typeof phones, parts: Partial<DecomposableLine>): Decomposed {
  const line: DecomposableLine = {
    number: 1,
    action: 'add',
    matched: catalog.specifications[0]?.id ?? '',
    quantity: 1,
    characteristics: [],
    waitsFor: [],
    ...parts,
  };
  const result = decompose({ lines: [line], catalog: indexCatalog(catalog), at: '2026-11-23T08:00:00.000Z' });
  if (!result.ok) throw new Error(result.error.path.join(' → '));
  return result.value;
}

const tops = ({ domainOrders }: Decomposed) => domainOrders.filter(({ parent }) => parent === undefined);

test('D6 three of a line make three domain orders, each with its number, its quantity of one and its own branch', () => {
  const plan = made(phones, { quantity: 3, characteristics: [{ name: 'colour', value: 'red' }] });
  expect(tops(plan).map(({ quantity, unit }) => [quantity, unit?.number, unit?.of])).toEqual([
    [1, 1, 3],
    [1, 2, 3],
    [1, 3, 3],
  ]);
  expect(plan.domainOrders.length).toBe(12);
  expect(plan.domainOrders.filter(({ unit }) => unit !== undefined).length).toBe(3);
  const handsets = plan.domainOrders.filter(({ specification }) => specification === 'handset');
  expect(handsets.map(({ characteristics }) => characteristics[0]?.value)).toEqual(Array(6).fill('red'));
});

test('D6 the trace tells of each unit which it is, and of one line of one nothing', () => {
  const copies = (plan: Decomposed) =>
    plan.trace.entries.filter(({ parent }) => parent === undefined).map(row => row.copy);
  expect(copies(made(phones, { quantity: 2 }))).toEqual([
    { number: 1, of: 2 },
    { number: 2, of: 2 },
  ]);
  expect(copies(made(phones, { quantity: 1 }))).toEqual([undefined]);
});

test('D6 a unit waits for its own parts only', () => {
  const plan = made(phones, { quantity: 2 });
  expect(plan.dependencies.map(({ before, after }) => `${before}→${after}`)).toEqual([
    'D3→T1',
    'D4→T1',
    'D7→T4',
    'D8→T4',
  ]);
});

test.each([
  ['a specification that is delivered as a whole', bandwidth, 500],
  ['a fraction', phones, 2.5],
  ['more than can be split up', phones, 10_001],
])('D6 %s makes one domain order for all of it', (_what, catalog, quantity) => {
  const [top, ...others] = tops(made(catalog, { quantity }));
  expect([top?.quantity, top?.unit, others.length]).toEqual([quantity, undefined, 0]);
});

test('D6 ten thousand units make ten thousand branches', () => {
  const plan = made(catalogOf({ specifications: [cfs('sim')] }), { quantity: 10_000 });
  expect([tops(plan).length, plan.tasks.length]).toEqual([10_000, 10_000]);
}, 30_000);

test('D6 a disconnection takes every unit away', () => {
  expect(tops(made(phones, { quantity: 2, action: 'disconnect' })).length).toBe(2);
});
