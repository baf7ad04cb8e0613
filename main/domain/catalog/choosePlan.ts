/** The table that picks a plan template: of all rows that match, the most specific one wins (domain.md A.6 item 8, features T8). */
import type { LineAction } from '../vocabulary/states.ts';
import type { FulfillmentPolicy, Specification } from './catalog.ts';

export type PolicyTable = {
  readonly bySpecification: ReadonlyMap<string, readonly FulfillmentPolicy[]>;
  readonly general: readonly FulfillmentPolicy[];
};

/**
 * How narrow a row is. A specification outweighs everything, then naming a kind or a facing, then naming actions, then
 * naming the facing as well as the kind. Rows of one weight win in the order they stand in the catalog.
 */
export function weightOf(policy: FulfillmentPolicy): number {
  const family = policy.kind !== undefined || policy.facing !== undefined;
  return (
    (policy.specification === undefined ? 0 : 100) +
    (family ? 10 : 0) +
    (policy.actions === undefined ? 0 : 5) +
    (policy.facing === undefined ? 0 : 2) +
    (policy.kind === undefined ? 0 : 1)
  );
}

/** Sorts the rows once, so that a choice is the first row that matches. */
export function compilePolicies(policies: readonly FulfillmentPolicy[]): PolicyTable {
  const bySpecification = new Map<string, FulfillmentPolicy[]>();
  const general: FulfillmentPolicy[] = [];
  for (const policy of policies.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    if (policy.specification === undefined) general.push(policy);
    else {
      const rows = bySpecification.get(policy.specification);
      if (rows === undefined) bySpecification.set(policy.specification, [policy]);
      else rows.push(policy);
    }
  }
  return { bySpecification, general };
}

/** The winning row for a domain order of that specification and action, or undefined when no row matches. */
export function findPolicy(
  table: PolicyTable,
  specification: Specification,
  action: LineAction,
): FulfillmentPolicy | undefined {
  const matches = (policy: FulfillmentPolicy): boolean =>
    (policy.actions === undefined || policy.actions.includes(action)) &&
    (policy.kind === undefined || policy.kind === specification.kind) &&
    (policy.facing === undefined || policy.facing === specification.facing);
  return table.bySpecification.get(specification.id)?.find(matches) ?? table.general.find(matches);
}
