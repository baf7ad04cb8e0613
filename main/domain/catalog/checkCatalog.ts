/** Finds everything that would make a catalog decompose wrongly, before any order meets it. */
import type { Catalog } from './catalog.ts';
import { checkCompatibility } from './checkCompatibility.ts';
import { checkPlans } from './checkPlans.ts';
import { checkRelationships } from './checkRelationships.ts';
import { checkRules } from './checkRules.ts';
import { checkSpecifications } from './checkSpecifications.ts';
import { checkTemplates } from './checkTemplates.ts';
import { indexCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

/**
 * All problems of the whole catalog; none means that every line it can match decomposes into a plan without circles.
 * Plans are built only for a catalog whose rows are sound: on broken ones their answers would mislead.
 */
export function checkCatalog(catalog: Catalog): CatalogProblem[] {
  const index = indexCatalog(catalog);
  const problems = [
    ...checkSpecifications(catalog),
    ...checkRelationships(index),
    ...checkRules(index),
    ...checkTemplates(index),
    ...checkCompatibility(index),
  ];
  return problems.length > 0 ? problems : checkPlans(index);
}
