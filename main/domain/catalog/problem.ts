/** What is wrong with a catalog or with the document it came from: where, which facts, and what to do about it. */
import type { JsonValue } from '../json.ts';

/** Each code has one sentence in the window's words; `facts` fill it. */
export type CatalogProblemCode =
  | 'documentNotJson'
  | 'documentNotCatalog'
  | 'valueMissing'
  | 'valueOfWrongType'
  | 'valueNotAllowed'
  | 'keyUnknown'
  | 'idTwice'
  | 'taskKeyTwice'
  | 'nameTwice'
  | 'specificationUnknown'
  | 'specificationNotOrderable'
  | 'characteristicUnknown'
  | 'planTemplateUnknown'
  | 'taskUnknown'
  | 'pairNotAllowed'
  | 'relationshipCircle'
  | 'taskCircle'
  | 'planTooLarge'
  | 'ruleWithoutRelationship'
  | 'ruleValueNotAnOption'
  | 'defaultNotAnOption'
  | 'mappingToItself'
  | 'durationNegative'
  | 'durationTooLong'
  | 'quantityOutOfRange'
  | 'templateWithoutTasks'
  | 'policiesOverlap';

/** What the person can do about it. */
export type CatalogFix =
  | 'correctJson'
  | 'useCatalogFormat'
  | 'addValue'
  | 'correctValue'
  | 'correctOrRemoveKey'
  | 'giveOwnId'
  | 'giveOwnName'
  | 'addSpecificationOrCorrectId'
  | 'declareCharacteristicOrCorrectName'
  | 'addPlanTemplateOrCorrectId'
  | 'correctTaskKey'
  | 'useAllowedPair'
  | 'removeOneOfCircle'
  | 'lowerQuantities'
  | 'addRelationshipOrRemoveRule'
  | 'useOption'
  | 'removeMapping'
  | 'useZeroOrMore'
  | 'useTenYearsOrLess'
  | 'orderQuantities'
  | 'addTask'
  | 'narrowOnePolicy'
  | 'nameService';

export type CatalogProblem = {
  readonly code: CatalogProblemCode;
  readonly fix: CatalogFix;
  /**
   * In a document a JSON path (`$.fulfillmentDesk.rules[2].source`); in a whole catalog, whose rows came from many
   * documents, the row's id in place of its index (`rules[dmz-needs-zones].source`).
   */
  readonly path: string;
  readonly facts: Readonly<Record<string, JsonValue>>;
  /** Name of the document, when the problem was found reading one. */
  readonly file?: string;
};
