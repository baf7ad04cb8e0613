/** The notes on an order: those written here, those that came with it, and a way to write the next one. */
import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { findDraft } from '../tasks/drafts.ts';
import { NoteForm, noteDraftKey, useMayNote } from '../tasks/NoteForm.tsx';
import { NoteList } from '../tasks/NoteList.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { fieldId, NOTE_FIELD, opensField } from './fieldFocus.ts';
import classes from './Order.module.css';

type Props = { readonly order: Pick<Order, 'id' | 'notes'> };

const SUBJECT = 'order';

export function OrderNotes({ order: { id: orderId, notes } }: Props) {
  const mayNote = useMayNote();
  /** What was typed and not sent is shown again. */
  const [writing, setWriting] = useState(() => findDraft(noteDraftKey(orderId, SUBJECT)) !== undefined);
  const cameFrom = useRef<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  function open(): void {
    cameFrom.current = document.activeElement;
    setWriting(true);
  }

  const close = (): void => setWriting(false);
  // Into the field when it was opened, and back to where the key was pressed, such as a row of the queue.
  const wasWriting = useRef(writing);
  useLayoutEffect(() => {
    if (wasWriting.current === writing) return;
    wasWriting.current = writing;
    if (writing) {
      field.current?.focus();
      return;
    }
    const from = cameFrom.current;
    cameFrom.current = null;
    if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
    else button.current?.focus();
  }, [writing]);

  return (
    <section id={fieldId(NOTE_FIELD)} className={classes.notesPart} aria-label={t('orders.notes.title')}>
      <div className={classes.notesHead}>
        <h3 className={classes.heading}>{t('orders.notes.title')}</h3>
        {mayNote && !writing && (
          <Button
            ref={button}
            variant="default"
            size="compact-sm"
            aria-keyshortcuts="n"
            rightSection={<KeyHint keys="n" />}
            {...opensField}
            onClick={open}
          >
            {t('orders.notes.write')}
          </Button>
        )}
      </div>
      {writing && <NoteForm orderId={orderId} subject={SUBJECT} fieldRef={field} onSent={close} onLeave={close} />}
      <NoteList orderId={orderId} subject={SUBJECT} />
      {notes.length > 0 && <Captured notes={notes} />}
    </section>
  );
}

/** Those that stood in its document. */
const Captured = ({ notes }: Pick<Order, 'notes'>) => (
  <ul className={classes.notes} aria-label={t('orders.notes.captured')}>
    {notes.map(({ author, at, text }, index) => (
      <li key={`${at ?? ''}${index}`}>
        <span className={classes.quiet}>
          {at
            ? t('orders.note.by', { author: author ?? t('orders.note.unknown'), at: timeOf(at) })
            : (author ?? t('orders.note.unknown'))}
        </span>
        <p className={classes.noteText}>{text}</p>
      </li>
    ))}
  </ul>
);
