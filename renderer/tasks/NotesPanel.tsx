/** The notes on a task or a fallout, and a field to write the next one. */
import type { Ref } from 'react';
import { t } from '../words/words.ts';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import classes from './NotesPanel.module.css';

type Props = {
  readonly orderId: string;
  /** `T3` or `F1`. */
  readonly subject: string;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
};

export const NotesPanel = ({ orderId, subject, fieldRef }: Props) => (
  <section className={classes.notes} aria-label={t('tasks.notes.title')}>
    <h3 className={classes.heading}>{t('tasks.notes.title')}</h3>
    <NoteForm orderId={orderId} subject={subject} fieldRef={fieldRef} />
    <NoteList orderId={orderId} subject={subject} none={t('tasks.notes.none')} />
  </section>
);
