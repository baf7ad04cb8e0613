/** One line of an order in the change being written: its quantity, place, values, people and related items, each with what it was; or the line as a whole, to cancel. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OrderLine } from '../../preload/contract/order.ts';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { useCall } from '../calls.ts';
import { lineName } from '../order/lineName.ts';
import { PointOfNoReturnMark } from '../plan/PointOfNoReturnMark.tsx';
import { State } from '../State.tsx';
import { t } from '../words/words.ts';
import { countOn, valueIn, withChange, withoutChange, withValue } from './changeDraft.ts';
import { ContactsEditor } from './ContactsEditor.tsx';
import { LocationInputs } from './LocationInputs.tsx';
import { QuantityInput } from './QuantityInput.tsx';
import { RelatedItemsEditor } from './RelatedItemsEditor.tsx';
import { ValueInput } from './ValueInput.tsx';
import classes from './Editor.module.css';

type Changes = readonly RevisionChange[];

type Props = {
  readonly orderId: string;
  readonly line: OrderLine;
  readonly changes: Changes;
  readonly onChanges: (changes: Changes) => void;
  readonly opened: boolean;
};

export function LineEditor({ orderId, line, changes, onChanges, opened }: Props) {
  const { number, state } = line;
  const [open, setOpen] = useState(opened);
  const name = lineName(line);
  const isGone = state === 'canceled' || state === 'cancellationInProgress';
  const canceled = changes.some(change => change.kind === 'cancelLine' && change.line === number);
  const count = countOn(changes, number);
  return (
    <details className={classes.line} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={classes.lineHead}>
        <span className={classes.lineNumber}>{t('orders.line.number', { number })}</span>
        <strong className={classes.lineName}>{name}</strong>
        {line.location && <span className={classes.quiet}>{line.location.name}</span>}
        <State of="order" state={state} />
        <PointOfNoReturnMark point={line.pointOfNoReturn} labelled />
        {count > 0 && <span className={classes.count}>{t('revision.edit.line.changed', { count })}</span>}
      </summary>
      {open &&
        (isGone ? (
          <p className={classes.quiet}>{t('revision.edit.line.ended')}</p>
        ) : (
          <div className={classes.lineBody} role="group" aria-label={t('orders.line.label', { number, name })}>
            {state === 'completed' && <p className={classes.quiet}>{t('revision.edit.line.completed')}</p>}
            {canceled ? (
              <p className={classes.canceled}>{t('revision.edit.line.canceled')}</p>
            ) : (
              <LineFields orderId={orderId} line={line} changes={changes} onChanges={onChanges} />
            )}
            <Button
              variant="default"
              className={classes.cancelLine ?? ''}
              onClick={() =>
                onChanges(
                  canceled
                    ? withoutChange(changes, `L${number}.cancelLine`)
                    : withChange(changes, { kind: 'cancelLine', line: number }),
                )
              }
            >
              {t(canceled ? 'revision.edit.line.keep' : 'revision.edit.line.cancel')}
            </Button>
          </div>
        ))}
    </details>
  );
}

function LineFields({ orderId, line, changes, onChanges }: Omit<Props, 'opened'>) {
  const { number, matched } = line;
  const specification = useCall(
    'specification.get',
    { orderId, specification: matched?.id ?? '' },
    { enabled: matched !== null },
  );
  const described = specification.value?.characteristics ?? [];
  const names = new Set([...line.characteristics.map(({ name }) => name), ...described.map(({ name }) => name)]);
  const quantity = changes.find(change => change.kind === 'quantity' && change.line === number);
  const location = changes.find(change => change.kind === 'location' && change.line === number);
  return (
    <>
      <div className={classes.fields}>
        <QuantityInput
          was={line.quantity}
          value={quantity?.kind === 'quantity' ? quantity.value : line.quantity}
          onValue={value =>
            onChanges(withValue(changes, { kind: 'quantity', line: number, value }, value === line.quantity))
          }
        />
        <LocationInputs
          was={line.location}
          value={location?.kind === 'location' ? location.value : line.location}
          onValue={value => onChanges(withChange(changes, { kind: 'location', line: number, value }))}
          onBack={() => onChanges(withoutChange(changes, `L${number}.location`))}
        />
      </div>
      {names.size > 0 && <h4 className={classes.small}>{t('revision.edit.characteristics')}</h4>}
      <div className={classes.fields}>
        {[...names].map(name => {
          const was = line.characteristics.find(one => one.name === name)?.value ?? null;
          return (
            <ValueInput
              key={name}
              name={name}
              described={described.find(one => one.name === name)}
              was={was}
              value={valueIn(changes, line, name) as typeof was}
              onValue={value =>
                onChanges(
                  withValue(
                    changes,
                    { kind: 'characteristic', line: number, name, value },
                    JSON.stringify(value) === JSON.stringify(was),
                  ),
                )
              }
            />
          );
        })}
      </div>
      <LinePeople line={line} changes={changes} onChanges={onChanges} />
    </>
  );
}

/** Whom to reach about the line, and what it is related to. */
function LinePeople({ line, changes, onChanges }: Pick<Props, 'line' | 'changes' | 'onChanges'>) {
  const { number } = line;
  const contacts = changes.find(change => change.kind === 'contacts' && change.line === number);
  const related = changes.find(change => change.kind === 'relatedItems' && change.line === number);
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return (
    <>
      <ContactsEditor
        label={t('revision.edit.contacts')}
        was={line.contacts}
        value={contacts?.kind === 'contacts' ? contacts.value : line.contacts}
        changed={contacts !== undefined}
        onValue={value =>
          onChanges(withValue(changes, { kind: 'contacts', line: number, value }, isSame(value, line.contacts)))
        }
        onBack={() => onChanges(withoutChange(changes, `L${number}.contacts`))}
      />
      <RelatedItemsEditor
        was={line.relatedItems}
        value={related?.kind === 'relatedItems' ? related.value : line.relatedItems}
        changed={related !== undefined}
        onValue={value =>
          onChanges(withValue(changes, { kind: 'relatedItems', line: number, value }, isSame(value, line.relatedItems)))
        }
        onBack={() => onChanges(withoutChange(changes, `L${number}.relatedItems`))}
      />
    </>
  );
}
