/** What a change may say about the order itself: whom to reach, and when it is wanted. */
import { TextInput } from '@mantine/core';
import { MomentInput } from '../ui/MomentInput.tsx';
import type { Order } from '../../preload/contract/order.ts';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { isoOf, localInput } from '../order/localInput.ts';
import { contactText } from '../order/partyWords.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { withoutChange, withValue } from './changeDraft.ts';
import { WasMark } from './ValueInput.tsx';
import classes from './Editor.module.css';

type Changes = readonly RevisionChange[];

type Props = { readonly order: Order; readonly changes: Changes; readonly onChanges: (changes: Changes) => void };

type ContactChange = Extract<RevisionChange, { kind: 'contact' }>['value'];

export function OrderEditor({ order, changes, onChanges }: Props) {
  const completion = changes.find(change => change.kind === 'requestedCompletion');
  const wanted = completion ? completion.value : order.requestedCompletion;
  const drop = (about: string) => (): void => onChanges(withoutChange(changes, about));
  return (
    <section className={classes.part} aria-label={t('revision.edit.order')}>
      <h3 className={classes.heading}>{t('revision.edit.order')}</h3>
      <div className={classes.fields}>
        <div className={classes.field} data-changed={completion !== undefined || undefined}>
          <MomentInput
            label={t('revision.edit.requestedCompletion')}
            value={localInput(wanted)}
            onChange={event => {
              const value = isoOf(event.currentTarget.value);
              onChanges(
                withValue(
                  changes,
                  { kind: 'requestedCompletion', value },
                  localInput(value) === localInput(order.requestedCompletion),
                ),
              );
            }}
          />
          {completion && (
            <WasMark
              field={t('revision.edit.requestedCompletion')}
              was={order.requestedCompletion ? timeOf(order.requestedCompletion) : t('revision.edit.unset')}
              onBack={drop('requestedCompletion')}
            />
          )}
        </div>
        <ContactInputs order={order} changes={changes} onChanges={onChanges} onBack={drop('contact')} />
      </div>
    </section>
  );
}

const parts = { name: 'edit.contactName', email: 'edit.contactEmail', phone: 'edit.contactPhone' } as const;

function ContactInputs({ order, changes, onChanges, onBack }: Props & { readonly onBack: () => void }) {
  const found = changes.find(change => change.kind === 'contact');
  const [first] = order.contacts;
  const was: ContactChange = contactOf(first?.name ?? '', first?.email ?? '', first?.phone ?? '');
  const now = found ? found.value : was;

  function change(part: keyof typeof parts, text: string): void {
    const next = { ...now, [part]: text };
    const value = contactOf(next.name, next.email ?? '', next.phone ?? '');
    onChanges(withValue(changes, { kind: 'contact', value }, JSON.stringify(value) === JSON.stringify(was)));
  }

  return (
    <div
      className={classes.field}
      data-changed={found !== undefined || undefined}
      role="group"
      aria-label={t('revision.edit.contact')}
    >
      {(['name', 'email', 'phone'] as const).map(part => (
        <TextInput
          key={part}
          label={part === 'name' ? t('revision.edit.contact') : t(`revision.${parts[part]}`)}
          value={now[part] ?? ''}
          onChange={event => change(part, event.currentTarget.value)}
          error={part === 'name' && found !== undefined && now.name.trim() === '' && t('orders.edit.required')}
          autoComplete="off"
        />
      ))}
      {found && (
        <WasMark
          field={t('revision.edit.contact')}
          was={first ? contactText(first) : t('revision.edit.unset')}
          onBack={onBack}
        />
      )}
    </div>
  );
}

const contactOf = (name: string, email: string, phone: string): ContactChange => ({
  name,
  ...(email && { email }),
  ...(phone && { phone }),
});
