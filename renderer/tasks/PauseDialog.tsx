/** Asks why a task is put on hold; what was typed is kept until it was sent. */
import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';
import { useDraft } from './drafts.ts';

type Props = {
  readonly task: Pick<Task, 'key' | 'number' | 'title'>;
  readonly pending: boolean;
  /** True when it was done. */
  readonly onPause: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

export function PauseDialog({ task, pending, onPause, onClose }: Props) {
  const [reason, keep, drop] = useDraft(`pause/${task.key}`, '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  async function send(): Promise<void> {
    setTried(true);
    if (reason.trim() === '') {
      field.current?.focus();
      return;
    }
    if (!(await onPause(reason.trim()))) return;
    drop();
    onClose();
  }

  return (
    <Dialog title={t('tasks.pause.title', { number: task.number })} onClose={onClose}>
      <DialogForm
        about={t('tasks.pause.about', { title: task.title })}
        submit={t('tasks.pause.do')}
        pending={pending}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Textarea
          ref={field}
          label={t('tasks.pause.reason')}
          description={t('tasks.pause.reasonHint')}
          value={reason}
          onChange={event => keep(event.currentTarget.value)}
          error={tried && reason.trim() === '' && t('tasks.pause.reasonMissing')}
          withAsterisk
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          size="sm"
          data-autofocus
        />
      </DialogForm>
    </Dialog>
  );
}
