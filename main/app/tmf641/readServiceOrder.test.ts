/** Orders of every version and dialect are read into one shape, with a note of everything forgiven. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { readServiceOrder } from './readServiceOrder.ts';
import { itemOf, orderOf, reading, utc } from './testing/documents.ts';

const problemsOf = (document: JsonValue) => {
  const read = readServiceOrder(document, utc);
  return read.ok ? [] : read.error;
};

const codesOf = (document: JsonValue): readonly string[] => reading(document).understood.map(({ code }) => code);

describe('a plain order', () => {
  it('of version 4.1 needs no forgiveness', () => {
    const { order, understood } = reading({
      id: 'S-1',
      externalId: 'X-1',
      category: 'security',
      description: 'Two sites',
      orderDate: '2026-11-16T09:12:44.000Z',
      requestedStartDate: '2026-11-23T08:00:00Z',
      requestedCompletionDate: '2026-12-11T17:00:00+01:00',
      state: 'acknowledged',
      relatedParty: [{ id: 'C-1', name: 'Acme', role: 'customer', '@type': 'RelatedParty' }],
      note: [{ author: 'Kim', date: '2026-11-16T09:20:00Z', text: 'Ring first' }],
      serviceOrderItem: [itemOf({ state: 'acknowledged' })],
    });
    expect(understood).toEqual([]);
    expect(order).toEqual({
      sourceId: 'S-1',
      externalId: 'X-1',
      category: 'security',
      description: 'Two sites',
      priority: 'moderate',
      orderDate: '2026-11-16T09:12:44.000Z',
      requestedStart: '2026-11-23T08:00:00.000Z',
      requestedCompletion: '2026-12-11T16:00:00.000Z',
      account: { id: 'C-1', name: 'Acme', role: 'customer' },
      parties: [{ id: 'C-1', name: 'Acme', role: 'customer' }],
      contacts: [],
      notes: [{ author: 'Kim', at: '2026-11-16T09:20:00.000Z', text: 'Ring first' }],
      lines: [{ itemId: '1', action: 'add', quantity: 1, contacts: [], characteristics: [], relationships: [] }],
    });
  });

  it('with nulls and empty lists everywhere reads as one without those fields', () => {
    const empty = {
      description: null,
      externalId: '',
      priority: null,
      note: [],
      relatedParty: null,
      relatedContactInformation: [null],
      notificationContact: null,
      externalReference: [],
      requestedStartDate: null,
      orderRelationship: [],
    };
    const item = itemOf({
      quantity: null,
      orderItemRelationship: [],
      serviceOrderItem: null,
      place: null,
      service: {
        id: null,
        name: null,
        state: null,
        place: [],
        serviceSpecification: null,
        serviceCharacteristic: [null],
      },
    });
    const { order, understood } = reading({ ...empty, orderItem: [item], serviceOrderItem: [] });
    expect(understood).toEqual([]);
    expect(order).toEqual(reading(orderOf()).order);
  });
});

describe('what is refused', () => {
  it.each([
    [null, '$', 'notAnObject', { found: 'nothing' }],
    [[orderOf()], '$', 'notAnObject', { found: 'list' }],
    [{ id: '1' }, '$', 'itemsMissing', {}],
    [{ serviceOrderItem: [] }, '$.serviceOrderItem', 'itemsEmpty', {}],
    [{ orderItem: [null] }, '$.orderItem', 'itemsEmpty', {}],
    [{ serviceOrderItem: itemOf() }, '$.serviceOrderItem', 'itemsNotAList', { found: 'object' }],
    [{ serviceOrderItem: ['x'] }, '$.serviceOrderItem[0]', 'itemNotAnObject', { found: 'text' }],
  ])('%j', (document, path, code, facts) => {
    expect(problemsOf(document)).toEqual([{ path, code, facts }]);
  });

  it('an action nobody knows, by item', () => {
    const problems = problemsOf({ serviceOrderItem: [itemOf(), itemOf({ id: '2', action: 'frobnicate' })] });
    expect(problems).toMatchObject([
      { path: '$.serviceOrderItem[1].action', code: 'actionUnknown', facts: { found: 'frobnicate' } },
    ]);
  });

  it('a missing action on an item that names an existing service', () => {
    const item = { id: '7', service: { id: 'S-9' } };
    expect(problemsOf({ serviceOrderItem: [item] })).toEqual([
      { path: '$.serviceOrderItem[0]', code: 'actionMissing', facts: { item: '7', service: 'S-9' } },
    ]);
  });

  it('an item id used twice, nested or not', () => {
    const nested = itemOf({ id: 'A', serviceOrderItem: [itemOf({ id: 'B' }), itemOf({ id: 'A' })] });
    expect(problemsOf({ serviceOrderItem: [nested] })).toEqual([
      {
        path: '$.serviceOrderItem[0].serviceOrderItem[1].id',
        code: 'itemIdRepeated',
        facts: { item: 'A', first: '$.serviceOrderItem[0]' },
      },
    ]);
  });

  it('nesting past any real order', () => {
    let deep: JsonValue = 1;
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    expect(problemsOf(orderOf({ deep }))).toMatchObject([{ path: '$', code: 'nestedTooDeep' }]);
  });

  it('with every reason at once, up to a hundred', () => {
    const items = Array.from({ length: 130 }, (_, index) => itemOf({ id: String(index), action: 'frobnicate' }));
    const problems = problemsOf({ serviceOrderItem: items });
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toEqual({ path: '$', code: 'moreProblems', facts: { count: '30' } });
  });
});

describe('the state of a document', () => {
  it.each([
    ['InProgress', 'inProgress'],
    ['In Progress', 'inProgress'],
    ['COMPLETED', 'completed'],
    ['canceled', 'cancelled'],
    ['INITIAL', undefined],
  ])('%s is told and never applied', (raw, as) => {
    expect(reading(orderOf({ state: raw })).understood).toEqual([
      { path: '$.state', code: 'stateNotApplied', raw, ...(as === undefined ? {} : { as }) },
    ]);
  });

  it('acknowledged is what New means to TMF641 and needs no word', () => {
    expect(codesOf(orderOf({ state: 'ACKNOWLEDGED' }))).toEqual([]);
  });
});

describe('priority', () => {
  it.each([
    ['0', 'critical'],
    ['1', 'high'],
    [2, 'moderate'],
    ['4', 'planning'],
    ['5', 'planning'],
    ['1 - Critical', 'critical'],
    ['HIGH', 'high'],
    ['Medium', 'moderate'],
  ])('%j is %s, and it is told', (raw, as) => {
    const { order, understood } = reading(orderOf({ priority: raw }));
    expect(order.priority).toBe(as);
    expect(understood).toEqual([{ path: '$.priority', code: 'priorityRead', raw: String(raw), as }]);
  });

  it('of an unknown word is moderate', () => {
    expect(reading(orderOf({ priority: 'gold' }))).toMatchObject({
      order: { priority: 'moderate' },
      understood: [{ code: 'priorityUnknown', raw: 'gold', as: 'moderate' }],
    });
  });
});

describe('dates', () => {
  it('without a zone take the one that is assumed', () => {
    const { order, understood } = reading(orderOf({ requestedStartDate: '2026-11-24T08:00:00' }), {
      assumedZone: '+02:00',
    });
    expect(order.requestedStart).toBe('2026-11-24T06:00:00.000Z');
    expect(understood).toEqual([
      {
        path: '$.requestedStartDate',
        code: 'dateWithoutZone',
        raw: '2026-11-24T08:00:00',
        as: '2026-11-24T06:00:00.000Z',
      },
    ]);
  });

  it('that are none are kept as they stand', () => {
    const { order, understood } = reading(orderOf({ requestedCompletionDate: 'next week' }));
    expect(order.requestedCompletion).toBe('next week');
    expect(understood).toEqual([{ path: '$.requestedCompletionDate', code: 'dateNotUnderstood', raw: 'next week' }]);
  });

  it('that are empty are absent', () => {
    const { order, understood } = reading(orderOf({ orderDate: '' }));
    expect(order).not.toHaveProperty('orderDate');
    expect(understood).toEqual([{ path: '$.orderDate', code: 'dateEmpty' }]);
  });

  it('by the name connectx gives them', () => {
    const document = orderOf({ requestExecutionDate: '2026-11-24T08:00:00Z' });
    expect(reading(document).order.requestedStart).toBe('2026-11-24T08:00:00.000Z');
    expect(codesOf(document)).toEqual(['fieldRenamed']);
  });
});

describe('what else a document says', () => {
  it('an external reference stands for the external id that version 5 dropped', () => {
    const document = orderOf({ externalReference: [{ name: '' }, { id: 'POnumber-7', owner: 'crm' }] });
    expect(reading(document).order.externalId).toBe('POnumber-7');
    expect(codesOf(document)).toEqual(['fieldRenamed']);
  });

  it.each([
    [{ text: 'Ring first' }, ['listAssumed']],
    ['Ring first', []],
    [[{ text: '' }, { text: null }, 'Ring first'], []],
  ])('the note %j', (note, codes) => {
    expect(reading(orderOf({ note })).order.notes).toEqual([{ text: 'Ring first' }]);
    expect(codesOf(orderOf({ note }))).toEqual(codes);
  });

  it('values of a kind that cannot be used are left out and told', () => {
    const { order, understood } = reading(orderOf({ description: { en: 'Hello' }, category: true, note: 5 }));
    expect(order).not.toHaveProperty('description');
    expect(understood).toEqual([
      { path: '$.category', code: 'valueIgnored', raw: true },
      { path: '$.description', code: 'valueIgnored', raw: { en: 'Hello' } },
    ]);
    expect(order.notes).toEqual([{ text: '5' }]);
  });

  it('notes of what was forgiven stay bounded, however long the order', () => {
    const items = Array.from({ length: 300 }, (_, index) => itemOf({ id: String(index), state: 'held' }));
    const { understood } = reading({ serviceOrderItem: items, description: ['x'.repeat(5000)] });
    expect(understood).toHaveLength(201);
    expect(understood.at(-1)).toEqual({ path: '$', code: 'moreNotes', as: 101 });
    expect(JSON.stringify(understood).length).toBeLessThan(30_000);
  });
});
