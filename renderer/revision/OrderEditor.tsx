/** What a change may say about the order itself: whom to reach, and when it is wanted. */
import { MomentInput } from '../ui/MomentInput.tsx';
import type { Order } from '../../preload/contract/order.ts';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { isoOf, localInput } from '../order/localInput.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { withoutChange, withValue } from './changeDraft.ts';
import { ContactsEditor } from './ContactsEditor.tsx';
import { WasMark } from './ValueInput.tsx';
import classes from './Editor.module.css';

type Changes = readonly RevisionChange[];

type Props = { readonly order: Order; readonly changes: Changes; readonly onChanges: (changes: Changes) => void };

export function OrderEditor({ order, changes, onChanges }: Props) {
  const completion = changes.find(change => change.kind === 'requestedCompletion');
  const wanted = completion ? completion.value : order.requestedCompletion;
  const contacts = changes.find(change => change.kind === 'contacts' && change.line === undefined);
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
      </div>
      <ContactsEditor
        label={t('revision.edit.contacts')}
        was={order.contacts}
        value={contacts?.kind === 'contacts' ? contacts.value : order.contacts}
        changed={contacts !== undefined}
        onValue={value =>
          onChanges(
            withValue(changes, { kind: 'contacts', value }, JSON.stringify(value) === JSON.stringify(order.contacts)),
          )
        }
        onBack={drop('contacts')}
      />
    </section>
  );
}
