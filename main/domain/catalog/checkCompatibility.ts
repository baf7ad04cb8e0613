/** Checks that rules about what lines need beside themselves can take effect: only services are ordered by lines. */
import type { CompatibilityRule } from './catalog.ts';
import { missingSpecification } from './checkRelationships.ts';
import type { IndexedCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

export const checkCompatibility = (index: IndexedCatalog): CatalogProblem[] =>
  (index.catalog.compatibilityRules ?? []).flatMap(rule => [
    ...checkEnd(index, rule, 'source'),
    ...checkEnd(index, rule, 'requires'),
  ]);

function checkEnd(index: IndexedCatalog, rule: CompatibilityRule, end: 'source' | 'requires'): CatalogProblem[] {
  const path = `compatibilityRules[${rule.id}].${end}`;
  const specification = index.specifications.get(rule[end]);
  if (specification === undefined) return missingSpecification(index, rule[end], path);
  if (specification.kind === 'service') return [];
  const { id, name, kind } = specification;
  return [
    {
      code: 'specificationNotOrderable',
      fix: 'nameService',
      path,
      facts: { rule: rule.id, specification: id, name, kind },
    },
  ];
}
