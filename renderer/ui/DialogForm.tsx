/** The form in a dialog: what it is about, its fields, and at its end the way back and the one that sends it. */
import { Button } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { t } from '../words/words.ts';
import classes from './Dialog.module.css';

type Props = {
  /** A sentence. */
  readonly about?: ReactNode;
  readonly submit: string;
  readonly cancel?: string;
  readonly pending: boolean;
  /** Red: it cannot be taken back. */
  readonly isGrave?: boolean;
  /** Called for Ctrl+Enter too, wherever the focus is. The default is already prevented. */
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

export function DialogForm({ about, submit, cancel, pending, isGrave = false, onSubmit, onCancel, children }: Props) {
  function send(event: FormEvent | KeyboardEvent): void {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form
      className={classes.form}
      onSubmit={send}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
      noValidate
    >
      {about !== undefined && <p className={classes.about}>{about}</p>}
      {children}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={onCancel}>
          {cancel ?? t('tasks.cancel')}
        </Button>
        <Button
          type="submit"
          size="sm"
          loading={pending}
          aria-keyshortcuts="Control+Enter"
          {...(isGrave && { color: 'red' })}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}
