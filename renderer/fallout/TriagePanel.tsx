/** Triage right where the fallout is read: each field is saved when it is changed (features F3). */
import { CloseButton, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Input } from '../../preload/contract/contract.ts';
import type { Fallout } from '../../preload/contract/task.ts';
import { localOfIso, isoOfLocal, priorities } from '../tasks/raiseForm.ts';
import { zoneOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import classes from './FalloutDetail.module.css';

export type Triage = Pick<Input<'fallout.triage'>, 'falloutType' | 'priority' | 'state' | 'group' | 'owner' | 'dueAt'>;

type Option = { readonly value: string; readonly label: string };

type Props = {
  readonly fallout: Fallout;
  readonly types: readonly string[];
  readonly people: readonly Option[];
  readonly teams: readonly Option[];
  /** True, or why it cannot be triaged. */
  readonly mayTriage: true | string;
  readonly onTriage: (change: Triage) => void;
};

const states = ['open', 'inProgress', 'onHold', 'awaitingInformation'] as const;

export function TriagePanel({ fallout, types, people, teams, mayTriage, onTriage }: Props) {
  const disabled = mayTriage !== true;
  const common = { size: 'sm', disabled } as const;
  const living = states.find(state => state === fallout.state);
  return (
    <section className={classes.block} aria-label={t('fallout.triage.title')}>
      <h3 className={classes.heading}>{t('fallout.triage.title')}</h3>
      <div className={classes.triage}>
        <Select
          {...common}
          label={t('fallout.triage.type')}
          data={types.map(value => ({ value, label: word('codes.falloutType', value) }))}
          value={fallout.type}
          onChange={value => value !== null && onTriage({ falloutType: value })}
          allowDeselect={false}
        />
        <Select
          {...common}
          label={t('fallout.triage.priority')}
          data={priorities.map(value => ({ value, label: word('states.priority', value) }))}
          value={fallout.priority}
          onChange={value => value !== null && onTriage({ priority: value })}
          allowDeselect={false}
        />
        <Select
          {...common}
          label={t('fallout.triage.state')}
          data={(living ? states : [fallout.state]).map(value => ({ value, label: word('states.fallout', value) }))}
          value={fallout.state}
          onChange={value => value !== null && onTriage({ state: value as (typeof states)[number] })}
          allowDeselect={false}
        />
        <Select
          {...common}
          label={t('fallout.triage.owner')}
          data={[...people]}
          value={fallout.owner}
          onChange={owner => onTriage({ owner })}
          placeholder={t('fallout.triage.nobody')}
          searchable
          clearable={!disabled}
          clearButtonProps={{ 'aria-label': t('fallout.triage.clearOwner') }}
        />
        <Select
          {...common}
          label={t('fallout.triage.group')}
          data={[...teams]}
          value={fallout.group}
          onChange={group => onTriage({ group })}
          placeholder={t('fallout.triage.noGroup')}
          searchable
          clearable={!disabled}
          clearButtonProps={{ 'aria-label': t('fallout.triage.clearGroup') }}
        />
        <DueField dueAt={fallout.dueAt} disabled={disabled} onDue={dueAt => onTriage({ dueAt })} />
      </div>
      {disabled && <p className={classes.quiet}>{mayTriage}</p>}
    </section>
  );
}

type DueProps = {
  readonly dueAt: string | null;
  readonly disabled: boolean;
  readonly onDue: (dueAt: string | null) => void;
};

/** Saved on leaving the field or with Enter: a date is typed in several steps. */
function DueField({ dueAt, disabled, onDue }: DueProps) {
  const saved = localOfIso(dueAt);
  const [typed, setTyped] = useState(saved);
  useEffect(() => setTyped(saved), [saved]);

  function save(): void {
    if (typed !== saved) onDue(isoOfLocal(typed));
  }

  return (
    <TextInput
      label={t('fallout.triage.due')}
      type="datetime-local"
      title={t('shell.zone', { zone: zoneOf() })}
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={event => {
        if (event.key === 'Enter') save();
      }}
      rightSection={
        dueAt !== null &&
        !disabled && <CloseButton size="sm" aria-label={t('fallout.triage.clearDue')} onClick={() => onDue(null)} />
      }
      size="sm"
      disabled={disabled}
    />
  );
}
