/** Finds mappings whose value a decomposition rule depends on: changing one changes what is created (domain.md A.6 item 7). */
import type { AttributeMapping, Catalog, DecompositionRule } from './catalog.ts';

export type MappedRule = { readonly mapping: AttributeMapping; readonly rules: readonly DecompositionRule[] };

/** In the order of the mappings; those that no rule depends on are left out. */
export function listMappedRules({ mappings, rules }: Pick<Catalog, 'mappings' | 'rules'>): readonly MappedRule[] {
  const byPlace = Map.groupBy(rules, ({ source, characteristic }) => JSON.stringify([source, characteristic]));
  return mappings.flatMap(mapping => {
    const fed = byPlace.get(JSON.stringify([mapping.target, mapping.targetCharacteristic]));
    return fed === undefined ? [] : [{ mapping, rules: fed }];
  });
}
