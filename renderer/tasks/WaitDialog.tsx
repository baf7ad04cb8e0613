/** Asks which part of another order a task is to wait for, by its number (features O6). */
import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';

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
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function send(): Promise<void> {
    setTried(true);
    if (number.trim() === '') field.current?.focus();
    else if (await onWait(number.trim())) onClose();
  }

  return (
    <Dialog title={t('tasks.wait.title', { number: task.number })} onClose={onClose}>
      <DialogForm
        about={t('tasks.wait.about', { title: task.title })}
        submit={t('tasks.wait.do')}
        pending={pending}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
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
      </DialogForm>
    </Dialog>
  );
}
