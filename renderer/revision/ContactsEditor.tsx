/** All the people to reach, of an order or of one line, in the change being written: each can be changed or removed, and more added. */
import { Button, TextInput } from '@mantine/core';
import type { Order } from '../../preload/contract/order.ts';
import { contactText } from '../order/partyWords.ts';
import { t } from '../words/words.ts';
import { isReachable } from './changeDraft.ts';
import { WasMark } from './ValueInput.tsx';
import classes from './Editor.module.css';

type Contact = Order['contacts'][number];
type Contacts = readonly Contact[];

type Props = {
  readonly label: string;
  readonly was: Contacts;
  readonly value: Contacts;
  readonly changed: boolean;
  readonly onValue: (value: Contact[]) => void;
  readonly onBack: () => void;
};

const parts = ['name', 'email', 'phone'] as const;

export function ContactsEditor({ label, was, value, changed, onValue, onBack }: Props) {
  const replace = (index: number, next: Contact): void =>
    onValue(value.map((contact, place) => (place === index ? next : contact)));
  return (
    <div className={classes.field} data-changed={changed || undefined} role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      {value.map((contact, index) => (
        <div
          key={index}
          className={classes.entry}
          role="group"
          aria-label={t('revision.contacts.one', { number: index + 1 })}
        >
          {parts.map(part => (
            <TextInput
              key={part}
              label={t(`revision.contacts.${part}`)}
              value={contact[part] ?? ''}
              onChange={event => replace(index, withPart(contact, part, event.currentTarget.value))}
              error={part === 'name' && changed && !isReachable(contact) && t('orders.edit.required')}
              autoComplete="off"
            />
          ))}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('revision.contacts.removeOne', { name: contactText(contact) || String(index + 1) })}
            onClick={() => onValue(value.filter((_, place) => place !== index))}
          >
            {t('revision.contacts.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        className={classes.cancelLine ?? ''}
        onClick={() => onValue([...value, {}])}
      >
        {t('revision.contacts.add')}
      </Button>
      {changed && (
        <WasMark
          field={label}
          was={was.length === 0 ? t('revision.edit.unset') : was.map(contactText).join('; ')}
          onBack={onBack}
        />
      )}
    </div>
  );
}

/** A part that is emptied is not there. */
function withPart(contact: Contact, part: (typeof parts)[number], text: string): Contact {
  const { [part]: _before, ...rest } = contact;
  return text === '' ? rest : { ...rest, [part]: text };
}
