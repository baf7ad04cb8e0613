/** When something is due; overdue is said with a clock and in words, not by colour alone. */
import { Icon } from '../ui/Icon.tsx';
import { zonedTimeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { dueWords } from './dueWords.ts';
import classes from './Due.module.css';

type Props = {
  readonly at: string | null;
  /** An ended thing is not overdue. */
  readonly ended?: boolean;
};

export function Due({ at, ended = false }: Props) {
  if (at === null) return <span className={classes.none}>{t('tasks.due.none')}</span>;
  const { over, text } = dueWords(at, ended);
  return (
    <time dateTime={at} title={zonedTimeOf(at)} className={over ? classes.over : classes.due}>
      {over && <Icon name="clock" size={13} />}
      {text}
    </time>
  );
}
