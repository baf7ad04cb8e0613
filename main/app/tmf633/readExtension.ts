/** Our one extension of the standard: relationships, rules, mappings, plan templates, policies and more (docs/catalog-format.md). */
import {
  relationshipTypes,
  type AttributeMapping,
  type CompatibilityRule,
  type DecompositionRule,
  type FulfillmentPolicy,
  type MappingTransform,
  type PlanTemplate,
  type Specification,
  type SpecificationRelationship,
} from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import { lineActions, type LineAction } from '../../domain/vocabulary/states.ts';
import { readPlanTemplates } from './readPlanTemplates.ts';
import {
  isList,
  isObject,
  lettersOf,
  optionalFlag,
  optionalNumber,
  optionalText,
  readRow,
  readTable,
  readWord,
  report,
  requiredText,
  type Reading,
  type Row,
} from './reading.ts';

export const extensionKey = 'fulfillmentDesk';

export const replaceableTables = [
  'relationships',
  'rules',
  'mappings',
  'policies',
  'compatibilityRules',
  'quantities',
] as const;
export type ReplaceableTable = (typeof replaceableTables)[number];

/** How a specification's quantity makes domain orders, with the path to where it is said. */
export type QuantityRow = {
  readonly specification: string;
  readonly quantity: NonNullable<Specification['quantity']>;
  readonly path: string;
};

export type Extension = {
  readonly relationships: readonly SpecificationRelationship[];
  readonly rules: readonly DecompositionRule[];
  readonly mappings: readonly AttributeMapping[];
  readonly planTemplates: readonly PlanTemplate[];
  readonly policies: readonly FulfillmentPolicy[];
  readonly compatibilityRules: readonly CompatibilityRule[];
  readonly quantities: readonly QuantityRow[];
  /** The tables the document has, even empty. */
  readonly tables: readonly ReplaceableTable[];
};

const keys = {
  extension: ['formatVersion', 'label', 'teams', 'planTemplates', ...replaceableTables],
  relationship: [
    'id',
    'type',
    'source',
    'target',
    'mandatory',
    'order',
    'minQuantity',
    'maxQuantity',
    'defaultQuantity',
  ],
  rule: ['id', 'name', 'source', 'target', 'characteristic', 'values'],
  mapping: ['id', 'source', 'sourceCharacteristic', 'target', 'targetCharacteristic', 'transform'],
  policy: ['id', 'specification', 'kind', 'facing', 'actions', 'planTemplate'],
  compatibility: ['id', 'name', 'source', 'requires', 'within', 'sameLocation'],
  quantity: ['specification', 'quantity'],
};

/** Everything of the extension; absent, it is empty. Teams belong to the workspace and are passed over. */
export function readExtension(reading: Reading, value: JsonValue | undefined, path: string): Extension {
  const row = value === undefined ? undefined : readRow(reading, value, path, keys.extension);
  const object = row?.object ?? {};
  const version = object['formatVersion'];
  if (version !== undefined && version !== 1) {
    report(reading, 'valueNotAllowed', 'useCatalogFormat', `${path}.formatVersion`, { value: version, allowed: [1] });
  }
  const table = (name: ReplaceableTable, rowKeys: readonly string[]): readonly Row[] =>
    readTable(reading, object[name], `${path}.${name}`, rowKeys);
  return {
    relationships: table('relationships', keys.relationship).map(readRelationship),
    rules: table('rules', keys.rule).map(readRule),
    mappings: table('mappings', keys.mapping).map(readMapping),
    planTemplates: readPlanTemplates(reading, object['planTemplates'], `${path}.planTemplates`),
    policies: table('policies', keys.policy).map(readPolicy),
    compatibilityRules: table('compatibilityRules', keys.compatibility).map(readCompatibility),
    quantities: table('quantities', keys.quantity).map(readQuantity),
    tables: replaceableTables.filter(name => object[name] !== undefined),
  };
}

function readRelationship(row: Row, index: number): SpecificationRelationship {
  const source = requiredText(row, 'source');
  const target = requiredText(row, 'target');
  const minQuantity = optionalNumber(row, 'minQuantity');
  const maxQuantity = optionalNumber(row, 'maxQuantity');
  const defaultQuantity = optionalNumber(row, 'defaultQuantity');
  return {
    id: optionalText(row, 'id') ?? `${source}>${target}`,
    type: readWord(row.reading, row.object['type'], `${row.path}.type`, relationshipTypes) ?? 'composedOf',
    source,
    target,
    mandatory: optionalFlag(row, 'mandatory') ?? true,
    order: optionalNumber(row, 'order') ?? index,
    ...(minQuantity === undefined ? {} : { minQuantity }),
    ...(maxQuantity === undefined ? {} : { maxQuantity }),
    ...(defaultQuantity === undefined ? {} : { defaultQuantity }),
  };
}

