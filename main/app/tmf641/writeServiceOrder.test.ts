/** An order goes out as TMF641 v4.1, carrying today's values, our states in their words, and everything it came with. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { captured, line } from '../../domain/order/testing/captures.ts';
import { tasks } from '../../domain/order/testing/catalogs.ts';
import { given, resolve } from '../../domain/order/testing/story.ts';
import { orderStates } from '../../domain/vocabulary/states.ts';
import { exportableOf, type ExportableOrder } from './exportableOrder.ts';
import type { JsonObject } from './jsonPath.ts';
import { lostPaths } from './lostPaths.ts';
import { freshlyImported, itemOf, orderOf, orderWithItem, reading, utc } from './testing/documents.ts';
import { writeServiceOrder } from './writeServiceOrder.ts';

type Written = JsonObject & { readonly serviceOrderItem: readonly JsonObject[] };

const write = (order: ExportableOrder, document: JsonValue = null): Written =>
  writeServiceOrder(order, document, utc) as Written;

const itemOfWritten = ({ serviceOrderItem: [item = {}] }: Written): JsonObject => item;

/** The export of a document after something about the order or its first line became different. */
function changed(document: JsonValue, parts: Partial<ExportableOrder>, lineParts: object = {}): Written {
  const order = freshlyImported(document);
  const lines = order.lines.map((line, index) => (index === 0 ? { ...line, ...lineParts } : line));
  return write({ ...order, lines, ...parts }, document);
}

describe('what every export has', () => {
  it('the five keys of the conformance kit, and id, action and service on each item', () => {
    const document = { orderItem: [{ service: null }] };
    expect(write(freshlyImported(document), document)).toEqual({
      id: 'order-1',
      href: '/tmf-api/serviceOrdering/v4/serviceOrder/order-1',
      '@type': 'ServiceOrder',
      state: 'acknowledged',
      orderDate: '2026-11-23T08:00:00.000Z',
      serviceOrderItem: [{ id: '1', action: 'add', state: 'acknowledged', service: {}, fulfillmentState: 'new' }],
      fulfillmentState: 'new',
      fulfillmentNumber: 'ORD0000421',
    });
  });

  it('the id and address its sender gave it', () => {
    const written = write(
      freshlyImported(orderOf({ id: 'S-1', href: 'http://crm/S-1' })),
      orderOf({ id: 'S-1', href: 'http://crm/S-1' }),
    );
    expect(written).toMatchObject({ id: 'S-1', href: 'http://crm/S-1' });
  });

  it('lines even when the document is gone', () => {
    const written = write(freshlyImported(orderWithItem({ action: 'resume', service: { id: 'S-7' } })));
    expect(written.serviceOrderItem).toMatchObject([
      { id: '1', action: 'modify', fulfillmentAction: 'resume', service: { id: 'S-7' } },
    ]);
  });
});

describe('what an export leaves as it came', () => {
  it('X21 every unknown vendor field stays at its place', () => {
    const document = {
      channel: [{ id: 'web' }],
      orderItem: [
        itemOf({
          ponr: 'true',
          orderItem: [itemOf({ id: '2', internalId: 9 })],
          service: { uuid: 'u', extendedInfo: {} },
        }),
      ],
      relatedParty: [{ id: 'C', role: 'customer', countryCode: 'GB' }],
    };
    const written = write(freshlyImported(document), document);
    expect(lostPaths(document, written, utc)).toEqual([]);
    expect(written).toMatchObject({
      channel: [{ id: 'web' }],
      serviceOrderItem: [{ ponr: 'true', serviceOrderItem: [{ internalId: 9 }], service: { uuid: 'u' } }],
      relatedParty: [{ countryCode: 'GB', '@type': 'RelatedParty', '@referredType': 'Party' }],
    });
  });

  it('nanoseconds stay, shorthand dates are written out, empty ones go', () => {
    const document = orderOf({
      requestedStartDate: '2019-01-23T12:34:56.123456789Z',
      requestedCompletionDate: '2019-02-01T10:00',
      completionDate: '',
    });
    const written = write(freshlyImported(document), document);
    expect(written).toMatchObject({
      requestedStartDate: '2019-01-23T12:34:56.123456789Z',
      requestedCompletionDate: '2019-02-01T10:00:00.000Z',
    });
    expect(written).not.toHaveProperty('completionDate');
  });

  it('relationships of version 3 get the shape of 4.1, with both ids', () => {
    const relationship = { id: '1', type: 'reliesOn', note: 'x' };
    const document = { orderItem: [itemOf(), itemOf({ id: '2', orderItemRelationship: [relationship] })] };
    expect(write(freshlyImported(document), document).serviceOrderItem[1]).toMatchObject({
      serviceOrderItemRelationship: [{ relationshipType: 'reliesOn', note: 'x', orderItem: { itemId: '1', id: '1' } }],
    });
  });

  it('a list of specifications becomes one, and the others are kept beside it', () => {
    const document = orderWithItem({
      service: { serviceSpecification: [{ id: 'a' }, { id: 'b' }], serviceState: 'Active' },
    });
    expect(write(freshlyImported(document), document).serviceOrderItem[0]?.['service']).toEqual({
      serviceSpecification: { id: 'a' },
      additionalServiceSpecification: [{ id: 'b' }],
      state: 'active',
    });
  });
});

