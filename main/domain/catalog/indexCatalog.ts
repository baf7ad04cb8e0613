/** Compiles a catalog once, so that decomposition and propagation look everything up instead of searching. */
import type { SpecificationRef } from '../vocabulary/captured.ts';
import type {
  AttributeMapping,
  Catalog,
  PlanTemplate,
  RelationshipType,
  Specification,
  SpecificationKind,
  SpecificationRelationship,
} from './catalog.ts';
import { compileRule, type CompiledRule } from './characteristicValue.ts';
import { compilePolicies, type PolicyTable } from './choosePlan.ts';

/** One relationship as decomposition meets it: the target looked up, its rules compiled. */
export type Candidate = {
  readonly relationship: SpecificationRelationship;
  /** Absent when the catalog has no such specification. */
  readonly target?: Specification;
  readonly rules: readonly CompiledRule[];
};

export type IndexedCatalog = {
  readonly catalog: Catalog;
  readonly specifications: ReadonlyMap<string, Specification>;
  /** By lower-case name; the first of a name stands. */
  readonly specificationsByName: ReadonlyMap<string, Specification>;
  /** By source specification, sorted by the relationship's order; ties stay in catalog order. */
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  readonly mappingsBySource: ReadonlyMap<string, readonly AttributeMapping[]>;
  readonly mappingsByTarget: ReadonlyMap<string, readonly AttributeMapping[]>;
  readonly planTemplates: ReadonlyMap<string, PlanTemplate>;
  readonly policies: PolicyTable;
};

/** Source and target kinds each relationship type may join (domain.md A.6 item 2, features D1). */
export const allowedPairs: Readonly<
  Record<RelationshipType, readonly (readonly [source: SpecificationKind, target: SpecificationKind])[]>
> = {
  composedOf: [
    ['product', 'product'],
    ['service', 'service'],
    ['resource', 'resource'],
  ],
  bundles: [
    ['product', 'product'],
    ['service', 'service'],
    ['resource', 'resource'],
  ],
  realizedAs: [
    ['product', 'service'],
    ['service', 'service'],
  ],
  requires: [
    ['product', 'resource'],
    ['service', 'resource'],
  ],
};

export const isPairAllowed = (type: RelationshipType, source: SpecificationKind, target: SpecificationKind): boolean =>
  allowedPairs[type].some(([from, to]) => from === source && to === target);

/** Every lookup the catalog needs; cost is linear in its size, and is paid once per catalog version. */
export function indexCatalog(catalog: Catalog): IndexedCatalog {
  const specifications = new Map<string, Specification>();
  const specificationsByName = new Map<string, Specification>();
  for (const specification of catalog.specifications) {
    specifications.set(specification.id, specification);
    const name = specification.name.toLowerCase();
    const named = specificationsByName.get(name);
    if (named === undefined || rankAsLine(specification) < rankAsLine(named)) {
      specificationsByName.set(name, specification);
    }
  }
  return {
    catalog,
    specifications,
    specificationsByName,
    candidates: candidatesBySource(catalog, specifications),
    mappingsBySource: Map.groupBy(catalog.mappings, mapping => mapping.source),
    mappingsByTarget: Map.groupBy(catalog.mappings, mapping => mapping.target),
    planTemplates: new Map(catalog.planTemplates.map(template => [template.id, template])),
    policies: compilePolicies(catalog.policies),
  };
}

/** The specification a line means: by id, else by name without regard to case; a product only when nothing else is called so. */
export function findLineSpecification(
  catalog: IndexedCatalog,
  reference: SpecificationRef | undefined,
): Specification | undefined {
  const byId = reference?.id === undefined ? undefined : catalog.specifications.get(reference.id);
  if (byId !== undefined || reference?.name === undefined) return byId;
  return catalog.specificationsByName.get(reference.name.toLowerCase());
}

/** When several specifications share a name, a line means the live service among them, the customer-facing one first. */
function rankAsLine(specification: Specification): number {
  const kind = { service: 0, resource: 4, product: 8 }[specification.kind];
  return kind + (specification.lifecycle === 'retired' ? 2 : 0) + (specification.facing === 'resource' ? 1 : 0);
}

function candidatesBySource(
  catalog: Catalog,
  specifications: ReadonlyMap<string, Specification>,
): ReadonlyMap<string, readonly Candidate[]> {
  const rules = new Map<string, Map<string, CompiledRule[]>>();
  for (const rule of catalog.rules) {
    const ofSource = rules.get(rule.source) ?? new Map<string, CompiledRule[]>();
    rules.set(rule.source, ofSource);
    const ofTarget = ofSource.get(rule.target);
    if (ofTarget === undefined) ofSource.set(rule.target, [compileRule(rule)]);
    else ofTarget.push(compileRule(rule));
  }
  const candidates = new Map<string, Candidate[]>();
  for (const relationship of catalog.relationships.toSorted((a, b) => a.order - b.order)) {
    const target = specifications.get(relationship.target);
    const candidate: Candidate = {
      relationship,
      ...(target === undefined ? {} : { target }),
      rules: rules.get(relationship.source)?.get(relationship.target) ?? [],
    };
    const siblings = candidates.get(relationship.source);
    if (siblings === undefined) candidates.set(relationship.source, [candidate]);
    else siblings.push(candidate);
  }
  return candidates;
}
