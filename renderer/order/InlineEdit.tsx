/** A value with a way to change it in place: Enter saves, Escape leaves it as it was; whoever was led there by a warning is led back. */
import { Button } from '@mantine/core';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { t } from '../words/words.ts';
import { goToDecision, ledFrom, opensField } from './fieldFocus.ts';
import classes from './Order.module.css';

type Props = {
  /** What is edited, for the button's name. */
  readonly field: string;
  readonly shown: ReactNode;
  /** What is saved now; when that changes under the inputs, whoever types is told before writing over it. */
  readonly saved: unknown;
  /** What the button says where there is no value yet to stand beside it. */
  readonly opens?: string;
  readonly inputs: ReactNode;
  /** Answers whether it was saved; the inputs stay when it was not. */
  readonly onSave: () => Promise<boolean>;
  /** Called when the inputs appear: to start again from the current value. */
  readonly onStart: () => void;
};

export function InlineEdit({ field, shown, saved, opens, inputs, onSave, onStart }: Props) {
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const now = JSON.stringify(saved) ?? '';
  const [begun, setBegun] = useState(now);
  const [led, setLed] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);

  // Most inputs take the focus themselves; a choice between two does not.
  useEffect(() => {
    const { current } = form;
    if (!editing || !current) return;
    if (!current.contains(document.activeElement)) {
      current.querySelector<HTMLElement>('input:checked, input, textarea')?.focus();
    }
    if (led !== null) current.scrollIntoView({ block: 'center' });
  }, [editing, led]);

  const close = (): void => setEditing(false);
  const wasEditing = useRef(false);
  useLayoutEffect(() => {
    const closed = wasEditing.current && !editing;
    wasEditing.current = editing;
    // Whoever has gone on to something else while it was saved stays there.
    if (!closed || document.activeElement !== document.body) return;
    if (led === null || !goToDecision(led)) button.current?.focus();
  }, [editing, led]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setSaving(true);
    const isSaved = await onSave();
    setSaving(false);
    if (isSaved) close();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }

  if (!editing) {
    return (
      <span className={classes.editable}>
        {opens === undefined && <span>{shown || '—'}</span>}
        <Button
          ref={button}
          variant="subtle"
          size="compact-xs"
          {...(opens === undefined && { 'aria-label': t('orders.edit.changeField', { field }) })}
          {...opensField}
          onClick={() => {
            onStart();
            setBegun(now);
            setLed(ledFrom());
            setEditing(true);
          }}
        >
          {opens ?? t('orders.edit.change')}
        </Button>
      </span>
    );
  }
  return (
    <form
      ref={form}
      className={classes.editForm}
      aria-label={field}
      noValidate
      data-leaves
      onSubmit={event => void submit(event)}
      onKeyDown={onKeyDown}
    >
      {inputs}
      {!saving && now !== begun && (
        <div role="status" className={classes.warn}>
          {t('orders.edit.meanwhile')} {shown || '—'}
        </div>
      )}
      <span className={classes.editButtons}>
        <Button type="submit" size="compact-sm" loading={saving}>
          {t('orders.edit.save')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={close}>
          {t('orders.edit.cancel')}
        </Button>
        {led !== null && <span className={classes.quiet}>{t('orders.edit.thenBack')}</span>}
      </span>
    </form>
  );
}
