/** Short ways to write catalog rows in tests; everything not said takes the plainest value. */
import type { JsonValue } from '../../json.ts';
import type {
  AttributeMapping,
  Catalog,
  DecompositionRule,
  PlanTemplate,
  RelationshipType,
  Specification,
  SpecificationRelationship,
  TaskTemplate,
} from '../catalog.ts';
import { emptyCatalog } from '../catalog.ts';

export const catalogOf = (parts: Partial<Catalog>): Catalog => ({
  ...emptyCatalog,
  version: 1,
  label: 'Test',
  ...parts,
});

/** A published specification; characteristics are given as name and default, null for none. */
function specification(
  id: string,
  parts: Partial<Specification> & Pick<Specification, 'kind'>,
  defaults: Readonly<Record<string, JsonValue>> = {},
): Specification {
  const characteristics = Object.entries(defaults).map(([name, defaultValue]) => ({
    name,
    mandatory: false,
    options: [],
    ...(defaultValue === null ? {} : { defaultValue }),
  }));
  return { id, name: id, lifecycle: 'published', characteristics, ...parts };
}

export const cfs = (id: string, defaults?: Readonly<Record<string, JsonValue>>): Specification =>
  specification(id, { kind: 'service', facing: 'customer' }, defaults);
export const rfs = (id: string, defaults?: Readonly<Record<string, JsonValue>>): Specification =>
  specification(id, { kind: 'service', facing: 'resource' }, defaults);
export const resource = (id: string, defaults?: Readonly<Record<string, JsonValue>>): Specification =>
  specification(id, { kind: 'resource' }, defaults);
export const product = (id: string): Specification => specification(id, { kind: 'product' });

/** Id `source>target`; order 0 unless said. */
export const relationship = (
  type: RelationshipType,
  source: string,
  target: string,
  parts: Partial<SpecificationRelationship> = {},
): SpecificationRelationship => ({
  id: `${source}>${target}`,
  type,
  source,
  target,
  mandatory: true,
  order: 0,
  ...parts,
});

/** Id `source>target:characteristic`; without values any value lets the target be created. */
export const rule = (
  source: string,
  target: string,
  characteristic: string,
  values?: readonly JsonValue[],
): DecompositionRule => ({
  id: `${source}>${target}:${characteristic}`,
  source,
  target,
  characteristic,
  ...(values === undefined ? {} : { values }),
});

/** Id `source.from>target.to`; copies unless told otherwise. */
export const mapping = (
  [source, sourceCharacteristic]: readonly [string, string],
  [target, targetCharacteristic]: readonly [string, string],
  transform: AttributeMapping['transform'] = { kind: 'copy' },
): AttributeMapping => ({
  id: `${source}.${sourceCharacteristic}>${target}.${targetCharacteristic}`,
  source,
  sourceCharacteristic,
  target,
  targetCharacteristic,
  transform,
});

/** An hour long, waiting for nothing unless said. */
export const task = (key: string, parts: Partial<TaskTemplate> = {}): TaskTemplate => ({
  key,
  title: `Do ${key}`,
  durationMinutes: 60,
  fields: [],
  after: [],
  ...parts,
});

export const template = (
  id: string,
  tasks: readonly TaskTemplate[],
  after: PlanTemplate['after'] = [],
): PlanTemplate => ({
  id,
  name: id,
  tasks,
  after,
});
