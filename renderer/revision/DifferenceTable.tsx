/** What two versions of an order say differently, side by side: only what differs, with words and signs for added and removed (features O14). */
import type { ReactNode } from 'react';
import type { Difference } from '../../preload/contract/revision.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { t } from '../words/words.ts';
import { fieldWord, sideText } from './changeWords.ts';
import classes from './DifferenceTable.module.css';

type Props = {
  readonly differences: readonly Difference[];
  readonly label?: string;
  /** At the end of each row, such as a way to leave it out. */
  readonly actions?: readonly ReactNode[];
};

export function DifferenceTable({ differences, label = t('revision.difference.label'), actions }: Props) {
  return (
    <TableScroll label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {(['subject', 'field', 'was', 'now'] as const).map(column => (
              <th key={column} scope="col">
                {t(`revision.difference.${column}`)}
              </th>
            ))}
            {actions && (
              <th scope="col">
                <span className={classes.hidden}>{t('revision.changes.removeShort')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference, index) => (
            <tr key={`${difference.subject}${difference.field}${index}`} data-change={difference.change}>
              <td className={classes.subject}>
                <span className={isRepeated(differences, index) ? classes.hidden : undefined}>
                  {difference.subjectName}
                </span>
              </td>
              <th scope="row" className={classes.field}>
                <span className={classes.sign} aria-hidden="true">
                  {t(`revision.sign.${difference.change}`)}
                </span>{' '}
                {fieldWord(difference.field)}{' '}
                {(difference.change === 'added' || difference.change === 'removed') && (
                  <span className={classes.change}>{t(`revision.change.${difference.change}`)}</span>
                )}
              </th>
              <Side difference={difference} side="was" />
              <Side difference={difference} side="now" />
              {actions && <td className={classes.action}>{actions[index]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Said once for the rows that follow each other; a reader of one row hears it all the same. */
const isRepeated = (differences: readonly Difference[], index: number): boolean =>
  differences[index - 1]?.subjectName === differences[index]?.subjectName;

function Side({ difference, side }: { readonly difference: Difference; readonly side: 'was' | 'now' }) {
  const value = difference[side];
  return (
    <td className={side === 'was' ? classes.was : classes.now}>
      {value === null ? (
        <span className={classes.quiet}>{t('revision.difference.notThere')}</span>
      ) : (
        sideText(difference, value)
      )}
    </td>
  );
}