describe('what an export puts right', () => {
  it('description, priority and dates', () => {
    const document = orderOf({ description: 'a', priority: '1', requestedStartDate: '2026-11-24' });
    const written = changed(document, {
      description: 'b',
      priority: 'critical',
      requestedStart: '2026-12-01T00:00:00.000Z',
    });
    expect(written).toMatchObject({ description: 'b', priority: '0', requestedStartDate: '2026-12-01T00:00:00.000Z' });
    expect(lostPaths(document, written, utc)).toEqual(['$.description', '$.priority', '$.requestedStartDate']);
  });

  it('the customer, in whatever version it was named', () => {
    const party = { role: 'customer', partyOrPartyRole: { id: 'C-1', name: 'Old', '@type': 'PartyRef' } };
    const written = changed(orderOf({ relatedParty: [{ id: 'x', role: 'seller' }, party] }), {
      account: { id: 'C-2', name: 'New' },
    });
    expect(reading(written).order.account).toEqual({ id: 'C-2', name: 'New', role: 'customer' });
    expect(written['relatedParty']).toMatchObject([
      { id: 'x' },
      { partyOrPartyRole: { id: 'C-2', '@type': 'PartyRef' } },
    ]);
    expect(reading(changed(orderOf(), { account: { id: 'C-2' } })).order.account).toMatchObject({ id: 'C-2' });
  });

  it('X21 a line that a change added stands in the one it is a part of, with what it waits for and whom to reach', () => {
    const document = orderWithItem({ id: '1', service: {} });
    const order = freshlyImported(document);
    const [first] = order.lines;
    if (first === undefined) throw new Error('It has no line');
    const added = {
      ...first,
      itemId: '2',
      parent: 1,
      contacts: [{ name: 'Robin' }],
      relationships: [{ type: 'dependency', itemId: '1', waits: true }],
    };
    const written = write({ ...order, lines: [first, added, { ...first, itemId: '3' }] }, document);
    expect(written.serviceOrderItem.map(({ id }) => id)).toEqual(['1', '3']);
    const again = reading(written).order.lines;
    expect(again.map(({ itemId, parent }) => [itemId, parent])).toEqual([
      ['1', undefined],
      ['2', 1],
      ['3', undefined],
    ]);
    expect(again[1]).toMatchObject({ contacts: added.contacts, relationships: added.relationships });
  });

  it('a contact that was taken out is gone, wherever the document named it', () => {
    const document = orderOf({
      notificationContact: 'old@x.example',
      relatedContactInformation: [{ name: 'Ana', emailAddress: 'ana@x.example' }, { name: 'Kim' }],
      relatedParty: [
        { id: 'C', name: 'Harbour', role: 'customer', email: 'c@x.example', vendorField: 1 },
        { id: 'P', name: 'Pat', role: 'orderContact' },
      ],
      serviceOrderItem: [
        itemOf({
          relatedContactInformation: { name: 'Site' },
          service: { relatedParty: [{ id: 'S', name: 'Sam', role: 'siteContact' }], uuid: 'u' },
        }),
      ],
    });
    const contacts = [{ name: 'Kim' }];
    const written = changed(document, { contacts }, { contacts: [] });
    const again = reading(written).order;
    expect(again.contacts).toEqual(contacts);
    expect(again.lines[0]?.contacts).toEqual([]);
    expect(again.account).toEqual({ id: 'C', name: 'Harbour', role: 'customer' });
    expect(written).toMatchObject({ relatedParty: [{ id: 'C', vendorField: 1 }] });
    expect(itemOfWritten(written)).toMatchObject({ service: { uuid: 'u' } });
  });

  it('a relation to another item that was taken out is gone; the others stay, those to other orders too', () => {
    const document = orderOf({
      id: 'S-1',
      serviceOrderItem: [
        itemOf({
          orderItemRelationship: [
            { type: 'crossRef', id: '2' },
            { type: 'dependency', id: '2', note: 'x' },
            { relationshipType: 'crossRef', orderItem: { itemId: '2', serviceOrderId: 'S-2' } },
          ],
        }),
        itemOf({ id: '2' }),
      ],
    });
    const relationships = [{ type: 'dependency', itemId: '2', waits: true }];
    const written = changed(document, {}, { relationships });
    expect(reading(written).order.lines[0]?.relationships).toEqual(relationships);
    expect(itemOfWritten(written)['serviceOrderItemRelationship']).toMatchObject([
      { relationshipType: 'dependency', note: 'x' },
      { relationshipType: 'crossRef', orderItem: { serviceOrderId: 'S-2' } },
    ]);
    expect(itemOfWritten(changed(document, {}, { relationships: [] }))['serviceOrderItemRelationship']).toHaveLength(1);
  });

  it('the contact to call comes first', () => {
    const written = changed(orderOf({ notificationContact: 'a@x.example' }), {
      contacts: [{ name: 'Kim', email: 'k@x.example', phone: '12345' }],
    });
    expect(reading(written).order.contacts[0]).toEqual({ name: 'Kim', email: 'k@x.example', phone: '12345' });
  });

  it.each([
    [{ service: { place: [{ name: 'Leeds' }, { name: 'York' }] } }],
    [{ place: [{ name: 'Leeds' }] }],
    [{ service: { place: [] } }],
  ])('the place of %j', parts => {
    const location = { id: 'S', name: 'Bristol', address: '3 Quay' };
    const written = changed(orderWithItem(parts), {}, { location });
    expect(reading(written).order.lines[0]?.location).toEqual(location);
  });

  it.each([
    [{ serviceCharacteristic: [{ name: 'speed', value: 1, unit: 'M' }] }],
    [{ serviceCharacteristic: [{ name: 'speed', value: { value: '1', alias: 'x' } }] }],
    [{ serviceConfiguration: { speed: 1, other: {} } }],
    [{ serviceCharacteristic: [] }],
    [{ characteristic: [{ name: 'other', value: 1 }] }],
  ])('a characteristic of %j', (service: JsonObject) => {
    const document = orderWithItem({ service });
    const before = freshlyImported(document).lines[0]?.characteristics ?? [];
    const characteristics = [...before.filter(({ name }) => name !== 'speed'), { name: 'speed', value: 500 }];
    const after = reading(changed(document, {}, { characteristics })).order.lines[0]?.characteristics;
    expect(after?.find(({ name }) => name === 'speed')?.value).toBe(500);
    expect(after).toHaveLength(characteristics.length);
  });

  it.each([
    [
      {
        serviceCharacteristic: [
          { name: 'speed', value: 1 },
          { name: 'colour', value: 'red' },
          { name: 'speed', value: 2 },
        ],
      },
    ],
    [{ characteristic: { name: 'speed', value: { value: '1', alias: 'x' } } }],
    [{ serviceConfiguration: { speed: 1, other: {} } }],
    [{ feature: [{ featureCharacteristic: [{ name: 'speed', value: 1 }] }] }],
  ])('a characteristic that is wanted no longer goes from %j, and only it', (service: JsonObject) => {
    const document = orderWithItem({ service });
    const before = freshlyImported(document).lines[0]?.characteristics ?? [];
    const characteristics = before.filter(({ name }) => name !== 'speed');
    const after = reading(changed(document, {}, { characteristics })).order.lines[0]?.characteristics;
    expect(after).toEqual(characteristics);
  });

  it('a line that a change has added says what it asks for', () => {
    const document = orderOf();
    const order = freshlyImported(document);
    const added = { ...line('77', 'internet', { name: 'Second line', quantity: 3 }), state: 'new' as const };
    const { lines } = reading(
      write({ ...order, lines: [...order.lines, { ...added, hasOpenFallout: false }] }, document),
    ).order;
    expect(lines.at(-1)).toEqual(line('77', 'internet', { name: 'Second line', quantity: 3 }));
  });

  it('X21 D6 a fraction of a quantity goes out as it came, and as a change has made it', () => {
    for (const quantity of [2.5, '2.5']) {
      const document = orderWithItem({ id: '1', action: 'add', quantity, service: {} });
      const [item] = write(freshlyImported(document), document).serviceOrderItem;
      expect(item?.['quantity']).toBe(2.5);
      const after = reading(changed(document, {}, { quantity: 0.75 })).order;
      expect(after.lines[0]?.quantity).toBe(0.75);
    }
  });
});

