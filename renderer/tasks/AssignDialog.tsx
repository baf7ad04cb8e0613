/** Chooses a person or a team in one field: type a few letters, Enter, done. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useNames, useSession } from '../people.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';
import { handsOf, handsOptions, type Hands } from './peopleOptions.ts';

type Props = {
  readonly title: string;
  /** A sentence. */
  readonly about: string;
  readonly now: Hands;
  readonly submit: string;
  readonly pending: boolean;
  readonly onAssign: (hands: Hands) => void;
  readonly onClose: () => void;
};

export function AssignDialog({ title, about, now, submit, pending, onAssign, onClose }: Props) {
  const session = useSession();
  const names = useNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);

  function send(): void {
    if (chosen === null) setMissing(true);
    else onAssign(handsOf(chosen, now.group));
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <DialogForm
        about={`${about} ${t('tasks.assign.now', { who: names.person(now.assignee) || names.team(now.group) || 'nobody' })}`}
        submit={submit}
        pending={pending}
        onSubmit={send}
        onCancel={onClose}
      >
        <Select
          label={t('tasks.assign.whom')}
          placeholder={t('tasks.assign.hint')}
          data={handsOptions(session?.people ?? [], session?.teams ?? [], now.group, names)}
          value={chosen}
          onChange={value => {
            setChosen(value);
            setMissing(false);
          }}
          searchable
          selectFirstOptionOnChange
          nothingFoundMessage={t('tasks.assign.none')}
          error={missing && t('tasks.assign.missing')}
          maxDropdownHeight={320}
          size="sm"
          data-autofocus
        />
      </DialogForm>
    </Dialog>
  );
}
