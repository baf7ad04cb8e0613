/** Checks that decomposition rules and mappings can ever take effect: a misspelt name would otherwise silently create nothing. */
import type { AttributeMapping, DecompositionRule } from './catalog.ts';
import { sameValue } from './characteristicValue.ts';
import { missingSpecification } from './checkRelationships.ts';
import type { IndexedCatalog } from './indexCatalog.ts';
import type { CatalogProblem } from './problem.ts';

export function checkRules(index: IndexedCatalog): CatalogProblem[] {
  return [
    ...index.catalog.rules.flatMap(rule => checkRule(index, rule)),
    ...index.catalog.mappings.flatMap(mapping => checkMapping(index, mapping)),
  ];
}

function checkRule(index: IndexedCatalog, rule: DecompositionRule): CatalogProblem[] {
  const path = `rules[${rule.id}]`;
  const unknown = [
    ...missingSpecification(index, rule.source, `${path}.source`),
    ...missingSpecification(index, rule.target, `${path}.target`),
  ];
  if (unknown.length > 0) return unknown;
  const facts = { rule: rule.id, source: rule.source, target: rule.target, characteristic: rule.characteristic };
  const related = index.candidates.get(rule.source)?.some(({ relationship }) => relationship.target === rule.target);
  if (related !== true) {
    return [{ code: 'ruleWithoutRelationship', fix: 'addRelationshipOrRemoveRule', path, facts }];
  }
  const missing = missingCharacteristic(index, rule.source, rule.characteristic, `${path}.characteristic`);
  const options = optionsOf(index, rule.source, rule.characteristic);
  const stray = rule.values?.filter(value => !options.some(option => sameValue(option, value))) ?? [];
  if (options.length === 0 || stray.length === 0) return missing;
  const values = { ...facts, values: stray, options };
  return [{ code: 'ruleValueNotAnOption', fix: 'useOption', path: `${path}.values`, facts: values }];
}

function checkMapping(index: IndexedCatalog, mapping: AttributeMapping): CatalogProblem[] {
  const path = `mappings[${mapping.id}]`;
  const unknown = [
    ...missingSpecification(index, mapping.source, `${path}.source`),
    ...missingSpecification(index, mapping.target, `${path}.target`),
  ];
  if (unknown.length > 0) return unknown;
  if (mapping.source === mapping.target && mapping.sourceCharacteristic === mapping.targetCharacteristic) {
    const facts = { specification: mapping.source, characteristic: mapping.sourceCharacteristic };
    return [{ code: 'mappingToItself', fix: 'removeMapping', path, facts }];
  }
  return [
    ...missingCharacteristic(index, mapping.source, mapping.sourceCharacteristic, `${path}.sourceCharacteristic`),
    ...missingCharacteristic(index, mapping.target, mapping.targetCharacteristic, `${path}.targetCharacteristic`),
  ];
}

/** A specification that declares no characteristic at all leaves them open; one that declares some has declared them all. */
function missingCharacteristic(index: IndexedCatalog, id: string, name: string, path: string): CatalogProblem[] {
  const declared = index.specifications.get(id)?.characteristics ?? [];
  if (declared.length === 0 || declared.some(characteristic => characteristic.name === name)) return [];
  return [
    {
      code: 'characteristicUnknown',
      fix: 'declareCharacteristicOrCorrectName',
      path,
      facts: { specification: id, characteristic: name, declared: declared.map(characteristic => characteristic.name) },
    },
  ];
}

const optionsOf = (index: IndexedCatalog, id: string, name: string) =>
  index.specifications.get(id)?.characteristics.find(characteristic => characteristic.name === name)?.options ?? [];