describe('our states in the words of TMF641', () => {
  const stateOf = (parts: Partial<ExportableOrder>): JsonValue | undefined => changed(orderOf(), parts)['state'];
  const ended = (...states: readonly ('completed' | 'canceled')[]) => ({
    state: 'completed' as const,
    lines: states.map((state, index) => ({
      ...(freshlyImported(orderOf()).lines[0] as ExportableOrder['lines'][number]),
      itemId: String(index + 1),
      state,
    })),
  });

  it('X21 every one has a word, and ours stands beside it', () => {
    const words = Object.fromEntries(orderStates.map(state => [state, stateOf({ state })]));
    expect(words).toEqual({
      draft: 'acknowledged',
      submitted: 'acknowledged',
      enrichmentInProgress: 'acknowledged',
      enrichmentOnHold: 'acknowledged',
      new: 'acknowledged',
      acknowledged: 'acknowledged',
      rejected: 'rejected',
      inProgress: 'inProgress',
      revisionInProgress: 'held',
      awaitingInformation: 'pending',
      onHold: 'held',
      assessingCancellation: 'assessingCancellation',
      cancellationInProgress: 'pendingCancellation',
      canceled: 'cancelled',
      completed: 'completed',
    });
    expect(changed(orderOf(), { state: 'onHold' })).toMatchObject({ state: 'held', fulfillmentState: 'onHold' });
  });

  it('some lines completed and some canceled make it partial', () => {
    expect(stateOf(ended('completed', 'canceled'))).toBe('partial');
    expect(stateOf(ended('completed', 'completed'))).toBe('completed');
  });

  it('ended with an unresolved fallout makes it failed', () => {
    expect(stateOf({ ...ended('completed'), hasOpenFallout: true })).toBe('failed');
    expect(stateOf({ state: 'inProgress', hasOpenFallout: true })).toBe('inProgress');
  });
});

