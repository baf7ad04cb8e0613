/** Chooses a person or a team in one field: type a few letters, Enter, done. */
import { Button, Modal, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNames, useSession } from '../people.ts';
import { t } from '../words/words.ts';
import { handsOf, handsOptions, type Hands } from './peopleOptions.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import classes from './Dialog.module.css';

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
  useFocusReturn();
  const names = useNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);

  function send(event: FormEvent): void {
    event.preventDefault();
    if (chosen === null) setMissing(true);
    else onAssign(handsOf(chosen, now.group));
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="md"
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('tasks.close') }}
    >
      <form className={classes.form} onSubmit={send}>
        <p className={classes.about}>
          {about} {t('tasks.assign.now', { who: names.person(now.assignee) || names.team(now.group) || 'nobody' })}
        </p>
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
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('tasks.cancel')}
          </Button>
          <Button type="submit" size="sm" loading={pending}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
