import { expect, test } from 'vitest';
import type { RelationshipType, SpecificationKind } from './catalog.ts';
import { relationshipTypes } from './catalog.ts';
import { findLineSpecification, indexCatalog, isPairAllowed } from './indexCatalog.ts';
import { catalogOf, cfs, product, relationship, resource, rfs, rule } from './testing/catalogRows.ts';

test('D1 each relationship type joins its own pairs of kinds and no others', () => {
  const kinds: readonly SpecificationKind[] = ['product', 'service', 'resource'];
  const pairs = (type: RelationshipType): string[] =>
    kinds.flatMap(from => kinds.filter(to => isPairAllowed(type, from, to)).map(to => `${from}-${to}`));
  expect(Object.fromEntries(relationshipTypes.map(type => [type, pairs(type)]))).toEqual({
    bundles: ['product-product', 'service-service', 'resource-resource'],
    composedOf: ['product-product', 'service-service', 'resource-resource'],
    realizedAs: ['product-service', 'service-service'],
    requires: ['product-resource', 'service-resource'],
  });
});

test('candidates of a source stand in their order with the rules for each target', () => {
  const index = indexCatalog(
    catalogOf({
      specifications: [cfs('top'), rfs('a'), rfs('b')],
      relationships: [
        relationship('realizedAs', 'top', 'a', { order: 2 }),
        relationship('realizedAs', 'top', 'b', { order: 1 }),
        relationship('realizedAs', 'top', 'nowhere', { order: 2 }),
      ],
      rules: [rule('top', 'a', 'x'), rule('a', 'top', 'x'), rule('top', 'a', 'y', ['1'])],
    }),
  );
  const candidates = index.candidates.get('top') ?? [];
  expect(candidates.map(({ relationship: row, target, rules }) => [row.target, target?.id, rules.length])).toEqual([
    ['b', 'b', 0],
    ['a', 'a', 2],
    ['nowhere', undefined, 0],
  ]);
  expect(candidates[1]?.rules[1]?.allows(1)).toBe(true);
  expect(candidates[1]?.rules[1]?.allows('2')).toBe(false);
});

test('a line means a specification by id, else by name, a live customer-facing service before anything else of that name', () => {
  const named = { name: 'Fibre Access' };
  const index = indexCatalog(
    catalogOf({
      specifications: [
        { ...product('offer'), ...named },
        { ...resource('cable'), ...named },
        { ...cfs('old'), ...named, lifecycle: 'retired' },
        { ...rfs('inner'), ...named },
        { ...cfs('outer'), ...named },
      ],
    }),
  );
  expect(findLineSpecification(index, { id: 'cable', name: 'Fibre Access' })?.id).toBe('cable');
  expect(findLineSpecification(index, { id: 'unknown', name: 'FIBRE access' })?.id).toBe('outer');
  expect(findLineSpecification(index, { id: 'unknown' })).toBeUndefined();
  expect(findLineSpecification(index, undefined)).toBeUndefined();
});
