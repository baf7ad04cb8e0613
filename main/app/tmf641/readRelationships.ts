/** Dependencies between the items of an order, in the shapes of v3 and v4, and which of them mean waiting (TMF641 §1.10). */
import type { JsonValue } from '../../domain/json.ts';
import type { LineRelationship } from '../../domain/vocabulary/captured.ts';
import { isObject, type JsonObject } from './jsonPath.ts';
import { waitsBy } from './orderWords.ts';
import { idOf, type Reader, textOf } from './reader.ts';

export const relationshipLists = ['serviceOrderItemRelationship', 'orderItemRelationship'] as const;

/** The word of v4.1 for "not started until the other is complete"; stands in where none is given. */
export const defaultRelationshipType = 'dependency';

export type RelationshipContext = {
  readonly itemId: string;
  /** All item ids of the order. */
  readonly itemIds: ReadonlySet<string>;
  readonly orderId: string | undefined;
};

export function readRelationships(
  reader: Reader,
  item: JsonObject,
  path: string,
  context: RelationshipContext,
): readonly LineRelationship[] {
  return relationshipLists.flatMap(key =>
    reader.list(item, key, path).flatMap(({ value, path }) => readOne(reader, value, path, context)),
  );
}

function readOne(
  reader: Reader,
  value: JsonValue,
  path: string,
  { itemId, itemIds, orderId }: RelationshipContext,
): readonly LineRelationship[] {
  const target = isObject(value) ? targetOf(value) : undefined;
  if (!isObject(value) || target === undefined) {
    reader.note(path, 'relationshipWithoutTarget', value);
    return [];
  }
  if (target.orderId !== undefined && target.orderId !== orderId) {
    reader.note(path, 'relationshipToOtherOrder', target.orderId);
    return [];
  }
  if (target.itemId === itemId) {
    reader.note(path, 'relationshipToItself', itemId);
    return [];
  }
  const word = relationshipTypeOf(value);
  if (word === undefined) reader.note(path, 'relationshipTypeAssumed', undefined, defaultRelationshipType);
  const type = word ?? defaultRelationshipType;
  const kind = waitsBy(type);
  if (kind === 'unknown') reader.note(path, 'relationshipTypeUnknown', type);
  const exists = itemIds.has(target.itemId);
  if (!exists) reader.note(path, 'relationshipToUnknownItem', target.itemId);
  return [{ type, itemId: target.itemId, waits: kind === 'yes' && exists }];
}

export const relationshipTypeOf = (value: JsonObject): string | undefined =>
  textOf(value['relationshipType']) ?? textOf(value['type']);

export type RelationshipTarget = {
  readonly itemId: string;
  readonly orderId: string | undefined;
  /** The v4 reference, when there is one; else the entry itself names the item (v3). */
  readonly reference: { readonly key: string; readonly value: JsonObject } | undefined;
};

/** The item that a relationship names. */
export function targetOf(value: JsonObject): RelationshipTarget | undefined {
  for (const key of ['orderItem', 'serviceOrderItem']) {
    const reference = value[key];
    if (!isObject(reference)) continue;
    const itemId = idOf(reference['itemId']) ?? idOf(reference['id']);
    if (itemId !== undefined)
      return { itemId, orderId: idOf(reference['serviceOrderId']), reference: { key, value: reference } };
  }
  const itemId = idOf(value['itemId']) ?? idOf(value['id']);
  return itemId === undefined ? undefined : { itemId, orderId: idOf(value['serviceOrderId']), reference: undefined };
}
