/** Random documents for fuzzing: any JSON, and JSON that nearly is an order, made of the words and shapes that real ones have. */
import fc from 'fast-check';
import type { JsonValue } from '../../../domain/json.ts';

export const anyJson = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>;

const words = fc.oneof(
  fc.constantFrom('add', 'Add', 'modify', 'delete', 'suspend', 'resume', 'InProgress', 'active', 'terminated'),
  fc.constantFrom('dependency', 'reliesOn', 'bundles', 'customer', 'REQUESTER', 'order contact', '1 - Critical', '3'),
  fc.constantFrom('null', '<ID>', '1', '2', ' A ', 'A', 'B', '', 'constructor', '__proto__', 'http://x/service/7'),
  fc.constantFrom('2026-11-23T08:00:00Z', '2026-11-23T08:00', '2026-11-23', '2019-01-23T12:34:56.123456789Z', 'soon'),
);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.constantFrom(null, true, 0, 1, 2, 5, -1, 1.5, 1_766_000_000) },
);
const odd = fc.oneof(scalar, anyJson);

/** An object with some of the named properties, most of the shape they should have, some of any shape, and one vendor field. */
function objectOf(shapes: Readonly<Record<string, fc.Arbitrary<JsonValue>>>): fc.Arbitrary<JsonValue> {
  const fields = Object.fromEntries(
    Object.entries(shapes).map(([key, shape]) => [
      key,
      fc.oneof({ weight: 8, arbitrary: shape }, { weight: 1, arbitrary: odd }),
    ]),
  );
  return fc
    .tuple(fc.record(fields, { requiredKeys: [] }), fc.option(fc.dictionary(fc.string(), anyJson, { maxKeys: 1 })))
    .map(([known, vendor]) => ({ ...vendor, ...known }) as JsonValue);
}

const listOf = (entry: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(entry, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(fc.oneof(entry, fc.constant(null)), { maxLength: 3 }) },
    { weight: 1, arbitrary: entry },
  );

const reference = objectOf({ itemId: scalar, id: scalar, serviceOrderId: scalar });
const relationship = objectOf({
  relationshipType: scalar,
  type: scalar,
  id: scalar,
  itemId: scalar,
  orderItem: reference,
  serviceOrderItem: reference,
});
const party = objectOf({
  id: scalar,
  name: scalar,
  role: scalar,
  email: scalar,
  '@type': scalar,
  referredType: scalar,
  partyOrPartyRole: objectOf({ id: scalar, name: scalar, '@referredType': scalar }),
});
const contact = objectOf({ name: scalar, role: scalar, emailAddress: scalar, number: scalar, numberExtension: scalar });
const place = objectOf({ id: scalar, name: scalar, role: scalar, city: scalar, address: scalar, place: anyJson });
const characteristic = objectOf({
  name: scalar,
  valueType: scalar,
  value: fc.oneof(scalar, objectOf({ value: scalar, alias: scalar })),
});
const service = objectOf({
  id: scalar,
  href: scalar,
  name: scalar,
  state: scalar,
  serviceState: scalar,
  serviceSpecification: listOf(objectOf({ id: scalar, name: scalar, version: scalar })),
  serviceCharacteristic: listOf(characteristic),
  feature: listOf(objectOf({ name: scalar, featureCharacteristic: listOf(characteristic) })),
  serviceConfiguration: anyJson,
  place: listOf(place),
  relatedParty: listOf(party),
  relatedContactInformation: listOf(contact),
});
const { item } = fc.letrec<{ item: JsonValue }>(tie => ({
  item: objectOf({
    id: fc.oneof(fc.uuid(), fc.constantFrom('A', 'B'), scalar),
    action: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('add', 'modify', 'delete', 'suspend', 'resume') }, words),
    state: scalar,
    quantity: scalar,
    service,
    place: listOf(place),
    relatedParty: listOf(party),
    serviceOrderItemRelationship: listOf(relationship),
    orderItemRelationship: listOf(relationship),
    fulfillmentAction: scalar,
    serviceOrderItem: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(tie('item'), { maxLength: 2 }) },
    ),
  }),
}));

/** JSON that nearly is an order. */
export const anyOrder: fc.Arbitrary<JsonValue> = objectOf({
  id: scalar,
  href: scalar,
  '@type': scalar,
  externalId: scalar,
  externalReference: listOf(objectOf({ id: scalar, name: scalar })),
  category: scalar,
  description: scalar,
  state: scalar,
  priority: scalar,
  orderDate: scalar,
  startDate: scalar,
  completionDate: scalar,
  requestedStartDate: scalar,
  requestExecutionDate: scalar,
  requestedCompletionDate: scalar,
  note: fc.oneof(scalar, listOf(objectOf({ text: scalar, author: scalar, date: scalar }))),
  errorMessage: anyJson,
  relatedParty: listOf(party),
  relatedContactInformation: listOf(contact),
  notificationContact: scalar,
  orderRelationship: listOf(objectOf({ id: scalar, type: scalar, relationshipType: scalar })),
  serviceOrderItem: fc.array(item, { maxLength: 3 }),
  orderItem: fc.array(item, { maxLength: 1 }),
});
