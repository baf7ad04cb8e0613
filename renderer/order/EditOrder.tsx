/** Puts right what stands on the order itself: account, contact, dates, priority, description. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { MomentInput } from '../ui/MomentInput.tsx';
import { timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { Contacts } from './Contacts.tsx';
import { InlineEdit } from './InlineEdit.tsx';
import { isoOf, localInput } from './localInput.ts';
import { partyText } from './partyWords.ts';
import { useCorrection } from './useCorrection.ts';

type Props = { readonly order: Order };

const priorityWords: readonly Order['priority'][] = ['critical', 'high', 'moderate', 'low', 'planning'];

const filled = (text: string): string | undefined => text.trim() || undefined;

export function EditAccount({ order }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState({ id: '', name: '' });
  const [missing, setMissing] = useState(false);
  return (
    <InlineEdit
      field={t('orders.fact.account')}
      saved={order.account}
      shown={order.account && partyText(order.account)}
      onStart={() => {
        setMissing(false);
        setDraft({ id: order.account?.id ?? '', name: order.account?.name ?? '' });
      }}
      onSave={async () => {
        const id = filled(draft.id);
        setMissing(!id);
        if (!id) return false;
        const name = filled(draft.name);
        return correct({ field: 'account', value: { id, ...(name && { name }) } });
      }}
      inputs={
        <>
          <TextInput
            label={t('orders.edit.accountId')}
            value={draft.id}
            onChange={event => setDraft({ ...draft, id: event.currentTarget.value })}
            error={missing && t('orders.edit.required')}
            required
            autoFocus
          />
          <TextInput
            label={t('orders.edit.accountName')}
            value={draft.name}
            onChange={event => setDraft({ ...draft, name: event.currentTarget.value })}
          />
        </>
      }
    />
  );
}

export function EditContact({ order }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState({ name: '', email: '', phone: '' });
  const [missing, setMissing] = useState(false);
  const labels = {
    name: t('orders.edit.contactName'),
    email: t('orders.edit.contactEmail'),
    phone: t('orders.edit.contactPhone'),
  };
  return (
    <InlineEdit
      field={t('orders.fact.contact')}
      saved={order.contacts}
      shown={order.contacts.length > 0 && <Contacts contacts={order.contacts} />}
      onStart={() => {
        const [first] = order.contacts;
        setMissing(false);
        setDraft({ name: first?.name ?? '', email: first?.email ?? '', phone: first?.phone ?? '' });
      }}
      onSave={async () => {
        const name = filled(draft.name);
        setMissing(!name);
        if (!name) return false;
        const email = filled(draft.email);
        const phone = filled(draft.phone);
        return correct({ field: 'contact', value: { name, ...(email && { email }), ...(phone && { phone }) } });
      }}
      inputs={(['name', 'email', 'phone'] as const).map(part => (
        <TextInput
          key={part}
          label={labels[part]}
          value={draft[part]}
          onChange={event => setDraft({ ...draft, [part]: event.currentTarget.value })}
          error={part === 'name' && missing && t('orders.edit.required')}
          required={part === 'name'}
          autoFocus={part === 'name'}
        />
      ))}
    />
  );
}

type DateProps = Props & { readonly field: 'requestedStart' | 'requestedCompletion' };

export function EditDate({ order, field }: DateProps) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState('');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const name = t(`orders.fact.${field}`);
  const value = order[field];
  return (
    <InlineEdit
      field={name}
      saved={value}
      shown={value && timeOf(value)}
      onStart={() => {
        setWrong(false);
        setDraft(localInput(value));
      }}
      onSave={async () => {
        // The browser says of a date half filled in that it is empty; that would take the date off the order.
        const isHalf = input.current?.validity.badInput === true;
        setWrong(isHalf);
        return !isHalf && correct({ field, value: isoOf(draft) });
      }}
      inputs={
        <MomentInput
          ref={input}
          label={name}
          value={draft}
          onChange={event => setDraft(event.currentTarget.value)}
          error={wrong && t('orders.edit.halfDate')}
          autoFocus
        />
      }
    />
  );
}

export function EditPriority({ order }: Props) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState(order.priority);
  return (
    <InlineEdit
      field={t('orders.fact.priority')}
      saved={order.priority}
      shown={word('states.priority', order.priority)}
      onStart={() => setDraft(order.priority)}
      onSave={() => correct({ field: 'priority', value: draft })}
      inputs={
        <Select
          label={t('orders.fact.priority')}
          value={draft}
          onChange={value => value && setDraft(value)}
          data={priorityWords.map(value => ({ value, label: word('states.priority', value) }))}
          allowDeselect={false}
          autoFocus
        />
      }
    />
  );
}

export function EditText({ order, field }: Props & { readonly field: 'description' }) {
  const correct = useCorrection(order);
  const [draft, setDraft] = useState('');
  const name = t(`orders.fact.${field}`);
  return (
    <InlineEdit
      field={name}
      saved={order[field]}
      shown={order[field]}
      onStart={() => setDraft(order[field] ?? '')}
      onSave={() => correct({ field, value: filled(draft) ?? null })}
      inputs={
        <Textarea
          label={name}
          value={draft}
          onChange={event => setDraft(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
          autoFocus
        />
      }
    />
  );
}
