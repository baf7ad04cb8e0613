/** Asks for the reason of one thing that is done to a task; what was typed is kept until it was sent. */
import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogForm } from '../ui/DialogForm.tsx';
import { t } from '../words/words.ts';
import { useDraft } from './drafts.ts';

type Props = {
  readonly deed: 'pause' | 'skip' | 'propose';
  readonly task: Pick<Task, 'key' | 'number' | 'title'>;
  /** What it is about, where that is more than the title of the task. */
  readonly about?: string;
  readonly pending: boolean;
  /** True when it was done. */
  readonly onDo: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

export function ReasonDialog({ deed, task, about, pending, onDo, onClose }: Props) {
  const [reason, keep, drop] = useDraft(`${deed}/${task.key}`, '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  async function send(): Promise<void> {
    setTried(true);
    if (reason.trim() === '') {
      field.current?.focus();
      return;
    }
    if (!(await onDo(reason.trim()))) return;
    drop();
    onClose();
  }

  return (
    <Dialog title={t(`tasks.${deed}.title`, { number: task.number })} onClose={onClose}>
      <DialogForm
        about={about ?? t(`tasks.${deed}.about`, { title: task.title })}
        submit={t(`tasks.${deed}.do`)}
        pending={pending}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Textarea
          ref={field}
          label={t(`tasks.${deed}.reason`)}
          description={t(`tasks.${deed}.reasonHint`)}
          value={reason}
          onChange={event => keep(event.currentTarget.value)}
          error={tried && reason.trim() === '' && t(`tasks.${deed}.reasonMissing`)}
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
