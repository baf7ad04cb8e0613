/** What was read although it is written loosely: the sentence, where it stands, what stood there and what it was read as. */
import { valueText } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { DocumentResult } from '../../preload/contract/intake.ts';
import classes from './Import.module.css';

type Props = { readonly understood: DocumentResult['understood']; readonly label: string };

export function UnderstoodList({ understood, label }: Props) {
  return (
    <ul className={classes.notes} aria-label={label}>
      {understood.map((note, index) => (
        <li key={`${note.path}${note.code}${index}`} className={classes.note}>
          <span>{word('intake.understood', note.code)}</span>
          <code className={classes.path}>{note.path}</code>
          {(note.raw !== undefined || note.as !== undefined) && (
            <span className={classes.wasNow}>
              {note.raw !== undefined && (
                <>
                  <span className={classes.quiet}>{t('intake.was')}</span> <code>{valueText(note.raw)}</code>
                </>
              )}
              {note.as !== undefined && (
                <>
                  {' '}
                  <span className={classes.quiet}>{t('intake.now')}</span> <code>{valueText(note.as)}</code>
                </>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