function readRule(row: Row): DecompositionRule {
  const source = requiredText(row, 'source');
  const target = requiredText(row, 'target');
  const characteristic = requiredText(row, 'characteristic');
  const name = optionalText(row, 'name');
  const { values } = row.object;
  if (values !== undefined && (!isList(values) || values.length === 0)) {
    report(row.reading, 'valueOfWrongType', 'correctValue', `${row.path}.values`, { expected: 'list' });
  }
  return {
    id: optionalText(row, 'id') ?? `${source}>${target}:${characteristic}`,
    ...(name === undefined ? {} : { name }),
    source,
    target,
    characteristic,
    ...(isList(values) ? { values } : {}),
  };
}

function readMapping(row: Row): AttributeMapping {
  const source = requiredText(row, 'source');
  const sourceCharacteristic = requiredText(row, 'sourceCharacteristic');
  const target = requiredText(row, 'target');
  const targetCharacteristic = requiredText(row, 'targetCharacteristic');
  return {
    id: optionalText(row, 'id') ?? `${source}.${sourceCharacteristic}>${target}.${targetCharacteristic}`,
    source,
    sourceCharacteristic,
    target,
    targetCharacteristic,
    transform: readTransform(row),
  };
}

function readTransform(row: Row): MappingTransform {
  const value = row.object['transform'];
  const path = `${row.path}.transform`;
  const transform =
    value === undefined ? undefined : readRow(row.reading, value, path, ['kind', 'table', 'prefix', 'suffix']);
  if (transform === undefined) return { kind: 'copy' };
  const kind = readWord(row.reading, transform.object['kind'], `${path}.kind`, ['copy', 'map', 'text']) ?? 'copy';
  const table = transform.object['table'];
  if (kind === 'map') {
    if (isObject(table)) return { kind, table };
    report(row.reading, 'valueMissing', 'addValue', `${path}.table`, { key: 'table' });
  }
  const prefix = optionalText(transform, 'prefix');
  const suffix = optionalText(transform, 'suffix');
  if (kind !== 'text') return { kind: 'copy' };
  return { kind, ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
}

function readCompatibility(row: Row): CompatibilityRule {
  const { reading, object, path } = row;
  const source = requiredText(row, 'source');
  const requires = requiredText(row, 'requires');
  const name = optionalText(row, 'name');
  const within = object['within'] ?? 'either';
  return {
    id: optionalText(row, 'id') ?? `${source}+${requires}`,
    ...(name === undefined ? {} : { name }),
    source,
    requires,
    within: readWord(reading, within, `${path}.within`, ['order', 'inventory', 'either']) ?? 'either',
    ...(optionalFlag(row, 'sameLocation') === true ? { sameLocation: true } : {}),
  };
}

function readQuantity(row: Row): QuantityRow {
  const { reading, object, path } = row;
  return {
    specification: requiredText(row, 'specification'),
    quantity: readWord(reading, object['quantity'], `${path}.quantity`, ['each', 'whole']) ?? 'each',
    path,
  };
}

function readPolicy(row: Row): FulfillmentPolicy {
  const { reading, object, path } = row;
  const planTemplate = requiredText(row, 'planTemplate');
  const specification = optionalText(row, 'specification');
  const word = <W extends string>(key: string, words: readonly W[]): W | undefined =>
    object[key] === undefined ? undefined : readWord(reading, object[key], `${path}.${key}`, words);
  const kind = word('kind', ['product', 'service', 'resource'] as const);
  const facing = word('facing', ['customer', 'resource'] as const);
  const actions = readActions(row);
  return {
    id:
      optionalText(row, 'id') ??
      [specification, kind, facing, actions?.join('+'), planTemplate].filter(Boolean).join(':'),
    ...(specification === undefined ? {} : { specification }),
    ...(kind === undefined ? {} : { kind }),
    ...(facing === undefined ? {} : { facing }),
    ...(actions === undefined ? {} : { actions }),
    planTemplate,
  };
}

/** The standard's `modify` and `delete` are taken as `change` and `disconnect`. */
function readActions({ reading, object, path }: Row): readonly LineAction[] | undefined {
  const { actions } = object;
  if (actions === undefined) return undefined;
  if (!isList(actions) || actions.length === 0) {
    report(reading, 'valueOfWrongType', 'correctValue', `${path}.actions`, { expected: 'list' });
    return undefined;
  }
  return actions.flatMap((action, index) => {
    const letters = lettersOf(action);
    const ours = letters === 'modify' ? 'change' : letters === 'delete' ? 'disconnect' : action;
    return readWord(reading, ours, `${path}.actions[${index}]`, lineActions) ?? [];
  });
}
