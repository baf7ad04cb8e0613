import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { sameValue } from '../catalog/characteristicValue.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { catalogOf, cfs, mapping, relationship, resource, rfs } from '../catalog/testing/catalogRows.ts';
import { soundCatalogs, soundLines } from '../catalog/testing/randomCatalog.ts';
import type { CharacteristicValue } from '../vocabulary/captured.ts';
import { decompose } from './decompose.ts';
import type { Decomposed } from './decomposed.ts';

function made(catalog: Catalog, characteristics: readonly CharacteristicValue[] = []): Decomposed {
  const line = { number: 1, action: 'add', matched: 'top', quantity: 1, characteristics, waitsFor: [] } as const;
  const result = decompose({ lines: [line], catalog: indexCatalog(catalog), at: '2026-11-23T05:20:00.000Z' });
  if (!result.ok) throw new Error(result.error.path.join(' → '));
  return result.value;
}

const valueOf = (plan: Decomposed, domainOrder: number, name: string) =>
  plan.domainOrders[domainOrder - 1]?.characteristics.find(value => value.name === name)?.value;

const tree = {
  specifications: [cfs('top'), rfs('left'), rfs('right'), resource('box')],
  relationships: [
    relationship('realizedAs', 'top', 'left', { order: 1 }),
    relationship('realizedAs', 'top', 'right', { order: 2 }),
    relationship('requires', 'left', 'box'),
  ],
};

test('D5 values go down, up and across, as copies, by a table and as text', () => {
  const plan = made(
    catalogOf({
      ...tree,
      mappings: [
        mapping(['top', 'site'], ['box', 'label'], { kind: 'text', prefix: 'site-', suffix: '-1' }),
        mapping(['box', 'label'], ['top', 'boxLabel']),
        mapping(['box', 'label'], ['right', 'peer'], { kind: 'map', table: { 'site-9-1': 'nine' } }),
      ],
    }),
    [{ name: 'site', value: 9 }],
  );
  expect(valueOf(plan, 3, 'label')).toBe('site-9-1');
  expect(valueOf(plan, 1, 'boxLabel')).toBe('site-9-1');
  expect(valueOf(plan, 4, 'peer')).toBe('nine');
  expect(plan.trace.mappings.map(({ from, to, outcome }) => [from, to, outcome])).toEqual([
    [1, 3, 'applied'],
    [3, 1, 'applied'],
    [3, 4, 'applied'],
  ]);
});

test('D5 what the line says stands against a mapping, and the trace tells of the conflict', () => {
  const plan = made(catalogOf({ ...tree, mappings: [mapping(['left', 'speed'], ['top', 'speed'])] }), [
    { name: 'speed', value: 100 },
  ]);
  expect(plan.trace.mappings[0]).toMatchObject({ outcome: 'sourceMissing', from: 2, to: 1 });
  const given = { ...tree, specifications: [cfs('top'), rfs('left', { speed: 50 }), rfs('right'), resource('box')] };
  const other = made(catalogOf({ ...given, mappings: [mapping(['left', 'speed'], ['top', 'speed'])] }), [
    { name: 'speed', value: 100 },
  ]);
  expect(valueOf(other, 1, 'speed')).toBe(100);
  expect(other.trace.mappings[0]).toMatchObject({ outcome: 'conflict', value: 50 });
});

test('D5 a mapped value replaces a default, even one that arrives from across', () => {
  const plan = made(
    catalogOf({
      ...tree,
      specifications: [cfs('top'), rfs('left', { vlan: 100 }), rfs('right', { vlan: 1 }), resource('box')],
      mappings: [mapping(['right', 'vlan'], ['left', 'vlan']), mapping(['left', 'vlan'], ['box', 'vlan'])],
    }),
  );
  expect(valueOf(plan, 2, 'vlan')).toBe(1);
  expect(valueOf(plan, 3, 'vlan')).toBe(1);
});

test('D5 of two mappings into one place the first stands and the other is a conflict', () => {
  const plan = made(
    catalogOf({
      ...tree,
      mappings: [mapping(['top', 'a'], ['left', 'x']), mapping(['top', 'b'], ['left', 'x'])],
    }),
    [
      { name: 'a', value: 1 },
      { name: 'b', value: 2 },
    ],
  );
  expect(valueOf(plan, 2, 'x')).toBe(1);
  expect(plan.trace.mappings.map(({ outcome }) => outcome)).toEqual(['applied', 'conflict']);
});

test('D5 a value without an entry in the table goes nowhere', () => {
  const plan = made(
    catalogOf({ ...tree, mappings: [mapping(['top', 'a'], ['left', 'x'], { kind: 'map', table: { one: 1 } })] }),
    [{ name: 'a', value: 'toString' }],
  );
  expect(valueOf(plan, 2, 'x')).toBeUndefined();
  expect(plan.trace.mappings[0]).toMatchObject({ outcome: 'noTableEntry', value: 'toString' });
});

test('D5 mappings in a circle settle instead of feeding themselves', () => {
  const grow = { kind: 'text', prefix: '+' } as const;
  const plan = made(
    catalogOf({
      ...tree,
      specifications: [cfs('top'), rfs('left', { x: 'a' }), rfs('right', { x: 'b' }), resource('box')],
      mappings: [mapping(['left', 'x'], ['right', 'x'], grow), mapping(['right', 'x'], ['left', 'x'], grow)],
    }),
  );
  expect([valueOf(plan, 2, 'x'), valueOf(plan, 4, 'x')]).toEqual(['a', '+a']);
});

test('D5 each copy gets the value of its own branch', () => {
  const plan = made(
    catalogOf({
      specifications: [cfs('top'), rfs('edge'), resource('router', { name: 'r' }), resource('mast')],
      relationships: [
        relationship('realizedAs', 'top', 'edge', { defaultQuantity: 2 }),
        relationship('requires', 'edge', 'router', { order: 1 }),
        relationship('requires', 'edge', 'mast', { order: 2 }),
      ],
      mappings: [mapping(['router', 'name'], ['mast', 'router'])],
    }),
  );
  expect(plan.trace.mappings.map(({ from, to }) => [from, to])).toEqual([
    [3, 4],
    [6, 7],
  ]);
});

test('D5 any mappings over any tree settle, each told once per target, and the plan says what the trace says', () => {
  fc.assert(
    fc.property(soundCatalogs, soundLines, (catalog, lines) => {
      const result = decompose({ lines, catalog: indexCatalog(catalog), at: '2026-11-23T05:20:00.000Z' });
      if (!result.ok) throw new Error(result.error.path.join(' → '));
      const { trace } = result.value;
      expect(new Set(trace.mappings.map(({ mapping: id, to }) => `${id} ${to}`)).size).toBe(trace.mappings.length);
      const applied = trace.mappings.filter(({ outcome }) => outcome === 'applied');
      const untrue = applied.filter(({ to, characteristic, value }) => {
        const held = valueOf(result.value, to, characteristic);
        return held === undefined || value === undefined || !sameValue(held, value);
      });
      expect(untrue).toEqual([]);
    }),
  );
});
