/** Who an order is for and whom to call are found wherever a version or vendor puts them. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../domain/json.ts';
import { itemOf, orderOf, reading } from './testing/documents.ts';

const codesOf = (document: JsonValue): readonly string[] => reading(document).understood.map(({ code }) => code);

describe('parties', () => {
  const accountOf = (relatedParty: JsonValue) => reading(orderOf({ relatedParty })).order.account;

  it.each(['customer', 'Customer', 'ONAPcustomer', 'REQUESTER', 'Subscriber'])(
    'in the role %s are the account',
    role => {
      expect(
        accountOf([
          { id: 'p', role: 'serviceProvider' },
          { id: 'c', role },
        ]),
      ).toEqual({ id: 'c', role });
    },
  );

  it('of several, the customer comes before the requester', () => {
    expect(
      accountOf([
        { id: 'r', role: 'requester' },
        { id: 'c', role: 'customer' },
      ]),
    ).toMatchObject({ id: 'c' });
  });

  it('may be nested as in version 5', () => {
    const nested = { role: 'customer', partyOrPartyRole: { id: 'C-41', name: 'Quayside', '@type': 'PartyRef' } };
    expect(accountOf([nested])).toEqual({ id: 'C-41', name: 'Quayside', role: 'customer' });
  });

  it('may be one object instead of a list', () => {
    expect(accountOf({ id: 'C-1', role: 'customer' })).toMatchObject({ id: 'C-1' });
    expect(codesOf(orderOf({ relatedParty: { id: 'C-1' } }))).toEqual(['listAssumed']);
  });

  it('on an item only are the account too, and it is told', () => {
    const item = itemOf({ relatedParty: [{ id: 'C-9', role: 'Customer' }] });
    const { order, understood } = reading({ serviceOrderItem: [item] });
    expect(order.account).toMatchObject({ id: 'C-9' });
    expect(order.parties).toEqual([{ id: 'C-9', role: 'Customer' }]);
    expect(understood).toEqual([{ path: '$.serviceOrderItem[0].relatedParty[0]', code: 'accountFromItem', as: 'C-9' }]);
  });

  it('without id and name are left out', () => {
    expect(codesOf(orderOf({ relatedParty: [{ role: 'customer' }, 'x'] }))).toEqual(['partyWithoutId', 'valueIgnored']);
  });
});

describe('contacts', () => {
  const contactsOf = (parts: { readonly [key: string]: JsonValue }) => reading(orderOf(parts)).order.contacts;

  it('come from MEF contact information', () => {
    const relatedContactInformation = [
      { name: 'John', emailAddress: 'j@example.com', number: '12-345', numberExtension: '9', role: 'orderContact' },
    ];
    expect(contactsOf({ relatedContactInformation })).toEqual([
      { name: 'John', email: 'j@example.com', phone: '12-345 ext. 9', role: 'orderContact' },
    ]);
  });

  it.each([
    ['a@b.example', { email: 'a@b.example' }],
    ['+44 (113) 496-0812', { phone: '+44 (113) 496-0812' }],
    ['Front desk', { name: 'Front desk' }],
  ])('come from the notification contact %s', (notificationContact, contact) => {
    expect(contactsOf({ notificationContact })).toEqual([contact]);
  });

  it('come from parties in a contact role or with an address', () => {
    const relatedParty = [
      { id: '1', name: 'Priya', role: 'Technical Contact' },
      { id: '2', name: 'Sam', role: 'seller', contactMedium: [{ characteristic: { emailAddress: 's@x.example' } }] },
      { id: '3', name: 'Nobody', role: 'seller' },
    ];
    expect(contactsOf({ relatedParty })).toEqual([
      { name: 'Priya', role: 'Technical Contact' },
      { name: 'Sam', role: 'seller', email: 's@x.example' },
    ]);
  });
});
