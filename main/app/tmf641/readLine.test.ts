/** Items of every dialect become lines: action, service, place, characteristics, and what they wait for. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { itemOf, orderOf, reading, readingItem } from './testing/documents.ts';

describe('the action of an item', () => {
  it.each([
    ['add', 'add', []],
    ['Add', 'add', ['actionRespelled']],
    ['modify', 'change', []],
    ['change', 'change', ['actionRespelled']],
    ['delete', 'disconnect', []],
    ['Disconnect', 'disconnect', ['actionRespelled']],
    ['suspend', 'suspend', ['actionRespelled']],
    ['resume', 'resume', ['actionRespelled']],
    ['noChange', 'noChange', []],
    ['no_change', 'noChange', ['actionRespelled']],
  ])('%s means %s', (action, expected, codes) => {
    const read = readingItem({ action });
    expect(read.line.action).toBe(expected);
    expect(read.codes).toEqual(codes);
  });

  it.each([
    ['suspended', 'suspend'],
    ['Inactive', 'suspend'],
    ['terminated', 'disconnect'],
  ])('modify to the service state %s means %s, and it is told', (state, expected) => {
    const { order, understood } = reading(
      orderOf({ orderItem: [itemOf({ action: 'modify', service: { id: 'S', state } })], serviceOrderItem: [] }),
    );
    expect(order.lines[0]?.action).toBe(expected);
    expect(understood).toEqual([
      {
        path: '$.orderItem[0].action',
        code: 'actionFromServiceState',
        raw: { action: 'modify', state },
        as: expected,
      },
    ]);
  });

  it('modify to active stays a change, whatever the key of the state', () => {
    expect(readingItem({ action: 'modify', service: { serviceState: 'Active' } }).line.action).toBe('change');
    expect(readingItem({ action: 'modify', service: { serviceState: 'Terminated' } }).line.action).toBe('disconnect');
  });

  it('missing, on an item without a service id, means add', () => {
    const read = readingItem({ action: null });
    expect(read.line.action).toBe('add');
    expect(read.codes).toEqual(['actionAssumed']);
  });
});

describe('the service of an item', () => {
  it('gives name, id and specification', () => {
    const service = { id: 'S-1', name: 'Firewall', serviceSpecification: { id: 'cfs', name: 'FW', version: '2' } };
    expect(readingItem({ action: 'modify', service }).line).toMatchObject({
      name: 'Firewall',
      serviceId: 'S-1',
      specification: { id: 'cfs', name: 'FW', version: '2' },
    });
  });

  it('may have its specification in a list', () => {
    const read = readingItem({ service: { serviceSpecification: [{ id: 'cfs' }, { id: 'other' }] } });
    expect(read.line.specification).toEqual({ id: 'cfs' });
    expect(read.codes).toEqual(['specificationFromList']);
  });

  it('may be missing', () => {
    expect(readingItem({ service: null }).codes).toEqual(['serviceMissing']);
    expect(readingItem({ service: 'fw' }).codes).toEqual(['valueIgnored']);
  });

  it.each(['null', '<SERVICE_ID>', '<<id>>'])('does not have %s for an id', id => {
    const read = readingItem({ action: 'delete', service: { id } });
    expect(read.line).not.toHaveProperty('serviceId');
    expect(read.codes).toEqual(['placeholderIgnored']);
  });

  it('is known by its address when it has no id', () => {
    const read = readingItem({ action: 'delete', service: { href: 'http://x/tmf-api/v4/service/S-7/' } });
    expect(read.line.serviceId).toBe('S-7');
    expect(read.codes).toEqual(['serviceIdFromHref']);
  });

  it('keeps an id that comes with add, and it is told', () => {
    const read = readingItem({ service: { id: 'S-1' } });
    expect(read.line.serviceId).toBe('S-1');
    expect(read.codes).toEqual(['serviceIdOnAdd']);
  });

  it.each([
    [3, 3, []],
    ['3', 3, ['quantityRead']],
    [0, 1, ['quantityRead']],
    ['lots', 1, ['quantityRead']],
    [2.5, 2.5, []],
    ['2.5', 2.5, ['quantityRead']],
    [0.25, 0.25, []],
    [-2, 1, ['quantityRead']],
    [1e21, 1, ['quantityRead']],
  ])('comes %j times', (quantity, expected, codes) => {
    const read = readingItem({ quantity });
    expect(read.line.quantity).toBe(expected);
    expect(read.codes).toEqual(codes);
  });
});

describe('the place of an item', () => {
  const locationOf = (place: JsonValue) => readingItem({ service: { place } }).line.location;

  it.each([
    [[{ id: 'S', name: 'Leeds', role: 'site' }], { id: 'S', name: 'Leeds', role: 'site' }],
    [{ id: 'S' }, { id: 'S', name: 'S' }],
    [[{ address: '1 High St' }], { name: '1 High St', address: '1 High St' }],
    [
      [{ streetNr: 12, streetName: 'High Street', city: 'Leeds', postcode: 'LS1', country: 'UK' }],
      { name: '12 High Street, Leeds, LS1, UK', address: '12 High Street, Leeds, LS1, UK' },
    ],
    [
      [{ name: 'HQ', address: { streetNr: '3', streetNrLast: '5', streetName: 'Quay', city: 'Bristol' } }],
      { name: 'HQ', address: '3-5 Quay, Bristol' },
    ],
    [[{ role: 'site', place: { id: 'P', name: 'Dock' } }], { id: 'P', name: 'Dock', role: 'site' }],
    [['Unit 7'], { name: 'Unit 7' }],
  ])('%j', (place, location) => {
    expect(locationOf(place)).toEqual(location);
  });

  it('may stand on the item, as ServiceNow sends it', () => {
    expect(readingItem({ place: [{ name: 'Leeds' }] }).line.location).toEqual({ name: 'Leeds' });
  });

  it('is the first that has a name', () => {
    const read = readingItem({ service: { place: [{ role: 'x' }, { name: 'A' }, { name: 'B' }] } });
    expect(read.line.location).toEqual({ name: 'A' });
    expect(read.codes).toEqual(['placeWithoutName', 'firstPlaceUsed']);
  });
});

describe('the characteristics of an item', () => {
  const valuesOf = (service: { readonly [key: string]: JsonValue }) => readingItem({ service }).line.characteristics;

  it('keep values of every kind', () => {
    const serviceCharacteristic = [
      { name: 'a', value: 'x', valueType: 'string' },
      { name: 'b', value: { unit: 'Mbps', amount: 5 } },
      { name: 'c', value: [1, 2] },
      { name: 'd' },
    ];
    expect(valuesOf({ serviceCharacteristic })).toEqual([
      { name: 'a', value: 'x', valueType: 'string' },
      { name: 'b', value: { unit: 'Mbps', amount: 5 } },
      { name: 'c', value: [1, 2] },
      { name: 'd', value: null },
    ]);
  });

  it('come out of the wrappers of OpenSlice and ONAP', () => {
    const read = readingItem({
      service: {
        serviceCharacteristic: [
          { name: 'a', value: { value: '40', alias: 'id' } },
          { name: 'b', value: { serviceCharacteristicValue: 'x', '@type': 'String' } },
        ],
      },
    });
    expect(read.line.characteristics).toEqual([
      { name: 'a', value: '40' },
      { name: 'b', value: 'x' },
    ]);
    expect(read.codes).toEqual(['valuesUnwrapped']);
  });

  it('come from a MEF service configuration, nested ones by dotted names, and its type is the specification', () => {
    const read = readingItem({
      service: {
        serviceConfiguration: {
          '@type': 'urn:mef:ipvc',
          topology: 'CLOUD',
          administrativeState: { state: 'UNLOCKED' },
          cloud: {},
          classes: ['low'],
        },
      },
    });
    expect(read.line.characteristics).toEqual([
      { name: 'topology', value: 'CLOUD' },
      { name: 'administrativeState.state', value: 'UNLOCKED' },
      { name: 'cloud', value: {} },
      { name: 'classes', value: ['low'] },
    ]);
    expect(read.line.specification).toEqual({ id: 'urn:mef:ipvc' });
    expect(read.codes).toEqual(['specificationFromConfiguration']);
  });

  it('of a feature carry its name, even under the misspelt key of an official sample', () => {
    const feature = [{ name: 'backup', featureCharacteritic: [{ name: 'medium', value: '4G' }] }];
    expect(valuesOf({ feature })).toEqual([{ name: 'backup.medium', value: '4G' }]);
  });

  it('without a name are left out, and a name used twice is told', () => {
    const serviceCharacteristic = [{ value: 1 }, { name: 'a', value: 1 }, { name: 'a', value: 2 }];
    const read = readingItem({ service: { serviceCharacteristic } });
    expect(read.line.characteristics).toHaveLength(2);
    expect(read.codes).toEqual(['characteristicWithoutName', 'characteristicRepeated']);
  });
});

describe('what an item waits for', () => {
  const second = (parts: { readonly [key: string]: JsonValue }, id: JsonValue = 'S-1') => {
    const { order, understood } = reading({ id, serviceOrderItem: [itemOf(), itemOf({ id: '2', ...parts })] });
    return { relationships: order.lines[1]?.relationships, codes: understood.map(({ code }) => code) };
  };

  it.each([
    [{ orderItemRelationship: [{ id: '1', type: 'ReliesOn' }] }, 'ReliesOn'],
    [{ serviceOrderItemRelationship: [{ relationshipType: 'dependency', orderItem: { itemId: '1' } }] }, 'dependency'],
    [{ serviceOrderItemRelationship: [{ relationshipType: 'DEPENDS_ON', orderItem: { id: '1' } }] }, 'DEPENDS_ON'],
    [
      {
        serviceOrderItemRelationship: [
          { relationshipType: 'requires', orderItem: { itemId: '1', serviceOrderId: 'S-1' } },
        ],
      },
      'requires',
    ],
  ])('%j', (parts, type) => {
    expect(second(parts)).toEqual({ relationships: [{ type, itemId: '1', waits: true }], codes: [] });
  });

  it('a missing type is a dependency', () => {
    expect(second({ orderItemRelationship: [{ id: '1' }] })).toEqual({
      relationships: [{ type: 'dependency', itemId: '1', waits: true }],
      codes: ['relationshipTypeAssumed'],
    });
  });

  it.each([
    ['bundles', []],
    ['IPUNI_ENDPOINT_OF_IPVC', ['relationshipTypeUnknown']],
  ])('%s is kept but is no reason to wait', (type, codes) => {
    expect(second({ orderItemRelationship: [{ id: '1', type }] })).toEqual({
      relationships: [{ type, itemId: '1', waits: false }],
      codes,
    });
  });

  it('an item that is not there holds nothing up', () => {
    expect(second({ orderItemRelationship: [{ id: '9', type: 'reliesOn' }] })).toEqual({
      relationships: [{ type: 'reliesOn', itemId: '9', waits: false }],
      codes: ['relationshipToUnknownItem'],
    });
  });

  it.each([
    [{ id: '2', type: 'reliesOn' }, 'relationshipToItself'],
    [{ type: 'reliesOn' }, 'relationshipWithoutTarget'],
    [{ relationshipType: 'dependency', orderItem: { itemId: '1', serviceOrderId: 'S-2' } }, 'relationshipToOtherOrder'],
  ])('%j is dropped with a note', (relationship, code) => {
    expect(second({ orderItemRelationship: [relationship] })).toEqual({ relationships: [], codes: [code] });
  });
});

describe('items inside items', () => {
  it('follow their parent and name its number', () => {
    const { order, understood } = reading({
      serviceOrderItem: [
        itemOf({
          id: 'A',
          serviceOrderItem: [itemOf({ id: 'B', orderItem: [itemOf({ id: 'C' })] }), itemOf({ id: 'D' })],
        }),
        null,
        itemOf({ id: 'E' }),
      ],
    });
    expect(order.lines.map(({ itemId, parent }) => [itemId, parent])).toEqual([
      ['A', undefined],
      ['B', 1],
      ['C', 2],
      ['D', 1],
      ['E', undefined],
    ]);
    expect(understood).toEqual([{ path: '$.serviceOrderItem[1]', code: 'nullItemSkipped' }]);
  });

  it('get an id when they have none, one that nobody else has', () => {
    const items = [{ action: 'add', service: {} }, itemOf({ id: 1 }), itemOf({ id: '' })];
    const { order, understood } = reading({ serviceOrderItem: items });
    expect(order.lines.map(({ itemId }) => itemId)).toEqual(['1a', '1', '3']);
    expect(understood).toEqual([
      { path: '$.serviceOrderItem[0]', code: 'itemIdGiven', as: '1a' },
      { path: '$.serviceOrderItem[2]', code: 'itemIdGiven', as: '3' },
    ]);
  });
});
