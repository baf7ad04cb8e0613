/** The notes on an order, a task or a fallout, newest first, each with who wrote it, when, and for whom. */
import { Button } from '@mantine/core';
import type { ActivityEntry } from '../../preload/contract/activity.ts';
import { usePages } from '../calls.ts';
import { useNames } from '../people.ts';
import { Time } from '../ui/Time.tsx';
import { t } from '../words/words.ts';
import classes from './NotesPanel.module.css';

type Props = {
  readonly orderId: string;
  readonly subject: string;
  /** Stands there while there are none; nothing does without it. */
  readonly none?: string;
};

export function NoteList({ orderId, subject, none }: Props) {
  const names = useNames();
  const { rows, hasMore, loadMore, loading } = usePages('order.activity', { orderId, subject, only: 'notes' });
  return (
    <>
      {rows.length === 0 ? (
        !loading && none !== undefined && <p className={classes.quiet}>{none}</p>
      ) : (
        <ol className={classes.list}>
          {rows.map(note => (
            <li key={note.key} className={classes.note}>
              <p className={classes.quiet}>
                {names.person(note.by)}, <Time at={note.at} />
                <span className={classes.kind}>{kindOf(note)}</span>
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
    </>
  );
}

const kindOf = ({ field }: ActivityEntry): string =>
  t(field === 'customerComment' ? 'tasks.notes.customer' : 'tasks.notes.work');
