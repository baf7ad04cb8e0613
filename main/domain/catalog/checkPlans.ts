/** Builds the largest plan each orderable specification can make, and looks for circles that only whole plans show. */
import { decomposeWith, type CirclePart } from '../decomposition/decompose.ts';
import type { DecomposableLine } from '../decomposition/expandLine.ts';
import { sortGraph } from '../decomposition/sortGraph.ts';
import { lineActions, type LineAction } from '../vocabulary/states.ts';
import { hasWideWaits, type Specification } from './catalog.ts';
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
  return problems.length > 0 ? problems : circlesAcrossLines(index, sizes, targets);
}

/**
 * An order with two lines of everything that can be ordered, all at one site: what waits across lines goes round there if it
 * does in any order. Where that would be too large a plan, it is for the approval of each order to find.
 */
function circlesAcrossLines(
  index: IndexedCatalog,
  sizes: ReadonlyMap<string, number>,
  targets: ReadonlySet<string>,
): CatalogProblem[] {
  if (!hasWideWaits(index.catalog)) return [];
  const tops = index.catalog.specifications.filter(({ kind, id }) => kind !== 'product' && !targets.has(id));
  const actions = lineActions.filter(action => action !== 'noChange');
  const units = tops.reduce((sum, { id }) => sum + (sizes.get(id) ?? 1), 0) * actions.length * 2;
  if (units > largestPlan) return [];
  const asked = tops.flatMap(({ id }) => actions.flatMap(action => [lineOf(id, action), lineOf(id, action)]));
  const lines = asked.map((line, at) => ({ ...line, number: at + 1 }));
  const made = decomposeWith({ lines, catalog: index, at: anyMoment }, 'open');
  if (made.ok) return [];
  const { parts } = made.error;
  const top = index.specifications.get(lines[(parts.at(-1)?.line ?? 1) - 1]?.matched ?? '');
  return [circleProblem(parts, { specification: top?.id ?? '', specificationName: top?.name ?? '', within: 'order' })];
}

/** What is planned as part of something else; a product is never planned, so what only products lead to stands alone. */
function inLargerPlans({ catalog, specifications }: IndexedCatalog): ReadonlySet<string> {
  const rows = catalog.relationships.filter(
    ({ type, source }) => type !== 'composedOf' && specifications.get(source)?.kind !== 'product',
  );
  return new Set(rows.map(({ target }) => target));
}

function circleIn(index: IndexedCatalog, specification: Specification, action: LineAction): CatalogProblem | undefined {
  const lines = [{ ...lineOf(specification.id, action), number: 1 }];
  const made = decomposeWith({ lines, catalog: index, at: anyMoment }, 'open');
  if (made.ok) return undefined;
  const facts = { specification: specification.id, specificationName: specification.name, action };
  return circleProblem(made.error.parts, facts);
}

const anyMoment = '2000-01-01T00:00:00.000Z';

const lineOf = (matched: string, action: LineAction): Omit<DecomposableLine, 'number'> => ({
  action,
  matched,
  quantity: 1,
  characteristics: [],
  waitsFor: [],
  location: { name: 'Anywhere' },
});

function circleProblem(parts: readonly CirclePart[], facts: CatalogProblem['facts']): CatalogProblem {
  return {
    code: 'taskCircle',
    fix: 'removeOneOfCircle',
    path: `planTemplates[${parts.at(-1)?.planTemplate ?? ''}]`,
    facts: {
      ...facts,
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
