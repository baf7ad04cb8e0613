/** Checks that rows can be told apart, and that specifications agree with themselves. */
import type { Catalog, CharacteristicSpecification, Specification } from './catalog.ts';
import { hasValue, sameValue } from './characteristicValue.ts';
import type { CatalogProblem } from './problem.ts';

/** Ids used twice in one table, characteristics named twice, defaults outside their options. */
export function checkSpecifications(catalog: Catalog): CatalogProblem[] {
  return [
    ...idsTwice('specifications', catalog.specifications),
    ...idsTwice('relationships', catalog.relationships),
    ...idsTwice('rules', catalog.rules),
    ...idsTwice('mappings', catalog.mappings),
    ...idsTwice('planTemplates', catalog.planTemplates),
    ...idsTwice('policies', catalog.policies),
    ...idsTwice('compatibilityRules', catalog.compatibilityRules ?? []),
    ...catalog.specifications.flatMap(checkCharacteristics),
  ];
}

function idsTwice(table: string, rows: readonly { readonly id: string }[]): CatalogProblem[] {
  return listTwice(rows.map(row => row.id)).map(id => ({
    code: 'idTwice',
    fix: 'giveOwnId',
    path: `${table}[${id}].id`,
    facts: { table, id },
  }));
}

/** The texts that occur more than once, each of them once. */
export function listTwice(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) twice.add(text);
    seen.add(text);
  }
  return [...twice];
}

function checkCharacteristics(specification: Specification): CatalogProblem[] {
  const path = `specifications[${specification.id}].characteristics`;
  const facts = { specification: specification.id, specificationName: specification.name };
  const names = listTwice(specification.characteristics.map(({ name }) => name));
  return [
    ...names.map((name): CatalogProblem => ({
      code: 'nameTwice',
      fix: 'giveOwnName',
      path: `${path}[${name}].name`,
      facts: { ...facts, name },
    })),
    ...specification.characteristics
      .filter(characteristic => !isDefaultAnOption(characteristic))
      .map((characteristic): CatalogProblem => ({
        code: 'defaultNotAnOption',
        fix: 'useOption',
        path: `${path}[${characteristic.name}].defaultValue`,
        facts: {
          ...facts,
          characteristic: characteristic.name,
          value: characteristic.defaultValue ?? null,
          options: characteristic.options,
        },
      })),
  ];
}

/** A list of defaults is fine when each of them is an option. */
function isDefaultAnOption({ defaultValue, options }: CharacteristicSpecification): boolean {
  if (!hasValue(defaultValue) || options.length === 0) return true;
  if (options.some(option => sameValue(option, defaultValue))) return true;
  return Array.isArray(defaultValue) && defaultValue.every(value => options.some(option => sameValue(option, value)));
}
