/** One specification of the standard as ours: which kind it is, which way it faces, what it is called. */
import type { Facing, Specification, SpecificationKind } from '../../domain/catalog/catalog.ts';
import type { JsonValue } from '../../domain/json.ts';
import { characteristicKeys, readCharacteristics } from './readCharacteristics.ts';
import { isList, isObject, lettersOf, looseText, note, type JsonObject, type Row } from './reading.ts';

const lifecycles: Readonly<Record<string, Specification['lifecycle']>> = {
  active: 'published',
  launched: 'published',
  published: 'published',
  certified: 'published',
  distributed: 'published',
  instudy: 'draft',
  indesign: 'draft',
  intest: 'draft',
  draft: 'draft',
  retired: 'retired',
  obsolete: 'retired',
  rejected: 'retired',
  terminated: 'retired',
};

const hintKeys = ['@type', '@baseType', 'serviceType', 'category', 'serviceCategory', 'facing'] as const;

/** `spareId` names it when the document gives neither an id nor a name. */
export function readSpecification(row: Row, kind: SpecificationKind, spareId: string): Specification {
  const { reading, object, path } = row;
  const name = looseText(object['name']);
  const given = looseText(object['id']) ?? looseText(object['uuid']);
  const id = given ?? (name === undefined ? spareId : slugOf(name));
  if (given === undefined) note(reading, 'idMissing', `${path}.id`, null, id);
  if (name === undefined) note(reading, 'nameMissing', `${path}.name`, null, id);
  const facing = kind === 'service' ? facingOf(object) : undefined;
  const version = looseText(object['version']);
  const description = looseText(object['description']);
  return {
    id,
    name: name ?? id,
    kind,
    ...(facing === undefined ? {} : { facing }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    lifecycle: lifecycleOf(row),
    characteristics: readCharacteristics(reading, object, path),
  };
}

const tellingKeys = [
  'id',
  'uuid',
  'href',
  'isBundle',
  'lifecycleStatus',
  'validFor',
  'serviceSpecRelationship',
] as const;

/** Types of the standard that have an id and a name too. */
const otherTypes = /(?:catalog|category|candidate|order|offering)$|^(?:service|resource|product)$/;

/** True when the object can only be meant as a specification; an order or an unrelated document is not. */
export function looksLikeSpecification(object: JsonObject): boolean {
  if ('serviceOrderItem' in object || 'orderItem' in object) return false;
  const type = lettersOf(object['@type']);
  const named =
    looseText(object['name']) !== undefined && tellingKeys.some(key => key in object) && !otherTypes.test(type);
  const typed = type.endsWith('specification');
  return named || typed || characteristicKeys.some(key => isList(object[key]));
}

/** The kind of a specification that stands alone, outside any list that would tell. */
export function kindOf(object: JsonObject): SpecificationKind {
  const type = lettersOf(object['@type']);
  if ('productSpecCharacteristic' in object || type.endsWith('productspecification')) return 'product';
  const resource = 'resourceSpecCharacteristic' in object || 'resourceSpecRelationship' in object;
  return resource || type.endsWith('resourcespecification') ? 'resource' : 'service';
}

/** By convention only: the standard has no field for it (TMF633 §2.1). */
export function facingOf(object: JsonObject): Facing | undefined {
  const hints = hintKeys.flatMap(key => wordsOf(object[key]));
  if (hints.some(hint => hint.includes('customerfacing') || /^cfss?(pec|pecification)?$/.test(hint))) return 'customer';
  if (hints.some(hint => hint.includes('resourcefacing') || /^rfss?(pec|pecification)?$/.test(hint))) return 'resource';
  return undefined;
}

function wordsOf(value: JsonValue | undefined): string[] {
  if (isList(value)) return value.flatMap(wordsOf);
  return [lettersOf(isObject(value) ? value['name'] : value)];
}

function lifecycleOf({ reading, object, path }: Row): Specification['lifecycle'] {
  const given = looseText(object['lifecycleStatus']);
  if (given === undefined) return 'published';
  const known = lifecycles[lettersOf(given)];
  if (known === undefined) note(reading, 'lifecycleUnknown', `${path}.lifecycleStatus`, given, 'draft');
  return known ?? 'draft';
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
