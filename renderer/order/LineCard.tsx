/** One line of an order: what is ordered, where, with which values; before approval they can be put right. */
import { dateFacts } from '../plan/dateFacts.tsx';
import { PointOfNoReturnMark } from '../plan/PointOfNoReturnMark.tsx';
import { State } from '../State.tsx';
import { Facts, type Fact } from '../ui/Facts.tsx';
import { valueText } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { Order, OrderLine } from '../../preload/contract/order.ts';
import { AddCharacteristic, EditCharacteristic, EditLocation, EditQuantity, EditService } from './EditLine.tsx';
import { fieldId } from './fieldFocus.ts';
import { lineName } from './lineName.ts';
import { MatchLine } from './MatchLine.tsx';
import { contactText, locationText } from './partyWords.ts';
import classes from './Order.module.css';

type Props = {
  readonly order: Pick<Order, 'id' | 'version' | 'state'>;
  readonly line: OrderLine;
  readonly editable: boolean;
  /** The person may match it to a specification. */
  readonly matchable: boolean;
  /** Characteristics that the checks miss on it. */
  readonly missing?: readonly string[];
};

export function LineCard({ order, line, editable, matchable, missing = [] }: Props) {
  const { number, action, quantity, parent } = line;
  const absent = missing.filter(name => !line.characteristics.some(one => one.name === name));
  const characteristics = [...line.characteristics, ...absent.map(name => ({ name, value: '' }))];
  const name = lineName(line);
  const label = t('orders.line.label', { number, name });
  const isMatching = matchable && line.matched === null;
  return (
    <article
      id={fieldId(line.id)}
      tabIndex={-1}
      className={classes.line}
      aria-label={label}
      data-nested={parent !== null || undefined}
    >
      <header className={classes.lineHead}>
        <span className={classes.lineNumber}>{t('orders.line.number', { number })}</span>
        <strong className={classes.lineName} title={name}>
          {name}
        </strong>
        <span className={classes.tag}>{word('states.action', action)}</span>
        {quantity !== 1 && <span>{t('orders.line.quantityShort', { count: quantity })}</span>}
        <State of="order" state={line.state} />
        <PointOfNoReturnMark point={line.pointOfNoReturn} labelled />
      </header>
      <Facts label={label} facts={factsOf(order, line, { editable, isMatching })} />
      {isMatching && <MatchLine order={order} line={line} />}
      {characteristics.length === 0 && !editable ? (
        <p className={classes.quiet}>{t('orders.line.noCharacteristics')}</p>
      ) : (
        <section id={fieldId(`${line.id}.characteristics`)} tabIndex={-1} aria-label={t('orders.line.characteristics')}>
          <h4 className={classes.small}>{t('orders.line.characteristics')}</h4>
          <Facts
            facts={characteristics.map(characteristic => ({
              name: characteristic.name,
              id: fieldId(`${line.id}.characteristic.${characteristic.name}`),
              title: editable ? '' : valueText(characteristic.value),
              value: editable ? (
                <EditCharacteristic
                  order={order}
                  line={line}
                  characteristic={characteristic}
                  isMissing={absent.includes(characteristic.name)}
                />
              ) : absent.includes(characteristic.name) ? (
                <span className={classes.warn}>{t('orders.line.missing')}</span>
              ) : (
                valueText(characteristic.value)
              ),
            }))}
          />
          {editable && <AddCharacteristic order={order} line={line} />}
        </section>
      )}
    </article>
  );
}

/** `L2` → `line 2` */
const lineWord = (id: string): string => t('orders.check.line', { number: id.slice(1) });

type Offered = {
  readonly editable: boolean;
  /** Its specification is chosen in a form of its own. */
  readonly isMatching: boolean;
};

function factsOf(order: Props['order'], line: OrderLine, { editable, isMatching }: Offered): readonly Fact[] {
  const { specification, matched, location, serviceId, waitsFor, parent, inventory, contacts, tasks } = line;
  const named = specification?.name ?? specification?.id;
  const facts: (Fact | false)[] = [
    {
      name: t('orders.line.specification'),
      ...(isMatching ? {} : { id: fieldId(`${line.id}.specification`) }),
      value: (
        <>
          {named ?? t('orders.line.noSpecification')}{' '}
          {matched === null ? (
            <span className={classes.warn}>{t('orders.line.unmatched')}</span>
          ) : (
            matched.name !== named && (
              <span className={classes.quiet}>{t('orders.line.matchedTo', { name: matched.name })}</span>
            )
          )}
        </>
      ),
    },
    {
      name: t('orders.line.location'),
      id: fieldId(`${line.id}.location`),
      value: editable ? (
        <EditLocation order={order} line={line} />
      ) : location ? (
        locationText(location)
      ) : (
        <span className={classes.warn}>{t('orders.line.noLocation')}</span>
      ),
    },
    (serviceId !== null || (editable && line.action !== 'add')) && {
      name: t('orders.line.service'),
      id: fieldId(`${line.id}.service`),
      value: editable ? <EditService order={order} line={line} /> : serviceId,
    },
    editable && {
      name: t('orders.line.quantity'),
      id: fieldId(`${line.id}.quantity`),
      value: <EditQuantity order={order} line={line} />,
    },
    parent !== null && {
      name: t('orders.line.number', { number: parent }),
      value: t('orders.line.parent', { number: parent }),
    },
    waitsFor.length > 0 && { name: t('orders.line.waitsFor'), value: waitsFor.map(lineWord).join(', ') },
    contacts.length > 0 && { name: t('orders.line.contacts'), value: contacts.map(contactText).join('; ') },
    inventory !== null && {
      name: t('orders.line.inventory'),
      value: (
        <>
          {inventory.serviceId} <State of="inventory" state={inventory.state} />
        </>
      ),
    },
    tasks.total > 0 && { name: t('orders.line.progress'), value: t('orders.progress.tasks', tasks) },
    ...(line.plannedStart === null ? [] : dateFacts(line)),
  ];
  return facts.filter(fact => fact !== false);
}
