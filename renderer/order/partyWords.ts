/** People, accounts and places as one line of text. */
import { word } from '../words/words.ts';
import type { Order, OrderLine } from '../../preload/contract/order.ts';

type Party = NonNullable<Order['account']>;
type Contact = Order['contacts'][number];
type Location = NonNullable<OrderLine['location']>;

export const partyText = ({ id, name }: Party): string => (name && name !== id ? `${name} (${id})` : id);

export const contactText = ({ name, role, email, phone }: Contact): string =>
  [name, role && word('codes.contactRole', role), email, phone].filter(Boolean).join(' · ');

export const locationText = ({ name, address }: Location): string =>
  address && !name.includes(address) ? `${name}, ${address}` : name;
