/** A value with a way to change it in place: Enter saves, Escape leaves it as it was. */
import { Button } from '@mantine/core';
import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../words/words.ts';
import classes from './Order.module.css';

type Props = {
  /** What is edited, for the button's name. */
  readonly field: string;
  readonly shown: ReactNode;
  readonly inputs: ReactNode;
  /** Answers whether it was saved; the inputs stay when it was not. */
  readonly onSave: () => Promise<boolean>;
  /** Called when the inputs appear: to start again from the current value. */
  readonly onStart: () => void;
};

export function InlineEdit({ field, shown, inputs, onSave, onStart }: Props) {
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close(): void {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSaving(true);
    const saved = await onSave();
    setSaving(false);
    if (saved) close();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }

  if (!editing) {
    return (
      <span className={classes.editable}>
        <span>{shown || '—'}</span>
        <Button
          ref={button}
          variant="default"
          size="compact-xs"
          aria-label={t('orders.edit.changeField', { field })}
          onClick={() => {
            onStart();
            setEditing(true);
          }}
        >
          {t('orders.edit.change')}
        </Button>
      </span>
    );
  }
  return (
    <form
      className={classes.editForm}
      aria-label={field}
      noValidate
      onSubmit={event => void submit(event)}
      onKeyDown={onKeyDown}
    >
      {inputs}
      <span className={classes.editButtons}>
        <Button type="submit" size="compact-sm" loading={saving}>
          {t('orders.edit.save')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={close}>
          {t('orders.edit.cancel')}
        </Button>
      </span>
    </form>
  );
}
