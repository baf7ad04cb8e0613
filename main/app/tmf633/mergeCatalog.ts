/** Makes the next version of a catalog from the last one and what a document adds: a whole, immutable snapshot (features D10). */
import type { Catalog } from '../../domain/catalog/catalog.ts';
import type { CatalogDraft } from './readCatalogDocument.ts';
import type { ReplaceableTable } from './readExtension.ts';

/**
 * Rows of the draft replace those of the same id and the others stay; so a document may bring one specification or all.
 * In a table the draft `replaces`, rows of its own specifications that it no longer has are gone. The result is not
 * checked: `checkCatalog` says whether it may be used.
 */
export function mergeCatalog(previous: Catalog, draft: CatalogDraft, version: number): Catalog {
  const own = new Set(draft.specifications.map(({ id }) => id));
  const related = new Set(draft.relationships.map(({ source, target }) => JSON.stringify([source, target])));
  const stays = (table: ReplaceableTable, owner: string | undefined): boolean =>
    owner === undefined || !own.has(owner) || !draft.replaces.includes(table);
  const quantities = new Map(previous.specifications.map(({ id, quantity }) => [id, quantity]));
  const brought = draft.specifications.map(specification => {
    const quantity = draft.replaces.includes('quantities') ? undefined : quantities.get(specification.id);
    return quantity === undefined ? specification : { quantity, ...specification };
  });
  const specifications = mergeRows(previous.specifications, brought);
  const known = new Set(specifications.map(({ id }) => id));
  return {
    version,
    label: draft.label,
    specifications: [...specifications, ...draft.placeholders.filter(({ id }) => !known.has(id))],
    relationships: mergeRows(
      previous.relationships.filter(
        ({ source, target }) => stays('relationships', source) && !related.has(JSON.stringify([source, target])),
      ),
      draft.relationships,
    ),
    rules: mergeRows(
      previous.rules.filter(({ source }) => stays('rules', source)),
      draft.rules,
    ),
    mappings: mergeRows(
      previous.mappings.filter(({ source }) => stays('mappings', source)),
      draft.mappings,
    ),
    planTemplates: mergeRows(previous.planTemplates, draft.planTemplates),
    policies: mergeRows(
      previous.policies.filter(({ specification }) => stays('policies', specification)),
      draft.policies,
    ),
    compatibilityRules: mergeRows(
      (previous.compatibilityRules ?? []).filter(({ source }) => stays('compatibilityRules', source)),
      draft.compatibilityRules ?? [],
    ),
  };
}

/** Replaced rows keep their place, new ones follow; a repeated id inside `rows` is left for the check to find. */
function mergeRows<R extends { readonly id: string }>(previous: readonly R[], rows: readonly R[]): readonly R[] {
  const left = new Map<string, R[]>();
  for (const row of rows) {
    const same = left.get(row.id);
    if (same === undefined) left.set(row.id, [row]);
    else same.push(row);
  }
  const merged = previous.flatMap(row => {
    const replacing = left.get(row.id);
    left.delete(row.id);
    return replacing ?? [row];
  });
  return [...merged, ...[...left.values()].flat()];
}
