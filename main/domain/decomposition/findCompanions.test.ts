import { expect, test } from 'vitest';
import type { CompatibilityRule } from '../catalog/catalog.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, cfs } from '../catalog/testing/catalogRows.ts';
import type { DecomposableLine } from './expandLine.ts';
import { findCompanions, type FindServices } from './findCompanions.ts';

const rule = (parts: Partial<CompatibilityRule> = {}): CompatibilityRule => ({
  id: 'r',
  source: 'firewall',
  requires: 'access',
  within: 'either',
  ...parts,
});

const line = (
  number: number,
  matched: string,
  site: string,
  parts: Partial<DecomposableLine> = {},
): DecomposableLine => ({
  number,
  action: 'add',
  matched,
  quantity: 1,
  characteristics: [],
  waitsFor: [],
  location: { name: site },
  ...parts,
});

const none: FindServices = () => [];
const active: FindServices = () => [
  { serviceId: 'S-1', location: 'Leith' },
  { serviceId: 'S-2', location: 'Oban' },
];

function companions(rules: readonly CompatibilityRule[], lines: readonly DecomposableLine[], find = none) {
  const catalog = indexCatalog(
    catalogOf({ specifications: [cfs('firewall'), cfs('access')], compatibilityRules: rules }),
  );
  const { found, lines: waiting } = findCompanions(lines, catalog, find);
  return {
    found: found.map(row => [row.line, row.found, row.by]),
    waits: waiting.map(({ waitsFor }) => waitsFor),
  };
}

test('D1 a line that needs another waits for that of its own site', () => {
  const lines = [line(1, 'firewall', 'Oban'), line(2, 'access', 'Leith'), line(3, 'access', 'Oban')];
  expect(companions([rule()], lines)).toEqual({ found: [[1, 'line', 'L3']], waits: [[3], [], []] });
});

test('D1 another site does, unless the rule asks for the same', () => {
  const lines = [line(1, 'firewall', 'Oban'), line(2, 'access', 'Leith')];
  expect(companions([rule()], lines).found).toEqual([[1, 'line', 'L2']]);
  expect(companions([rule({ sameLocation: true })], lines).found).toEqual([[1, 'nowhere', undefined]]);
});

test('D1 what is not in the order may be in the inventory, where nothing is waited for', () => {
  const lines = [line(1, 'firewall', 'Oban')];
  expect(companions([rule()], lines, active)).toEqual({ found: [[1, 'inventory', 'S-2']], waits: [[]] });
  expect(companions([rule({ within: 'order' })], lines, active).found).toEqual([[1, 'nowhere', undefined]]);
  const elsewhere = [line(1, 'firewall', 'Mull')];
  expect(companions([rule()], elsewhere, active).found).toEqual([[1, 'inventory', 'S-1']]);
  expect(companions([rule({ sameLocation: true })], elsewhere, active).found).toEqual([[1, 'nowhere', undefined]]);
});

test('D1 a rule on the inventory does not look at the order', () => {
  const lines = [line(1, 'firewall', 'Oban'), line(2, 'access', 'Oban')];
  expect(companions([rule({ within: 'inventory' })], lines).found).toEqual([[1, 'nowhere', undefined]]);
});

test('D1 a line that takes away needs nothing and is no companion', () => {
  const lines = [
    line(1, 'firewall', 'Oban', { action: 'disconnect' }),
    line(2, 'firewall', 'Oban'),
    line(3, 'access', 'Oban', { action: 'disconnect' }),
  ];
  expect(companions([rule()], lines).found).toEqual([[2, 'nowhere', undefined]]);
});

test('D1 lines that need each other are both there, and neither waits', () => {
  const mutual = [rule(), rule({ id: 'back', source: 'access', requires: 'firewall' })];
  const lines = [line(1, 'firewall', 'Oban'), line(2, 'access', 'Oban')];
  expect(companions(mutual, lines)).toEqual({
    found: [
      [1, 'line', 'L2'],
      [2, 'line', 'L1'],
    ],
    waits: [[], []],
  });
});

test('D1 what the document says about the order of two lines stands against the rule', () => {
  const lines = [line(1, 'firewall', 'Oban'), line(2, 'access', 'Oban', { waitsFor: [1] })];
  expect(companions([rule()], lines)).toEqual({ found: [[1, 'line', 'L2']], waits: [[], [1]] });
  const nested = [line(1, 'firewall', 'Oban'), line(2, 'access', 'Oban', { parent: 1 })];
  expect(companions([rule()], nested).waits).toEqual([[], []]);
});

test('D1 ten thousand lines find their companions', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    line(index + 1, index % 2 === 0 ? 'firewall' : 'access', `Site ${index >> 1}`),
  );
  const { found } = companions([rule({ sameLocation: true })], lines);
  expect([found.length, found.every(([number, how, by]) => how === 'line' && by === `L${Number(number) + 1}`)]).toEqual(
    [5000, true],
  );
}, 30_000);
