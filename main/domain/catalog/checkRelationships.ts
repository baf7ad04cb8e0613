/** Checks the relationships: both ends known, a pair its type allows, sensible quantities, no circle (domain.md A.6 item 2). */
import { sortGraph } from '../decomposition/sortGraph.ts';
import type { Specification, SpecificationRelationship } from './catalog.ts';
import { allowedPairs, isPairAllowed, type IndexedCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

export function checkRelationships(index: IndexedCatalog): CatalogProblem[] {
  return [...index.catalog.relationships.flatMap(row => checkRelationship(index, row)), ...circles(index)];
}

function checkRelationship(index: IndexedCatalog, row: SpecificationRelationship): CatalogProblem[] {
  const path = `relationships[${row.id}]`;
  const source = index.specifications.get(row.source);
  const target = index.specifications.get(row.target);
  const problems = [
    ...missingSpecification(index, row.source, `${path}.source`),
    ...missingSpecification(index, row.target, `${path}.target`),
  ];
  if (source !== undefined && target !== undefined && !isPairAllowed(row.type, source.kind, target.kind)) {
    problems.push({
      code: 'pairNotAllowed',
      fix: 'useAllowedPair',
      path: `${path}.type`,
      facts: {
        type: row.type,
        source: source.id,
        sourceName: source.name,
        sourceKind: source.kind,
        target: target.id,
        targetName: target.name,
        targetKind: target.kind,
        allowed: allowedPairs[row.type].map(pair => [...pair]),
      },
    });
  }
  return [...problems, ...checkQuantities(row, path)];
}

/** Nothing, or the one problem that the catalog has no such specification. */
export function missingSpecification(index: IndexedCatalog, id: string, path: string): CatalogProblem[] {
  if (index.specifications.has(id)) return [];
  return [{ code: 'specificationUnknown', fix: 'addSpecificationOrCorrectId', path, facts: { specification: id } }];
}

/** Whole numbers with min ≤ default ≤ max; the default, which is how many are made, is at least 1. */
function checkQuantities(row: SpecificationRelationship, path: string): CatalogProblem[] {
  const { minQuantity, maxQuantity, defaultQuantity } = row;
  const made = defaultQuantity ?? 1;
  const sound =
    [minQuantity, maxQuantity, defaultQuantity].every(
      quantity => quantity === undefined || (Number.isInteger(quantity) && quantity >= 0),
    ) &&
    made >= 1 &&
    (minQuantity ?? 0) <= (maxQuantity ?? Infinity) &&
    (defaultQuantity === undefined || (made >= (minQuantity ?? 0) && made <= (maxQuantity ?? Infinity)));
  if (sound) return [];
  const facts = { min: minQuantity ?? null, default: defaultQuantity ?? null, max: maxQuantity ?? null };
  return [{ code: 'quantityOutOfRange', fix: 'orderQuantities', path: `${path}.defaultQuantity`, facts }];
}

/** Each circle of specifications once; a circle of `composedOf` is no plan but is still nonsense. */
function circles(index: IndexedCatalog): CatalogProblem[] {
  const nodes = [...index.specifications.values()];
  const numbers = new Map(nodes.map((specification, number) => [specification.id, number]));
  let rows = index.catalog.relationships.filter(row => numbers.has(row.source) && numbers.has(row.target));
  const problems: CatalogProblem[] = [];
  for (;;) {
    const from = rows.map(row => numbers.get(row.source) as number);
    const to = rows.map(row => numbers.get(row.target) as number);
    const sorted = sortGraph(nodes.length, from, to);
    if (sorted.ok) return problems;
    const circle = sorted.circle.map(number => nodes[number] as Specification);
    const inCircle = new Set(circle.map(({ id }) => id));
    const closing = rows.find(row => row.source === circle.at(-1)?.id && row.target === circle[0]?.id);
    problems.push({
      code: 'relationshipCircle',
      fix: 'removeOneOfCircle',
      path: `relationships[${closing?.id ?? ''}]`,
      facts: { circle: circle.map(({ id }) => id), names: circle.map(({ name }) => name) },
    });
    rows = rows.filter(row => !(inCircle.has(row.source) && inCircle.has(row.target)));
  }
}
