/** Asks why a task is put on hold; what was typed is kept until it was sent. */
import { Button, Modal, Textarea } from '@mantine/core';
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Task } from '../../preload/contract/task.ts';
import { t } from '../words/words.ts';
import { useDraft } from './drafts.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import classes from './Dialog.module.css';

type Props = {
  readonly task: Pick<Task, 'key' | 'number' | 'title'>;
  readonly pending: boolean;
  /** True when it was done. */
  readonly onPause: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

export function PauseDialog({ task, pending, onPause, onClose }: Props) {
  useFocusReturn();
  const [reason, keep, drop] = useDraft(`pause/${task.key}`, '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  async function send(event: FormEvent | KeyboardEvent): Promise<void> {
    event.preventDefault();
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
    <Modal
      opened
      onClose={onClose}
      title={t('tasks.pause.title', { number: task.number })}
      size="md"
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('tasks.close') }}
    >
      <form className={classes.form} onSubmit={event => void send(event)} noValidate>
        <p className={classes.about}>{t('tasks.pause.about', { title: task.title })}</p>
        <Textarea
          ref={field}
          label={t('tasks.pause.reason')}
          description={t('tasks.pause.reasonHint')}
          value={reason}
          onChange={event => keep(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
          }}
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
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('tasks.cancel')}
          </Button>
          <Button type="submit" size="sm" loading={pending} aria-keyshortcuts="Control+Enter">
            {t('tasks.pause.do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
