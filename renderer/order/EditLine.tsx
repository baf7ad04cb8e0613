/** Puts right what stands on one line before approval: where it is delivered, which service it is about, how many, and its values. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { valueText } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { CharacteristicValue, Order, OrderLine } from '../../preload/contract/order.ts';
import { InlineEdit } from './InlineEdit.tsx';
import { locationText } from './partyWords.ts';
import { useCorrection } from './useCorrection.ts';
import classes from './Order.module.css';

type Props = { readonly order: Pick<Order, 'id' | 'version'>; readonly line: OrderLine };

export function EditLocation({ order, line }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState({ name: '', address: '' });
  const [missing, setMissing] = useState(false);
  return (
    <InlineEdit
      field={t('orders.line.location')}
      saved={line.location}
      shown={
        line.location ? (
          locationText(line.location)
        ) : (
          <span className={classes.warn}>{t('orders.line.noLocation')}</span>
        )
      }
      onStart={() => {
        setMissing(false);
        setDraft({ name: line.location?.name ?? '', address: line.location?.address ?? '' });
      }}
      onSave={async () => {
        const name = draft.name.trim();
        const address = draft.address.trim();
        setMissing(!name);
        if (!name) return false;
        const { id, role } = line.location ?? {};
        const kept = { ...(id && { id }), ...(role && { role }) };
        return correct({ field: 'location', line: line.number, value: { ...kept, name, ...(address && { address }) } });
      }}
      inputs={
        <>
          <TextInput
            label={t('orders.edit.locationName')}
            value={draft.name}
            onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
            error={missing && t('orders.edit.required')}
            required
            autoFocus
          />
          <TextInput
            label={t('orders.edit.locationAddress')}
            value={draft.address}
            onChange={event => setDraft({ ...draft, address: event.currentTarget.value })}
          />
        </>
      }
    />
  );
}

/** The service of the inventory that the line changes or takes away. */
export function EditService({ order, line }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <InlineEdit
      field={t('orders.line.service')}
      saved={line.serviceId}
      shown={line.serviceId ?? <span className={classes.warn}>{t('orders.line.noService')}</span>}
      onStart={() => {
        setMissing(false);
        setDraft(line.serviceId ?? '');
      }}
      onSave={async () => {
        const value = draft.trim();
        setMissing(!value);
        return value !== '' && correct({ field: 'service', line: line.number, value });
      }}
      inputs={
        <TextInput
          label={t('orders.line.service')}
          value={draft}
          onChange={event => setDraft(event.currentTarget.value)}
          error={missing && t('orders.edit.required')}
          maxLength={200}
          required
          autoFocus
        />
      }
    />
  );
}

export function EditQuantity({ order, line }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <InlineEdit
      field={t('orders.line.quantity')}
      saved={line.quantity}
      shown={line.quantity}
      onStart={() => {
        setWrong(false);
        setDraft(String(line.quantity));
      }}
      onSave={async () => {
        const value = Number(draft.replace(',', '.'));
        const isWrong = !(value > 0 && Number.isFinite(value));
        setWrong(isWrong);
        return !isWrong && correct({ field: 'quantity', line: line.number, value });
      }}
      inputs={
        <TextInput
          label={t('orders.line.quantity')}
          value={draft}
          onChange={event => setDraft(event.currentTarget.value)}
          error={wrong && t('orders.edit.aboveZero')}
          inputMode="decimal"
          autoFocus
        />
      }
    />
  );
}

type CharacteristicProps = Props & { readonly characteristic: CharacteristicValue; readonly isMissing: boolean };

/** Keeps the kind of value: a number stays a number, a yes or no stays one. */
export function EditCharacteristic({ order, line, characteristic, isMissing }: CharacteristicProps) {
  const correct = useCorrection(order);
  const { name, value } = characteristic;
  const [draft, setDraft] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <InlineEdit
      field={name}
      saved={value}
      shown={isMissing ? <span className={classes.warn}>{t('orders.line.missing')}</span> : valueText(value)}
      onStart={() => {
        setWrong(false);
        setDraft(typeof value === 'string' || typeof value === 'number' ? String(value) : valueText(value));
      }}
      onSave={async () => {
        const next = typedLike(value, draft);
        setWrong(next === undefined);
        if (next === undefined) return false;
        return correct({ field: 'characteristic', line: line.number, name, value: next });
      }}
      inputs={
        typeof value === 'boolean' ? (
          <SegmentedControl
            aria-label={name}
            value={draft}
            onChange={setDraft}
            data={[
              { value: 'true', label: t('orders.edit.yes') },
              { value: 'false', label: t('orders.edit.no') },
            ]}
          />
        ) : (
          <TextInput
            label={name}
            value={draft}
            onChange={event => setDraft(event.currentTarget.value)}
            error={wrong && t('orders.edit.number')}
            autoFocus
          />
        )
      }
    />
  );
}

/** A characteristic that the document left out, by name and value. */
export function AddCharacteristic({ order, line }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState({ name: '', value: '' });
  const [missing, setMissing] = useState(false);
  return (
    <InlineEdit
      field={t('orders.edit.newCharacteristic')}
      saved={null}
      shown={null}
      opens={t('orders.edit.newCharacteristic')}
      onStart={() => {
        setMissing(false);
        setDraft({ name: '', value: '' });
      }}
      onSave={async () => {
        const name = draft.name.trim();
        setMissing(!name);
        if (!name) return false;
        return correct({ field: 'characteristic', line: line.number, name, value: draft.value.trim() });
      }}
      inputs={
        <>
          <TextInput
            label={t('orders.edit.characteristicName')}
            value={draft.name}
            onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
            error={missing && t('orders.edit.required')}
            required
            autoFocus
          />
          <TextInput
            label={t('orders.edit.characteristicValue')}
            value={draft.value}
            onChange={event => setDraft({ ...draft, value: event.currentTarget.value })}
          />
        </>
      }
    />
  );
}

type JsonValue = CharacteristicValue['value'];

/** Undefined when the text cannot be a value of that kind. */
export function typedLike(old: JsonValue, text: string): JsonValue | undefined {
  if (typeof old === 'boolean') return text === 'true';
  if (typeof old === 'number') {
    const number = Number(text.replace(',', '.'));
    return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
  }
  return text;
}
