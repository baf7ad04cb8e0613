/** Builds the largest plan each orderable specification can make, and looks for circles that only whole plans show. */
import { decomposeWith } from '../decomposition/decompose.ts';
import { sortGraph } from '../decomposition/sortGraph.ts';
import { lineActions, type LineAction } from '../vocabulary/states.ts';
import type { Specification } from './catalog.ts';
import { isPairAllowed, type IndexedCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

/** A specification that would make more domain orders than this is a mistake in its quantities. */
export const largestPlan = 50_000;

/**
 * One problem per circle of tasks, and per specification whose plan would be too large. The catalog must have passed the
 * other checks. Every rule is taken as passed: a plan with fewer domain orders has fewer dependencies, never a new circle.
 */
export function checkPlans(index: IndexedCatalog): CatalogProblem[] {
  const sizes = planSizes(index);
  const targets = inLargerPlans(index);
  const problems: CatalogProblem[] = [];
  const reported = new Set<string>();
  for (const specification of index.catalog.specifications) {
    if (specification.kind === 'product' || targets.has(specification.id)) continue;
    const domainOrders = sizes.get(specification.id) ?? 1;
    if (domainOrders > largestPlan) {
      problems.push({
        code: 'planTooLarge',
        fix: 'lowerQuantities',
        path: `specifications[${specification.id}]`,
        facts: { specification: specification.id, name: specification.name, domainOrders, limit: largestPlan },
      });
      continue;
    }
    for (const action of lineActions) {
      const problem = circleIn(index, specification, action);
      if (problem === undefined || reported.has(problem.path + JSON.stringify(problem.facts['circle']))) continue;
      reported.add(problem.path + JSON.stringify(problem.facts['circle']));
      problems.push(problem);
    }
  }
  return problems;
}

/** What is planned as part of something else; a product is never planned, so what only products lead to stands alone. */
function inLargerPlans({ catalog, specifications }: IndexedCatalog): ReadonlySet<string> {
  const rows = catalog.relationships.filter(
    ({ type, source }) => type !== 'composedOf' && specifications.get(source)?.kind !== 'product',
  );
  return new Set(rows.map(({ target }) => target));
}

function circleIn(index: IndexedCatalog, specification: Specification, action: LineAction): CatalogProblem | undefined {
  const line = { number: 1, action, matched: specification.id, quantity: 1, characteristics: [], waitsFor: [] };
  const made = decomposeWith({ lines: [line], catalog: index, at: '2000-01-01T00:00:00.000Z' }, 'open');
  if (made.ok) return undefined;
  const { parts } = made.error;
  return {
    code: 'taskCircle',
    fix: 'removeOneOfCircle',
    path: `planTemplates[${parts.at(-1)?.planTemplate ?? ''}]`,
    facts: {
      specification: specification.id,
      specificationName: specification.name,
      action,
      circle: parts.map(part =>
        part.task === undefined ? (part.specification ?? part.id) : `${part.specification ?? part.id}.${part.task}`,
      ),
      names: parts.map(part => part.name),
    },
  };
}

/** How many domain orders each specification makes at most, itself included; the relationships have no circle. */
function planSizes(index: IndexedCatalog): ReadonlyMap<string, number> {
  const nodes = [...index.specifications.values()];
  const numbers = new Map(nodes.map((specification, number) => [specification.id, number]));
  const rows = index.catalog.relationships.filter(({ type, source, target }) => {
    const from = index.specifications.get(source);
    const to = index.specifications.get(target);
    if (from === undefined || to === undefined || type === 'composedOf' || to.kind === 'product') return false;
    return isPairAllowed(type, from.kind, to.kind);
  });
  const sorted = sortGraph(
    nodes.length,
    rows.map(row => numbers.get(row.source) as number),
    rows.map(row => numbers.get(row.target) as number),
  );
  const sizes = new Map<string, number>();
  if (!sorted.ok) return sizes;
  const bySource = Map.groupBy(rows, row => row.source);
  for (const number of sorted.order.toReversed()) {
    const { id } = nodes[number] as Specification;
    const below = (bySource.get(id) ?? []).map(row => (row.defaultQuantity ?? 1) * (sizes.get(row.target) ?? 1));
    sizes.set(
      id,
      below.reduce((sum, size) => sum + size, 1),
    );
  }
  return sizes;
}
