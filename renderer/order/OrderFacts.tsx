/** Who ordered, by when, how urgent, and where it came from; in a draft each can be put right. */
import type { ReactNode } from 'react';
import { Facts } from '../ui/Facts.tsx';
import { Time } from '../ui/Time.tsx';
import { t, word } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { EditAccount, EditContact, EditDate, EditPriority, EditText } from './EditOrder.tsx';
import { Contacts } from './Contacts.tsx';
import { fieldId } from './fieldFocus.ts';
import { partyText } from './partyWords.ts';
import classes from './Order.module.css';

type Props = { readonly order: Order; readonly editable: boolean };

const exact = (at: string | null): ReactNode => at && <Time at={at} as="exact" />;

/** `onlyFilled`: left out while it is empty. */
type Fact = {
  readonly name: string;
  readonly value: ReactNode;
  readonly id?: string;
  readonly wide?: boolean;
  readonly onlyFilled?: boolean;
};

const Parties = ({ parties }: Pick<Order, 'parties'>) =>
  parties.map((party, index) => (
    <span key={`${party.id}${index}`} className={classes.contact}>
      {party.role
        ? t('orders.parties.one', { name: partyText(party), role: word('codes.contactRole', party.role) })
        : partyText(party)}
    </span>
  ));

export function OrderFacts({ order, editable }: Props) {
  const { account, contacts } = order;
  const first: readonly Fact[] = [
    {
      name: t('orders.fact.account'),
      id: fieldId('account'),
      value: editable ? <EditAccount order={order} /> : account && partyText(account),
    },
    {
      name: t('orders.fact.contact'),
      id: fieldId('contact'),
      value: editable ? <EditContact order={order} /> : contacts.length > 0 && <Contacts contacts={contacts} />,
    },
    {
      name: t('orders.fact.requestedStart'),
      id: fieldId('requestedStart'),
      value: editable ? <EditDate order={order} field="requestedStart" /> : exact(order.requestedStart),
    },
    {
      name: t('orders.fact.requestedCompletion'),
      id: fieldId('requestedCompletion'),
      value: editable ? <EditDate order={order} field="requestedCompletion" /> : exact(order.requestedCompletion),
    },
    {
      name: t('orders.fact.priority'),
      value: editable ? <EditPriority order={order} /> : word('states.priority', order.priority),
    },
    { name: t('orders.fact.actualStart'), value: exact(order.actualStart), onlyFilled: true },
    { name: t('orders.fact.actualEnd'), value: exact(order.actualEnd), onlyFilled: true },
    {
      name: t('orders.fact.description'),
      value: editable ? <EditText order={order} field="description" /> : order.description,
      wide: true,
    },
  ];
  const rest: readonly Fact[] = [
    { name: t('orders.fact.externalId'), value: order.externalId },
    { name: t('orders.fact.sourceId'), value: order.sourceId },
    { name: t('orders.fact.category'), value: order.category },
    { name: t('orders.fact.orderDate'), value: exact(order.orderDate) },
    { name: t('orders.fact.importedAt'), value: exact(order.importedAt) },
    { name: t('orders.fact.catalogVersion'), value: order.catalogVersion },
    { name: t('orders.fact.parties'), value: order.parties.length > 0 && <Parties parties={order.parties} /> },
  ];
  return (
    <section aria-label={t('orders.facts.title')}>
      <h3 className={classes.heading}>{t('orders.facts.title')}</h3>
      <Facts facts={first.filter(({ value, onlyFilled }) => !onlyFilled || Boolean(value))} />
      <details className={classes.details}>
        <summary>{t('orders.facts.more')}</summary>
        <Facts facts={rest.filter(({ value }) => Boolean(value))} />
      </details>
    </section>
  );
}
