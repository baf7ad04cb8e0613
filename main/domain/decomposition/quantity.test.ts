import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
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
import { soundCatalogs } from '../catalog/testing/randomCatalog.ts';
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

function made(catalog: Catalog, ...asked: readonly Partial<DecomposableLine>[]): Decomposed {
  const lines = asked.map((parts): DecomposableLine => ({
    number: 1,
    action: 'add',
    matched: catalog.specifications[0]?.id ?? '',
    quantity: 1,
    characteristics: [],
    waitsFor: [],
    ...parts,
  }));
  const result = decompose({ lines, catalog: indexCatalog(catalog), at: '2026-11-23T08:00:00.000Z' });
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

/** What a decomposition says, without which unit or line it says it of. */
function content({ domainOrders, tasks, dependencies, trace }: Decomposed) {
  const ofNoLine = ({ line: _line, ...row }: { readonly line: number }) => row;
  return {
    domainOrders: domainOrders.map(({ unit: _unit, ...row }) => ofNoLine(row)),
    tasks,
    dependencies,
    entries: trace.entries.map(({ copy, ...entry }) => ({
      ...ofNoLine(entry),
      ...(entry.parent === undefined ? {} : { copy }),
    })),
    mappings: trace.mappings
      .map(ofNoLine)
      .map(row => JSON.stringify(row))
      .toSorted(),
  };
}

test('D6 units are like lines that each ask for one of the same', () => {
  fc.assert(
    fc.property(soundCatalogs, fc.integer({ min: 2, max: 6 }), (catalog, quantity) => {
      const [matched] = catalog.specifications.filter(({ kind }) => kind === 'service');
      fc.pre(matched !== undefined && matched.quantity !== 'whole');
      const asked = { matched: matched.id, characteristics: [{ name: 'a', value: 'x' }] };
      const units = made(catalog, { ...asked, quantity });
      const lines = Array.from({ length: quantity }, (_, at) => ({ ...asked, number: at + 1 }));
      const each = made(catalog, ...lines);
      // What comes of a value that came late is numbered after all units, or after its line.
      const isNumberedAsListed = ({ trace }: typeof units): boolean =>
        trace.entries.flatMap(({ domainOrder = [] }) => domainOrder).every((number, at) => number === at + 1);
      fc.pre(isNumberedAsListed(units) && isNumberedAsListed(each));
      expect(content(units)).toEqual(content(each));
      const perUnit = units.domainOrders.length / quantity;
      expect(tops(units).map(({ unit }) => unit)).toEqual(lines.map(({ number }) => ({ number, of: quantity })));
      expect(units.domainOrders.every(({ parent }, at) => parent === undefined || parent > at - perUnit)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