describe('an order that was worked on', () => {
  const story = given(captured([line('A', 'internet'), line('B', 'internet')]));

  it('goes out with its dates, its lines and its fallouts', () => {
    const worked = story.approved().done(tasks.ship).started(tasks.survey).held(tasks.survey, { text: 'No key' });
    const written = write(exportableOf(worked.order));
    expect(written).toMatchObject({
      id: 'order-1',
      state: 'inProgress',
      startDate: expect.any(String),
      expectedCompletionDate: expect.any(String),
      errorMessage: [
        {
          code: 'siteAccess',
          reason: 'No key',
          status: 'FO0000421-1',
          serviceOrderItem: [{ itemId: 'A', id: 'A' }],
        },
      ],
      serviceOrderItem: [{ id: 'A', state: 'inProgress' }, { id: 'B' }],
    });
    expect(written).not.toHaveProperty('completionDate');
  });

  it('tells what became of a fallout', () => {
    const worked = story.approved().started(tasks.ship).held(tasks.ship).and(resolve(1, 'cancelBranch'));
    expect(write(exportableOf(worked.order))['errorMessage']).toMatchObject([{ message: 'The caretaker has the key' }]);
  });

  it('tells why it was rejected', () => {
    const rejected = story.and({ type: 'reject', reasonCode: 'incompleteData', text: 'Which site?' });
    expect(write(exportableOf(rejected.order))).toMatchObject({
      state: 'rejected',
      errorMessage: [{ code: 'incompleteData', reason: 'Which site?' }],
    });
  });
});
