/** Asks which part of another order a task is to wait for, by its number (features O6). */
import { Button, Modal, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { t } from '../words/words.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import classes from './Dialog.module.css';

type Props = {
  readonly task: Pick<Task, 'number' | 'title'>;
  readonly pending: boolean;
  /** True when it was done. */
  readonly onWait: (number: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** As long as the longest number of a part, and a little more. */
const LONGEST = 40;

export function WaitDialog({ task, pending, onWait, onClose }: Props) {
  useFocusReturn();
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (number.trim() === '') field.current?.focus();
    else if (await onWait(number.trim())) onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('tasks.wait.title', { number: task.number })}
      size="md"
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('tasks.close') }}
    >
      <form className={classes.form} onSubmit={event => void send(event)} noValidate>
        <p className={classes.about}>{t('tasks.wait.about', { title: task.title })}</p>
        <TextInput
          ref={field}
          label={t('tasks.wait.number')}
          description={t('tasks.wait.numberHint')}
          value={number}
          onChange={event => setNumber(event.currentTarget.value)}
          error={tried && number.trim() === '' && t('tasks.wait.numberMissing')}
          withAsterisk
          required
          maxLength={LONGEST}
          autoComplete="off"
          spellCheck={false}
          size="sm"
          data-autofocus
        />
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('tasks.cancel')}
          </Button>
          <Button type="submit" size="sm" loading={pending}>
            {t('tasks.wait.do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
