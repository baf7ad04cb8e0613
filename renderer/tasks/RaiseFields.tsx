/** The fields that raising fallout asks for: type, priority, what happened, team, person, due date (features F1). */
import { Select, Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { MomentInput } from '../ui/MomentInput.tsx';
import { useCall } from '../calls.ts';
import { useSession } from '../people.ts';
import { t, word } from '../words/words.ts';
import { priorities, type raiseProblems, type RaiseForm } from './raiseForm.ts';
import classes from '../ui/Dialog.module.css';

type Props = {
  readonly form: RaiseForm;
  readonly onChange: (part: Partial<RaiseForm>) => void;
  readonly problems: ReturnType<typeof raiseProblems>;
  readonly typeRef?: Ref<HTMLInputElement>;
  readonly textRef?: Ref<HTMLTextAreaElement>;
};

export function RaiseFields({ form, onChange, problems, typeRef, textRef }: Props) {
  const session = useSession();
  const codes = useCall('codes.get', {}).value;
  const people = session?.people.map(person => ({ value: person.id, label: person.name })) ?? [];
  const teams = session?.teams.map(team => ({ value: team.id, label: team.name })) ?? [];
  return (
    <>
      <div className={classes.pair}>
        <Select
          ref={typeRef ?? null}
          label={t('tasks.raise.type')}
          data={codes?.falloutTypes.map(value => ({ value, label: word('codes.falloutType', value) })) ?? []}
          value={form.type}
          onChange={type => onChange({ type })}
          error={problems.type}
          withAsterisk
          required
          searchable
          maxDropdownHeight={320}
          size="sm"
          data-autofocus
        />
        <Select
          label={t('tasks.raise.priority')}
          data={priorities.map(value => ({ value, label: word('states.priority', value) }))}
          value={form.priority}
          onChange={value => onChange({ priority: value ?? 'moderate' })}
          allowDeselect={false}
          size="sm"
        />
      </div>
      <Textarea
        ref={textRef ?? null}
        label={t('tasks.raise.text')}
        description={t('tasks.raise.textHint')}
        value={form.text}
        onChange={event => onChange({ text: event.currentTarget.value })}
        error={problems.text}
        withAsterisk
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        size="sm"
      />
      <div className={classes.pair}>
        <Select
          label={t('tasks.raise.group')}
          data={teams}
          value={form.group}
          onChange={group => onChange({ group })}
          placeholder={t('tasks.raise.nobody')}
          searchable
          clearable
          size="sm"
        />
        <Select
          label={t('tasks.raise.owner')}
          data={people}
          value={form.owner}
          onChange={owner => onChange({ owner })}
          placeholder={t('tasks.raise.nobody')}
          searchable
          clearable
          size="sm"
        />
        <MomentInput
          label={t('tasks.raise.due')}
          value={form.due}
          onChange={event => onChange({ due: event.currentTarget.value })}
          size="sm"
        />
      </div>
    </>
  );
}
