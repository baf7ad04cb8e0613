import { expect, test } from 'vitest';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, mapping } from '../catalog/testing/catalogRows.ts';
import { propagateValues, type PropagatingOrder } from './propagateValues.ts';

const order = (
  number: number,
  specification: string,
  parent?: number,
  values: Readonly<Record<string, string>> = {},
): PropagatingOrder => ({
  number,
  line: 1,
  specification,
  ...(parent === undefined ? {} : { parent }),
  characteristics: Object.entries(values).map(([name, value]) => ({ name, value })),
});

const line = [
  order(1, 'network', undefined, { serial: 'old' }),
  order(2, 'edge', 1),
  order(3, 'router', 2),
  order(4, 'edge', 1),
  order(5, 'router', 4),
];

const catalog = indexCatalog(
  catalogOf({
    mappings: [
      mapping(['router', 'serial'], ['edge', 'cpe'], { kind: 'text', prefix: 'SN ' }),
      mapping(['edge', 'cpe'], ['network', 'serial']),
      mapping(['network', 'serial'], ['router', 'serial']),
    ],
  }),
);

test('D5 a recorded value goes to its own branch first, passes on, and says what was there before', () => {
  expect(propagateValues(catalog, line, 5, [{ name: 'serial', value: 'F9' }])).toEqual([
    { mapping: 'router.serial>edge.cpe', from: 5, to: 4, name: 'cpe', was: null, now: 'SN F9' },
    { mapping: 'edge.cpe>network.serial', from: 4, to: 1, name: 'serial', was: 'old', now: 'SN F9' },
    { mapping: 'network.serial>router.serial', from: 1, to: 3, name: 'serial', was: null, now: 'SN F9' },
    { mapping: 'router.serial>edge.cpe', from: 3, to: 2, name: 'cpe', was: null, now: 'SN SN F9' },
  ]);
});

test('D5 what was recorded is not changed back by a circle of mappings', () => {
  const changes = propagateValues(catalog, line.slice(0, 3), 3, [{ name: 'serial', value: 'F9' }]);
  expect(changes.map(({ to, name }) => [to, name])).toEqual([
    [2, 'cpe'],
    [1, 'serial'],
  ]);
});

test('D5 the same value again, an empty one, and one no mapping reads change nothing', () => {
  const settled = [
    order(1, 'network', undefined, { serial: 'SN F9' }),
    order(2, 'edge', 1, { cpe: 'SN F9' }),
    order(3, 'router', 2),
  ];
  expect(propagateValues(catalog, settled, 3, [{ name: 'serial', value: 'F9' }])).toEqual([]);
  expect(propagateValues(catalog, line, 5, [{ name: 'serial', value: '' }])).toEqual([]);
  expect(propagateValues(catalog, line, 5, [{ name: 'colour', value: 'red' }])).toEqual([]);
});

test('a domain order that is not of the line is a bug', () => {
  expect(() => propagateValues(catalog, line, 9, [{ name: 'serial', value: 'x' }])).toThrow('not among those');
});
