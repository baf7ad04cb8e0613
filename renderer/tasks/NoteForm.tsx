/** A field for the next note on an order, a task or a fallout, kept until it is sent; whoever may not write notes does not get one. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import type { FormEvent, KeyboardEvent, Ref } from 'react';
import { useCommand } from '../calls.ts';
import { useAllowed } from '../people.ts';
import { t } from '../words/words.ts';
import { useDraft } from './drafts.ts';
import classes from './NotesPanel.module.css';

type Props = {
  readonly orderId: string;
  /** `order`, `T3` or `F1`. */
  readonly subject: string;
  readonly fieldRef?: Ref<HTMLTextAreaElement> | undefined;
  readonly onSent?: () => void;
  /** With it the form can be left without sending. */
  readonly onLeave?: () => void;
};

type NoteDraft = { readonly text: string; readonly kind: 'work' | 'customer' };
const empty: NoteDraft = { text: '', kind: 'work' };
const kinds = ['work', 'customer'] as const;

/** What was typed while the note was on its way is the beginning of the next one. */
function typedSince(typed: NoteDraft, sent: string): NoteDraft {
  if (typed.text === sent) return empty;
  return typed.text.startsWith(sent) ? { ...typed, text: typed.text.slice(sent.length) } : typed;
}

export const noteDraftKey = (orderId: string, subject: string): string => `note/${orderId}/${subject}`;

/** Notes are for everybody who does more than look. */
export function useMayNote(): boolean {
  const isAllowed = useAllowed();
  return isAllowed('task.work') || isAllowed('fallout.create');
}

export function NoteForm({ orderId, subject, fieldRef, onSent, onLeave }: Props) {
  const { run, pending } = useCommand('order.addNote');
  const mayNote = useMayNote();
  const [{ text, kind }, keep, drop] = useDraft<NoteDraft>(noteDraftKey(orderId, subject), empty);
  if (!mayNote) return null;

  async function send(event: FormEvent | KeyboardEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === '') return;
    const reply = await run({ orderId, subject, kind, text: text.trim() });
    if (!reply.ok) return;
    drop(typed => typedSince(typed, text));
    onSent?.();
  }

  return (
    <form
      onSubmit={event => void send(event)}
      className={classes.form}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !onLeave) return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <Textarea
        ref={fieldRef ?? null}
        aria-label={t('tasks.notes.text')}
        placeholder={t('tasks.notes.text')}
        value={text}
        onChange={event => keep({ text: event.currentTarget.value, kind })}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(event);
        }}
        // The style grows it: measured by script, it would be laid out anew with every task that comes into sight.
        classNames={{ input: classes.field }}
        rows={2}
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
        <span className={classes.buttons}>
          {onLeave && (
            <Button variant="subtle" onClick={onLeave}>
              {t('tasks.notes.leave')}
            </Button>
          )}
          <Button type="submit" variant="default" disabled={text.trim() === ''} loading={pending}>
            {t('tasks.notes.add')}
          </Button>
        </span>
      </div>
    </form>
  );
}
