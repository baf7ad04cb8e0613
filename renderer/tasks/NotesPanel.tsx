/** The notes on a task or a fallout, newest first, and a field to write the next one. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import type { FormEvent, KeyboardEvent, Ref } from 'react';
import { useCommand, usePages } from '../calls.ts';
import { useNames } from '../people.ts';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import { useDraft } from './drafts.ts';
import classes from './NotesPanel.module.css';

type Props = {
  readonly orderId: string;
  /** `T3` or `F1`. */
  readonly subject: string;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
};

type NoteDraft = { readonly text: string; readonly kind: 'work' | 'customer' };
const empty: NoteDraft = { text: '', kind: 'work' };
const kinds = ['work', 'customer'] as const;

export function NotesPanel({ orderId, subject, fieldRef }: Props) {
  const names = useNames();
  const { rows, hasMore, loadMore } = usePages('order.activity', { orderId, subject });
  const { run, pending } = useCommand('order.addNote');
  const [{ text, kind }, keep, drop] = useDraft<NoteDraft>(`note/${orderId}/${subject}`, empty);
  const notes = rows.filter(entry => entry.event === 'NoteAdded' && entry.text);

  async function send(event: FormEvent | KeyboardEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return;
    const reply = await run({ orderId, subject, kind, text: text.trim() });
    if (reply.ok) drop();
  }

  return (
    <section className={classes.notes} aria-label={t('tasks.notes.title')}>
      <h3 className={classes.heading}>{t('tasks.notes.title')}</h3>
      <form onSubmit={event => void send(event)} className={classes.form}>
        <Textarea
          ref={fieldRef ?? null}
          aria-label={t('tasks.notes.text')}
          placeholder={t('tasks.notes.text')}
          value={text}
          onChange={event => keep({ text: event.currentTarget.value, kind })}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
          }}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          size="sm"
        />
        <div className={classes.foot}>
          <SegmentedControl
            aria-label={t('tasks.notes.kind')}
            value={kind}
            onChange={value => keep({ text, kind: value === 'customer' ? 'customer' : 'work' })}
            data={kinds.map(value => ({ value, label: t(`tasks.notes.${value}`) }))}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''} loading={pending}>
            {t('tasks.notes.add')}
          </Button>
        </div>
      </form>
      {notes.length === 0 ? (
        <p className={classes.quiet}>{t('tasks.notes.none')}</p>
      ) : (
        <ol className={classes.list}>
          {notes.map(note => (
            <li key={note.key} className={classes.note}>
              <p className={classes.quiet}>
                {names.person(note.by)}, <Time at={note.at} />
              </p>
              <p className={classes.text}>{note.text}</p>
            </li>
          ))}
        </ol>
      )}
      {hasMore && (
        <Button variant="subtle" onClick={loadMore}>
          {t('tasks.notes.more')}
        </Button>
      )}
    </section>
  );
}
