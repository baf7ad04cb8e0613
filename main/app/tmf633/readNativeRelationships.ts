/** The relationships that the standard itself carries, understood as ours where that is possible and kept out with a note where not. */
import {
  relationshipTypes,
  type RelationshipType,
  type Specification,
  type SpecificationRelationship,
} from '../../domain/catalog/catalog.ts';
import { isPairAllowed } from '../../domain/catalog/indexCatalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import { facingOf } from './readSpecification.ts';
import { isList, isObject, lettersOf, looseText, note, type JsonObject, type Row } from './reading.ts';

/** What the specifications of one document say of each other. */
export type NativeRelationships = {
  readonly relationships: readonly SpecificationRelationship[];
  /** Targets that are only referred to: known by id and name until their own document comes. */
  readonly placeholders: readonly Specification[];
};

/** Types of the standard that say how specifications compare, not what one is made of (TMF633 §2.1). */
const comparisons: ReadonlySet<string> = new Set(['migration', 'substitution', 'dependency', 'exclusivity', 'tag']);

const relationshipKeys = [
  'serviceSpecRelationship',
  'resourceSpecRelationship',
  'productSpecificationRelationship',
] as const;

type Found = {
  readonly row: Row;
  readonly type: RelationshipType;
  readonly targetId: string | undefined;
  readonly targetKind: Specification['kind'];
};

export function readNativeRelationships(
  sources: readonly { readonly row: Row; readonly specification: Specification }[],
): NativeRelationships {
  const known = new Map(sources.map(({ specification }) => [specification.id, specification]));
  const byName = new Map(sources.map(({ specification }) => [specification.name, specification.id]));
  const placeholders = new Map<string, Specification>();
  const relationships = new Map<string, SpecificationRelationship>();
  for (const { row, specification: source } of sources) {
    for (const found of [...relationsOf(row, source), ...resourcesOf(row, source)]) {
      const { reading, object, path } = found.row;
      const name = looseText(object['name']);
      const target = found.targetId ?? (name === undefined ? undefined : byName.get(name));
      if (target === undefined || target === source.id) {
        note(reading, 'relationshipWithoutTarget', path, name ?? null);
        continue;
      }
      const kind = (known.get(target) ?? placeholders.get(target))?.kind ?? found.targetKind;
      const id = `${source.id}>${target}`;
      const quantities = quantitiesOf(object);
      if (!isPairAllowed(found.type, source.kind, kind)) note(reading, 'relationshipKeptOut', path, found.type);
      else if (quantities.defaultQuantity === 0) note(reading, 'relationshipOptional', path, 0);
      else if (relationships.has(id)) note(reading, 'relationshipTwice', path, target);
      else {
        relationships.set(id, {
          id,
          type: found.type,
          source: source.id,
          target,
          mandatory: (quantities.minQuantity ?? 1) > 0,
          order: relationships.size,
          ...quantities,
        });
        if (!known.has(target) && !placeholders.has(target)) {
          placeholders.set(target, placeholderOf(object, target, kind));
          note(reading, 'specificationReferredOnly', path, target);
        }
      }
    }
  }
  return { relationships: [...relationships.values()], placeholders: [...placeholders.values()] };
}

/** The entries of the relationship lists that make up the source. */
function relationsOf(row: Row, source: Specification): Found[] {
  return relationshipKeys.flatMap(key =>
    entriesOf(row, key).flatMap(entry => {
      const raw = entry.object['relationshipType'] ?? entry.object['type'] ?? null;
      const type = typeOf(raw);
      if (type === undefined) {
        note(entry.reading, 'relationshipKeptOut', `${entry.path}.relationshipType`, raw);
        return [];
      }
      if (type.assumed) note(entry.reading, 'relationshipAssumed', `${entry.path}.relationshipType`, raw, type.type);
      const targetId = looseText(entry.object['id']) ?? nestedId(entry.object);
      return [{ row: entry, type: type.type, targetId, targetKind: source.kind }];
    }),
  );
}

/** Resources that a service or a product names are required by it. */
const resourcesOf = (row: Row, source: Specification): Found[] =>
  source.kind === 'resource'
    ? []
    : entriesOf(row, 'resourceSpecification').map(entry => ({
        row: entry,
        type: 'requires',
        targetId: looseText(entry.object['id']) ?? looseText(entry.object['name']),
        targetKind: 'resource',
      }));

/** A word nobody agreed on, or none, is taken as part of a bundle: systems that leave it out mean just that. */
function typeOf(raw: JsonValue): { readonly type: RelationshipType; readonly assumed: boolean } | undefined {
  const letters = lettersOf(raw).replace('realised', 'realized');
  const type = relationshipTypes.find(candidate => lettersOf(candidate) === letters);
  if (type !== undefined) return { type, assumed: false };
  return comparisons.has(letters) ? undefined : { type: 'bundles', assumed: true };
}

function entriesOf(row: Row, key: string): Row[] {
  const list = row.object[key];
  if (!isList(list)) return [];
  return list.flatMap((entry, index) =>
    isObject(entry) ? [{ reading: row.reading, object: entry, path: `${row.path}.${key}[${index}]` }] : [],
  );
}

function nestedId(object: JsonObject): string | undefined {
  const nested = object['serviceSpecification'] ?? object['resourceSpecification'];
  return isObject(nested) ? looseText(nested['id']) : undefined;
}

type Quantities = Pick<SpecificationRelationship, 'minQuantity' | 'maxQuantity' | 'defaultQuantity'>;

function quantitiesOf(object: JsonObject): Quantities {
  const quantity = (...keys: readonly string[]): number | undefined => {
    const value = Number(looseText(keys.map(key => object[key]).find(given => given !== undefined && given !== null)));
    return Number.isInteger(value) && value >= 0 ? value : undefined;
  };
  const minQuantity = quantity('minimumQuantity', 'minQuantity');
  const maxQuantity = quantity('maximumQuantity', 'maxQuantity');
  const defaultQuantity = quantity('defaultQuantity');
  return {
    ...(minQuantity === undefined ? {} : { minQuantity }),
    ...(maxQuantity === undefined ? {} : { maxQuantity }),
    ...(defaultQuantity === undefined ? {} : { defaultQuantity }),
  };
}

function placeholderOf(object: JsonObject, id: string, kind: Specification['kind']): Specification {
  const facing = kind === 'service' ? facingOf(object) : undefined;
  const version = looseText(object['version']);
  return {
    id,
    name: looseText(object['name']) ?? id,
    kind,
    ...(facing === undefined ? {} : { facing }),
    ...(version === undefined ? {} : { version }),
    lifecycle: 'draft',
    characteristics: [],
  };
}
